"""The outputs that results can be written in: the one registry. A new output is one file and one entry here.

An output is given the files one after the other: ``start``, then ``result`` or ``problem`` for each, then ``close``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from msgspec import Struct

from ..language import Text
from .run import Output, Run


class OutputFormat(Struct, frozen=True):
    """An output by its name. ``machine``: it is for programs, so UTF-8 and nothing else on the stream.

    ``about`` says what it is for. ``binary``: it writes bytes to the ``buffer`` of its stream, so it needs a file or a
    pipe. ``open`` raises ``OutputError`` where a library is missing or the stream takes no bytes.
    """

    name: str
    machine: bool
    open: Callable[[TextIO, Run], Output]
    about: Text
    binary: bool = False


def output_formats() -> tuple[OutputFormat, ...]:
    """Every output, the usual one first."""
    return (
        OutputFormat("text", False, _text, Text("供人阅读", "for people")),
        OutputFormat("concise", False, _concise, Text("一行一个问题", "one line a finding")),
        OutputFormat("json", True, _json, Text("供程序使用", "for programs")),
        OutputFormat("jsonl", True, _jsonl, Text("一行一个文件的 JSON", "JSON, one line a file")),
        OutputFormat("sarif", True, _sarif, Text("代码扫描、编辑器", "code scanning, editors")),
        OutputFormat("github", True, _github, Text("GitHub Actions 的批注", "annotations of GitHub Actions")),
        OutputFormat("gitlab", True, _gitlab, Text("GitLab 的 Code Quality", "Code Quality of GitLab")),
        OutputFormat("junit", True, _junit, Text("Jenkins 等的测试报告", "test reports of Jenkins and others")),
        OutputFormat("csv", True, _csv, Text("表格，一行一个问题", "a table, one row a finding")),
        OutputFormat("xlsx", True, _xlsx, Text("工作簿", "a workbook"), binary=True),
        OutputFormat("markdown", True, _markdown, Text("合并请求的评论、群消息", "pull-request comments, chats")),
        OutputFormat("html", True, _html, Text("一个网页，自成一体", "one web page, complete in itself")),
    )


def output_format(name: str) -> OutputFormat:
    """The output with a name; raises ``KeyError``."""
    return {known.name: known for known in output_formats()}[name]


def _text(stream: TextIO, run: Run) -> Output:
    from .terminal.findings import TerminalWriter

    return TerminalWriter(stream, run)


def _concise(stream: TextIO, run: Run) -> Output:
    from .brief.concise import ConciseWriter

    return ConciseWriter(stream, run)


def _json(stream: TextIO, run: Run) -> Output:
    from .data.json import JsonWriter

    return JsonWriter(stream, run)


def _jsonl(stream: TextIO, run: Run) -> Output:
    from .data.jsonl import JsonLinesWriter

    return JsonLinesWriter(stream, run)


def _sarif(stream: TextIO, run: Run) -> Output:
    from .data.sarif.log import SarifWriter

    return SarifWriter(stream, run)


def _github(stream: TextIO, run: Run) -> Output:
    from .brief.github import GithubWriter

    return GithubWriter(stream, run)


def _gitlab(stream: TextIO, run: Run) -> Output:
    from .data.gitlab import GitlabWriter

    return GitlabWriter(stream, run)


def _junit(stream: TextIO, run: Run) -> Output:
    from .data.junit import JunitWriter

    return JunitWriter(stream, run)


def _csv(stream: TextIO, run: Run) -> Output:
    from .data.findings_csv import FindingsCsvWriter

    return FindingsCsvWriter(stream, run)


def _xlsx(stream: TextIO, run: Run) -> Output:
    from .workbook.findings_book import FindingsBookWriter

    return FindingsBookWriter(stream, run)


def _markdown(stream: TextIO, run: Run) -> Output:
    from .brief.markdown import MarkdownWriter

    return MarkdownWriter(stream, run)


def _html(stream: TextIO, run: Run) -> Output:
    from .page.results_page import PageWriter

    return PageWriter(stream, run)
