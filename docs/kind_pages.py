"""A page for each kind of check: its options with types and defaults, what its messages may say, a shipped example."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
from option_words import docstring_of, options_of, records_of, toml

from govreport_lint.rulebook.files.resources import load_toml, rule_files
from govreport_lint.rulebook.kinds import Kind, Need
from govreport_lint.rulebook.packs import Rule

NOTE = "<!-- 由 docs/generate.py 从选项的定义生成，请勿手改 -->\n"
_NEEDS = {
    Need.TEXT: "报告的文字 the text",
    Need.TABLES: "能读的表 tables that can be read",
    Need.PREVIOUS: "上年年报 last year's report",
    Need.SET: "各单位的年报 all units' reports",
    Need.COPIES: "各单位的年报 all units' reports",
    Need.WORKBOOK: "汇总表 the workbook",
    Need.FILING: "单位名单和报送情况 the list of units",
}
_SHOWN = 4


def kind_pages(kinds: Mapping[str, Kind], rules: Iterable[Rule]) -> dict[str, str]:
    """The pages by the names of their files, and the list of them."""
    used: dict[str, list[Rule]] = {name: [] for name in kinds}
    for rule in rules:
        used[rule.check.kind.name].append(rule)
    made = {f"{name}.md": page_of(kind, used[name]) for name, kind in kinds.items()}
    return made | {"README.md": index(kinds, used)}


def index(kinds: Mapping[str, Kind], used: Mapping[str, list[Rule]]) -> str:
    """The list of all kinds with the rules that are made of them."""
    lines = [
        NOTE,
        "# 检查种类 / Kinds of check\n",
        "一条规则就是一个种类加上它的选项；怎样写自己的规则，见[规则包](../rule-packs.md)。",
        "A rule is a kind with options; how to write one is told in [rule packs](../rule-packs.md).\n",
        "| 种类 kind | 做什么 what it does | 用它的规则 rules |",
        "|---|---|---|",
    ]
    for name in sorted(kinds):
        rules = "、".join(f"[{rule.code}](../rules/{rule.code}.md) {rule.title.zh}" for rule in used[name])
        lines.append(f"| [{name}]({name}.md) | {_cell(_chinese(name))} | {_cell(rules)} |")
    return "\n".join(lines) + "\n"


def page_of(kind: Kind, rules: list[Rule]) -> str:
    """The page of one kind, under the headings that all have."""
    made = "、".join(f"[{rule.code}](../rules/{rule.code}.md) {rule.title.zh}" for rule in rules)
    needs = "；".join(dict.fromkeys(_NEEDS[need] for need in kind.needs))
    parts = [
        NOTE,
        f"# {kind.name}\n",
        f"{_chinese(kind.name)}。\n",
        f"{_does(kind)}\n",
        f"- 要有 needs：{needs}\n- 用它的规则 rules made of it：{made or '无 none'}\n",
        "## 选项 / Options\n",
        *(_options(record, first=not number) for number, record in enumerate(records_of(kind.options))),
        "## 提示里的占位符 / Placeholders\n",
        _placeholders(kind),
        *(_example(rules[0]) if rules else []),
    ]
    return "\n".join(parts)


def _does(kind: Kind) -> str:
    """What the check does, in English: the first words of its file where they are of it alone, and its own."""
    module = _first(inspect.getmodule(kind.check))
    alone = f"Kind ``{kind.name}``: "
    own = _first(kind.check)
    if not module.startswith(alone):
        return own
    words = module.removeprefix(alone)
    return f"{words[0].upper()}{words[1:]} {own}"


def _first(told: object) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(told) or "").split("\n\n")[0].split())


def _chinese(name: str) -> str:
    """What it does, in Chinese; raises ``KeyError`` for a kind of which nothing is said."""
    return str(_words()[name])


@cache
def _words() -> dict[str, str]:
    return load_toml(Path(__file__).parent / "kind_words.toml")


def _options(record: type[msgspec.Struct], *, first: bool) -> str:
    options = options_of(record)
    if not options:
        return "没有选项。 No options.\n"
    lines = [] if first else [f"### {record.__name__}\n"]
    lines += ["| 选项 option | 类型 type | 默认 default |", "|---|---|---|"]
    for option in options:
        default = _default(option.default)
        lines.append(f"| `{option.name}` | {_cell(option.type)} | {_cell(default)} |")
    return "\n".join([*lines, "", docstring_of(record), ""])


def _default(default: str | None) -> str:
    if default is None:
        return "必填 required"
    return f"`{default}`" if default else "无 none"


def _placeholders(kind: Kind) -> str:
    own = [("", kind.says), *((name, kind.placeholders(name)) for name in kind.wordings)]
    lines = ["| 提示 wording | 占位符 placeholders |", "|---|---|"]
    for name, says in own:
        words = " ".join(f"`{{{word}}}`" for word in sorted(says)) or "无 none"
        lines.append(f"| {f'`wordings.{name}`' if name else '`message`、`suggestion`'} | {words} |")
    return "\n".join(lines) + "\n"


def _example(rule: Rule) -> list[str]:
    """The check of a shipped rule as its pack has it, long lists shortened."""
    written = rule_files().files[rule.path]["rules"][rule.index]["check"]
    lines = [f"{name} = {toml(value, _SHOWN)}{_shortened(value)}" for name, value in written.items()]
    title = f"## 例 / Example\n\n[{rule.code}](../rules/{rule.code}.md) {rule.title.zh}：\n"
    return [title, "\n".join(["```toml", "[rules.check]", *lines, "```", ""])]


def _shortened(value: object) -> str:
    return f"  # 共 {len(value)} 项" if isinstance(value, list) and len(value) > _SHOWN else ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
