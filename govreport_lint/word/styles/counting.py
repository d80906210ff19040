"""The numbers that Word prints before paragraphs, in the formats of ``w:numFmt``."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def formatted(number: int, form: str) -> str:
    """A counter as it is printed; empty for a bullet. A form that is not known counts in Arabic digits."""
    if form in ("bullet", "none"):
        return ""
    write = _FORMS.get(form)
    return write(number) if write and 0 <= number < 10_000 else str(number)


def chinese(number: int) -> str:
    """``12`` → 十二, ``105`` → 一百〇五."""
    spoken = _spoken(number, _DIGITS, _UNITS)
    return spoken.removeprefix("一") if 10 <= number < 20 else spoken


def _spoken(number: int, digits: str, units: tuple[str, ...]) -> str:
    text, gap = "", False
    figures = str(number)
    for place, figure in enumerate(figures):
        if figure == "0":
            gap = True
            continue
        text += (digits[0] if gap and text else "") + digits[int(figure)] + units[len(figures) - place - 1]
        gap = False
    return text or digits[0]


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(number))


def _letters(number: int) -> str:
    """a … z, aa, bb … as Word counts on."""
    return chr(97 + (number - 1) % 26) * min(1 + (number - 1) // 26, 40) if number else ""


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (number // amount)
        number %= amount
    return text


def _from(first: int, count: int) -> Callable[[int], str]:
    """Characters that Unicode has in a row: ① is 1."""
    return lambda number: chr(first + number - 1) if 1 <= number <= count else str(number)


def _of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "koreanCounting"), chinese),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digit_by_digit),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: _spoken(number, _LEGAL_DIGITS, _LEGAL_UNITS)),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from(0x2460, 20)),
    "decimalEnclosedParen": _from(0x2474, 20), "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10), "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES), "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(figure)) for figure in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(0xFF10 + int(figure)) for figure in str(number)),
    "lowerLetter": _letters, "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman, "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip
