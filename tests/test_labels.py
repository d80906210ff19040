"""How far apart two labels are: a bound that saves the counting never changes the count."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.labels import distance

LABELS = st.text("本年新收政府信息公开申请数量、1", max_size=9)


@given(left=LABELS, right=LABELS, limit=st.integers(0, 5))
def test_a_distance_is_that_of_the_whole_table_up_to_its_limit(left: str, right: str, limit: int) -> None:
    assert distance(left, right, limit) == min(counted(left, right), limit + 1)


def counted(left: str, right: str) -> int:
    """The edit distance by the whole table."""
    table = {(i, 0): i for i in range(len(left) + 1)} | {(0, j): j for j in range(len(right) + 1)}
    for i, j in product(range(1, len(left) + 1), range(1, len(right) + 1)):
        changed = table[i - 1, j - 1] + (left[i - 1] != right[j - 1])
        table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, changed)
    return table[len(left), len(right)]
