"""A rulebook and a choice of its rules, ready for any number of reports: bytes → Document → Report → Findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .checks import subject_of
from .checks.subject.beside import Beside, Paper, paper
from .checks.subject.filing import Filing
from .document import Document, Image, Table
from .engine.beside import known_figures, with_papers
from .engine.judging import Judged, is_asked, judge, judge_filing
from .engine.last_years import LastYears
from .errors import NoReportError, ReadError
from .extraction import build_report
from .extraction.several_reports import reports_of
from .finding import Severity
from .office.conversion import Converter, modern
from .opened import Opened
from .readers import formats
from .readers.opening import load, sha256_of
from .repairing.repairs import repairs
from .report import Report
from .result import Result, Source
from .rulebook.packs import Rule
from .rulebook.rulebook import Rulebook
from .rulebook.selection import choose, prefixes_of, with_severities

if TYPE_CHECKING:
    from .suppressing.listed.suppression import Listed

Previous = str | Path | Report | None
"""Last year's report: the file that holds it, or what was extracted of it."""


class Config(Struct, frozen=True):
    """What to check: ``select`` and ``ignore`` are codes, beginnings of codes (``A``, ``A30``) or names of rules;
    the longest one decides, and ``ignore`` wins a draw. ``severity`` gives rules another severity by such words, None:
    they are not asked.
    ``always`` are codes of rules that are asked whatever is selected: a county has locked them, and no comment settles
    their findings.

    ``suppress`` are findings that are settled outside the reports. ``inline_suppressions``: comments in the reports may
    settle findings too; ``unused_suppressions``: a comment that settles nothing is told.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = {}
    always: frozenset[str] = frozenset()
    suppress: tuple[Listed, ...] = ()
    inline_suppressions: bool = True
    unused_suppressions: bool = True


class Linter:
    """Checks reports by a rulebook; raises ``ValueError`` for codes that it does not have.

    One linter may be used from several threads at once.
    """

    def __init__(self, rulebook: Rulebook, config: Config | None = None) -> None:
        self.rulebook = rulebook
        self.config = config or Config()
        self.rules = _chosen(rulebook, self.config)

    def lint(self, path: str | Path, previous: Previous = None) -> Result:
        """Check the report in a file; of several the first, which its notes say. Raises ``ReadError``."""
        return self.check(self.read(path), self.last_years(previous))

    def lint_each(self, path: str | Path, previous: Previous = None) -> tuple[Result, ...]:
        """Check every report in a file. Raises ``ReadError``."""
        return self.check_each(self.read(path), self.last_years(previous))

    def lint_bytes(self, data: bytes, name: str, previous: Previous = None) -> Result:
        """Check the report in the bytes of a file that is called ``name`` in messages. Raises ``ReadError``."""
        return self.check(self.open(data, name).document, self.last_years(previous))

    def lint_text(self, text: str, format: str, name: str, previous: Previous = None) -> Result:  # noqa: A002
        """Check the report in a text; raises ``ReadError``, and ``ValueError`` for an unknown format."""
        return self.check(self.document(text, name, format), self.last_years(previous))

    def document(self, text: str, name: str, format: str) -> Document:  # noqa: A002
        """The document in a text; raises ``ValueError`` for an unknown format."""
        document = formats.read_as(text, name, format)
        return replace(document, sha256=sha256_of(text.encode("utf-8", "surrogatepass")))

    def read(self, path: str | Path) -> Document:
        """The document in a file, recognised by its content. Raises ``ReadError``."""
        return self.open(load(path), str(path)).document

    def open(self, data: bytes, name: str, convert: Converter = modern) -> Opened:
        """The bytes of a file that is called ``name`` in messages, opened once for reading and for remarks.

        ``convert`` makes modern files of older office files. Raises ``ReadError``.
        """
        return formats.open_bytes(data, name, convert)

    def extract(self, document: Document) -> Report:
        """What a document says as a report, of several the first. Raises ``ReadError`` when it is no such report."""
        return self._report(self.reports(document)[0])

    def _report(self, document: Document) -> Report:
        report = build_report(document, self.rulebook.forms, self.rulebook.patterns)
        printed = sum(bool(figure.raw) for figure in report.figures)
        if len(report.sections) + 2 * (printed > 2) + (report.title is not None) < 2:
            raise _no_report(document)
        return report

    def reports(self, document: Document) -> tuple[Document, ...]:
        """The reports of a document, each as one of its own; mostly it is one."""
        return reports_of(document, self.rulebook.forms)

    def papers(self, document: Document) -> tuple[Paper, ...]:
        """Every report in a document, as it lies beside another one. Raises ``ReadError`` when it holds none."""
        return tuple(self.paper(self._report(part), part.name) for part in self.reports(document))

    def last_years(self, previous: Previous) -> LastYears | None:
        """Last year's report, or the file that holds it and perhaps others. Raises ``ReadError``."""
        if previous is None:
            return None
        if isinstance(previous, Report):
            return LastYears((self.paper(previous, previous.name),))
        return LastYears(self.papers(self.read(previous)))

    def paper(self, report: Report, path: str) -> Paper:
        """A report as it lies beside another one; ``path``: what it was read from."""
        return paper(report, self.rulebook.form(report.form), path)

    def check_each(self, document: Document, beside: Beside | LastYears | None = None) -> tuple[Result, ...]:
        """Check every report in a document. Raises ``ReadError`` when it holds none."""
        return tuple(self._check(part, beside) for part in self.reports(document))

    def check(self, document: Document, beside: Beside | LastYears | None = None) -> Result:
        """Check the report in a document, of several the first; ``beside`` are the papers that it is held against, or
        the reports of last year among which its own is.

        Raises ``ReadError`` when it is no such report.
        """
        return self._check(self.reports(document)[0], beside)

    def check_beside(self, result: Result, beside: Beside) -> Result:
        """A result that was made before, with what other papers beside the report say of it."""
        report, tables_only = result.report, result.source.tables_only
        document = Document(result.source.path, result.source.format, None, (), tables_only=tables_only)
        alone = subject_of(report, document, self.rulebook.form(report.form), self.rulebook.checks)
        bare = self._unsettled(result)
        findings, coverage = with_papers(alone, beside, self.rules, Judged(bare.findings, bare.coverage))
        return self._settled(replace(bare, findings=findings, coverage=coverage), beside)

    def check_filing(self, filing: Filing) -> Judged:
        """What is wrong with what a unit has handed in."""
        return judge_filing(filing, self.rules)

    def _check(self, document: Document, beside: Beside | LastYears | None) -> Result:
        report = self._report(document)
        papers = beside.beside(report) if isinstance(beside, LastYears) else beside
        return self._settled(self._judged(document, report, papers), papers)

    def judge(self, document: Document) -> Result:
        """The result of the one report in a document before anything in it is settled, for ``check_beside``.

        Raises ``ReadError`` when it is no such report.
        """
        return self._judged(document, self._report(document), None)

    def _judged(self, document: Document, report: Report, papers: Beside | None) -> Result:
        subject = subject_of(report, document, self.rulebook.form(report.form), self.rulebook.checks, papers)
        judged = judge(subject, self.rules)
        mended = repairs(subject, self.rules, judged.findings, known=known_figures(report, papers))
        source = Source(
            document.name, document.sha256, document.format, document.notes, document.part, document.tables_only
        )
        result = Result(source, report, judged.findings, judged.coverage, mended)
        if not document.comments:
            return result
        from .suppressing.inline.directives import directives_of

        return replace(result, directives=directives_of(document))

    def _settled(self, result: Result, papers: Beside | None) -> Result:
        """The result without what is settled. Most reports have nothing that asks for it, and load nothing for it."""
        if not (result.directives or self.config.suppress):
            return result
        from .suppressing.settling import Settlement, settle

        config = self.config
        settlement = Settlement(
            self.rulebook,
            date.today,
            config.inline_suppressions,
            config.suppress,
            config.unused_suppressions,
            config.always,
        )
        return settle(result, settlement, {rule.code for rule in self.rules if is_asked(rule, papers)})

    @staticmethod
    def _unsettled(result: Result) -> Result:
        if not result.suppressed and not result.faults:
            return result
        from .suppressing.settling import unsettled

        return unsettled(result)


