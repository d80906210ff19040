"""The families of rules in a word each, by the letter of their codes."""

from __future__ import annotations

from ..language import Text, same

_FAMILIES = {
    "S": Text("章节", "Structure"), "T": Text("表格", "Tables"), "A": Text("勾稽", "Sums"),
    "Z": Text("零值", "Zeros"), "N": Text("文表", "Text and tables"), "D": Text("日期名称", "Dates, names"),
    "L": Text("表述", "Wording"), "H": Text("年度衔接", "Year to year"), "R": Text("汇总", "Roll-up"),
}  # fmt: skip


def family_words(letter: str) -> Text:
    """What a family is called; one of a pack of one's own by its letter."""
    return _FAMILIES.get(letter, same(letter))
