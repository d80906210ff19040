"""Placing the pieces of a rule's example into the standard report."""

from govreport_lint.trying.placing import place

__all__ = ["place"]
