"""By what a report is judged, as one short word: what was kept by another one is of no use."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ...checks import kinds
from ...plugins import marks_of
from ...program_file import program_file
from ...rulebook.files.resources import rules_folder
from ...shipped import rulebook_of
from ...version import __version__
from ..choice import Choice

_LIBRARIES = ("msgspec", "markdown-it-py", "pypdfium2", "openpyxl", "rapidfuzz")
# What a report that was read and judged does not depend on.
_ELSEWHERE = ("cli", "output", "auditing", "template", "user_cache")
# But what is kept beside the results is made and worded there.
_OWN = (
    ("auditing", "entry.py"), ("auditing", "audited.py"), ("auditing", "intake"), ("auditing", "judging"),
    ("output", "words"),
)  # fmt: skip


def judged_by(choice: Choice | None = None) -> str:
    """The hash of the program's version and modules, its rules and which of them are asked, packs of one's own, the
    libraries that read files."""
    digest = hashlib.sha256(_program().encode())
    choice = choice or Choice()
    # Where a pack lies changes nothing.
    digest.update(msgspec.msgpack.encode(replace(choice, packs=())))
    packs = choice.packs
    for pack in packs:
        digest.update(hashlib.sha256(pack.data).digest())
    if packs:
        known = kinds()
        others = {rule.check.kind.name: rule.check.kind for rule in rulebook_of(packs).rules}
        marks = marks_of(kind for name, kind in others.items() if name not in known)
        digest.update("\n".join(marks).encode())
    return digest.hexdigest()[:16]


@cache
def _program() -> str:
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:2]}".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    file = program_file()
    if file is not None:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    for place, pattern in ((Path(__file__).parents[2], "**/*.py"), (rules_folder(), "**/*.toml")):
        for path in sorted(place.glob(pattern)):
            parts = path.relative_to(place).parts
            if parts[0] not in _ELSEWHERE or parts[:2] in _OWN:
                digest.update("/".join(parts).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
