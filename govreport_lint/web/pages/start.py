"""The page itself: the start, and the places that it leads to. A script shows one of them at a time."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Child, Markup, el
from .blank_form import blank_form
from .frame import NAME, framed
from .icons import icon
from .report_place import report_place
from .surroundings import Surroundings
from .told import told_words
from .waiting import ended_place, failed_place, leaving_dialog, working_place

_TITLE = Text("报送之前，先核对一遍", "Check it before you hand it in")
# Two parts, so that a line is broken between them.
_LEAD = (
    Text(
        "检查政府信息公开工作年度报告的格式、勾稽关系和表述：",
        "Checks the form, the sums and the wording of a government information disclosure annual report: ",
    ),
    Text(
        "哪一格不平、差多少、怎样改，逐条指出。", "which cell does not balance, by how much, and how to put it right."
    ),
)
_DROP = Text("把年报拖到这里", "Drop the report here")
_TOUCH = Text("选一份年报", "Choose a report")
_RELEASE = Text("松手，开始检查", "Let go to begin")
_FILE, _FOLDER = Text("选择文件", "Choose files"), Text("选择文件夹", "Choose a folder")
_ONE = Text("一份年报：逐条检查", "One report: checked line by line")
_MANY = Text(
    "多份、整个文件夹或压缩包（zip）：全县汇总审核",
    "Several, a folder or a zip: the audit of a whole county",
)
_FORMATS = Text("Word、WPS、PDF、网页、Excel、Markdown、文本", "Word, WPS, PDF, web page, Excel, Markdown, text")
_LARGEST = Text("单个文件不超过 {most} MB", "at most {most} MB a file")
_OTHERWISE = Text("没有现成的年报？", "No report at hand?")
_BLANK = Text("写一份新的：空白模板", "Start a new one: blank template")
_BLANK_ABOUT = Text(
    "统一格式的三张表，上年结转可从上一年年报带入。",
    "The official form with its three tables; what was carried over comes from last year's report.",
)
_SAMPLE = Text("试一试：看一份样例", "Try it: look at a sample")
_SAMPLE_ABOUT = Text(
    "一份示例镇的年报，里面有几处常见错误。", "The report of a made-up town, with a few of the usual mistakes."
)
_LOCAL = Text("文件不出这台电脑", "Files stay on this computer")
_LOCAL_ABOUT = Text(
    "检查在本机完成，不联网、不上传；关掉页面，什么也不留下；原文件从不改动。",
    "Everything is done on this machine; nothing is sent anywhere, nothing is kept, your file is never changed.",
)
_REMOTE = Text("文件只送到运行本程序的这台服务器", "Files go to the server of this page and no further")
_REMOTE_ABOUT = Text(
    "检查完即删，不留存、不再发往别处；原文件从不改动。",
    "They are deleted once checked, neither kept nor passed on; your file is never changed.",
)
_SCRIPT = Text(
    "这个页面要用脚本：请在浏览器设置中允许 JavaScript，再刷新。",
    "This page needs its script: allow JavaScript in the browser and load the page again.",
)
_AUDIT = Text("全县汇总审核", "Audit of a county")


def start_page(about: Surroundings, audit: Child = None) -> str:
    """The start page with all its places.

    ``audit`` is what stands in the place of the audit; without it no more than one report is asked for.
    """
    language, many = about.language, audit is not None
    auditing = el("div", audit, id="audit", data_place="audit", hidden=True, aria_label=_AUDIT.in_language(language))
    places = (
        el("div", *_start(about, many=many), id="start", data_place="start"),
        working_place(language),
        failed_place(language),
        report_place(language),
        auditing if many else None,
        ended_place(language),
        el("noscript", el("p", _SCRIPT.in_language(language), class_="middle")),
    )
    beside = el("div", blank_form(language), leaving_dialog(language), told_words(about))
    main = el("div", *places, class_="places")
    return framed(NAME.in_language(language), main, about, beside=beside)


def _start(about: Surroundings, *, many: bool) -> tuple[Markup, ...]:
    language = about.language
    head = el(
        "header",
        el("h1", _TITLE.in_language(language)),
        el("p", *(el("span", part.in_language(language)) for part in _LEAD), class_="lead"),
        class_="opening",
    )
    return head, el("div", _drop(about, many=many), _otherwise(language), class_="begin"), _promise(about)


def _drop(about: Surroundings, *, many: bool) -> Markup:
    """The area that takes files; its fields are real ones, so that the keyboard and a screen reader find them."""
    language = about.language
    most = str(about.largest // (1024 * 1024))
    folder = (
        el("input", type="file", id="folder", webkitdirectory=True, multiple=True, class_="unseen"),
        el("label", icon("folder"), _FOLDER.in_language(language), for_="folder", class_="button"),
    )
    fields = el(
        "p",
        el("input", type="file", id="files", multiple=many, class_="unseen"),
        el("label", icon("file"), _FILE.in_language(language), for_="files", class_="button main"),
        *(folder if many else ()),
        class_="buttons",
    )
    return el(
        "div",
        _picture(),
        el("p", el("span", _DROP.in_language(language), class_="resting"),
           el("span", _TOUCH.in_language(language), class_="touch"),
           el("span", _RELEASE.in_language(language), class_="over"), class_="invites"),
        fields,
        el("ul", el("li", _ONE.in_language(language)),
           el("li", _MANY.in_language(language)) if many else None, class_="leads"),
        el("p", el("span", _FORMATS.in_language(language)),
           el("span", _LARGEST.filled(most=most).in_language(language)), class_="formats"),
        id="drop",
    )  # fmt: skip


def _picture() -> Markup:
    """A sheet with a table, one cell of it marked."""
    cells = [
        el("rect", x=24 + 26 * column, y=48 + 15 * row, width=20, height=9, rx=2, class_="cell")
        for row in range(3)
        for column in range(3)
        if (row, column) != (1, 2)
    ]
    return el(
        "svg",
        el("path", d="M14 6h70l24 24v76a6 6 0 0 1-6 6H14a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6Z", class_="paper"),
        el("path", d="M84 6v18a6 6 0 0 0 6 6h18", class_="fold"),
        el("path", d="M24 24h40M24 34h28", class_="line"),
        *cells,
        el("rect", x=72, y=59, width=28, height=17, rx=4, class_="wrong"),
        el("path", d="M79 67.5h14", class_="figure"),
        class_="picture",
        viewBox="0 0 116 118",
        aria_hidden="true",
    )


def _otherwise(language: str) -> Markup:
    """What to do without a report: a blank one, a sample."""
    return el(
        "aside",
        el("h2", _OTHERWISE.in_language(language)),
        _card("blank", _BLANK, _BLANK_ABOUT, language),
        _card("sample", _SAMPLE, _SAMPLE_ABOUT, language),
    )


def _card(act: str, title: Text, told: Text, language: str) -> Markup:
    words = el("span", el("b", title.in_language(language)), el("small", told.in_language(language)))
    return el(
        "button", icon({"blank": "blank", "sample": "try"}[act]), words, type="button", data_do=act, class_="card"
    )


def _promise(about: Surroundings) -> Markup:
    """What leaves the machine, said plainly."""
    title, told = (_LOCAL, _LOCAL_ABOUT) if about.local else (_REMOTE, _REMOTE_ABOUT)
    words = el("span", el("b", title.in_language(about.language)), " ", told.in_language(about.language))
    return el("p", icon("safe"), words, class_="promise")
