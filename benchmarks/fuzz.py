"""Damaged files, one after the other: whatever is read ends in a result or a refusal, soon, in little memory, alike.

    GOVREPORT_CASES=<folder> python benchmarks/fuzz.py [how many] [seed] [format …]

The sound files are the samples, reports made here and, where the folder is named, its documents and files; most inputs
are made of the smaller ones, which take less time. An input fails by an exception that is no ``ReadError`` (for a rule
pack: no ``RuleError``), by a run of more than two seconds of CPU (to check it and print what was found, to check it
and write the annotated copy, to check that copy), by more than 500 MB, by another answer the second time, or by an
output or a copy that cannot be made. Failing inputs are kept in a folder that is named first; counts are printed by
format.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

import msgspec  # noqa: E402
from damage import DAMAGE  # noqa: E402
from runs import run  # noqa: E402
from sound_files import sound_files  # noqa: E402

from govreport_lint import ReadError, Result, api  # noqa: E402
from govreport_lint.checks import kinds  # noqa: E402
from govreport_lint.errors import RuleError  # noqa: E402
from govreport_lint.output.annotated.annotators import annotator_of  # noqa: E402
from govreport_lint.output.annotated.review import Review  # noqa: E402
from govreport_lint.output.formats import output_formats  # noqa: E402
from govreport_lint.output.words.problems import Totals  # noqa: E402
from govreport_lint.rulebook.rulebook import load_rulebook  # noqa: E402

SECONDS, MEGABYTES, BATCH, HANGS, OUTPUTS = 2.0, 500, 200, 30, 8
# How many inputs of a hundred are of a format, and how many are made of the smaller half of its sound files.
SHARES = {"html": 28, "text": 24, "docx": 16, "xlsx": 14, "pdf": 13, "pack": 5}
SMALL = 0.85


class HungError(Exception):
    """An input took more CPU than anything may."""


def main(count: int, seed: int, chosen: tuple[str, ...]) -> None:
    """Run the batches, each in a process of its own, and print what became of them."""
    every, folder = sound_files(), Path(tempfile.mkdtemp(prefix="fuzz-"))
    shares = {name: share for name, share in SHARES.items() if every[name] and (not chosen or name in chosen)}
    done, failed, start = Counter[str](), Counter[str](), time.monotonic()
    print({name: len(files) for name, files in every.items()}, "sound files; failing inputs go to", folder, flush=True)
    for name in shares:
        # What is loaded and compiled once is there in every child.
        for _ in range(2):
            answer(name, every[name][0], outputs=True)
    for number in range(-(-count // BATCH)):
        name = Random(seed + number).choices(list(shares), list(shares.values()))[0]
        found = in_own_process(name, every[name], seed + number, folder)
        done[name] += BATCH
        for what in found:
            failed[name] += 1
            print(f"  {name}: {what}", flush=True)
        if number % 5 == 4:
            told = f"{done.total()} inputs, {failed.total()} failed, {time.monotonic() - start:.0f} s"
            print(told, dict(done), flush=True)
    for name, number in done.items():
        print(f"{name}: {number} inputs, {failed[name]} failed")
    print(f"all: {done.total()} inputs, {failed.total()} failed")


def in_own_process(name: str, sound: list[bytes], seed: int, folder: Path) -> list[str]:
    """A batch in a child: what failed in it. A child that dies fails by its last input."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as stream:
                for what in batch(name, sound, seed, folder):
                    pickle.dump(what, stream)
                    stream.flush()
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    found = []
    with os.fdopen(reading, "rb") as stream:
        while True:
            try:
                found.append(pickle.load(stream))
            except EOFError:
                break
    _, status = os.waitpid(child, 0)
    return [*found, f"seed {seed}: the process ended with {status}"] if status else found


def batch(name: str, sound: list[bytes], seed: int, folder: Path) -> Iterator[str]:
    """The failures among the inputs of one batch."""
    signal.signal(signal.SIGPROF, _hang)
    for number in range(BATCH):
        draw = Random(f"{seed} {number}")
        some = sound[: -(-len(sound) // 2)] if draw.random() < SMALL else sound
        data = DAMAGE[name](draw.choice(some), draw)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        what = fault_of(name, data, outputs=number % OUTPUTS == 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if grown > before and grown > MEGABYTES * 1024:
            what = what or f"{grown // 1024} MB"
        if what:
            path = folder / f"{name}-{hashlib.sha256(data).hexdigest()[:10]}"
            path.write_bytes(data)
            yield f"{path.name}: {what}"
        if grown > MEGABYTES * 1024:
            return


def fault_of(name: str, data: bytes, *, outputs: bool) -> str | None:
    """What is wrong with what becomes of an input."""
    try:
        first, spent = answer(name, data, outputs=outputs)
        if spent > SECONDS:
            # The machine may have been busy: the better of two runs counts.
            spent = min(spent, answer(name, data, outputs=outputs)[1])
        if spent > SECONDS:
            return f"{spent:.1f} s of CPU"
        second = answer(name, data, outputs=False)[0]
        return None if second == first else f"another answer the second time\n    {parting(first, second)}"
    except Exception:
        return traceback.format_exc(limit=-4).replace("\n", "\n    ")


def parting(first: Any, second: Any) -> str:
    """Where two answers part, with some of what stands there in each."""
    one, two = (each if isinstance(each, bytes) else str(each).encode() for each in (first, second))
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    at = max(0, alike - 40)
    return " / ".join(each[at : at + 160].decode(errors="replace") for each in (one, two))


def answer(name: str, data: bytes, *, outputs: bool) -> tuple[Any, float]:
    """The result, or the words of a refusal, as plain data; and the seconds of CPU of the longest run."""
    start = time.process_time()
    if name == "pack":
        return pack_answer(data), time.process_time() - start
    linter = api.linter()
    try:
        opened = linter.open(data, "a", _no_conversion)
        result = linter.check(opened.document)
    except ReadError as error:
        return str(error), time.process_time() - start
    spent = time.process_time() - start
    runs = (
        list(written(Review(opened, result, linter.rulebook.form(result.report.form), "zh"), spent)) if outputs else []
    )
    return msgspec.msgpack.encode(result), max([spent, *runs])


def written(review: Review, checked: float) -> Iterator[float]:
    """Every output and the annotated copy are made, and the copy is read again: the seconds of each run."""
    for known in output_formats():
        start = time.process_time()
        # What writes bytes writes them below the text.
        output = known.open(io.TextIOWrapper(io.BytesIO(), "utf-8", "replace"), run())
        output.start()
        output.result(review.result)
        output.close(Totals().plus(review.result), ())
        yield checked + time.process_time() - start
    annotator = annotator_of(review.opened.document.format)
    if annotator is None:
        return
    start = time.process_time()
    try:
        copy = annotator.write(review)
    except ReadError:
        return
    yield checked + time.process_time() - start
    start = time.process_time()
    again: Result = api.lint_bytes(copy, "b")
    assert again.findings is not None
    yield time.process_time() - start


def pack_answer(data: bytes) -> str:
    """Whether a pack is taken, or why not."""
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        try:
            load_rulebook(kinds(), [Path(file.name)])
        except RuleError as error:
            return str(error).replace(file.name, "pack")
    return "taken"


def _no_conversion(*_: object) -> Any:
    raise ReadError("a", "旧格式", "an older format")


def _hang(*_: object) -> None:
    raise HungError


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 2000, int(words[1]) if len(words) > 1 else 1, tuple(words[2:]))
