"""The language of the rules: what it reads, what it refuses, and that it counts as Python does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.expressions import (
    Combination,
    Comparison,
    ExpressionError,
    Sum,
    holds,
    names,
    parse,
    total,
)

BALANCE = "新收 + 上年结转 == 办理结果总计 + 结转下年度"


def test_an_equation_is_two_sums() -> None:
    assert parse(BALANCE) == Comparison(
        Sum((("新收", 1), ("上年结转", 1))), "==", Sum((("办理结果总计", 1), ("结转下年度", 1)))
    )


def test_names_with_a_column_and_constants() -> None:
    condition = parse("复议后起诉.总计 - 行政复议.结果维持 <= 2 + 1")
    assert isinstance(condition, Comparison)
    assert condition.left.terms == (("复议后起诉.总计", 1), ("行政复议.结果维持", -1))
    assert condition.right == Sum((), 3)


def test_a_subtracted_sum_turns_its_signs() -> None:
    condition = parse("甲 - (乙 - 丙 + 1) == 0")
    assert isinstance(condition, Comparison)
    assert condition.left == Sum((("甲", 1), ("乙", -1), ("丙", 1)), -1)


def test_conditions_are_joined() -> None:
    condition = parse("甲 == 0 and not (乙 > 0 or 丙 > 0)")
    assert isinstance(condition, Combination)
    assert names(condition) == ("甲", "乙", "丙")
    assert holds(condition, {"甲": 0, "乙": 0, "丙": 0}.__getitem__)
    assert not holds(condition, {"甲": 0, "乙": 0, "丙": 1}.__getitem__)


def test_names_come_once_and_in_order() -> None:
    assert names(parse("乙 + 甲 == 乙 + 丙")) == ("乙", "甲", "丙")


@pytest.mark.parametrize(
    "text",
    [
        "", "新收", "新收 +", "新收 = 1", "1", "新收 == '1'", "新收 == 1.5", "新收 == True", "新收 == None",
        "新收 * 2 == 1", "新收 / 2 == 1", "新收 ** 2 == 1", "-新收 == 1", "sum(新收) == 1", "甲 < 乙 < 丙",
        "甲 in 乙", "甲 is 乙", "甲.乙.丙 == 1", "甲[0] == 1", "[x for x in 甲] == 1", "lambda: 0", "甲 if 乙 else 丙",
        "(甲 := 1) == 1", "f'{甲}' == 1", "甲 == 乙; 丙", "甲 == 乙\n丙 == 丁", "await 甲 == 1", "*甲 == 1",
        "__import__('os').system('x') == 0", "().__class__ == 1", "(甲 == 1) + 1 == 2", "not 甲",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_refusal_says_at_which_character() -> None:
    with pytest.raises(ExpressionError, match="第 6 字处"):
        parse("新收 + sum(甲) == 1")


def test_a_refusal_quotes_the_expression() -> None:
    with pytest.raises(ExpressionError, match="新收 == '1'"):
        parse("新收 == '1'")


_NAMES = st.sampled_from(["新收", "上年结转", "予以公开", "行政复议.总计"])
_TERMS = st.lists(
    st.tuples(st.sampled_from("+-"), st.one_of(_NAMES, st.integers(0, 99).map(str))), max_size=6
)
_NUMBERS = st.fixed_dictionaries(
    {name: st.integers(0, 50) for name in ("新收", "上年结转", "予以公开", "行政复议.总计")}
)


def _written(first: str, rest: list[tuple[str, str]]) -> str:
    return first + "".join(f" {sign} {name}" for sign, name in rest)


def _counted(first: str, rest: list[tuple[str, str]], numbers: dict[str, int]) -> int:
    def value(word: str) -> int:
        return numbers[word] if word in numbers else int(word)

    return value(first) + sum(value(name) if sign == "+" else -value(name) for sign, name in rest)


@given(_NAMES, _TERMS, st.sampled_from(["==", "!=", "<=", ">=", "<", ">"]), _NAMES, _TERMS, _NUMBERS)
def test_it_counts_as_python_does(
    left: str, more_left: list[tuple[str, str]], operator: str, right: str, more_right: list[tuple[str, str]],
    numbers: dict[str, int],
) -> None:  # fmt: skip
    condition = parse(f"{_written(left, more_left)} {operator} {_written(right, more_right)}")
    sums = _counted(left, more_left, numbers), _counted(right, more_right, numbers)
    assert isinstance(condition, Comparison)
    assert (total(condition.left, numbers.__getitem__), total(condition.right, numbers.__getitem__)) == sums
    truth = {
        "==": sums[0] == sums[1], "!=": sums[0] != sums[1], "<=": sums[0] <= sums[1],
        ">=": sums[0] >= sums[1], "<": sums[0] < sums[1], ">": sums[0] > sums[1],
    }  # fmt: skip
    assert holds(condition, numbers.__getitem__) is truth[operator]


@given(st.text(alphabet="新收甲乙+-=<>()., 0123and or not\t", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert names(parse(text)) is not None
    except ExpressionError as error:
        assert "字处" in str(error)
