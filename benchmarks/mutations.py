"""How many small faults in the checks, the repairs and the rulebook the tests notice.

    python benchmarks/mutations.py [how many] [seed] [folder …]

A fault is one change of one line: a comparison turned, ``and`` for ``or``, a condition denied, a number one more, plus
for minus, a ``return`` or a ``yield`` left out. Each is put into a copy of the checkout, and the tests of its wing run,
those of its own folder first, until one fails. What survives is printed with its place, then the share that was killed.
How much a cache holds is no fault that a test could notice.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FOLDERS = ("checks", "repairing", "rulebook")
COPIED = ("govreport_lint", "rules", "tests", "samples", "docs", "pyproject.toml", "README.md", "README.zh-CN.md")
WORKERS = int(os.environ.get("WORKERS", "2"))
SECONDS = 180
TESTS = {
    "checks": ("tests/checks", "tests/rulebook", "tests/test_mutations.py"),
    "repairing": ("tests/repairing", "tests/output/test_golden.py"),
    "rulebook": ("tests/rulebook", "tests/checks", "tests/cli/test_cli.py"),
}
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Fault(NamedTuple):
    """A change of a module: its path, the node's place (line, column, end), and what is done."""

    path: Path
    place: tuple[int, ...]
    what: str


def main(count: int, seed: int, folders: tuple[str, ...]) -> None:
    """Try a sample of faults and print what became of them."""
    every = [fault for folder in folders for fault in faults_in(ROOT / "govreport_lint" / folder)]
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    print(f"{len(every)} faults are possible; {len(chosen)} are tried, seed {seed}", flush=True)
    copies: Queue[Path] = Queue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(WORKERS) as threads:
        for number in range(WORKERS):
            copies.put(copy_of_checkout(Path(folder) / str(number)))
        killed = []
        for fault, dead in zip(chosen, threads.map(lambda fault: is_killed(fault, copies), chosen), strict=True):
            killed.append(dead)
            if not dead:
                print(f"  survived: {fault.path.relative_to(ROOT)}:{fault.place[0]}: {fault.what}", flush=True)
    tell(chosen, killed)


def tell(chosen: list[Fault], killed: list[bool]) -> None:
    """The share that was killed for each folder and in all."""
    whole, dead = Counter[str](), Counter[str]()
    for fault, done in zip(chosen, killed, strict=True):
        name = fault.path.relative_to(ROOT / "govreport_lint").parts[0]
        whole[name] += 1
        dead[name] += done
    for name, number in whole.items():
        print(f"{name}: {dead[name]} of {number} killed, {dead[name] / number:.0%}")
    print(f"all: {sum(killed)} of {len(killed)} killed, {sum(killed) / max(1, len(killed)):.0%}")


def faults_in(folder: Path) -> Iterator[Fault]:
    """Every fault of the modules of a folder."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        sizes = {id(word.value) for word in ast.walk(tree) if isinstance(word, ast.keyword) and word.arg == "maxsize"}
        for node in ast.walk(tree):
            if id(node) not in sizes:
                for what in changes_of(node):
                    yield Fault(path, place_of(node), what)


def place_of(node: ast.AST) -> tuple[int, ...]:
    """Where a node begins and ends."""
    return tuple(getattr(node, name, 0) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"))


def changes_of(node: ast.AST) -> Iterator[str]:
    """What can be done to a node, each as a word."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
        yield "comparison turned"
    elif isinstance(node, ast.BoolOp):
        yield "and for or"
    elif isinstance(node, ast.If | ast.IfExp) and not _is_type_checking(node.test):
        yield "condition denied"
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "one more"
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield "plus for minus"
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom | ast.Call):
        yield "left out"


def _is_type_checking(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"


def changed(whole: str, fault: Fault) -> str:
    """The module with the fault in it."""
    tree = ast.parse(whole)
    for node in ast.walk(tree):
        if place_of(node) == fault.place and fault.what in changes_of(node):
            _change(node)
            break
    return ast.unparse(tree)


def _change(node: ast.AST) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = TURNED[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
    elif isinstance(node, ast.BinOp):
        node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
    elif isinstance(node, ast.Expr):
        node.value = ast.YieldFrom(ast.Tuple([], ast.Load())) if _yields(node.value) else ast.Constant(None)


def _yields(node: ast.expr) -> bool:
    return isinstance(node, ast.Yield | ast.YieldFrom)


def copy_of_checkout(folder: Path) -> Path:
    """What the tests need, in a folder of its own."""
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.svg"))
        else:
            shutil.copy(source, folder / name)
    return folder


def tests_of(module: Path) -> list[str]:
    """The tests of a module's wing; those that bear the name of its folder or of itself come first."""
    wing, *rest = module.relative_to(ROOT / "govreport_lint").with_suffix("").parts
    own = [name for part in rest for name in ROOT.glob(f"tests/{wing}/test_{part}*.py")]
    return [*(str(name.relative_to(ROOT)) for name in own), *TESTS[wing]]


def is_killed(fault: Fault, copies: Queue[Path]) -> bool:
    """Whether a test of the fault's wing fails or hangs."""
    copy = copies.get()
    place = copy / fault.path.relative_to(ROOT)
    whole = place.read_text("utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests_of(fault.path)]
    try:
        place.write_text(changed(whole, fault), "utf-8")
        variables = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "GOVREPORT_LINT_NO_CACHE": "1"}
        done = subprocess.run(command, cwd=copy, env=variables, capture_output=True, timeout=SECONDS, check=False)
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        place.write_text(whole, "utf-8")
        copies.put(copy)


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 60, int(words[1]) if len(words) > 1 else 1, tuple(words[2:]) or FOLDERS)
