"""Numbers of people are struck out wherever they stand, the shortest too; other numbers stay."""

from __future__ import annotations

import pytest

from govreport_lint.personal_numbers import masked


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("13800138000", "138******00"),
        ("１３８００１３８０００", "１３８******００"),
        ("138 0013 8000", "138********00"),
        ("电话13800138000。", "电话138******00。"),
        ("1380013800", "1380013800"),
        ("12345678901", "12345678901"),
        ("", ""),
    ],
)
def test_a_text_that_is_nothing_but_a_number_is_masked(text: str, safe: str) -> None:
    assert masked(text) == safe
