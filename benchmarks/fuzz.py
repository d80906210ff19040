"""Damaged files, one after the other: whatever is read ends in a result or a refusal, soon, in little memory, alike.

    GOVREPORT_CASES=<folder> python benchmarks/fuzz.py [how many] [seed] [format …]

The sound files are the samples, reports made here and, where the folder is named, its documents and files. An input
fails by an exception that is no ``ReadError`` (for a rule pack: no ``RuleError``), by more than two seconds of CPU, by
more than 500 MB, by another answer the second time, or by an output or an annotated copy that cannot be made. Failing
inputs are kept in a folder that is named at the end; counts are printed by format.
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
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

import msgspec  # noqa: E402
from damage import DAMAGE  # noqa: E402
from faulty_layouts import FAULTS, report_with  # noqa: E402
from layouts import as_html, as_lines, as_tabs  # noqa: E402
from printed_reports import report_in_word  # noqa: E402
from runs import run  # noqa: E402

from govreport_lint import ReadError, Result, api  # noqa: E402
from govreport_lint.checks import kinds  # noqa: E402
from govreport_lint.errors import RuleError  # noqa: E402
from govreport_lint.office.libreoffice import find_libreoffice  # noqa: E402
from govreport_lint.output.annotated.annotators import annotator_of  # noqa: E402
from govreport_lint.output.annotated.review import Review  # noqa: E402
from govreport_lint.output.formats import output_formats  # noqa: E402
from govreport_lint.output.words.problems import Totals  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402
from govreport_lint.rulebook.rulebook import load_rulebook  # noqa: E402

SECONDS, MEGABYTES, BATCH, HANGS = 2.0, 500, 200, 30
SHARES = {"html": 40, "text": 30, "docx": 15, "xlsx": 5, "pdf": 5, "pack": 5}
SUFFIXES = {
    "html": (".html", ".htm"),
    "text": (".md", ".txt"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "pdf": (".pdf",),
}


class HungError(Exception):
    """An input took more CPU than anything may."""


def main(count: int, seed: int, chosen: tuple[str, ...]) -> None:
    """Run the batches, each in a process of its own, and print what became of them."""
    every, folder = seeds(), Path(tempfile.mkdtemp(prefix="fuzz-"))
    shares = {name: share for name, share in SHARES.items() if every[name] and (not chosen or name in chosen)}
    done, failed, start = Counter[str](), Counter[str](), time.monotonic()
    print({name: len(files) for name, files in every.items()}, "sound files; failing inputs go to", folder, flush=True)
    for number in range(-(-count // BATCH)):
        name = Random(seed + number).choices(list(shares), list(shares.values()))[0]
        found = in_own_process(name, every[name], seed + number, folder)
        done[name] += BATCH
        for what in found:
            failed[name] += 1
            print(f"  {name}: {what}", flush=True)
        if number % 50 == 49:
            print(
                f"{done.total()} inputs, {failed.total()} failed, {time.monotonic() - start:.0f} s",
                flush=True,
            )
    for name, number in done.items():
        print(f"{name}: {number} inputs, {failed[name]} failed")
    print(f"all: {done.total()} inputs, {failed.total()} failed")


def seeds() -> dict[str, list[bytes]]:
    """The sound files by format, small ones among them."""
    files: dict[str, list[bytes]] = {name: [] for name in SHARES}
    texts = [standard_report(), *(report_with(fault) for fault in FAULTS)]
    for text in texts:
        files["text"] += [text.encode(), as_lines(text).encode(), as_tabs(text).encode()]
        files["html"].append(as_html(text).encode())
    for text in (standard_report(), "".join(standard_report().splitlines(keepends=True)[:40])):
        for part in text.split("\n## ")[1:]:
            files["text"].append(f"# 某县2024年政府信息公开工作年度报告\n\n## {part}".encode())
            files["html"].append(as_html(f"# 某县2024年政府信息公开工作年度报告\n\n## {part}").encode())
    files["docx"] = [report_in_word(texts[0])]
    if find_libreoffice():
        from office_files import converted

        made = {"a": as_html(texts[0]).encode()}
        files["pdf"] += converted(made, ".html", "pdf").values()
    folders = [
        ROOT / "samples",
        *(Path(os.environ.get("GOVREPORT_CASES", "/nowhere")) / part for part in ("documents", "files")),
    ]
    for path in sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir()):
        for name, suffixes in SUFFIXES.items():
            if path.suffix in suffixes and path.stat().st_size < 150_000:
                files[name].append(path.read_bytes())
    files["pack"] = [path.read_bytes() for path in sorted((ROOT / "rules").glob("*.toml"))]
    return files


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
        data = DAMAGE[name](draw.choice(sound), draw)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        what = fault_of(name, data, outputs=number % 4 == 0)
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
        start = time.process_time()
        first = answer(name, data, outputs=outputs)
        spent = time.process_time() - start
        if spent > SECONDS:
            start = time.process_time()
            answer(name, data, outputs=outputs)
            spent = min(spent, time.process_time() - start)
        if spent > SECONDS:
            return f"{spent:.1f} s of CPU"
        return None if answer(name, data, outputs=False)[:1] == first[:1] else "another answer the second time"
    except Exception:
        return traceback.format_exc(limit=-4).replace("\n", "\n    ")


def answer(name: str, data: bytes, *, outputs: bool) -> tuple[Any, ...]:
    """The result, or the words of a refusal, as plain data; then what was written of it."""
    if name == "pack":
        return (pack_answer(data),)
    linter = api.linter()
    try:
        opened = linter.open(data, "a", _no_conversion)
        result = linter.check(opened.document)
    except ReadError as error:
        return (str(error),)
    if outputs:
        for known in output_formats():
            output = known.open(io.StringIO(), run())
            output.start()
            output.result(result)
            output.close(Totals().plus(result), ())
        annotated(Review(opened, result, linter.rulebook.form(result.report.form), "zh"))
    return (msgspec.msgpack.encode(result), outputs)


def annotated(review: Review) -> None:
    """A copy with remarks can be read again, if it can be made."""
    annotator = annotator_of(review.opened.document.format)
    if annotator is None:
        return
    try:
        copy = annotator.write(review)
    except ReadError:
        return
    again: Result = api.lint_bytes(copy, "b")
    assert again.findings is not None


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
