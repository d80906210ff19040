"""Copies among many reports: groups, templates, and that nothing depends on the order."""

from __future__ import annotations

import random

import pytest
from prose_reports import FIFTH, FIRST, OTHER, changed, prose_report

from govreport_lint.likeness.many.copies import find_copies
from govreport_lint.likeness.many.digests import digest_of, read_digest

_VERBS = "登记核对张贴更换整理扫描抽查评比"
_THINGS = "水渠台账茶园合同祠堂旧照桥梁荷载鱼塘承包粮库湿度"


def own_text(number: int, sentences: int = 12) -> list[str]:
    """Sentences that no other number has."""
    chance = random.Random(number)
    syllables = [chr(0x4E00 + chance.randrange(8000)) + chr(0x4E00 + chance.randrange(8000)) for _ in range(60)]
    words = [_VERBS[at : at + 2] for at in range(0, 16, 2)] + [_THINGS[at : at + 2] for at in range(0, 24, 2)]
    return ["".join(chance.choice([*syllables, *words]) for _ in range(9)) + "。" for _ in range(sentences)]


def digests(count: int) -> dict[str, bytes]:
    return {f"单位{number:03}": digest_of(prose_report(own_text(number), ()), ()) for number in range(count)}


def test_a_copy_is_found_and_an_honest_report_is_not() -> None:
    every = digests(6)
    every["甲"] = digest_of(prose_report(), ())
    every["乙"] = digest_of(changed(prose_report(), 0.03, 1), ())
    found = find_copies(every)
    assert found.groups == (("乙", "甲"),)
    assert set(found.alike) == {"甲", "乙"}
    assert found.alike["甲"][0].other == "乙"
    assert found.alike["甲"][0].share > 0.12


def test_copies_of_one_text_are_one_group() -> None:
    every = digests(100)
    model = own_text(5000, 14)
    for number in range(24):
        every[f"单位{number * 3:03}"] = digest_of(
            prose_report(model[: 10 + number % 4], own_text(1000 + number, 2)), ()
        )
    found = find_copies(every)
    assert found.groups == (tuple(f"单位{number * 3:03}" for number in range(24)),)
    assert all(len(others) <= 3 for others in found.alike.values())


def test_what_a_quarter_share_is_a_template_and_no_copy() -> None:
    every = {
        f"单位{number:03}": digest_of(prose_report([*own_text(number), *OTHER], ()), ()) if number % 3 == 0 else digest
        for number, digest in enumerate(digests(30).values())
    }
    found = find_copies(every)
    assert found.groups == () and found.alike == {}
    assert set(found.templates.values()) == {10}


def test_of_fewer_than_eight_units_nothing_is_a_template() -> None:
    every = {f"单位{number}": digest_of(prose_report([*own_text(number), *OTHER], ()), ()) for number in range(7)}
    assert find_copies(every).templates == {}


def test_the_order_of_the_reports_does_not_matter() -> None:
    every = digests(40)
    every |= {f"抄{number}": digest_of(changed(prose_report(), 0.04, number), ()) for number in range(5)}
    names = list(every)
    random.Random(3).shuffle(names)
    assert find_copies({name: every[name] for name in names}) == find_copies(every)


def test_a_digest_is_small_and_the_same_every_time() -> None:
    first = digest_of(prose_report(), ("青山县",))
    assert first == digest_of(prose_report(), ("青山县",))
    assert len(first) < 400
    long = digest_of(prose_report([text for number in range(200) for text in own_text(number)], ()), ())
    assert len(long) < 4000


def test_a_part_of_a_long_text_is_found_in_a_short_report() -> None:
    long = [text for number in range(100) for text in own_text(number)]
    every = digests(0) | {"长": digest_of(prose_report(long, ()), ())}
    every["短"] = digest_of(prose_report(long[:100], FIFTH), ())
    found = find_copies(every)
    assert found.groups == (("短", "长"),)
    assert found.alike["短"][0].share > 0.7


def test_no_reports_and_empty_ones_have_no_copies() -> None:
    assert find_copies({}).groups == ()
    assert find_copies(dict.fromkeys("甲乙丙", digest_of(prose_report((), ()), ()))).groups == ()


@pytest.mark.parametrize("data", [b"", b"123", b"\xff" * 40, digest_of(prose_report(FIRST), ())[:-1]])
def test_what_is_no_digest_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="digest"):
        read_digest(data)
