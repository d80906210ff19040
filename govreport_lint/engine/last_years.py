"""Reports of last year, one or a folder of them, and which of them is whose."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..checks.subject.beside import Beside, Paper
from ..checks.subject.identity.last_year import is_year_before
from ..checks.subject.identity.same_organ import is_same_name
from ..language import Text
from ..report import Report

_NONE = Text("给出的上年年报中没有{organ}的", "none of the reports given as last year's is that of {organ}")
_THIS_ORGAN = Text("本机关（没有写明名称）", "this organ, which is not named")
_SEVERAL = Text(
    "给出的上年年报中有 {count} 份是{organ}的，无法认定以哪一份为准：{paths}",
    "{count} of the reports given as last year's are those of {organ}, and nothing tells which one counts: {paths}",
)


class LastYears(Struct, frozen=True):
    """``papers`` in the order of their files. A single one is taken for that of every report: whether it is, is judged.

    ``missing``: why there is none, or why some could not be read.
    """

    papers: tuple[Paper, ...]
    missing: Text | None = None

    def beside(self, report: Report) -> Beside:
        """What lies beside a report: that of the same organ for the year before, never a guess."""
        if len(self.papers) == 1 and self.missing is None:
            return Beside(previous=self.papers[0])
        own = [paper for paper in self.papers if _is_of(report, paper)]
        found = [paper for paper in own if is_year_before(paper.report, report)]
        found = found or [paper for paper in own if is_year_before(paper.report, report) is None]
        if len(found) > 1 and not _are_copies(found):
            return Beside(missing=_told(_SEVERAL, report, found))
        if not own:
            return Beside(missing=self.missing or _told(_NONE, report, own))
        # One of another year says of which.
        return Beside(previous=(found or own)[0])


def _is_of(report: Report, paper: Paper) -> bool:
    own, other = report.organ, paper.report.organ
    return bool(own and other and is_same_name(own, other))


def _are_copies(papers: Sequence[Paper]) -> bool:
    """Whether reports say the same in every cell."""
    cells = [[(*figure[:3], figure.value, figure.state) for figure in paper.report.figures] for paper in papers]
    return all(one == cells[0] for one in cells)


def _told(text: Text, report: Report, papers: Sequence[Paper]) -> Text:
    paths = "、".join(paper.path for paper in papers)
    zh, en = (f"“{report.organ}”",) * 2 if report.organ else (_THIS_ORGAN.zh, _THIS_ORGAN.en)
    return Text(
        text.zh.format(organ=zh, count=len(papers), paths=paths),
        text.en.format(organ=en, count=len(papers), paths=paths),
    )
