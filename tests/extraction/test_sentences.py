"""Splitting prose into sentences and clauses."""

from __future__ import annotations

import time
from itertools import pairwise

from conftest import HANGS
from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.extraction.prose.sentences.plain_text import make_plain
from govreport_lint.extraction.prose.sentences.sentences import clause_end, clause_start, sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


def test_marks_end_a_sentence() -> None:
    assert split("收到申请。办结！是否公开？是") == ["收到申请。", "办结！", "是否公开？", "是"]


def test_line_ends_end_a_sentence() -> None:
    assert split("收到申请\n办结\r\n") == ["收到申请\n", "办结\r\n"]


def test_a_semicolon_stays_inside() -> None:
    assert split("收到12件；办结12件。") == ["收到12件；办结12件。"]


def test_brackets_stay_in_one_piece() -> None:
    assert split("答复15件（含上年2件。另有1件！）。完") == ["答复15件（含上年2件。另有1件！）。", "完"]


def test_an_unclosed_bracket_holds_nothing() -> None:
    assert split("答复15件（含上年。完") == ["答复15件（含上年。", "完"]
    assert split("答复）15件。完") == ["答复）15件。", "完"]


def test_half_width_stops() -> None:
    assert split("未收到申请.办结3.5件.") == ["未收到申请.", "办结3.5件."]
    assert split("1.主动公开.2.依申请") == ["1.主动公开.", "2.依申请"]


def test_a_closing_quote_belongs_to_the_sentence() -> None:
    assert split("他说“公开。”完") == ["他说“公开。”", "完"]


@given(st.text(alphabet="收到申请12件。！？；，、（）().\n \u3000”"))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = list(sentences(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_clauses() -> None:
    text = "全年收到12件，依法办结申请、咨询12件，结转1件"
    assert text[clause_start(text, text.index("咨询")) :].startswith("咨询")
    assert text[: clause_end(text, text.index("依法"))].endswith("咨询12件")


@given(st.text(alphabet="收到１２件 \t\n\u3000,;(2024年《公开条例》)公民、法人和其他组织三类100%"))
def test_plain_text_knows_its_places(text: str) -> None:
    plain = make_plain(text, 2024)
    for at in range(len(plain.text)):
        start, end = plain.printed(at, at + 1)
        assert end == start + 1
        assert 0 <= start < len(text)


def test_plain_text_hides_what_is_no_count() -> None:
    plain = make_plain("（三）收到 12 件，占50%，见《公开条例》第二十条", None).text
    assert "收到12件" in plain
    assert "三" not in plain
    assert "50" not in plain
    assert "公开条例" not in plain


def test_digits_that_stand_apart_are_not_joined() -> None:
    assert "1 2件" in make_plain("收到 1 2件", None).text


def test_a_long_paragraph_is_split_in_linear_time() -> None:
    started = time.perf_counter()
    assert "".join(split("（收到申请12件，" * 200_000)) == "（收到申请12件，" * 200_000
    assert time.perf_counter() - started < HANGS
