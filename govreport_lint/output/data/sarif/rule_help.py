"""A rule as SARIF describes it: its title, why it is, a bad and a good example, what to do, on what basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ....finding import Severity
from ....language import Text
from ....rulebook.packs import Rule
from ....rulebook.pages import Page, Replacement
from ...words.printable import printable
from .records import Configuration, Descriptor, Level, Message

LEVELS: Mapping[Severity, Level] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What GitHub calls the severity of a rule that is not about security.
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_WHY = Text("为什么", "Why")
_EQUATION = Text("等式", "Equation")
_BAD = Text("有问题的写法", "Wrong")
_GOOD = Text("没有问题的写法", "Right")
_DO = Text("怎么改", "What to do")
_BASIS = Text("依据", "Basis")
_PREVIOUS = Text("上年年报：", "In last year’s report:")


def describe(rule: Rule, page: Page | None, language: str) -> Descriptor:
    """The rule's descriptor; without a ``page`` it says what the rule itself says."""
    why = (page.why.in_language(language) if page else "") or rule.suggestion.in_language(language)
    return Descriptor(
        id=rule.code,
        name=rule.name,
        short_description=Message(text=printable(rule.title.in_language(language))),
        full_description=Message(text=printable(why)),
        help=_help(rule, page, language),
        default_configuration=Configuration(level=LEVELS[rule.severity]),
        properties={"tags": (rule.family,), "problem.severity": _PROBLEM[rule.severity]},
    )


def _help(rule: Rule, page: Page | None, language: str) -> Message:
    """The same parts twice: as plain text, and as Markdown with headings and fenced examples."""
    parts = [part for part in _parts(rule, page, language) if part.pieces]
    plain = (f"{part.title.in_language(language)}\n" + "\n\n".join(part.pieces) for part in parts)
    marked = (f"## {part.title.in_language(language)}\n\n{part.markdown}" for part in parts)
    return Message(text="\n\n".join(plain), markdown="\n\n".join(marked))


class _Part(Struct, frozen=True):
    title: Text
    pieces: tuple[str, ...]
    quoted: bool = False

    @property
    def markdown(self) -> str:
        return "\n\n".join(f"~~~~\n{piece}\n~~~~" if self.quoted else piece for piece in self.pieces)


def _parts(rule: Rule, page: Page | None, language: str) -> Iterator[_Part]:
    expression = getattr(rule.check.options, "expression", None)
    if page:
        yield _Part(_WHY, _said(page.why, language))
    if isinstance(expression, str):
        yield _Part(_EQUATION, (expression,), quoted=True)
    if page:
        yield _Part(_BAD, _examples(page.bad, language), quoted=True)
        yield _Part(_GOOD, _examples(page.good, language), quoted=True)
    yield _Part(_DO, _said(rule.suggestion, language))
    yield _Part(_BASIS, _said(rule.basis, language))


def _said(text: Text, language: str) -> tuple[str, ...]:
    words = text.in_language(language).strip()
    return (words,) if words else ()


def _examples(pieces: tuple[Replacement, ...], language: str) -> tuple[str, ...]:
    heads = (_PREVIOUS.in_language(language) + "\n" if piece.paper == "previous" else "" for piece in pieces)
    return tuple(head + piece.text.strip("\n") for head, piece in zip(heads, pieces, strict=True))
