"""The claim patterns with those of packs of one's own: further ways to say something, words, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ...language import Text
from ..claim_patterns import ClaimPattern, ClaimPatterns, Scopes, WordList
from ..files.positions import Part
from ..mistakes import Mistake, rule_error, unknown
from .own_pack import OwnPack

_KINDS = ("count", "share", "none", "all", "some")
_EXPRESSIONS = ("forms", "bare", "without", "without_after", "without_before", "without_sentence")
# What a form may name besides word lists.
FIXED = ("count", "money", "share", "gap", "last", "this", "next")
_NAME = re.compile(r"\{([a-z_]+)\}")
_LISTED = Text("词组", "word list")
_TOPIC = Text("话题词组", "topic")
_KIND = Text("说法种类", "kind of claim")
_SUBJECT = Text("正文说法", "claim")
_SCOPE = Text("范围词表", "list of scope words")
_NO_FORM = Text(
    "forms、bare 至少要有一个（怎么说），needs 至少要有一个词",
    "one of forms and bare is needed (how it is said), and a word in needs",
)
_ROUND = Text("词组互相引用，没有尽头", "the word lists name each other without end")
_WORDS_TO_EXTEND = tuple(name for name in Scopes.__struct_fields__ if name != "careful")


def with_own_claims(patterns: ClaimPatterns, packs: Sequence[OwnPack]) -> ClaimPatterns:
    """The patterns with those of the packs before them, the last pack first; raises ``RuleError``."""
    for pack in packs:
        content = pack.content
        if not (content.claims or content.words or content.keywords or content.scopes or content.names):
            continue
        patterns = _with(patterns, pack)
        mistake = next(_mistakes(pack, patterns), None)
        if mistake:
            raise rule_error(pack.path, mistake, pack.within)
    return patterns


def _with(patterns: ClaimPatterns, pack: OwnPack) -> ClaimPatterns:
    own = pack.content
    for name in own.scopes:
        if name not in _WORDS_TO_EXTEND:
            reason = unknown(_SCOPE, name, _WORDS_TO_EXTEND)
            raise rule_error(pack.path, Mistake(("scopes", name), reason, at_key=True), pack.within)
    longer = {name: (*getattr(patterns.scopes, name), *words) for name, words in own.scopes.items()}
    return replace(
        patterns,
        keywords=(*patterns.keywords, *own.keywords),
        words=_words(patterns.words, own.words),
        claims=(*own.claims, *patterns.claims),
        scopes=replace(patterns.scopes, **longer),
        names={**patterns.names, **own.names},
    )


def _words(shipped: Sequence[WordList], own: Sequence[WordList]) -> tuple[WordList, ...]:
    """The lists, those of one name as one."""
    found: dict[str, WordList] = {}
    for words in (*shipped, *own):
        known = found.get(words.name)
        found[words.name] = replace(known, words=(*known.words, *words.words)) if known else words
    return tuple(found.values())


def _mistakes(pack: OwnPack, patterns: ClaimPatterns) -> Iterator[Mistake]:
    lists = {words.name: words.expression for words in patterns.words}
    known = _shipped_subjects(patterns, pack) | set(patterns.names)
    for number, words in enumerate(pack.content.words):
        for at, word in enumerate(words.words):
            yield from _expression(word, lists, ("words", number, "words", at))
    for number, claim in enumerate(pack.content.claims):
        yield from _claim(claim, patterns, lists, known, ("claims", number))


def _shipped_subjects(patterns: ClaimPatterns, pack: OwnPack) -> set[str]:
    """The subjects that others than this pack give."""
    others = patterns.claims[len(pack.content.claims) :]
    return {subject for claim in others for subject in claim.subjects}


def _claim(
    claim: ClaimPattern, patterns: ClaimPatterns, lists: Mapping[str, str], known: set[str], at: tuple[Part, ...]
) -> Iterator[Mistake]:
    if not any(claim.needs) or not (claim.forms or claim.bare):
        yield Mistake(at, _NO_FORM)
    if claim.kind not in _KINDS:
        yield Mistake((*at, "kind"), unknown(_KIND, claim.kind, _KINDS))
    for number, subject in enumerate(claim.subjects):
        if subject not in known:
            reason = unknown(_SUBJECT, subject, known)
            more = Text("；新的说法要先在 [names] 里起名", "; a new one is named in [names] first")
            yield Mistake((*at, "subjects", number), Text(reason.zh + more.zh, reason.en + more.en))
    for number, topic in enumerate(claim.topic):
        if topic and topic not in patterns.topics:
            yield Mistake((*at, "topic", number), unknown(_TOPIC, topic, patterns.topics))
    if claim.about and claim.about not in lists:
        yield Mistake((*at, "about"), unknown(_LISTED, claim.about, lists))
    for name in _EXPRESSIONS:
        for number, form in enumerate(getattr(claim, name)):
            yield from _expression(form, lists, (*at, name, number))


def _expression(form: str, lists: Mapping[str, str], at: tuple[Part, ...]) -> Iterator[Mistake]:
    """What is wrong with an expression: a list that there is not, or no regular expression."""
    for name in _NAME.findall(form):
        if name not in lists and name not in FIXED:
            yield Mistake(at, unknown(_LISTED, name, (*lists, *FIXED)), word=f"{{{name}}}")
            return
    try:
        re.compile(_filled(form, lists, ()))
    except re.error as error:
        yield Mistake(at, Text(f"正则表达式有误：{error}", f"no regular expression: {error}"))
    except RecursionError:
        yield Mistake(at, _ROUND)


def _filled(form: str, lists: Mapping[str, str], above: tuple[str, ...]) -> str:
    """The expression with the lists in it; raises ``RecursionError`` for lists that name each other."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in above:
            raise RecursionError
        return _filled(lists[name], lists, (*above, name)) if name in lists else "(?:.)"

    return _NAME.sub(fill, form)
