"""关于《…》的审核意见: what is answered to a unit, as a Word file; all of them in their folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ....finding import Severity
from ....language import Text
from ....word.package.new_package import new_package
from ...audited import Audit, Audited
from ..told import standing
from ..writing import beside_words, write_paper
from .file_names import unlike_names
from .items_table import items_table, pieces
from .letter_parts import asked, contact, file_read, hints, last_round, not_judged, opening, report_title
from .word_text import BLANK, addressee, day_words, heading, paragraph, ragged, signature, title

FOLDER = "letters"
_PARTS = "一二三四五六"
_LEFT_BLANK = Text(
    "审核意见中的{names}没有设置，已留空。请填写，或者在 govreport-lint.toml 的 [audit] 中写明 {keys}。",
    "the letters leave room for {keys}; please set them under [audit] in govreport-lint.toml or fill them in.",
)


def write(audit: Audit, out: Path, known: str | Collection[str] | None = None) -> tuple[Path, ...]:
    """Write a letter for each unit with a report to ``out/letters`` and tell where they are, in the order of the units.

    ``known`` are the digests of what the program has written before (see ``write_paper``): a letter that was changed
    by hand is kept, and the new one stands beside it.
    """
    return tuple(
        write_paper(out / FOLDER / f"{name}.docx", letter(audited, audit), known) for name, audited in named(audit)
    )


def kept_words(audit: Audit, out: Path, written: Collection[Path]) -> tuple[Text, ...]:
    """What is told of letters that stand beside one that was changed by hand."""
    asked_for = [out / FOLDER / f"{name}.docx" for name, _ in named(audit)]
    told = (beside_words(path, used) for path, used in zip(asked_for, written, strict=True))
    return tuple(words for words in told if words is not None)


def remarks(audit: Audit) -> tuple[Text, ...]:
    """What is told once of all letters: what they leave to be filled in."""
    settings = audit.settings
    wanted = (
        ("联系人", "contact", settings.contact),
        ("电话", "phone", settings.phone),
        ("报送修改稿的期限", "return_by", settings.return_by),
    )
    missing = [(name, key) for name, key, value in wanted if not value]
    if not missing or not any(True for _ in named(audit)):
        return ()
    names, keys = "、".join(name for name, _ in missing), "、".join(key for _, key in missing)
    return (Text(_LEFT_BLANK.zh.format(names=names, keys=keys), _LEFT_BLANK.en.format(keys=keys.replace("、", ", "))),)


def named(audit: Audit) -> Iterator[tuple[str, Audited]]:
    """The units with a report and the names of their letters (``01 青山镇``)."""
    answered = [each for each in audit.units if each.unit is not None and each.entry is not None]
    names = unlike_names(f"{each.unit.number:02d} {each.unit.name}" for each in answered if each.unit)
    yield from zip(names, answered, strict=True)


def letter(audited: Audited, audit: Audit) -> bytes:
    """The letter as the bytes of a .docx file; the same audit gives the same bytes."""
    name = f"关于{report_title(audited, audit)}的审核意见"
    to = audited.unit.name if audited.unit else audited.filing.unit
    body = [
        title(name),
        addressee(f"{to}："),
        *map(paragraph, opening(audited, audit)),
        *map(ragged, file_read(audited)),
    ]
    for number, (head, blocks) in zip(_PARTS, _parts(audited, audit), strict=False):
        body += [heading(f"{number}、{head}"), *blocks]
    body += [
        paragraph(contact(audit)),
        paragraph(""),
        signature(f"{BLANK * 3}（盖章）"),
        signature(day_words(audit.date)),
    ]
    return new_package(name, "".join(body))


def _parts(audited: Audited, audit: Audit) -> Iterator[tuple[str, list[str]]]:
    """The parts that a letter has, each with its markup."""
    before = [paragraph(words) for words in last_round(audited, audit)]
    if before:
        yield "上轮问题整改情况", before
    table = items_table(audited, audit)
    if table:
        yield "需要更正和核实的问题", [table]
    drawn = list(pieces(audited, audit))
    if drawn:
        yield "相关表格", drawn
    closing = [hints(audited, audit), not_judged(audited), asked(audited, audit)]
    name = "办理要求" if standing(audited.items, Severity.ERROR, Severity.WARNING) else "其他"
    yield name, [paragraph(words) for words in closing if words]
