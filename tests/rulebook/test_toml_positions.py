"""Where the keys and values of a TOML file stand: found for every one of them, in any TOML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.errors import RuleError, Spot
from govreport_lint.rulebook.files.positions import Part, positions, spot_of
from govreport_lint.rulebook.files.resources import load_toml

TEXT = '''\
# 注释 "title = 1"
title = "本县"   # code = "X"
"a.b".c = 'x=1'
day = 1979-05-27 07:32:00
long = """
第一行 "引" ""两""
code = "不是键" \\"""
"""
[head] # [[rules]]
list = [1, [2, "三"], { key = "值", "引 号" = [true] },
  # 注释里的 ]
  'x]y',
]
[[rules]]
code = "X1"
[[rules.examples]]
text = 'a'
[[rules.examples]]
text = 'b'
[rules.check]
kind = "k"
[[rules]]
code = "X2"
check.kind = "值 值"
'''

VALUES: list[tuple[tuple[Part, ...], Spot]] = [
    (("title",), Spot(2, 9, 4, 'title = "本县"   # code = "X"')),
    (("a.b", "c"), Spot(3, 11, 5, "\"a.b\".c = 'x=1'")),
    (("day",), Spot(4, 7, 19, "day = 1979-05-27 07:32:00")),
    (("head", "list", 1, 1), Spot(10, 16, 3, 'list = [1, [2, "三"], { key = "值", "引 号" = [true] },')),
    (("head", "list", 2, "引 号", 0), Spot(10, 44, 4, 'list = [1, [2, "三"], { key = "值", "引 号" = [true] },')),
    (("head", "list", 3), Spot(12, 3, 5, "  'x]y',")),
    (("rules", 0, "examples", 1, "text"), Spot(19, 8, 3, "text = 'b'")),
    (("rules", 0, "check", "kind"), Spot(21, 8, 3, 'kind = "k"')),
    (("rules", 0, "check"), Spot(20, 1, 13, "[rules.check]")),
    (("rules", 1), Spot(22, 1, 9, "[[rules]]")),
    (("rules", 1, "code"), Spot(23, 8, 4, 'code = "X2"')),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("path", "spot"), VALUES)
def test_a_value_stands_where_it_is_written(path: tuple[Part, ...], spot: Spot, ends: str) -> None:
    assert spot_of(TEXT.replace("\n", ends), path) == spot


def test_a_key_and_a_word_of_a_value() -> None:
    assert spot_of(TEXT, ("rules", 1, "check", "kind"), at_key=True) == Spot(24, 7, 4, 'check.kind = "值 值"')
    assert spot_of(TEXT, ("rules", 1, "check", "kind"), word="值") == Spot(24, 15, 1, 'check.kind = "值 值"')
    assert spot_of(TEXT, ("rules", 1, "check", "kind"), word="无") == Spot(24, 14, 5, 'check.kind = "值 值"')


def test_a_word_is_not_found_in_a_longer_one() -> None:
    assert spot_of('a = "本年新收 <= 新收"', ("a",), word="新收") == Spot(1, 14, 2, 'a = "本年新收 <= 新收"')


def test_what_is_missing_is_shown_at_what_it_would_stand_in() -> None:
    assert spot_of(TEXT, ("rules", 1, "basis")) == Spot(22, 1, 9, "[[rules]]")
    assert spot_of(TEXT, ("nothing",)) is None


def leaves(data: Any, path: tuple[Part, ...] = ()) -> Iterator[tuple[tuple[Part, ...], Any]]:
    inner: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if inner is None:
        yield path, data
    else:
        for name, value in inner:
            yield from leaves(value, (*path, name))


def assert_every_value_is_found(text: str) -> None:
    found = positions(text)
    for path, value in leaves(tomli.loads(text)):
        raw = text[slice(*found[path].value)]
        assert tomli.loads(f"a = {raw}")["a"] == value


@pytest.mark.parametrize("path", sorted((ROOT / "rules").rglob("*.toml")), ids=lambda path: path.name)
def test_every_value_of_the_shipped_files_is_found(path: Path) -> None:
    assert_every_value_is_found(path.read_text("utf-8"))


_KEYS = st.sampled_from(["a", "b-1", '"引 号"', "'x.y'", "a.b", '"\\u0041"'])
_LEAVES = st.sampled_from(["1", "-1.5e3", "true", '"a"', "'a]'", '"\\"}"', '"""\n"" x"""', "'''\n''x'''", "07:32:00"])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(inner, max_size=3).map(lambda items: "[" + ", # ]\n".join(items) + "]")
    tables = st.lists(inner, max_size=3).map(
        lambda items: "{" + ", ".join(f"k{number} = {item}" for number, item in enumerate(items)) + "}"
    )
    return lists | tables


_STATEMENTS = st.tuples(_KEYS, st.recursive(_LEAVES, _nested, max_leaves=6)).map(" = ".join)
_HEADERS = st.sampled_from(["[t]", "[[l]]", "[l.m]", "[[l.n]]", '["q r" . s]', "", "# [c]"])


@given(st.lists(st.tuples(_HEADERS, _STATEMENTS), max_size=6))
def test_every_value_of_any_toml_is_found(parts: list[tuple[str, str]]) -> None:
    text = "\n".join(f"{header}\n{statement}" for header, statement in parts)
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    assert_every_value_is_found(text)


@given(st.text(alphabet="a.=[]{}\"'\\,# \n1", max_size=40))
def test_any_text_is_walked_to_an_end(text: str) -> None:
    assert positions(text) is not None


SYNTAX = {
    "quotes of Chinese": ("a = 1\nb = “甲”\n", 2, 5, "全角符号"),
    "no quotes": ("a = 甲\n", 1, 5, "加引号"),
    "a key twice": ('a = 1\na = "x"\n', 2, 8, "写了两次"),
    "a table twice": ("[a]\n[b]\n[a]\n", 3, 3, "写了两次"),
    "no equals sign": ("a 1\n", 1, 3, "缺少“=”"),
    "an open quote": ('a = "x\nb = 1\n', 1, 7, "引号没有配对"),
    "an open bracket": ("a = [1\nb = 1\n", 2, 1, "方括号没有配对"),
    "an open brace": ("a = { b = 1\n", 1, 12, "花括号没有配对"),
    "a backslash": ('a = "\\d"\n', 1, 8, "反斜杠"),
    "two on a line": ("a = 1 b = 2\n", 1, 7, "一行只能写一个键"),
    "a sentence": ("本县的规则\n", 1, 1, "键 = 值"),
}


@pytest.mark.parametrize("what", SYNTAX)
def test_what_is_no_toml_is_told_in_plain_words_and_shown(tmp_path: Path, what: str) -> None:
    text, line, column, words = SYNTAX[what]
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match="不是有效的 TOML") as caught:
        load_toml(path)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in caught.value.reason
    assert caught.value.source == text.splitlines()[line - 1]
    assert caught.value.english.isascii() or what == "quotes of Chinese"


def test_a_file_in_another_encoding_is_told_to_be_saved_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes('a = 1\nb = "甲乙"\n'.encode("gbk"))
    with pytest.raises(RuleError, match="UTF-8") as caught:
        load_toml(path)
    assert (caught.value.line, caught.value.column) == (2, 6)


def test_the_mark_that_notepad_writes_first_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("﻿a = 1\r\n".encode())
    assert load_toml(path) == {"a": 1}
