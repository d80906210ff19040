"""Where in a page or a text the characters of a fix stand: exactly, or there is no fix and a reason."""

from __future__ import annotations

import pytest
from layouts import as_html
from planted import GOOD

from govreport_lint import fix_text, lint_text
from govreport_lint.document import Location
from govreport_lint.html.text_places import TextPlaces

SENTENCE = "加强政府信息管理，严格执行制度。"
PAGE = as_html(GOOD.replace("## 二、", f"{SENTENCE}\n\n## 二、", 1))


def page(sentence: str) -> str:
    """The good report as a page, with the source of one sentence."""
    assert SENTENCE in PAGE
    return PAGE.replace(SENTENCE, sentence)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("加强政府信息管理,严格执行制度。", "加强政府信息管理，严格执行制度。"),
        ("加强政府信息管理&#44;严格执行制度。", "加强政府信息管理，严格执行制度。"),
        ("加强政府信息管理&comma;严格&nbsp;执行制度。", "加强政府信息管理，严格&nbsp;执行制度。"),
        ("<b>加强</b>政府信息<i>管理,</i>严格执行制度。", "<b>加强</b>政府信息<i>管理，</i>严格执行制度。"),
        ("加强<!-- 管理, -->政府信息管理\n  ,\n严格执行制度。", "加强<!-- 管理, -->政府信息管理\n  ，\n严格执行制度。"),
        (
            "<span title='管理,严格'>加强政府信息管理,严格</span>执行",
            "<span title='管理,严格'>加强政府信息管理，严格</span>执行",
        ),
        ("加强政府信息管理\u200b,严格执行制度。", "加强政府信息管理\u200b，严格执行制度。"),
        ("加强政府信息管理，，严格执行制度。", "加强政府信息管理，严格执行制度。"),
    ],
)
def test_a_mark_in_a_page_is_mended_where_it_stands(source: str, right: str) -> None:
    assert fix_text(page(source), "html") == page(right)


def test_the_same_words_twice_in_one_element_are_left_and_told() -> None:
    """Between two end tags nothing tells the first text of an element from the second."""
    twice = page("管理,严格<!-- -->管理,严格")
    told = [finding for finding in lint_text(twice, "html").findings if finding.code == "L901"]
    assert [(finding.fix, "不能唯一确定" in finding.unfixed.zh) for finding in told if finding.unfixed] == [
        (None, True)
    ]
    assert fix_text(twice, "html") == twice


def test_characters_of_a_text_are_those_behind_the_last_start_tag() -> None:
    source = "<p>甲,乙<b>丙</b>甲&amp;,乙</p>"
    places = TextPlaces(source, page=True)
    end = source.index("<b>")
    assert places.of(Location(0, end), "甲,乙") == [(3, 4), (4, 5), (5, 6)]
    whole = places.of(Location(0, len(source)), "甲&,乙")
    assert whole is not None
    assert [source[start:stop] for start, stop in whole] == ["甲", "&amp;", ",", "乙"]
    assert places.of(Location(0, len(source)), "丁") is None


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("加强**政府信息,严格**执行制度。", "加强**政府信息，严格**执行制度。"),
        ("加强**政府信息**,严格执行制度。", "加强**政府信息**，严格执行制度。"),
        ("加强政府信息管理\\,严格执行制度。", "加强政府信息管理，严格执行制度。"),
        ("> 加强政府信息管理,严格执行制度。", "> 加强政府信息管理，严格执行制度。"),
        ("加强`政府信息,管理`制度。", "加强`政府信息，管理`制度。"),
    ],
)
def test_a_mark_in_markdown_is_mended_and_its_markup_stays(source: str, right: str) -> None:
    def report(sentence: str) -> str:
        return GOOD.replace("## 二、", f"{sentence}\n\n## 二、", 1)

    assert fix_text(report(source)) == report(right)


def test_line_ends_and_everything_else_stay() -> None:
    windows = GOOD.replace("\n", "\r\n")
    assert fix_text(windows.replace("，", ",", 1)) == windows
