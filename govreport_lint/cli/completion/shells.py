"""The shells that there is a script for."""

from __future__ import annotations

from pathlib import Path

SHELLS = ("bash", "zsh", "fish", "powershell")
_ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def script_of(shell: str) -> str:
    """The script that a shell reads once; it asks the program again at each TAB."""
    return (Path(__file__).parent / "scripts" / f"govreport-lint.{_ENDINGS[shell]}").read_text("utf-8")
