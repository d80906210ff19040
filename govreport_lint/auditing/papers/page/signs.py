"""The signs of the page: a shape and a word for each severity and conclusion, the families of rules by letter."""

from __future__ import annotations

from decimal import Decimal

from ....finding import Severity
from ....output.page.markup import Markup, el
from ....output.words.headings import SEVERITY_WORDS
from ...audited import Conclusion

FAMILIES = {
    "S": "章节", "T": "表格", "A": "勾稽", "Z": "零值", "N": "文表",
    "D": "日期名称", "L": "表述", "H": "年度衔接", "R": "汇总",
}  # fmt: skip
OTHER = "其他"
_NOT_JUDGED = "未核验"
# Told apart by their outlines: a filled diamond, a triangle, a ring; a tick, a dash.
_OUTLINES = {
    "error": "M8 1 15 8 8 15 1 8Z",
    "warning": "M8 1.5 15.5 14.5H.5Z",
    "info": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Z",
    "pass": "M6.3 13.2 1.4 8.3l1.7-1.7 3.2 3.2 6.6-6.6 1.7 1.7Z",
    "none": "M2 7h12v2H2Z",
}
_CONCLUSIONS = {
    Conclusion.RETURN: "error",
    Conclusion.VERIFY: "warning",
    Conclusion.PASS: "pass",
    Conclusion.NONE: "none",
}


def outlines() -> Markup:
    """The shapes, drawn once and used everywhere."""
    shapes = (
        el("symbol", el("path", d=path), id=f"shape-{name}", viewBox="0 0 16 16") for name, path in _OUTLINES.items()
    )
    return el("svg", *shapes, hidden=True, aria_hidden="true")


def shape(name: str) -> Markup:
    """A shape; the word beside it says what it means."""
    return el("svg", el("use", href=f"#shape-{name}"), class_=f"shape {name}", aria_hidden="true")


def severity_sign(severity: Severity) -> Markup:
    """Shape and word of a severity."""
    return el("span", shape(severity), SEVERITY_WORDS[severity].zh, class_=f"sign {severity}")


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
