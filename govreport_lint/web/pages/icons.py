"""The few signs of the shell, drawn in the ink of what is beside them; the words say what they mean."""

from __future__ import annotations

from urllib.parse import quote

from ...output.page.markup import Markup, el

_DRAWN = {
    # A table with a cell that is not filled as the others are.
    "mark": ("M4 3h16a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z", "M3 9h18M9 9v12",
             "m12.5 15 2 2 3.5-4"),
    "globe": ("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"),
    "power": ("M12 3v8", "M7 6.2a8 8 0 1 0 10 0"),
    "file": ("M6 3h8l5 5v13H6Z", "M14 3v5h5"),
    "folder": ("M3 6h6l2 2h10v11H3Z",),
    "blank": ("M6 3h8l5 5v13H6Z", "M14 3v5h5", "M12.5 11v6M9.5 14h6"),
    "try": ("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "m10 8.5 5.5 3.5-5.5 3.5Z"),
    "safe": ("M12 3 5 5.5V11c0 4.5 3 8 7 10 4-2 7-5.5 7-10V5.5Z", "m9 12 2.2 2.2L15.2 10"),
    "alarm": ("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 7.5v5.5M12 16.2v.3"),
    "down": ("M12 4v11", "m7 11 5 5 5-5", "M5 20h14"),
    "undo": ("M8 5 4 9l4 4", "M4 9h10a5.5 5.5 0 0 1 0 11H9"),
    "redo": ("m16 5 4 4-4 4", "M20 9H10a5.5 5.5 0 0 0 0 11h5"),
    "close": ("m6 6 12 12M18 6 6 18",),
    "more": ("m6 9.5 6 6 6-6",),
    "done": ("m5 12.5 4.5 4.5L19 7.5",),
    "years": ("M4 6h16v14H4Z", "M4 10.5h16M8.5 3.5V8M15.5 3.5V8"),
}  # fmt: skip


# As the sign of a browser's tab, which knows neither the page's ink nor its accent.
_TAB = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#1c5d99" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"><rect width="24" height="24" rx="5" fill="#fff" stroke="none"/>'
    "{}</svg>"
)


def tab_icon() -> str:
    """The address of the program's sign for a browser's tab; nothing is loaded for it."""
    lines = "".join(f'<path d="{line}"/>' for line in _DRAWN["mark"])
    return f"data:image/svg+xml,{quote(_TAB.format(lines))}"


def icon(name: str) -> Markup:
    """A sign by its name."""
    lines = (el("path", d=line) for line in _DRAWN[name])
    return el("svg", *lines, class_="icon", viewBox="0 0 24 24", aria_hidden="true")
