"""Markup that holds no words of the report: struck-out text, raised marks, notes; and formulas of one figure."""

from __future__ import annotations

# What is taken out with all that it holds: ``~~12~~``, ``<del>12</del>``, ``<sup>1</sup>``, ``^1^``, ``[^1]``. Lengths
# are bounded so that a long line of unclosed marks is still read once.
LEFT_OUT = r"""
    ~~(?=[^~\s])[^\n]{1,500}?~~(?!~)
    |<(?P<gone>del|s|strike)(?:\s[^<>]{0,200})?>[^\n]{0,500}?</(?P=gone)\s*>
    |<sup(?:\s[^<>]{0,200})?>[^\n]{0,30}?</sup\s*>
    |(?<=\d)\^[^\^\s]{1,10}\^
    |\[\^[^\[\]\s]{1,20}\](?!:)"""

# ``$12$``, ``\(12\)``, ``$\mathrm{12}^{①}$``: nothing but a figure, or a dash.
_FIGURE = r"[+\-−]?\d[\d,]*(?:\{,\}\d+)*(?:\.\d+)?(?:\s?\\?[%％])?|[-—–/]"
FORMULA = rf"""
    (?:\$\$?|\\\()\s*(?:\\(?:mathrm|mathbf|mathit|text|textbf|rm|bf)\s*\{{?\s*)?
    (?P<figure>{_FIGURE})
    \s*\}}?\s*(?:\^\s*(?:\{{[^{{}}$\n]{{0,20}}\}}|[^\s${{}}]))?\s*(?:\$\$?|\\\))"""


def plain_figure(printed: str) -> str:
    """The figure of a formula as it is shown (``1{,}095`` → ``1,095``, ``12\\%`` → ``12%``)."""
    return printed.replace("{,}", ",").replace("\\", "")
