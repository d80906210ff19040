"""What every page has around it: head, the bar with name and language, the foot."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Child, Markup, el
from ...output.page.signs import outlines
from .icons import icon, tab_icon
from .looks import looks_of
from .surroundings import Surroundings

NAME = Text("政府信息公开年报检查", "Annual report check")
_SKIP = Text("跳到正文", "Skip to the content")
_OTHER = Text("English", "中文")
_PROGRAM = Text("语言与程序", "Language and program")
_QUIT = Text("关闭程序", "Quit")
_API = Text("程序接口", "API")
_LIMIT = Text(
    "程序只核对报告自身的格式、勾稽和表述；数字是否属实，由机关对照台账核定。",
    "Only form, sums and wording are checked; whether the figures are true is for the organ to settle.",
)


def framed(title: str, main: Child, about: Surroundings, *, up: str = "", beside: Child = None) -> str:
    """A whole page. ``up`` leads to the start (``""``: the page is the start); ``beside`` stands after the foot."""
    language = about.language
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("link", rel="icon", href=tab_icon(), type="image/svg+xml"),
        el("title", title),
        *looks_of(up, scripts=not up),
    )
    body = el(
        "body",
        outlines(),
        el("a", _SKIP.in_language(language), href="#main", class_="skip"),
        _bar(about, up),
        el("main", main, id="main", tabindex="-1"),
        _foot(about, up),
        beside,
    )
    lang = "en" if language == "en" else "zh-CN"
    return f"<!doctype html>\n{el('html', head, body, lang=lang)}\n"


def _bar(about: Surroundings, up: str) -> Markup:
    """The program's name, which leads to the start, and the language."""
    language = about.language
    other = "zh" if language == "en" else "en"
    switch = el(
        "a",
        icon("globe"),
        _OTHER.in_language(language),
        href=f"?lang={other}",
        hreflang="zh-CN" if other == "zh" else "en",
        lang="zh-CN" if other == "zh" else "en",
        data_language=other,
        class_="quiet",
    )
    quit_button = el(
        "button", icon("power"), _QUIT.in_language(language), type="button", data_do="quit", class_="quiet"
    )
    return el(
        "header",
        el(
            "a",
            icon("mark"),
            el("span", NAME.in_language(language)),
            href=f"{up or './'}?lang={language}",
            class_="name",
            data_do="start",
        ),
        el("nav", switch, quit_button if about.may_quit else None, aria_label=_PROGRAM.in_language(language)),
        class_="top",
        data_may_quit=about.may_quit,
    )


def _foot(about: Surroundings, up: str) -> Markup:
    language = about.language
    leads = None if up else el("a", _API.in_language(language), href=f"api/?lang={language}")
    program = el("span", f"govreport-lint {about.version}")
    return el("footer", el("span", _LIMIT.in_language(language)), program, leads)
