"""The value of a printed percentage."""

from __future__ import annotations

import re
from decimal import Decimal

from .numbers import WIDTHS


def percent_of(printed: str) -> Decimal | None:
    """The percentage with its printed decimals: 33.9%, ３３.９％; of ‰, 百分点, 百分之三 none."""
    figure = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)\s*%", printed.translate(WIDTHS).strip())
    return Decimal(figure[1]) if figure else None
