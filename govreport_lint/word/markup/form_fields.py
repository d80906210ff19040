"""Drop-down fields of old forms: what was chosen stands in no text, only in the field's own list."""

from __future__ import annotations

from collections.abc import Callable

from ..package.names import Attributes, number, value


class FormFields:
    """Notes the entries of the field that is open and which one was chosen."""

    def __init__(self) -> None:
        self._entries: list[str] = []
        self._chosen = 0

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """The handlers of start tags."""
        return {"ddList": lambda _given: self.begin(), "listEntry": self._entry, "result": self._choose}

    def begin(self) -> None:
        """A field begins."""
        self._entries, self._chosen = [], 0

    def chosen(self) -> str:
        """The entry of the field that ends here; empty for one that is no list."""
        entries, self._entries = self._entries, []
        return entries[self._chosen] if 0 <= self._chosen < len(entries) else ""

    def _entry(self, given: Attributes) -> None:
        self._entries.append(value(given) or "")

    def _choose(self, given: Attributes) -> None:
        self._chosen = number(given) or 0
