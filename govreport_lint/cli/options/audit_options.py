"""The options of ``govreport-lint audit``."""

from __future__ import annotations

from typing import Any

import click

from .shared import language_option, pack_option

_HELP = """审核一个县（市、区）各单位的年报：归口、核验、与上年衔接、雷同、逐级汇总，写出问题清单和审核意见

\b
Audits the reports of a county's units: whose they are, what is wrong, last year's, copied text, the sums.

\b
  audit 2024/ --init -o out/             先生成单位名单 units.csv，核对后使用
  audit 2024/ --previous 2023/ --units out/units.csv --county 县年报.docx --workbook 汇总表.xlsx -o out/
"""


def audit_command() -> click.Command:
    """The command; what it does is loaded when it is called."""

    def call(**options: Any) -> int:
        from ..audit import audit_command as audit

        return audit(**options)

    params: list[click.Parameter] = [
        click.Argument(["reports"], nargs=-1, required=True, metavar="REPORTS…", type=click.Path()),
        *_papers(),
        *_output(),
        *_ways(),
        language_option(),
    ]
    short = "审核各单位的年报并核对逐级汇总  audit a county's reports"
    return click.Command("audit", callback=call, params=params, help=_HELP, short_help=short)


def _papers() -> list[click.Parameter]:
    """What lies beside the reports."""
    return [
        _file("--previous", "上年的年报：文件夹、压缩包或文件  last year's reports", multiple=True),
        _file("--units", "单位名单（units.csv 或 .xlsx）  the list of units"),
        _file("--county", "县级年报  the county's own report"),
        _file("--workbook", "汇总表（.xlsx）  the county's workbook of all units"),
        _file("--config", "govreport-lint.toml 中的 [audit]  settings"),
        pack_option(),
    ]


def _output() -> list[click.Parameter]:
    return [
        click.Option(
            ["-o", "--output"], metavar="FOLDER", type=click.Path(), help="结果写入的文件夹  where the papers go"
        ),
        _flag("--init", "只由报告拟出单位名单  only propose units.csv"),
        _flag("--list-files", "只列出要审核的文件  only list the files"),
        _flag("--only-changed", "只为有变动的单位写审核意见  letters for changed units only"),
        _flag("--data", "另存 Parquet 和 DuckDB 数据  Parquet and DuckDB files too"),
    ]


def _ways() -> list[click.Parameter]:
    """How it is done."""
    kind = click.Choice(["error", "warning", "info", "never"])
    failing = "\b\n有此级别以上的问题时退出状态为 1\nthe lowest severity that fails"
    day = click.Option(["--date", "day"], metavar="DATE", help="本轮日期，默认今天  the day of this round")
    return [
        day,
        click.Option(["--year"], type=click.IntRange(2019, 2100), help="年报的年度  the reports' year"),
        click.Option(["--jobs"], type=click.IntRange(1, 256), help="进程数，默认为处理器数  processes"),
        click.Option(["--scheduler"], default="", metavar="ADDRESS", help="Dask 集群地址 tcp://…  a Dask cluster"),
        click.Option(["--exclude"], multiple=True, metavar="PATTERN", help="不读的文件，如 旧/**  files to leave out"),
        _flag("--fresh", "不用缓存  without the cache"),
        click.Option(["--fail-on"], type=kind, default="error", show_default=True, help=failing),
    ]


def _file(name: str, words: str, *, multiple: bool = False) -> click.Option:
    return click.Option([name], metavar="PATH", type=click.Path(), multiple=multiple, help=words)


def _flag(name: str, words: str) -> click.Option:
    return click.Option([name], is_flag=True, help=words)
