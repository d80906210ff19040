"""The brackets of sub-headings: （一） in one place and (二) in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...report import Report
from ..subject.mending.changes import Change, Mending
from ..subject.outcome import Failed
from .numbering_faults import CHINESE

_NUMBER = re.compile(rf"\s*(?:（[{CHINESE}]{{1,2}}）|(?P<half>\([{CHINESE}]{{1,2}}\)))")
_TITLE = Text("序号改用全角括号", "use full-width brackets for numbers")


def mixed_brackets(report: Report, sections: tuple[int, ...], *, mends: bool) -> Iterator[Failed]:
    """Half-width brackets around numbers of sub-headings, where others have full-width ones; told once, all mended."""
    found = list(_numbers(report, sections))
    half = [(number, passage, match) for number, passage, match in found if match["half"]]
    if not half or len(half) == len(found):
        return
    number, passage, match = half[0]
    changes = tuple(Change(where, *one.span("half"), f"（{one['half'][1:-1]}）") for _, where, one in half)
    yield Failed(
        place=Place(number),
        location=passage.locate(*match.span("half")),
        quote=match["half"],
        values={"number": match["half"], "count": str(len(half))},
        wording="brackets",
        fix=Mending(_TITLE, changes, apart=True) if mends else None,
    )


def _numbers(report: Report, sections: tuple[int, ...]) -> Iterator[tuple[int, Passage, re.Match[str]]]:
    for section in report.sections:
        for passage in section.paragraphs if section.number in sections else ():
            match = _NUMBER.match(passage.text)
            if match:
                yield section.number, passage, match
