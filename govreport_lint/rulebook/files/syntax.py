"""What is said of a file that is no TOML, or cannot be opened."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import RuleError, Spot
from ...language import Text
from .positions import spot_at

# What the parser says, by how it begins, in the words of who writes a pack.
_SAID = {
    "Cannot overwrite a value": ("同一个键写了两次", "a key stands twice"),
    "Cannot mutate": ("同一个键写了两次", "a key stands twice"),
    "Duplicate inline table key": ("同一个键写了两次", "a key stands twice"),
    "Cannot declare": ("同一个表头写了两次", "a table stands twice"),
    "Cannot redefine": ("同一个表头写了两次", "a table stands twice"),
    "Expected '=' after a key": ("键的后面缺少“=”", "there is no = after the key"),
    "Invalid initial character for a key part": ("键的写法有误", "no key"),
    "Expected ']": ("表头的方括号没有配对", "a bracket of a table's header is missing"),
    "Unclosed array": ("方括号没有配对，或两项之间缺少逗号", "a bracket without a partner, or no comma between items"),
    "Unclosed inline table": (
        "花括号没有配对，或两项之间缺少逗号",
        "a brace without a partner, or no comma between items",
    ),
    "Unterminated string": ("引号没有配对", "a quote has no partner"),
    "Illegal character": (
        "文字里有换行或控制字符，或引号没有配对",
        "a line end or a control character in a text, or a quote without a partner",
    ),
    "Unescaped": ("双引号里的反斜杠要写两个，或把双引号改为单引号", "write a backslash twice, or use single quotes"),
    "Expected newline or end of document": ("一行只能写一个键", "one key a line"),
    "Invalid statement": ("这一行不是“键 = 值”，也不是“[表头]”", "neither key = value nor a [header]"),
    "Invalid value": ("值的写法有误，文字要加引号", "no value: texts stand in quotes"),
}  # fmt: skip
_FULL_WIDTH = dict(zip("“”‘’＝，［］｛｝＃．", "\"\"''=,[]{}#.", strict=True))

_NO_FILE = Text("没有这个文件", "there is no such file")
_FOLDER = Text("这是文件夹，不是文件", "a folder, not a file")


def syntax_error(path: Path, error: Exception) -> RuleError:
    """A file that is no TOML, or cannot be opened."""
    if isinstance(error, UnicodeDecodeError):
        return _no_utf8(path, error)
    document, at = getattr(error, "doc", None), getattr(error, "pos", None)
    if isinstance(document, str) and isinstance(at, int):
        return RuleError(str(path), _reason(document, at, str(getattr(error, "msg", error))), _spot(document, at))
    if isinstance(error, FileNotFoundError):
        return RuleError(str(path), _NO_FILE)
    if isinstance(error, IsADirectoryError):
        return RuleError(str(path), _FOLDER)
    if isinstance(error, OSError):
        words = error.strerror or str(error)
        return RuleError(str(path), Text(f"无法打开：{words}", f"cannot be opened: {words}"))
    return RuleError(str(path), Text(f"不是有效的 TOML：{error}", f"no valid TOML: {error}"))


def _reason(document: str, at: int, said: str) -> Text:
    mark = document[at : at + 1]
    if mark in _FULL_WIDTH and mark:
        half = _FULL_WIDTH[mark]
        return Text(
            f"不是有效的 TOML：这里的“{mark}”是全角符号，应为半角的 {half}",
            f"no valid TOML: “{mark}” is full-width; write {half}",
        )
    known = next((words for begins, words in _SAID.items() if said.startswith(begins)), (said, said))
    return Text(f"不是有效的 TOML：{known[0]}", f"no valid TOML: {known[1]}")


def _spot(document: str, at: int) -> Spot:
    """Where it stands; at the end of the document the end of its last line."""
    end = len(document.rstrip())
    at = min(at, end)
    word = re.compile(r"\S*").match(document, at)
    return spot_at(document, at, word.end() if word else at)


def _no_utf8(path: Path, error: UnicodeDecodeError) -> RuleError:
    before = error.object[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")
    line_end = error.object.find(b"\n", error.start)
    rest = error.object[error.start : None if line_end < 0 else line_end].decode("utf-8", "replace")
    line = error.object.count(b"\n", 0, error.start) + 1
    reason = Text(
        "不是 UTF-8 编码的文字：请用记事本另存为，编码选 UTF-8",
        "no text in UTF-8: save it again with the encoding UTF-8",
    )
    return RuleError(str(path), reason, Spot(line, len(before) + 1, 1, before + rest.rstrip("\r")))
