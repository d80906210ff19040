"""Words in the two languages that the program speaks."""

from __future__ import annotations

from msgspec import Struct


class Text(Struct, frozen=True):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in ``zh`` or ``en``; anything else is Chinese."""
        return self.en if language == "en" else self.zh

    def filled(self, **values: object) -> Text:
        """The words with their {places} filled; what is a ``Text`` itself is told in each language."""
        return Text(self._filled("zh", values), self._filled("en", values))

    def _filled(self, language: str, values: dict[str, object]) -> str:
        told = {
            name: value.in_language(language) if isinstance(value, Text) else value for name, value in values.items()
        }
        return self.in_language(language).format(**told)


LANGUAGES = ("zh", "en")


def known_language(language: str) -> str:
    """The language itself; raises ``ValueError`` for one that the program does not speak."""
    if language not in LANGUAGES:
        raise ValueError(f"没有语言 {language!r}（no language {language!r}）：{'、'.join(LANGUAGES)}")
    return language


_SIGNS = str.maketrans({"＋": " + ", "－": " - ", "＝": " = ", "÷": " ÷ "})


def sums(words: str) -> Text:
    """A sum, with the wide signs of Chinese and the narrow ones of English."""
    return Text(words, " ".join(words.replace("＝－", "＝-").translate(_SIGNS).split()))


def same(words: str) -> Text:
    """Words that are the same in both languages: figures, printed text."""
    return Text(words, words)
