"""The places between: a file is being checked, it could not be, the program has ended, changes would be lost."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Markup, el
from .icons import icon

_WORKING = Text("正在检查", "Checking")
_WORKING_ABOUT = Text(
    "一般不到一秒；旧版 Word 和扫描件慢一些。", "Usually under a second; old Word files and scans take longer."
)
_CANCEL = Text("取消", "Cancel")
_FAILED = Text("这份文件没能检查", "This file could not be checked")
_OTHER_FILE, _AGAIN = Text("换一个文件", "Choose another file"), Text("再试一次", "Try again")
_UNTOUCHED = Text("原文件没有改动。", "Your file was not changed.")
_ENDED = Text("程序已关闭", "The program has ended")
_ENDED_ABOUT = Text(
    "这个页面可以关掉了。要再用，请重新打开程序。",
    "You may close this page. To use it again, start the program again.",
)
_LEAVE = Text("改动还没有下载", "Your changes are not downloaded")
_LEAVE_ABOUT = Text(
    "离开后，在页面上改的内容就没有了；原文件没有改动。",
    "If you leave, what you changed on this page is gone; your file itself was not changed.",
)
_STAY, _GO = Text("留下", "Stay"), Text("不要了，离开", "Leave without them")


def working_place(language: str) -> Markup:
    """While a file is worked on."""
    return el(
        "section",
        el("div", class_="runner", aria_hidden="true"),
        el("p", _WORKING.in_language(language), id="working-on", class_="large", role="status"),
        el("p", _WORKING_ABOUT.in_language(language), class_="soft"),
        el("p", el("button", _CANCEL.in_language(language), type="button", data_do="cancel")),
        class_="middle",
        id="working",
        data_place="working",
        hidden=True,
    )


def failed_place(language: str) -> Markup:
    """Why a file has no result, and what can be done."""
    return el(
        "section",
        icon("alarm"),
        el("h1", _FAILED.in_language(language), tabindex="-1", id="failed-head"),
        el("p", id="failed-name", class_="soft"),
        el("p", id="failed-why", class_="why", role="alert"),
        el(
            "p",
            el("button", _OTHER_FILE.in_language(language), type="button", data_do="choose", class_="main"),
            el("button", _AGAIN.in_language(language), type="button", data_do="again"),
            class_="buttons",
        ),
        el("p", _UNTOUCHED.in_language(language), class_="soft"),
        class_="middle failed",
        id="failed",
        data_place="failed",
        hidden=True,
    )


def ended_place(language: str) -> Markup:
    """After the program was told to end."""
    return el(
        "section",
        icon("done"),
        el("h1", _ENDED.in_language(language), tabindex="-1"),
        el("p", _ENDED_ABOUT.in_language(language), class_="soft"),
        class_="middle ended",
        id="ended",
        data_place="ended",
        hidden=True,
    )


def leaving_dialog(language: str) -> Markup:
    """Asked before changes that were not downloaded are lost."""
    return el(
        "dialog",
        el("h2", _LEAVE.in_language(language), id="leaving-title"),
        el("p", _LEAVE_ABOUT.in_language(language), class_="soft"),
        el(
            "form",
            el("button", _STAY.in_language(language), value="stay", class_="main"),
            el("button", _GO.in_language(language), value="leave"),
            method="dialog",
            class_="buttons",
        ),
        id="leaving",
        aria_labelledby="leaving-title",
    )
