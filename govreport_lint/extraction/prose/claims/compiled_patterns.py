"""The claim patterns made ready: each expression is put together and compiled when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from ....rulebook.claim_patterns import ClaimPattern, ClaimPatterns
from ..sentences.plain_text import COUNT, LAST, MONEY, MORE, NEXT, SHARE, THIS, Units
from .alphabet import Alphabet
from .word_search import Words

_NAME = re.compile(r"\{([a-z_]+)\}")
_FIXED = {
    "gap": "[^，。；：！？、（）0-9]{0,20}?",
    "last": f"{LAST}{{4}}年度?", "this": f"{THIS}{{4}}年度?", "next": f"{NEXT}{{4}}年度?",
    "count": f"{COUNT}{MORE}*", "money": f"{MONEY}{MORE}*", "share": f"{SHARE}{MORE}*",
}  # fmt: skip
# in a class of characters, digits are also the marks that stand for counts, amounts and percentages
_REMEMBERED = 1000
_FIGURES = f"0-9{COUNT}-{MORE}"


class Grammar:
    """Turns forms into expressions: names filled in, written in the short alphabet."""

    def __init__(self, patterns: ClaimPatterns) -> None:
        self._patterns = patterns
        lists = [word for words in patterns.words for word in words.words]
        forms = [form for claim in patterns.claims for form in (*claim.forms, *claim.bare)]
        self.write = Alphabet((*lists, *forms)).write

    def expression(self, form: str) -> str:
        """The regular expression of a form; raises ``KeyError`` for a word list that is not there."""

        def fill(match: re.Match[str]) -> str:
            return _NAME.sub(fill, _FIXED.get(match[1]) or self._patterns.expression(match[1]))

        return self.write(_NAME.sub(fill, form).replace("0-9", _FIGURES))

    def compiled(self, forms: Iterable[str]) -> re.Pattern[str] | None:
        """Any of the forms; None where there is none."""
        text = "|".join(map(self.expression, forms))
        return re.compile(text) if text else None

    def words(self, words: Iterable[str]) -> Words:
        """Words to be looked for."""
        return Words(words, self.expression)


class Compiled:
    """A claim pattern with its expressions; ``named`` forms say what they are about, ``bare`` ones do not."""

    def __init__(self, grammar: Grammar, pattern: ClaimPattern) -> None:
        self.pattern = pattern
        self.needs = tuple(frozenset(grammar.write(need).split()) for need in pattern.needs)
        self._grammar = grammar

    def may_stand_beside(self, present: frozenset[str]) -> bool:
        """Whether all words of one of the needs are present."""
        return any(need <= present for need in self.needs)

    @cached_property
    def named(self) -> re.Pattern[str] | None:
        """The forms that name what they are about."""
        return self._grammar.compiled(self.pattern.forms)

    @cached_property
    def bare(self) -> re.Pattern[str] | None:
        """The forms that count by what was spoken of before."""
        return self._grammar.compiled(self.pattern.bare)

    @cached_property
    def about(self) -> Words:
        """Words of which one must stand in the sentence."""
        return self._grammar.words((f"{{{self.pattern.about}}}",) if self.pattern.about else ())

    @cached_property
    def without(self) -> Words:
        """Words that may not stand in the match."""
        return self._grammar.words(self.pattern.without)

    @cached_property
    def without_after(self) -> Words:
        """Words that may not stand in the rest of its clause."""
        return self._grammar.words(self.pattern.without_after)

    @cached_property
    def without_sentence(self) -> Words:
        """Words that may not stand in its sentence."""
        return self._grammar.words(self.pattern.without_sentence)

    @cached_property
    def without_before(self) -> Words:
        """Words that may not stand before it, back to the last ；."""
        return self._grammar.words(self.pattern.without_before)

    @cached_property
    def not_after(self) -> tuple[str, ...]:
        """Words that may not stand right before the match."""
        return tuple(map(self._grammar.write, self.pattern.not_after))

    @cached_property
    def not_before(self) -> tuple[str, ...]:
        """Words that may not stand right after the match."""
        return tuple(map(self._grammar.write, self.pattern.not_before))


class CompiledScopes:
    """The expressions that tell a claim's scope; ``when`` finds the years that are spoken of."""

    def __init__(self, grammar: Grammar, patterns: ClaimPatterns) -> None:
        scopes = patterns.scopes
        self.careful = scopes.careful
        self.write = grammar.write
        # 涉及自然人3件 says no more than 自然人3件
        self.about = grammar.write("涉及")
        self.part = grammar.words(scopes.part)
        self.qualified = grammar.words(scopes.qualified)
        self.qualified_before = grammar.words(scopes.qualified_before)
        self.conditions = grammar.words(scopes.conditions)
        self.own = grammar.words((*scopes.own, *scopes.whole_bodies))
        self.periods = grammar.words(scopes.periods)
        self.year_again = grammar.words(scopes.year_again)
        self.other_bodies = grammar.words(scopes.other_bodies)
        self.of_others = grammar.words(scopes.of_others)
        self.whole_year = grammar.words(scopes.whole_year)
        self._scopes = scopes
        self._grammar = grammar

    @cached_property
    def when(self) -> re.Pattern[str]:
        """This or another year, unless it is only compared with."""
        year = rf"(?:{LAST}{{4}}|{NEXT}{{4}}|20[0-9]{{2}})年度?(?!度?的?{{carry}})(?!(?:同期)?(?:的|为|是)?{{count}})"
        compared = "".join(f"(?<!{word})" for word in self._scopes.compared)
        previous = "|".join(self._scopes.previous)
        now = f"(?P<now>{THIS}{{4}}年|今年|本年|当年)"
        return re.compile(self._grammar.expression(f"{compared}(?:{now}|{previous}|{year})"))

    @cached_property
    def breakdown(self) -> re.Pattern[str]:
        """What opens a list of parts."""
        return re.compile(self._grammar.expression("|".join(self._scopes.breakdown) or r"(?!)"))

    @cached_property
    def organ(self) -> re.Pattern[str]:
        """A body named right before the claim."""
        organs = "|".join(sorted(self._scopes.organs, key=len, reverse=True))
        name = rf"[^0-9\s{THIS}{LAST}{NEXT}年·]*?"
        return re.compile(self._grammar.expression(rf"({name}(?:{organs}))(?:{'|'.join(self._scopes.between)})*$"))


