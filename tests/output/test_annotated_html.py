"""Reports handed back as pages: every finding marked and linked, nothing else changed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from faulty_layouts import FAULTS, report_with
from layouts import as_html, as_tabs
from reviews import review_of_bytes, review_of_text

from govreport_lint import lint_text
from govreport_lint.output.annotated.annotated_html import annotate_html, html_bytes
from govreport_lint.output.annotated.html_marks import marked_page
from govreport_lint.output.annotated.remark_box import HEAD, STYLE
from govreport_lint.output.annotated.review import Review

SAMPLES = Path(__file__).parent.parent.parent / "samples"
FAULTY = [fault for fault in FAULTS if fault != "faultless"]


class Tags(HTMLParser):
    """The start tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[str] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, str | None] = {}
        for name, value in attrs:
            given.setdefault(name, value)
        self.tags.append((tag, given))
        if tag not in ("a", "p", "span", "strong"):
            self._open = "data-govreport-mark" in given
        elif "data-govreport-mark" in given:
            self._open = True

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self.marked.append(data.strip())
            self._open = False


def without_marks(page: str) -> str:
    """The page as it was before, but for what its head says."""
    page = page.replace(HEAD, "").replace(STYLE, "")
    page = re.sub(r' data-govreport-mark="\w+" title="[^"]*"', "", page)
    page = re.sub(r'<a id="govreport-\d+"></a>', "", page)
    return re.sub(
        r'<div id="govreport-summary".*</div></div></div>|<div id="govreport-summary".*?</div></div>', "", page, count=1
    )


def checked(review: Review, page: str) -> Tags:
    tags = Tags(page)
    ids = [given.get("id") for _, given in tags.tags]
    for number, remark in review.numbered():
        assert ids.count(f"govreport-{number}") == 1, remark
        assert f'href="#govreport-{number}"' in page
    return tags


@pytest.mark.parametrize("fault", FAULTY)
def test_page_is_marked_and_else_as_it_was(fault: str) -> None:
    source = as_html(report_with(fault))
    reviewed = review_of_text(source, "html")
    page = annotate_html(reviewed)
    assert reviewed.result.findings
    checked(reviewed, page)
    assert without_marks(page) == source.replace("<meta charset='utf-8'>", "")


def test_the_wrong_cell_is_marked() -> None:
    for text, format_name in (
        (as_html(report_with("review")), "html"),
        (report_with("review"), "markdown"),
        (as_tabs(report_with("review")), "text"),
    ):
        reviewed = review_of_text(text, format_name)
        assert [finding.code for finding in reviewed.result.findings if finding.severity == "error"] == ["A304"]
        tags = checked(reviewed, annotate_html(reviewed))
        marked = [given for _, given in tags.tags if given.get("data-govreport-mark") == "error"]
        assert len(marked) == 1
        assert "总计(0)" in str(marked[0]["title"])
        assert "0" in tags.marked


def test_sentence_is_marked_in_the_rendering_of_markdown() -> None:
    reviewed = review_of_text(report_with("text and table"))
    page = annotate_html(reviewed)
    checked(reviewed, page)
    assert re.search(r'<mark data-govreport-mark="warning"[^>]*>(?:<a id="govreport-\d+"></a>)?[^<]*15', page)


def test_english() -> None:
    page = annotate_html(review_of_text(report_with("review"), language="en"))
    assert "Summary of the review" in page and "To do:" in page


def test_everything_is_escaped() -> None:
    evil = '<script>alert("x")</script>'
    text = (
        report_with("faultless")
        .replace("规章", "规章&lt;b&gt;")
        .replace("| 行政许可 | 126 |", f"| 行政许可 | {evil}'\" |")
    )
    for page in (annotate_html(review_of_text(text)), annotate_html(review_of_text(as_html(text), "html"))):
        assert not any(tag == "script" for tag, _ in Tags(page).tags)
        assert evil not in page


def test_nothing_new_is_loaded() -> None:
    page = annotate_html(review_of_text(report_with("review")))
    assert not re.search(r"\b(?:src|background|data)\s*=|url\(|@import|https?:", page)


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("<!doctype html><html><head></head><body class='a > b'>", "<body class='a > b'>"),
        ("<!doctype html><html><head><script>'<body>'</script><!-- <body> --></head><BODY>", "<BODY>"),
        ("<!doctype html><html>", "<html>"),
        ("<!doctype html><html><head><title>题</title></head>", "</head>"),
        ("", HEAD),
        ("<!-- closed -->", HEAD),
    ],
)
def test_box_stands_at_the_head_of_the_body(head: str, before: str) -> None:
    reviewed = review_of_text(as_html(report_with("faultless")), "html")
    page = marked_page(reviewed, head + "正文")
    assert page[: page.index(STYLE)].endswith(before)


def test_copy_is_utf_8_whatever_the_page_says() -> None:
    page = as_html(report_with("review")).replace("charset='utf-8'", "charset='gb2312'")
    reviewed = review_of_bytes(page.encode("gbk"), "x.html")
    assert html_bytes(reviewed).decode("utf-8-sig").count("总计(0)") >= 2
    assert html_bytes(reviewed).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "path", sorted(path for path in SAMPLES.iterdir() if path.is_file()), ids=lambda path: path.name
)
def test_samples(path: Path) -> None:
    reviewed = review_of_bytes(path.read_bytes(), path.name)
    checked(reviewed, annotate_html(reviewed))


def test_real_pages(corpus: Path) -> None:
    for path in [*corpus.rglob("*.html"), *corpus.rglob("*.txt"), *corpus.glob("*20*.md")]:
        reviewed = review_of_bytes(path.read_bytes(), path.name)
        checked(reviewed, annotate_html(reviewed))


@pytest.mark.parametrize(
    "source",
    [
        *(as_html(report_with(fault)) for fault in FAULTY),
        "<html><body><p>五、存在的主要问题及改进情况某县政府信息公开工作年度报告</p><p>改进情况：没有。</p></body></html>",
    ],
)
def test_a_copy_that_is_read_again_gives_the_same_findings(source: str) -> None:
    reviewed = review_of_text(source, "html")
    again = lint_text(annotate_html(reviewed), "html")
    assert [each.code for each in again.findings] == [each.code for each in reviewed.result.findings]
    assert any("审核小结" in str(note) for note in again.source.notes)


def test_a_copy_is_not_filled_up_with_the_columns_of_a_damaged_row() -> None:
    damaged = f"<table><tr>{'<td>' * 1400}</tr>{'<tr><td>规章</td><td>0</td></tr>' * 20}</table>\n\n## 三、收到和处理"
    text = report_with("faultless").replace("## 三、收到和处理", damaged)
    page = annotate_html(review_of_text(text))
    assert page.count("<td") < 3000
    assert page.count("规章") >= 20
    assert lint_text(page, "html").report.tables
