"""The place of a county's audit: what lies beside the reports, how far the work is, its numbers and papers."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Child, Markup, el, joined
from .icons import icon

_TITLE = Text("全县汇总审核", "Audit of a county")
_READY = Text("已放入 {count} 个文件", "{count} files are here")
_READY_ONE = Text("已放入 1 个文件", "one file is here")
_BEGIN, _CANCEL = Text("开始核验", "Begin the audit"), Text("取消", "Cancel")
_BESIDE = Text("另有材料？一并核对（可不填）", "More papers to check against (optional)")
_FIELDS = (
    ("previous", Text("上年年报", "Last year's reports"), Text("多个文件或压缩包", "files or a zip"), True),
    ("units", Text("单位名单", "List of units"), Text("units.csv 或 .xlsx", "units.csv or .xlsx"), False),
    ("workbook", Text("汇总表", "Roll-up workbook"), Text("各单位汇总的 .xlsx", "the .xlsx of all units"), False),
    ("county", Text("本级年报", "The county's own report"), Text("核对逐级汇总", "sums are checked against it"), False),
)
_DATE = Text("检查日期", "Date of the audit")
_QUEUED = Text("排队中，前面还有 {ahead} 项", "waiting, {ahead} before it")
_STAGES = {
    "reading": Text("读取", "Reading"),
    "judging": Text("核验", "Judging"),
    "writing": Text("写出结果", "Writing the papers"),
}
_STEP = Text("{stage} {done} / {total} · {name}", "{stage} {done} / {total} · {name}")
_LEFT = Text("约剩 {seconds} 秒", "about {seconds} s left")
_SENDING = Text("正在送入文件", "taking the files in")
_CALLED_OFF = Text("已取消", "cancelled")
_PAPERS = (
    ("audit.xlsx", Text("核验工作簿", "Workbook")),
    ("letters.zip", Text("审核意见（信函）", "Letters")),
    ("out.zip", Text("全部结果", "Everything")),
    ("audit.json", Text("JSON", "JSON")),
)
_WHOLE = Text("打开完整页面", "Open the whole page")
_CHINESE = Text("", "The papers of the audit are in Chinese.")
_SEARCH = Text("按单位名称筛选", "Filter by name")
_SEEN = Text("显示 {count} / {all} 个单位", "{count} of {all} units")
_NONE = Text("没有符合条件的单位", "no such unit")
_TAKE_ALONG = Text("结果文件", "Papers")
_GONE = Text("与程序的连接断了，请重试", "the connection was lost; please try again")


def audit_place(language: str) -> Markup:
    """Three states after one another: the papers, the work, the result."""
    return joined((_papers(language), _working(language), _result(language), _words(language)))


def _papers(language: str) -> Markup:
    fields = [_field(*field, language) for field in _FIELDS]
    date = el(
        "label",
        el("span", _DATE.in_language(language), class_="label"),
        el("input", type="date", name="date"),
        class_="field",
    )
    more = el(
        "details", el("summary", _BESIDE.in_language(language)), el("div", *fields, date, class_="audit-fields"),
        class_="more",
    )  # fmt: skip
    return el(
        "form",
        el("h1", _TITLE.in_language(language), tabindex="-1"),
        el("p", class_="large", data_count=True),
        el("ul", class_="audit-files"),
        more,
        el("p", class_="why", role="alert"),
        el("p", el("button", _BEGIN.in_language(language), type="submit", class_="button main"), class_="buttons"),
        id="audit-form",
        class_="audit-form",
    )


def _field(name: str, title: Text, about: Text, many: bool, language: str) -> Markup:
    return el(
        "label",
        el("span", title.in_language(language), " ", el("small", about.in_language(language)), class_="label"),
        el("input", type="file", name=name, multiple=many),
        class_="field",
    )


def _working(language: str) -> Markup:
    return el(
        "div",
        el("h1", _TITLE.in_language(language), tabindex="-1"),
        el("progress", aria_label=_TITLE.in_language(language)),
        el("p", role="status", class_="large", data_step=True),
        el("p", el("button", _CANCEL.in_language(language), type="button", data_audit="cancel"), class_="buttons"),
        id="audit-working",
        class_="middle",
        hidden=True,
    )


def _result(language: str) -> Markup:
    told = [(name, words.in_language(language)) for name, words in _PAPERS]
    links = [el("a", icon("down"), words, data_paper=name, class_="button") for name, words in told]
    page = el(
        "a", _WHOLE.in_language(language), data_paper="audit.html", target="_blank", rel="noopener",
        class_="button main",
    )  # fmt: skip
    note: Child = el("small", _CHINESE.in_language(language)) if language == "en" else None
    label = _TAKE_ALONG.in_language(language)
    return el(
        "div",
        el("p", id="audit-gone", class_="why", role="alert"),
        el("div", id="audit-head"),
        el("div", page, *links, note, class_="audit-papers", role="group", aria_label=label),
        _search(language),
        el("div", id="audit-matrix"),
        id="audit-result",
        hidden=True,
    )


def _search(language: str) -> Markup:
    label = _SEARCH.in_language(language)
    field = el("input", type="search", placeholder=label, aria_label=label, id="audit-search", autocomplete="off")
    return el("p", field, el("span", id="audit-seen", role="status", class_="soft"), class_="audit-search")


def _words(language: str) -> Markup:
    told = {
        "ready": _READY, "ready-one": _READY_ONE, "queued": _QUEUED, "step": _STEP, "left": _LEFT,
        "cancelled": _CALLED_OFF, "gone": _GONE, "sending": _SENDING, "seen": _SEEN, "none": _NONE, **_STAGES,
    }  # fmt: skip
    data = {f"data-{key}": words.in_language(language) for key, words in told.items()}
    return el("div", id="audit-words", hidden=True, **data)