class CompiledPatterns:
    """Everything that ``find_claims`` needs."""

    def __init__(self, patterns: ClaimPatterns) -> None:
        self._grammar = Grammar(patterns)
        self._patterns = patterns
        self.write = self._grammar.write
        self.keywords = patterns.keywords
        self.openings = {opening.section: opening.topic for opening in patterns.openings}
        self.scopes = CompiledScopes(self._grammar, patterns)
        self.claims = tuple(Compiled(self._grammar, pattern) for pattern in patterns.claims)
        needs = (word for claim in self.claims for need in claim.needs for word in sorted(need))
        self._needs = tuple(dict.fromkeys(needs))
        self._with: dict[frozenset[str], tuple[Compiled, ...]] = {}

    def claims_for(self, text: str) -> tuple[Compiled, ...]:
        """The patterns of whose needs one is met by a sentence."""
        present = frozenset([word for word in self._needs if word in text])
        if present not in self._with:
            if len(self._with) > _REMEMBERED:
                self._with.clear()
            self._with[present] = tuple(claim for claim in self.claims if claim.may_stand_beside(present))
        return self._with[present]

    @cached_property
    def topics(self) -> re.Pattern[str]:
        """What the prose is speaking of, a group for each topic."""
        named = (f"(?P<{name}>{{{name}}})" for name in self._patterns.topics)
        return re.compile(self._grammar.expression("|".join(named)))


def units_of(patterns: ClaimPatterns) -> Units:
    """The units that numbers in the prose are counted in."""
    return Units(patterns.units, patterns.money_units, patterns.lists.units)


@lru_cache(maxsize=8)
def compile_patterns(patterns: ClaimPatterns) -> CompiledPatterns:
    """The patterns made ready; their expressions raise ``re.error`` and ``KeyError`` when they are wrong."""
    return CompiledPatterns(patterns)
