"""A new report as a form: whose, for which year, as what kind of file, with last year's report beside it."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Child, Markup, el
from .icons import icon

_TITLE = Text("空白模板", "Blank template")
_ABOUT = Text(
    "统一格式的六个部分和三张表，数字先填 0，勾稽先平。",
    "The six parts and three tables of the official form; every figure starts at 0, so it balances.",
)
_ORGAN, _EXAMPLE = Text("机关全称", "Public body"), Text("示例县示范镇人民政府", "示例县示范镇人民政府")
_YEAR = Text("年度", "Year")
_FORMAT = Text("文件格式", "File format")
_FORMATS = {"docx": Text("Word", "Word"), "html": Text("网页", "Web page"), "md": Text("Markdown", "Markdown")}
_CHOOSE = Text("选择上一年年报", "Choose last year's report")
_PREVIOUS = Text("上一年年报（可不选）", "Last year's report (optional)")
_PREVIOUS_ABOUT = Text(
    "选了就把它的“结转下年度继续办理”填进“上年结转”。", "Its carried-over applications become this year's carried-in."
)
_DOWNLOAD, _CLOSE = Text("下载模板", "Download"), Text("关闭", "Close")


def blank_form(language: str) -> Markup:
    """The form in a dialog; a script sends it and saves what comes back."""
    title = el("h2", _TITLE.in_language(language), id="blank-title")
    close = el(
        "button", icon("close"), type="button", aria_label=_CLOSE.in_language(language), data_do="close", class_="round"
    )
    form = el(
        "form",
        el("div", title, close, class_="heading"),
        el("p", _ABOUT.in_language(language), class_="soft"),
        _field(_ORGAN, _organ(), language),
        el("div", _field(_YEAR, _year(), language), _formats(language), class_="beside"),
        _previous(language),
        el("p", id="blank-said", class_="why", role="alert", hidden=True),
        el("p", el("button", icon("down"), _DOWNLOAD.in_language(language), class_="main"), class_="buttons"),
        id="blank-form",
        novalidate=True,
    )
    return el("dialog", form, id="blank", aria_labelledby="blank-title")


def _organ() -> Markup:
    """The first field, in which writing begins."""
    return el(
        "input",
        name="organ",
        id="blank-organ",
        maxlength=100,
        required=True,
        autofocus=True,
        autocomplete="organization",
        placeholder=_EXAMPLE.zh,
    )


def _year() -> Markup:
    return el("input", name="year", id="blank-year", type="number", min=2019, max=2100, required=True)


def _previous(language: str) -> Markup:
    """A real field whose words are ours: a browser would say it in its own language."""
    choose = el("label", icon("years"), _CHOOSE.in_language(language), for_="blank-previous", class_="button")
    chosen = el("span", el("input", name="previous", id="blank-previous", type="file", class_="unseen"), choose,
                el("small", id="blank-previous-name", role="status"), class_="choice")  # fmt: skip
    told = el("small", _PREVIOUS_ABOUT.in_language(language))
    return el("div", el("span", _PREVIOUS.in_language(language), class_="label"), chosen, told, class_="field")


def _field(label: Text, field: Child, language: str) -> Markup:
    return el("label", el("span", label.in_language(language), class_="label"), field, class_="field")


def _formats(language: str) -> Markup:
    """The kinds of file, one of them chosen."""
    choices = (
        el(
            "label",
            el("input", type="radio", name="format", value=key, checked=key == "docx"),
            el("span", words.in_language(language)),
        )
        for key, words in _FORMATS.items()
    )
    legend = el("legend", _FORMAT.in_language(language), class_="label")
    return el("fieldset", legend, el("div", *choices, class_="segments"), class_="field")
