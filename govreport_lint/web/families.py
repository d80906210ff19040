"""The families of rules in a word each, by the letter of their codes."""

from __future__ import annotations

from ..auditing.papers.page.signs import FAMILIES
from ..language import Text, same

_ENGLISH = {
    "S": "Structure", "T": "Tables", "A": "Sums", "Z": "Zeros", "N": "Text and tables", "D": "Dates, names",
    "L": "Wording", "H": "Year to year", "R": "Roll-up",
}  # fmt: skip


def family_words(letter: str) -> Text:
    """What a family is called; one of a pack of one's own by its letter."""
    return Text(FAMILIES[letter], _ENGLISH[letter]) if letter in FAMILIES else same(letter)
