"""The filters above units and findings; they need the script and are not shown without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .....finding import Severity
from .....output.page.markup import Markup, el
from .....output.words.headings import SEVERITY_WORDS
from ....audited import Progress
from ..sections import Section, groups_of
from ..signs import FAMILIES, OTHER, family_of


def filters(sections: tuple[Section, ...]) -> Markup:
    """The form: 单位, 类别, 规则家族, 级别, 整改情况, how much is shown, a button that clears all."""
    items = [item for section in sections for item in section.audited.items]
    letters = {family_of(item.code) for item in items}
    progress = {item.progress for item in items}
    families = [(one, f"{one} {name}") for one, name in FAMILIES.items() if one in letters]
    families += [("-", OTHER)] if "" in letters else []
    severities = [(str(one), words.zh) for one, words in SEVERITY_WORDS.items() if one in Severity]
    search = el(
        "input", type="search", name="unit", placeholder="单位名称或编号", autocomplete="off", spellcheck="false"
    )  # fmt: skip
    return el(
        "form",
        el("label", el("span", "单位"), search, class_="wide"),
        _choice("类别", "group", [(name, name) for name in groups_of(sections)]),
        _choice("规则家族", "family", families),
        _choice("级别", "severity", severities),
        _choice("整改情况", "progress", [(str(one), str(one)) for one in Progress if one in progress]),
        el(
            "p",
            el("output", role="status", aria_live="polite"),
            el("button", "清除筛选", type="reset", hidden=True),
            class_="shown",
        ),
        id="filters",
        role="search",
        aria_label="筛选单位和问题",
    )


def _choice(label: str, name: str, options: Sequence[tuple[str, str]]) -> Markup:
    return el("label", el("span", label), el("select", *_options(options), name=name))


def _options(options: Iterable[tuple[str, str]]) -> Iterable[Markup]:
    yield el("option", "全部", value="")
    for value, words in options:
        yield el("option", words, value=value)
