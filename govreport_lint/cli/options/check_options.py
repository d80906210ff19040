"""The options of ``govreport-lint PATH…``, in the order in which the help shows them."""

from __future__ import annotations

import click

from ...output.formats import output_formats
from .shared import (
    fail_on_option,
    format_option,
    language_option,
    output_option,
    paths_argument,
    previous_option,
    selections,
)


def check_options() -> list[click.Parameter]:
    """Every option of the check."""
    return [
        paths_argument(),
        format_option(*(known.name for known in output_formats())),
        *selections(),
        previous_option(),
        fail_on_option(),
        language_option(),
        output_option(),
    ]
