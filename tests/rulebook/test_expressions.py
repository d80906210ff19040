"""The language of the rules: what it reads, what it refuses, and that it counts as Python does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.rulebook.expressions import (
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
        "",
        "新收",
        "新收 +",
        "新收 = 1",
        "1",
        "新收 == '1'",
        "新收 == 1.5",
        "新收 == True",
        "新收 == None",
        "新收 * 2 == 1",
        "新收 / 2 == 1",
        "新收 ** 2 == 1",
        "-新收 == 1",
        "sum(新收) == 1",
        "甲 < 乙 < 丙",
        "甲 in 乙",
        "甲 is 乙",
        "甲.乙.丙 == 1",
        "甲[0] == 1",
        "[x for x in 甲] == 1",
        "lambda: 0",
        "甲 if 乙 else 丙",
        "(甲 := 1) == 1",
        "f'{甲}' == 1",
        "甲 == 乙; 丙",
        "甲 == 乙\n丙 == 丁",
        "await 甲 == 1",
        "*甲 == 1",
        "__import__('os').system('x') == 0",
        "().__class__ == 1",
        "(甲 == 1) + 1 == 2",
        "not 甲",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_refusal_says_at_which_character() -> None:
    with pytest.raises(ExpressionError, match="第 6 字处"):
        parse("新收 + sum(甲) == 1")


def test_a_refusal_quotes_the_expression() -> None:
    with pytest.raises(ExpressionError, match="新收 == '1'"):
        parse("新收 == '1'")


_CELLS = ("新收", "上年结转", "予以公开", "行政复议.总计")
_TERMS = st.lists(
    st.tuples(st.sampled_from("+-"), st.one_of(st.sampled_from(_CELLS), st.integers(0, 99).map(str))),
    max_size=6,
)
_SIDES = st.tuples(st.sampled_from(_CELLS), _TERMS)
_NUMBERS = st.fixed_dictionaries({name: st.integers(0, 50) for name in _CELLS})
_Side = tuple[str, list[tuple[str, str]]]


def _written(side: _Side) -> str:
    return side[0] + "".join(f" {sign} {name}" for sign, name in side[1])


def _counted(side: _Side, numbers: dict[str, int]) -> int:
    def value(word: str) -> int:
        return numbers[word] if word in numbers else int(word)

    return value(side[0]) + sum(value(name) if sign == "+" else -value(name) for sign, name in side[1])


@given(_SIDES, st.sampled_from(["==", "!=", "<=", ">=", "<", ">"]), _SIDES, _NUMBERS)
def test_it_counts_as_python_does(left: _Side, operator: str, right: _Side, numbers: dict[str, int]) -> None:
    condition = parse(f"{_written(left)} {operator} {_written(right)}")
    mine, theirs = _counted(left, numbers), _counted(right, numbers)
    assert isinstance(condition, Comparison)
    assert total(condition.left, numbers.__getitem__) == mine
    assert total(condition.right, numbers.__getitem__) == theirs
    truth = {
        "==": mine == theirs,
        "!=": mine != theirs,
        "<=": mine <= theirs,
        ">=": mine >= theirs,
        "<": mine < theirs,
        ">": mine > theirs,
    }
    assert holds(condition, numbers.__getitem__) is truth[operator]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@given(st.text(alphabet="新收甲乙+-=<>()., 01andort\t", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert names(parse(text)) is not None
    except ExpressionError as error:
        assert "字处" in str(error)
