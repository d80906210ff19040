"""The buttons that choose among the items: by severity and by family, both together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...finding import Severity
from ...language import Text
from ...output.page.markup import Markup, el, joined
from ...output.page.signs import shape
from ...output.words.causes import Remark
from ...output.words.headings import SEVERITY_WORDS
from ..families import family_words

_ALL = Text("全部", "All")
_FILTER = Text("筛选问题", "Filter the findings")
_NONE = Text("没有同时符合所选条件的问题。", "No finding is of both kinds chosen.")


def family_of(remark: Remark) -> str:
    """The letter of the rules that an item is of; a cell to be filled in follows from the sums."""
    return remark.findings[0].code[:1] if remark.findings else "A"


def filters(remarks: Sequence[Remark], language: str) -> Markup | None:
    """A button for each severity and each family that there is, with its number of items."""
    if len(remarks) < 2:
        return None
    severities, families = Counter(remark.severity for remark in remarks), Counter(map(family_of, remarks))
    buttons = [_chip("all", "", _ALL.in_language(language), len(remarks), pressed=True)]
    if len(severities) > 1:
        for severity in Severity:
            if severities[severity]:
                words = SEVERITY_WORDS[severity].in_language(language)
                buttons.append(_chip("severity", str(severity), words, severities[severity]))
    if len(families) > 1:
        for letter, count in families.items():
            buttons.append(_chip("family", letter, family_words(letter).in_language(language), count))
    if len(buttons) == 1:
        return None
    group = el("div", *buttons, class_="chips", role="group", aria_label=_FILTER.in_language(language))
    return joined((group, el("p", _NONE.in_language(language), class_="none-chosen", role="status", hidden=True)))


def _chip(kind: str, key: str, words: str, count: int, *, pressed: bool = False) -> Markup:
    sign = shape(key) if kind == "severity" else None
    return el(
        "button", sign, words, el("b", count), type="button", data_filter=key, data_kind=kind,
        aria_pressed="true" if pressed else "false",
    )  # fmt: skip
