"""The names of rules and the forms of reports, from the rulebook that the audit was made with."""

from __future__ import annotations

from msgspec import Struct

from ....form import Form
from ....rulebook.rulebook import Rulebook
from ...audited import Audited, Item


class Titles(Struct, frozen=True):
    """Looks up what items only name: a rule by its code, a form by its key."""

    rulebook: Rulebook

    def of(self, item: Item) -> str:
        """The title of the item's rule in words; its own where the rulebook does not have the rule."""
        return self.rule(item.code) if item.code in self.rulebook.codes else item.title.zh

    def rule(self, code: str) -> str:
        """The title of a rule; empty for one that the rulebook does not have."""
        return self.rulebook.by_name[code].title.zh if code in self.rulebook.codes else ""

    def form(self, audited: Audited) -> Form | None:
        """The form of the unit's report, else the newest one; None where there is no form."""
        return self.form_of(audited.entry.form if audited.entry else "")

    def form_of(self, key: str) -> Form | None:
        """The form with a key, else the newest one; None where there is no form."""
        forms = self.rulebook.forms
        newest = max(forms, key=lambda form: form.first_year, default=None)
        return next((form for form in forms if form.key == key), newest)
