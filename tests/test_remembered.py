"""What is kept from one report to the next is short and little."""

from __future__ import annotations

from govreport_lint.remembered import remembered


def test_an_answer_about_a_short_text_is_found_once() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str, times: int = 1) -> int:
        asked.append(text)
        return len(text) * times

    assert [length("行政许可"), length("行政许可"), length("行政许可", 2)] == [4, 4, 8]
    assert asked == ["行政许可", "行政许可"]


def test_long_texts_and_many_answers_are_not_kept() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    long = "收到申请" * 1000
    assert [length(long), length(long)] == [4000, 4000]
    assert asked == [long, long]
    length("first")
    for number in range(5000):
        length(f"{number}")
    length("first")
    assert asked.count("first") == 2
