"""docs/forms: the official forms with their tables, equations and accepted labels, from rules/forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreport_lint.form import Form, Label, TableForm
from govreport_lint.rulebook.forms import forms
from govreport_lint.rulebook.packs import Rule
from govreport_lint.shipped import shipped_rulebook

NOTE = "<!-- 由 docs/generate.py 从 rules/forms/ 生成，请勿手改 -->\n"


def form_documents() -> dict[str, str]:
    """Every page by its name in docs/forms."""
    return {"README.md": _index(), **{f"{form.key}.md": _page(form) for form in forms()}}


def _index() -> str:
    lines = [NOTE, "# 统一格式 / The official forms\n", "| 格式 form | 年度 years | 依据 basis |", "|---|---|---|"]
    lines += [f"| [{form.key} 年格式]({form.key}.md) | {_years(form)} | {form.basis} |" for form in forms()]
    lines += ["", "格式是数据：`rules/forms/` 里一个文件一种格式。用哪一种，先看只有该格式才有的表头，再看年度。\n"]
    lines += [
        "A form is data, a file in `rules/forms/`. Which one a report uses is known by headers that only that form"
    ]
    lines += ["has, then by its year. Every label is matched without numbering, spaces and punctuation."]
    return "\n".join(lines) + "\n"


def _page(form: Form) -> str:
    lines = [NOTE, f"# {form.key} 年格式 / The {form.key} form\n"]
    lines += [f"依据 {form.basis}，{_years(form)} 年度的年报使用。\n"]
    lines += [f"认得出它的表头 its own headers：{'、'.join(form.signs)}。\n", "## 六个部分 / Sections\n"]
    lines += ["| | 标题 title | 也认得 accepted |", "|---|---|---|"]
    lines += [f"| {one.number} | {one.title} | {'；'.join(one.variants)} |" for one in form.sections]
    for table in form.tables:
        lines += ["", f"## {table.name} {table.title} / {table.name_en} {{#{table.key}}}\n", *_table(form, table)]
    return "\n".join(lines) + "\n"


def _table(form: Form, table: TableForm) -> Iterator[str]:
    yield "### 列 / Columns\n"
    yield from _labels(table.columns, table)
    yield "\n### 行 / Rows\n"
    yield from _labels(table.rows, table)
    if table.groups:
        yield "\n### 合计用的组 / Groups\n"
        yield "| 名称 | 是哪些之和 the sum of | English |\n|---|---|---|"
        named = {thing.key: thing.short for thing in (*table.rows, *table.columns)}
        for group in table.groups:
            members = " + ".join(named[key] for key in table.members(group.key))
            yield f"| {group.short} | {members} | {group.english} |"
    equations = [(rule, told) for rule in _rules() if (told := _equation(rule, form, table))]
    if equations:
        yield "\n### 勾稽 / Equations\n"
        yield "| 规则 | 等式 | Rule |\n|---|---|---|"
        for rule, told in equations:
            yield f"| [{rule.code}](../rules/{rule.code}.md) {rule.title.zh} | `{told}` | {rule.title.en} |"


def _labels(things: Sequence[Label], table: TableForm) -> Iterator[str]:
    yield "| 官方文字 label | 等式中的名称 name in equations | 也认得 accepted | English | 键 key |"
    yield "|---|---|---|---|---|"
    for thing in things:
        yield (
            f"| {thing.label} | {thing.short} | {'；'.join(thing.variants)} | {thing.english} "
            f"| `{table.key}.{thing.key}` |"
        )


def _rules() -> list[Rule]:
    return sorted(shipped_rulebook().rules, key=lambda rule: rule.code)


def _equation(rule: Rule, form: Form, table: TableForm) -> str | None:
    """The equation of a rule for a table of a form; None where it says nothing of it."""
    options = rule.check.options
    expression = getattr(options, "expression", None)
    if expression is None or getattr(options, "table", None) != table.key:
        return None
    told = expression.get(form.key) if isinstance(expression, dict) else expression
    return str(told) if told else None


def _years(form: Form) -> str:
    return f"{form.first_year}–{form.last_year}" if form.last_year else f"{form.first_year}–"
