"""The kinds of check that rules are made of; each is one file, and a rule is a kind with options.

``kinds()`` is the registry: what stands in a rule's ``check.kind``, and what makes it.
"""

from __future__ import annotations

from functools import cache

from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject

__all__ = ["Failed", "Kind", "NotAssessable", "Outcome", "Passed", "Subject", "kinds"]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    from . import equations

    return {
        "equation": equations.KIND,
    }
