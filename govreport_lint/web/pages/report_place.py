"""The place of one report: the bar with what can be done, and where the report itself is put in."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Markup, el
from .icons import icon

_PREVIOUS = Text("放入上一年年报", "Add last year's report")
_PREVIOUS_ABOUT = Text("核对上年结转、现行有效件数等年度衔接", "checks what was carried over from year to year")
_TAKE_AWAY = Text("取下上一年年报", "Take last year's report away")
_UNDO, _REDO = Text("撤销", "Undo"), Text("重做", "Redo")
_DOWNLOADS = Text("下载", "Download")
_PRINT = Text("打印", "Print")
_OTHER = Text("检查另一份", "Check another")
_BAR = Text("这份年报", "This report")
_TABS = Text("文件中的各份年报", "The reports in this file")
_KEEP, _LEAVE = Text("确定", "Keep"), Text("取消", "Cancel")
_NEW_TEXT = Text("这一段的新文字", "The new text of this paragraph")
_SHOWN = Text("检查结果", "What was found")
_KINDS = {
    "edited": (
        Text("改好的文件", "The corrected file"),
        Text("Word 以修订方式标出每处改动", "in Word each change is a tracked change"),
    ),
    "annotated": (
        Text("带批注的文件", "The file with comments"),
        Text("原件加批注，指出每处问题", "your file, each finding as a comment"),
    ),
    "xlsx": (
        Text("问题清单（Excel）", "List of findings (Excel)"),
        Text("一行一个问题，便于销号", "one line a finding"),
    ),
    "html": (
        Text("检查结果（网页）", "Findings (web page)"),
        Text("一个文件，断网也能看", "a single file that needs no network"),
    ),
}
_MACHINES = Text("供程序使用", "For programs")
_MACHINE_KINDS = {"csv": "CSV", "json": "JSON", "sarif": "SARIF"}


def report_place(language: str) -> Markup:
    """The place, empty until a report is shown in it."""
    # What the view writes goes into these four; the shell never looks inside.
    parts = [el(tag, id=f"shown-{name}", class_=f"shown-{name}", tabindex="-1") for name, tag in _PARTS]
    shown = el("div", *parts, id="shown", class_="shown", aria_label=_SHOWN.in_language(language), role="region")
    return el(
        "div",
        _bar(language),
        el("ul", id="notes", class_="notes", hidden=True),
        el("div", id="tabs", class_="tabs", role="tablist", aria_label=_TABS.in_language(language), hidden=True),
        shown,
        # What a change came to is told here: a region is heard only if it was there before its words.
        el("p", id="rechecked", class_="unseen", role="status"),
        _rewriting(language),
        id="report",
        data_place="report",
        hidden=True,
    )


_PARTS = (("title", "header"), ("summary", "div"), ("report", "div"), ("items", "aside"))


def _rewriting(language: str) -> Markup:
    """What stands in the place of a paragraph while it is written anew."""
    keep = el("button", _KEEP.in_language(language), type="submit")
    leave = el("button", _LEAVE.in_language(language), type="button")
    field = el("textarea", aria_label=_NEW_TEXT.in_language(language))
    return el("template", el("form", field, el("p", keep, leave, class_="buttons")), id="rewriting")


def _bar(language: str) -> Markup:
    name = el("span", icon("file"), el("b", id="file-name"), el("small", id="revised", role="status"), class_="whose")
    steps = el("span", _round("undo", _UNDO, language), _round("redo", _REDO, language), class_="steps")
    other = el("button", _OTHER.in_language(language), type="button", data_do="start", class_="quiet")
    acts = el("div", steps, _previous(language), _downloads(language), other, class_="acts")
    return el("div", name, acts, id="bar", class_="bar", role="toolbar", aria_label=_BAR.in_language(language))


def _round(act: str, words: Text, language: str) -> Markup:
    told = words.in_language(language)
    return el(
        "button", icon(act), type="button", data_do=act, aria_label=told, title=told, disabled=True, class_="round"
    )


def _previous(language: str) -> Markup:
    """Where last year's report is put; a real field and its label."""
    take = _TAKE_AWAY.in_language(language)
    return el(
        "span",
        el("input", type="file", id="previous", class_="unseen"),
        el(
            "label",
            icon("years"),
            el("span", _PREVIOUS.in_language(language), id="previous-name"),
            for_="previous",
            class_="button",
            title=_PREVIOUS_ABOUT.in_language(language),
        ),
        el("button", icon("close"), type="button", data_do="no-previous", aria_label=take, title=take, hidden=True,
           class_="round"),
        class_="slot",
        id="previous-slot",
    )  # fmt: skip


def _downloads(language: str) -> Markup:
    """What can be taken along, each with a line on what it is for."""
    kinds = [_kind(key, *words, language) for key, words in _KINDS.items()]
    machines = [el("button", el("b", name), type="button", data_file=key) for key, name in _MACHINE_KINDS.items()]
    rest = el("div", _MACHINES.in_language(language), *machines, class_="machines")
    paper = el("button", el("b", _PRINT.in_language(language)), type="button", data_do="print")
    summary = el("summary", icon("down"), _DOWNLOADS.in_language(language), icon("more"), class_="button main")
    return el("details", summary, el("div", *kinds, paper, rest, class_="menu"), id="downloads", class_="downloads")


def _kind(key: str, title: Text, told: Text, language: str) -> Markup:
    about = el("small", told.in_language(language), data_about=key)
    return el(
        "button", el("b", title.in_language(language), el("i", data_suffix=key)), about, type="button", data_file=key
    )
