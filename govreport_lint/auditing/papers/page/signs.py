"""The signs of the page: a shape and a word for each conclusion, the families of rules by letter, figures."""

from __future__ import annotations

from decimal import Decimal

from ....output.page.markup import Markup, el
from ....output.page.signs import shape
from ...audited import Conclusion

FAMILIES = {
    "S": "章节", "T": "表格", "A": "勾稽", "Z": "零值", "N": "文表",
    "D": "日期名称", "L": "表述", "H": "年度衔接", "R": "汇总",
}  # fmt: skip
OTHER = "其他"
_NOT_JUDGED = "未核验"
_CONCLUSIONS = {
    Conclusion.RETURN: "error",
    Conclusion.VERIFY: "warning",
    Conclusion.PASS: "pass",
    Conclusion.NONE: "none",
}


def conclusion_sign(conclusion: Conclusion) -> Markup:
    """Shape and word of a conclusion."""
    key = _CONCLUSIONS[conclusion]
    return el("span", shape(key), conclusion_words(conclusion), class_=f"sign {key}")


def conclusion_words(conclusion: Conclusion) -> str:
    """The conclusion; of a unit without a report that it was not judged."""
    return _NOT_JUDGED if conclusion is Conclusion.NONE else str(conclusion)


def conclusion_key(conclusion: Conclusion) -> str:
    """The name of the shape of a conclusion."""
    return _CONCLUSIONS[conclusion]


def family_of(code: str) -> str:
    """The letter of the family; empty for one that only a county's own pack has."""
    return code[:1] if code[:1] in FAMILIES else ""


def percent(share: float | None) -> str:
    """A share of the text as 重复率."""
    return "" if share is None else f"{share * 100:.0f}%"


def written(number: int | Decimal) -> str:
    """A figure with its thousands apart, without zeros at the end of its decimals."""
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,f}".rstrip("0")


def signed(difference: int | Decimal) -> str:
    """A difference with its sign."""
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + written(difference if difference >= 0 else -difference)
