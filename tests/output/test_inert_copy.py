"""Pages handed back are inert: nothing of the report's page runs, loads, or sends anything, in any browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import SAMPLES
from faulty_layouts import report_with
from layouts import as_html
from reviews import review_of_text
from spoiled_pages import spoiled

from govreport_lint import ReadError
from govreport_lint.output.annotated.annotated_html import annotate_html

REPORT = as_html(report_with("review"))
TAGS = {
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "form", "svg", "math", "audio",
    "video", "source", "noscript", "template", "plaintext", "xmp",
}  # fmt: skip
OURS = re.compile(r"Content-Security-Policy|viewport|^$")


class Active(HTMLParser):
    """What of a page could do anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += [tag] if tag in TAGS else []
        self.found += [
            name for name in given if name.startswith("on") or name in ("action", "formaction", "target", "ping")
        ]
        self.found += [name for name in given if name in ("src", "srcset", "background", "poster", "data", "srcdoc")]
        if tag == "meta" and not OURS.search(given.get("http-equiv", "") + given.get("name", "")):
            self.found.append("meta")
        if re.match(r"\s*(?:javascript|vbscript|data)\s*:", given.get("href", ""), re.IGNORECASE):
            self.found.append("href")
        if re.search(r"url\(|expression\(|@import", given.get("style", ""), re.IGNORECASE):
            self.found.append("style")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and re.search(r"url\(|@import|expression\(", data, re.IGNORECASE):
            self.found.append(data)


def copied(part: str) -> str:
    """The copy of a report with something of an attacker at its head and in a cell."""
    page = REPORT.replace("<body>", f"<body>{part}<p>前言</p>").replace("<td", f"<td title='1'>{part}</td><td", 1)
    return annotate_html(review_of_text(page, "html"))


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=//x.example/a.js></SCRIPT >",
        "<script/>alert(1)</script>",
        "<!--><script>alert(1)</script>-->",
        "<!--a--!><script>alert(1)</script>-->",
        "<!-- a -- ><script>alert(1)</script>",
        "<![CDATA[><script>alert(1)</script>]]>",
        "<?a><script>alert(1)</script>?>",
        "<img src=x onerror=alert(1)>",
        "<img/src='x'/onerror='alert(1)'>",
        '<p title="a"onclick=alert(1)>',
        "<p\n\fonclick\n=\n'alert(1)'>",
        "<p title='a' \"onclick=alert(1)>",
        "<p title='\"><img src=x onerror=alert(1)>'>",
        "<p title=`><img src=x onerror=alert(1)>`>",
        "<textarea><script>alert(1)</script></textarea>",
        "<textarea></textarea x><script>alert(1)</script>",
        "<title></title/><script>alert(1)</script></title>",
        "<style></style x><script>alert(1)</script></style>",
        "<style>@import 'http://x.example/a.css';p{background:url(http://x.example/a.png)}</style>",
        "<style>p{background:u\\72l(http://x.example/a.png)}@im\\70ort 'x';</style>",
        "<style>p{background:image-set('http://x.example/a.png' 1x)}a{color:u@import 'x';rl(http://x.example)}</style>",
        '<p style="background:u&#114;l(http://x.example/a.png)">',
        "<p style='width:expression(alert(1))'>",
        "<base href=http://x.example/>",
        "<meta http-equiv=refresh content='0;url=http://x.example/'>",
        "<link rel=stylesheet href=http://x.example/a.css>",
        "<iframe src=http://x.example/></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<frameset><frame src=x></frameset>",
        "<object data=http://x.example/a.swf><embed src=x></object>",
        "<form action=http://x.example/ target=_blank><input name=a><button formaction=x>发</button></form>",
        "<a href='javascript:alert(1)'>a</a><a href=' java&#10;script:alert(1)'>b</a><a href='&#1;javascript:x'>c</a>",
        "<a href=data:text/html,x>a</a><a href=//x.example ping=//x.example/p target=_top>b</a>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg onload=alert(1)>",
        "<svg><g><path onload=alert(1)>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></p></noscript>",
        "<noembed><p title='</noembed><img src=x onerror=alert(1)>'></p></noembed>",
        "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></p></xmp>",
        "<template><img src=x onerror=alert(1)></template>",
        "<video poster=x src=x><source src=x></video><audio src=x></audio>",
        "<table background=http://x.example/a.png><td background=x>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script><p xlink:href=javascript:x>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'><img srcset='http://x.example/a 1x'>",
        "<p\0onclick=alert(1)><a/onclick=alert(1)/b>",
        "<body onload=alert(1)><html onclick=x>",
        "<plaintext>",
        "</p onclick=alert(1)>",
    ],
)
def test_nothing_of_the_page_is_active(part: str) -> None:
    assert Active(copied(part)).found == []


def test_script_without_an_end() -> None:
    page = REPORT.replace("</body>", "<script>alert(1)</body>")
    assert Active(annotate_html(review_of_text(page, "html"))).found == []


def test_browsers_are_told_as_well() -> None:
    for page in (copied(""), annotate_html(review_of_text(report_with("review")))):
        head = page[: page.index("</head>")]
        assert "default-src 'none'" in head
        assert 'name="viewport"' in head
        assert "overflow-x:auto" in page
        assert "<script" not in page and "onclick" not in page


def test_what_describes_the_page_stays() -> None:
    kept = (
        '<p class="a" style="color:red" lang=EN-US>甲</p><a href="https://x.example/?a=1&amp;b=2" title=\'t\'>乙</a>'
        '<img src="data:image/png;base64,AAAA" alt=图><td colspan=3 rowspan="2" x:num>丙</td><font color=#f00>丁</font>'
        "<o:p></o:p><br/><ul><li value=3>1 &lt; 2</li></ul>"
    )
    assert kept in copied(kept)


@pytest.mark.parametrize("name", ["form", "xmp", "plaintext"])
def test_what_an_element_hid_stays_hidden_without_it(name: str) -> None:
    page = copied(f"<{name} style='display:none' action=x><p>第九部分</p></{name}><p>乙</p>")
    assert "<div style='display:none'><p>第九部分</p></div><p>乙</p>" in page.replace('"', "'")
    assert "第九部分" not in str(review_of_text(page, "html").opened.document.blocks)


def test_between_the_rows_of_a_table_no_part_is_put() -> None:
    rows = "<table><form style='display:none'><tr><td>甲</td></tr></form><tr><form><td>乙</td></form></tr></table>"
    assert "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>" in copied(rows)


def test_a_mark_without_an_end_stays_text() -> None:
    assert "<p>1 &lt; 2 &lt;&lt; 3</p>" in copied("<p>1 < 2 << 3</p>")


def test_merged_cells_stay_merged() -> None:
    text = (SAMPLES / "zone-2021.html-in-markdown.md").read_text("utf-8")
    page = annotate_html(review_of_text(text))
    spans = re.findall(r'(?:row|col)span="?(\d{2,}|[2-9])', text)
    assert sorted(spans) == sorted(re.findall(r'(?:row|col)span="(\d+)', page)) != []


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.html")), ids=lambda path: path.name)
def test_spoiled_pages_come_back_inert(path: Path) -> None:
    for page in spoiled([path.read_text("utf-8")], 40, seed=1):
        try:
            reviewed = review_of_text("<html><p onclick='x'>" + page, "html")
        except ReadError:
            continue
        assert Active(annotate_html(reviewed)).found == []
