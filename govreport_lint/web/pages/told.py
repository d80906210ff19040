"""What the script says as things happen: its words stand in the page, so that they are in the page's language."""

from __future__ import annotations

from ...language import Text
from ...output.page.markup import Markup, el
from .surroundings import Surroundings

_WORDS = {
    "reading": Text("正在检查 {name}…", "Checking {name}…"),
    "saving": Text("正在生成文件…", "Making the file…"),
    "saved": Text("已下载：{name}", "Downloaded: {name}"),
    "revised": Text("改动 {count} 处", "{count} changed"),
    "revised-unsaved": Text("改动 {count} 处，尚未下载", "{count} changed, not downloaded"),
    "unreached": Text(
        "程序没有回应：可能已经关闭。请重新打开程序，再试一次。",
        "The program does not answer: it may have been closed. Start it again and try once more.",
    ),
    "odd": Text(
        "程序的回答无法识别（{status}）。请重试。", "The program's answer makes no sense ({status}). Try again."
    ),
    "empty": Text(
        "没有找到文件：文件夹是空的，或者拖入的不是文件。", "No file was found: the folder is empty, or it was no file."
    ),
    "one-only": Text(
        "这个页面一次检查一份年报；多份汇总审核请用命令 govreport-lint audit。",
        "This page checks one report at a time; the audit of several is the command govreport-lint audit.",
    ),
    "unreadable": Text(
        "浏览器读不到 {name}：可能已被移动，或被别的程序占用。请关闭后重试。",
        "The browser cannot read {name}: it was moved or another program holds it. Close it and try again.",
    ),
    "large": Text(
        "{name} 有 {size} MB，超过单个文件 {most} MB 的上限。",
        "{name} has {size} MB, more than the {most} MB of one file.",
    ),
    "blank-file": Text("{name} 是空文件（0 字节）。", "{name} is an empty file (0 bytes)."),
    "previous": Text("上一年：{name}", "Last year: {name}"),
    "no-previous": Text("已取下上一年年报", "Last year's report was taken away"),
    "refused": Text("这处改动没有采纳：{reason}", "This change was not taken: {reason}"),
    "cannot": Text(
        "这种格式不能写回文件；改动只在本页核对，请照着改原件。",
        "This format cannot be written; what you changed is checked on this page only, so change your file by hand.",
    ),
    "unchanged": Text(
        "还没有改动：在左边点数字或句子就能改。", "Nothing is changed yet: click a figure or a sentence to change it."
    ),
    "unannotated": Text("这种格式不能加批注。", "This format takes no comments."),
    "no-name": Text("请填写机关全称，如 示例县示范镇人民政府。", "Give the full name of the public body."),
    "no-year": Text("请填写 2019 到 2100 之间的年份。", "Give a year between 2019 and 2100."),
}


def told_words(about: Surroundings) -> Markup:
    """The words as data of one hidden element; a script fills their {places} as text."""
    data = {f"data-{key}": text.in_language(about.language) for key, text in _WORDS.items()}
    return el("div", id="words", hidden=True, data_most=about.largest, **data)
