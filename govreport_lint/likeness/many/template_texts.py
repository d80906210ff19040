"""What a template says and who has it: each told once, in the words of one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ...report import Report
from ..text.counted_text import Clause, CountedText, counted_text
from ..text.phrases import Phrases, load_phrases
from ..text.prints import print_of
from .digests import read_digest


class TemplateText(Struct, frozen=True):
    """A passage of a template as one report prints it, and the reports that have at least half of its clauses."""

    section: int
    text: str
    units: tuple[str, ...]


def template_texts(
    digests: Mapping[str, bytes],
    templates: Iterable[int],
    report_of: Callable[[str], Report],
    names_of: Callable[[str], Iterable[str]],
    *,
    phrases: Phrases | None = None,
) -> tuple[TemplateText, ...]:
    """The passages of the templates (``Copies.templates``), out of as few reports as have them all.

    ``digests`` are those that the templates were found in; ``report_of`` gives the report of a unit, ``names_of`` the
    names that were masked for its digest.
    """
    known = phrases or load_phrases()
    owners = _owners(digests, set(templates))
    told: list[TemplateText] = []
    while owners:
        counts = Counter(name for having in owners.values() for name in having)
        name = min(counts, key=lambda one: (-counts[one], one))
        text = counted_text(report_of(name), names_of(name), known)
        told += _passages(text, owners)
        owners = {one: having for one, having in owners.items() if name not in having}
    return tuple(told)


def _owners(digests: Mapping[str, bytes], templates: set[int]) -> dict[int, tuple[str, ...]]:
    """The reports that have each clause of a template."""
    found: dict[int, list[str]] = {}
    for name in sorted(digests):
        for one in templates.intersection(read_digest(digests[name]).prints):
            found.setdefault(one, []).append(name)
    return {one: tuple(found[one]) for one in sorted(found)}


def _passages(text: CountedText, owners: Mapping[int, Sequence[str]]) -> Iterator[TemplateText]:
    """The passages of a text that are made of these clauses."""
    run: list[tuple[Clause, Sequence[str]]] = []
    for clause in text.clauses:
        having = owners.get(print_of(text.words(clause)))
        if run and (having is None or run[-1][0].paragraph != clause.paragraph):
            yield _told(text, run)
            run = []
        if having is not None:
            run.append((clause, having))
    if run:
        yield _told(text, run)


def _told(text: CountedText, run: Sequence[tuple[Clause, Sequence[str]]]) -> TemplateText:
    counts = Counter(name for _, having in run for name in having)
    units = tuple(sorted(name for name, count in counts.items() if count * 2 >= len(run)))
    first, last = run[0][0], run[-1][0]
    return TemplateText(text.section_of(first), text.part(first.start, last.end), units)
