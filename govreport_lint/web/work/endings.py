"""As what a file can be taken back: the endings of the names."""

from __future__ import annotations

from pathlib import PurePosixPath

from ...output.annotated.annotators import annotator_of

_MARK = {"annotated": "批注", "edited": "已改"}


def annotated_suffix(form: str, name: str) -> str | None:
    """The ending of a file of this format with remarks in it; None where it cannot have any."""
    annotator = annotator_of(form)
    if annotator is None:
        return None
    return annotator.suffix or PurePosixPath(name).suffix or ".docx"


def named(name: str, kind: str, suffix: str) -> str:
    """How a file is called that was made of another one: ``年报.批注.docx``."""
    stem = PurePosixPath(name).stem or name
    mark = _MARK.get(kind)
    return f"{stem}.{mark}{suffix}" if mark else f"{stem}{suffix}"
