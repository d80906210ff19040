"""What the children of these tests run."""

from __future__ import annotations


def tell(*given: str) -> None:
    """Print the arguments."""
    print(ascii(given), end="")
