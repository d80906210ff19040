"""Words and lines put together from the characters of a page, by where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...invisible import without_invisible
from ...pdf.page import Box, Character

# Shares of the size of a character.
_WORD_GAP = 0.3
_SAME_LINE = 0.35
_BACKWARDS = 0.6
# Radicals that fonts give in place of the characters; the others are told by NFKC.
_RADICALS = str.maketrans(
    "⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻰⼀⼆", "民母西见角贝车长门青页风飞食马骨鱼鸟麦黄齐龙一二"
)


class Word(Struct, frozen=True):
    """Characters of a line without a gap; ``spaced``: a space stands before them."""

    characters: tuple[Character, ...]
    spaced: bool = False

    @property
    def text(self) -> str:
        return "".join(character.text for character in self.characters)

    @property
    def box(self) -> Box:
        return around([character[1:5] for character in self.characters])

    @property
    def baseline(self) -> float:
        return self.characters[0].baseline

    @property
    def size(self) -> float:
        return max(character.size for character in self.characters)


class PrintedLine(Struct, frozen=True):
    """Words beside each other, from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def baseline(self) -> float:
        return self.words[0].baseline

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of the boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def words_of(characters: Sequence[Character]) -> list[Word]:
    """The words of a page, in the order of the file."""
    words: list[Word] = []
    open_word: list[Character] = []
    spaced = gap = False
    for character in _once(characters):
        if not without_invisible(character.text):
            continue
        if character.text.isspace():
            gap = True
            continue
        if open_word and (gap or not _goes_on(open_word[-1], character)):
            words.append(Word(tuple(open_word), spaced))
            open_word, spaced = [], gap
        gap = False
        open_word.append(character)
    return [*words, Word(tuple(open_word), spaced)] if open_word else words


def _goes_on(last: Character, character: Character) -> bool:
    size = max(last.size, character.size)
    if abs(character.baseline - last.baseline) > _SAME_LINE * size:
        return False
    gap = character.left - last.right
    return -_BACKWARDS * size < gap < _WORD_GAP * size


def _once(characters: Sequence[Character]) -> Iterator[Character]:
    """Each character once, though bold ones may be drawn twice a hair apart; radicals as characters."""
    seen: set[tuple[str, int, int]] = set()
    for character in characters:
        x, y = round(character.left), round(character.baseline)
        near = {(character.text, x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if not character.text.isspace():
            if not near.isdisjoint(seen):
                continue
            seen.add((character.text, x, y))
        yield character._replace(text=_plain(character.text))


def _plain(text: str) -> str:
    if "⺀" <= text <= "⿟":
        text = text.translate(_RADICALS)
        return unicodedata.normalize("NFKC", text)
    return text


def lines_of(words: Sequence[Word]) -> list[PrintedLine]:
    """The lines that the words stand in, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.baseline):
        first = rows[-1][0] if rows else None
        if first and word.baseline - first.baseline <= _SAME_LINE * min(word.size, first.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.box[0])
    return [PrintedLine(tuple(row), around([word.box for word in row])) for row in rows]