def _chosen(rulebook: Rulebook, config: Config) -> tuple[Rule, ...]:
    select, ignore = prefixes_of(rulebook, config.select, "select"), prefixes_of(rulebook, config.ignore, "ignore")
    chosen = choose(rulebook.rules, select, ignore)
    if config.always:
        codes = config.always | {rule.code for rule in chosen}
        chosen = tuple(rule for rule in rulebook.rules if rule.code in codes)
    prefixes = prefixes_of(rulebook, tuple(config.severity), "severity")
    return with_severities(chosen, dict(zip(prefixes, config.severity.values(), strict=True)))


def _no_report(document: Document) -> ReadError:
    letters = sum(len(passage.text) for passage in document.texts())
    has_table = any(isinstance(block, Table) for block in document.blocks)
    if not has_table and letters < 300 and any(isinstance(block, Image) for block in document.blocks):
        words = ("只有图片，没有可读的文字：请改用文字版报告", "only pictures, no text: please give the report as text")
    elif not has_table and not letters:
        words = ("没有文字", "no text")
    else:
        words = (
            "不是政府信息公开工作年度报告：没有找到报告的章节和表格",
            "no government information disclosure annual report: its sections and tables were not found",
        )
        return NoReportError(document.name, *words)
    return ReadError(document.name, *words)
