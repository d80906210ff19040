"""Text of a report made fit for people: nothing in it may steer a terminal or hide what is printed."""

from __future__ import annotations

import re

from ...invisible import CHARACTERS
from ...personal_numbers import masked

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNSEEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{CHARACTERS}\ud800-\udfff]")
_HIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{CHARACTERS}]+")


def printable(text: str) -> str:
    """The text on one line, with control and invisible characters as visible symbols (ESC → ␛) and without the
    numbers of people."""
    return masked(_UNSEEN.sub(_symbol, _SPACES.sub(" ", text)))


def seen(text: str) -> str:
    """The text with its line ends and tabs, but without any other control character or invisible one."""
    return _HIDDEN.sub("", text)


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
