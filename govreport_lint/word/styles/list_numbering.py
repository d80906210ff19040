"""Automatic numbering: 「一、」 that Word prints before a heading and that stands in no text."""

from __future__ import annotations

import re

from msgspec import Struct, field

from ..package.archive import Package
from ..package.names import Attributes, Names, number, switched_on, value
from ..package.parsing import walk
from .counting import formatted
from .paragraph_styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Level(Struct):
    """A level of a list: how its counter begins, is written and stands in its label (``（%1）``)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    spaced: bool = True
    arabic: bool = False
    restarts: bool = True


class ListForm(Struct):
    """An abstract list; ``linked``: the style that names the list which is meant instead."""

    levels: dict[int, Level] = field(default_factory=dict)
    linked: str | None = None


class ListUse(Struct):
    """A list of the document: its form, and for its levels another beginning or another form."""

    form: int | None = None
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of each list; they have to be asked for in their order."""

    def __init__(self, forms: dict[int, ListForm], uses: dict[int, ListUse], styles: Styles) -> None:
        self._forms, self._uses, self._styles = forms, uses, styles
        self._counters: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, list_id: int | None, level: int | None) -> str:
        """What is printed before the next paragraph of a list; empty for one in no list."""
        use = self._uses.get(list_id or 0)
        if not list_id or use is None or use.form is None:
            return ""
        at = min(max(level or 0, 0), _LEVELS - 1)
        form = self._form(use)
        levels = {**form.levels, **use.levels}
        if at not in levels:
            return ""
        counters = self._counters.setdefault(use.form, {})
        self._count(list_id, use, levels, counters, at)
        return _printed(levels, counters, at)

    def _form(self, use: ListUse) -> ListForm:
        form = self._forms.get(use.form or 0, ListForm())
        if form.linked and not form.levels:
            linked = self._uses.get(self._styles.list_of(form.linked)[0] or 0)
            return self._forms.get(linked.form or 0, form) if linked else form
        return form

    def _count(self, list_id: int, use: ListUse, levels: dict[int, Level], counters: dict[int, int], at: int) -> None:
        if at in use.starts and (list_id, at) not in self._begun:
            counters.pop(at, None)
        self._begun.add((list_id, at))
        start = use.starts.get(at, levels[at].start)
        counters[at] = counters[at] + 1 if at in counters else start
        for deeper in [level for level in counters if level > at and (level not in levels or levels[level].restarts)]:
            del counters[deeper]


def _printed(levels: dict[int, Level], counters: dict[int, int], at: int) -> str:
    own = levels[at]
    if own.form == "bullet":
        return ""

    def counter(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        form = levels.get(level, own)
        return formatted(counters.get(level, form.start), "decimal" if own.arabic else form.form)

    text = _PLACE.sub(counter, own.text)
    return text + " " if text and own.spaced else text


def read_numbering(package: Package, main: str, styles: Styles) -> Numbering:
    """The lists of a document. Raises ``ReadError``."""
    part = package.related(main, "numbering")
    data = package.read(part) if part else None
    reader = _Reader()
    if part and data:
        walk(data, package.path, part, reader.start)
    return Numbering(reader.forms, reader.uses, styles)


class _Reader:
    """Reads the lists; a level belongs to the abstract list or the override that was opened last."""

    def __init__(self) -> None:
        self.forms: dict[int, ListForm] = {}
        self.uses: dict[int, ListUse] = {}
        self._names = Names()
        self._use = ListUse()
        self._levels: dict[int, Level] = {}
        self._level = Level()
        self._overridden = 0

    def start(self, element: str, given: Attributes) -> None:
        name = self._names[element]
        if name == "abstractNum":
            form = self.forms[number(given, "abstractNumId") or 0] = ListForm()
            self._levels = form.levels
        elif name == "num":
            self._use = self.uses[number(given, "numId") or 0] = ListUse()
            self._levels = self._use.levels
        elif name == "abstractNumId":
            self._use.form = number(given)
        elif name == "lvlOverride":
            self._overridden = number(given, "ilvl") or 0
        elif name == "startOverride":
            self._use.starts[self._overridden] = number(given) or 0
        elif name == "numStyleLink" and self.forms:
            next(reversed(self.forms.values())).linked = value(given)
        elif name == "lvl":
            self._level = self._levels[number(given, "ilvl") or 0] = Level()
        else:
            self._describe(name, given)

    def _describe(self, name: str, given: Attributes) -> None:
        level = self._level
        if name == "start":
            level.start = number(given) or 0
        elif name == "numFmt":
            level.form = value(given) or "decimal"
        elif name == "lvlText":
            level.text = (value(given) or "")[:50]
        elif name == "suff":
            level.spaced = value(given) != "nothing"
        elif name == "isLgl":
            level.arabic = switched_on(given)
        elif name == "lvlRestart":
            level.restarts = number(given) != 0
