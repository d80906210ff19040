"""What the box of remarks that the program puts into a page is known by when the page is read again."""

from __future__ import annotations

OWN_REMARKS = "govreport-summary"
"""The ``id`` of the box."""
