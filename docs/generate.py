"""Write the generated pages, schemas and pictures of docs from what they tell of, and the settings of the site; with
--check say which files differ from it.

Run from anywhere: ``python docs/generate.py [--check]``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from generating.command_pages import command_page
from generating.form_pages import form_documents
from generating.navigation import site_settings
from generating.pictures import pictures
from kind_pages import kind_pages

from govreport_lint.auditing.papers.data.audit_schema import audit_schema
from govreport_lint.checks import kinds
from govreport_lint.configuration.key_words import key_words
from govreport_lint.configuration.schema import configuration_schema, told_keys
from govreport_lint.output.data.schema import contract_schema
from govreport_lint.rulebook.own.pack_schema import pack_schema
from govreport_lint.rulebook.packs import Pack, Rule
from govreport_lint.rulebook.pages import Page, Replacement, pages
from govreport_lint.shipped import shipped_rulebook

DOCS = Path(__file__).parent
FOLDER = DOCS / "rules"
FORMS = DOCS / "forms"
KINDS = DOCS / "kinds"
SEVERITIES = {"error": "错误 error", "warning": "疑点 warning", "info": "提示 info"}
NOTE = "<!-- 由 docs/generate.py 从 rules/ 生成，请勿手改 -->\n"


def documents() -> dict[Path, str]:
    """Every generated page by its file."""
    book = shipped_rulebook()
    schemas = {
        "schema.json": contract_schema(),
        "audit-schema.json": audit_schema(),
        "config.schema.json": configuration_schema(),
        "pack.schema.json": pack_schema(kinds(), book.rules, (pack.family for pack in book.packs)),
    }
    made = {DOCS / name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}
    made |= {DOCS / "configuration-keys.md": configuration_keys()}
    made |= {KINDS / name: text for name, text in kind_pages(kinds(), book.rules).items()}
    made |= {FOLDER / "README.md": index(shipped_rulebook().packs)}
    for pack in shipped_rulebook().packs:
        for rule in pack.rules:
            made[FOLDER / f"{rule.code}.md"] = page_of(rule, pages()[rule.code])
    made[DOCS / "cli.md"] = command_page()
    made |= {FORMS / name: text for name, text in form_documents().items()}
    made |= {DOCS / name: text for name, text in pictures().items()}
    names = (path.relative_to(DOCS).as_posix() for path in made if path.suffix == ".md")
    made[DOCS.parent / "zensical.toml"] = site_settings(names)
    return made


def configuration_keys() -> str:
    """The table of every key of govreport-lint.toml."""
    lines = [
        NOTE.replace("rules/", "govreport_lint/configuration/"),
        "# govreport-lint.toml 的键 / Keys of govreport-lint.toml\n",
    ]
    lines += ["| 键 key | 默认 default | 用途 | What it is for |", "|---|---|---|---|"]
    for key, default in told_keys():
        words, value = key_words()[key], "" if default is None else f"`{msgspec.json.encode(default).decode()}`"
        lines.append(f"| `{key}` | {value} | {words.zh} | {words.en} |")
    return "\n".join([*lines, ""])


def index(every: Iterable[Pack]) -> str:
    """The list of all rules by family."""
    lines = [NOTE, "# 规则 / Rules\n"]
    for pack in every:
        lines += [f"## {pack.title.zh} / {pack.title.en}\n", "| 代码 | 级别 | 规则 | Rule |", "|---|---|---|---|"]
        for rule in sorted(pack.rules, key=lambda rule: rule.code):
            link = f"[{rule.code}]({rule.code}.md)"
            lines.append(f"| {link} | {SEVERITIES[rule.severity]} | {rule.title.zh} | {rule.title.en} |")
        lines.append("")
    return "\n".join(lines)


def page_of(rule: Rule, page: Page) -> str:
    """The page of one rule, under the headings that all have."""
    parts = [
        NOTE,
        f"# {rule.code} {rule.title.zh}\n",
        f"`{rule.name}` · {SEVERITIES[rule.severity]}{_other_severities(rule)}{_mended(rule)}\n",
        f"## 为什么\n\n{page.why.zh}\n",
        *_expression(rule),
        *_examples("有问题的写法", page.bad),
        *_examples("没有问题的写法", page.good),
        f"## 怎么改\n\n{rule.suggestion.zh}\n",
        f"## 依据\n\n{rule.basis.zh}\n",
        f"## English\n\n**{rule.title.en}.** {page.why.en}\n\n{rule.suggestion.en}\n\n{rule.basis.en}\n",
    ]
    return "\n".join(parts)


def _other_severities(rule: Rule) -> str:
    others = sorted({SEVERITIES[severity] for severity in rule.severities.values()} - {SEVERITIES[rule.severity]})
    return "".join(f"（某些情形为{other}）" for other in others)


def _mended(rule: Rule) -> str:
    """A word that ``--fix`` may mend what the rule finds, where it is certain."""
    return " · [可自动改正](../fixes.md)" if rule.check.mends else ""


def _expression(rule: Rule) -> list[str]:
    expression = getattr(rule.check.options, "expression", None)
    return [f"## 等式\n\n```python\n{expression}\n```\n"] if expression else []


def _examples(title: str, pieces: Sequence[Replacement]) -> list[str]:
    """The examples below their heading; nothing for a rule about other papers, which has none."""
    shown = "".join(f"{_paper(piece)}```markdown\n{piece.text.strip()}\n```\n\n" for piece in pieces)
    return [f"## {title}\n\n{shown}"] if pieces else []


def _paper(piece: Replacement) -> str:
    return "上年年报 / last year’s report:\n\n" if piece.paper == "previous" else ""


def _pages() -> list[Path]:
    """The pages that are there."""
    return [path for folder in (FOLDER, KINDS) for path in folder.glob("*.md")]


def differences() -> list[str]:
    """The pages that are missing, outdated or left over."""
    made = documents()
    wrong = [str(path) for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    return wrong + [str(path) for path in _pages() if path not in made]


def main(arguments: list[str]) -> int:
    """0 when the pages are, or now are, those of the packs."""
    if "--check" in arguments:
        wrong = differences()
        for name in wrong:
            print(f"differs from what it is made from: {name}", file=sys.stderr)
        return bool(wrong)
    made = documents()
    for folder in {path.parent for path in made}:
        folder.mkdir(exist_ok=True)
    for path in _pages():
        if path not in made:
            path.unlink()
    for path, text in made.items():
        path.write_text(text, "utf-8")
    print(f"{len(made)} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
