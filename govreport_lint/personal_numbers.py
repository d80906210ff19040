"""Numbers of people, identity cards and mobile telephones: where they stand in a text, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# GB 11643: the weights of the first seventeen digits and the check characters by remainder
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# A mobile number; most texts that outputs write are shorter.
_SHORTEST = 11
_WIDTHS = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.@_/-])(?:"
    r"(?P<card>[1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx])"
    r"|(?P<mobile>1[3-9]\d(?:[ -]?\d{4}){2}|1[3-9]\d{2}[ -]?\d{3}[ -]?\d{4}))"
    r"(?![0-9A-Za-z@_万亿元]|\.[0-9])"
)


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers, each a match with the groups ``card`` and ``mobile`` of which one is set."""
    return _NUMBER.finditer(text.translate(_WIDTHS)) if len(text) >= _SHORTEST else iter(())


def is_card(number: str) -> bool:
    """Whether the check digit of an identity card's number is right."""
    digits = number.replace(" ", "").replace("-", "")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return _CHECKS[total % 11] == digits[17].upper()


def masked(text: str) -> str:
    """The text with all but the ends of such numbers struck out, letter for letter."""
    for match in personal_numbers(text):
        number = text[match.start() : match.end()]
        text = text[: match.start()] + number[:3] + "*" * (len(number) - 5) + number[-2:] + text[match.end() :]
    return text
