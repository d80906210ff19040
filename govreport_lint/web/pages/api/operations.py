"""Everything that programs may ask, in the order in which it is used."""

from __future__ import annotations

from collections.abc import Iterator

from ....language import Text
from ....output.formats import output_formats
from ...media import media_type
from .operation import Answer, Field, Operation

_LANG = Field(name="lang", about=Text("说明文字的语言", "language of what is said"), choices=("zh", "en"))
_ID = "api/audit/{id}"
_DONE = Text("审核完成后可取。", "There once the audit is done.")


def operations() -> tuple[Operation, ...]:
    """Every operation."""
    return (_lint(), _audit(), _state(), _events(), *_papers(), _delete(), _description())


def _lint() -> Operation:
    formats = tuple(each.name for each in output_formats())
    return Operation(
        method="post",
        path="api/lint",
        name="lint",
        title=Text("检查年报", "Check reports"),
        about=Text(
            "检查一份或几份年报；回答与命令行 --format json 一致。",
            "Checks one report or several; the answer is that of --format json.",
        ),
        asked=(
            _LANG,
            Field(name="format", about=Text("输出格式，默认 json", "the output, json by default"), choices=formats),
            Field(name="select", about=Text("只用这些规则，逗号分隔", "only these rules, with commas between")),
            Field(name="ignore", about=Text("不用这些规则，逗号分隔", "not these rules, with commas between")),
        ),
        form=(
            Field(name="file", about=Text("年报文件", "a report"), required=True, file=True, many=True),
            Field(name="previous", about=Text("上一年年报", "last year's report"), file=True),
        ),
        answer=Answer(
            about=Text("检查结果", "what was found"), media="application/json", schema="Results"
        ),
        curl='-F "file=@年报.docx" -F "previous=@上年年报.docx"',
        query="?lang=zh",
    )  # fmt: skip


def _audit() -> Operation:
    return Operation(
        method="post",
        path="api/audit",
        name="startAudit",
        title=Text("开始全县汇总审核", "Start the audit of a county"),
        about=Text(
            "一次交上全部年报；审核在后台进行，回答里的编号用来查进度、取成果。",
            "All reports at once; it goes on by itself, and the id of the answer leads to its progress and its papers.",
        ),
        asked=(_LANG,),
        form=(
            Field(
                name="reports",
                about=Text("各单位年报，可以是 zip；文件名可带文件夹", "the reports, or a zip; names may have folders"),
                required=True,
                file=True,
                many=True,
            ),
            Field(name="previous", about=Text("上一年各单位年报", "last year's reports"), file=True, many=True),
            Field(name="units", about=Text("应报单位名单（csv、xlsx）", "the list of units that are due"), file=True),
            Field(name="county", about=Text("县级汇总年报", "the county's own report"), file=True),
            Field(name="workbook", about=Text("汇总表", "the roll-up workbook"), file=True),
            Field(name="date", about=Text("审核日期，如 2025-02-20", "the day of the audit, as 2025-02-20")),
            Field(name="year", about=Text("年度", "the year of the reports")),
        ),
        answer=Answer(
            status=201, about=Text("审核的编号", "the id of the audit"), media="application/json", schema="Started"
        ),
        curl='-F "reports=@全县年报.zip" -F "units=@应报单位.csv"',
    )  # fmt: skip


def _state() -> Operation:
    return Operation(
        method="get",
        path=_ID,
        name="auditState",
        title=Text("查审核进度", "Ask how far it is"),
        about=Text("审核到了哪一步，完成了没有。", "How far the audit is and whether it is done."),
        asked=(_LANG,),
        answer=Answer(about=Text("进度", "the state"), media="application/json", schema="AuditState"),
        curl="",
    )


def _events() -> Operation:
    return Operation(
        method="get",
        path=f"{_ID}/events",
        name="auditEvents",
        title=Text("随时报告进度", "Be told as it goes on"),
        about=Text("服务器推送的事件，一行一步，审核结束即止。", "Server-sent events, one a step, until it ends."),
        asked=(_LANG,),
        answer=Answer(about=Text("事件流", "the events"), media="text/event-stream"),
        curl="-N",
    )


def _papers() -> Iterator[Operation]:
    """What is taken from an audit that is done, each under a name of its own."""
    zipped, page = "application/zip", "text/html"
    book, draft = media_type("xlsx"), media_type("docx")
    told = (
        ("out.zip", "auditAll", zipped, Text("全部成果", "everything"), ""),
        ("audit.xlsx", "auditWorkbook", book, Text("审核底稿（Excel）", "the workbook"), ""),
        ("audit.html", "auditPage", page, Text("审核结果（网页）", "the page"), ""),
        ("audit.json", "auditData", "application/json", Text("审核结果（JSON）", "the data"), "Audit"),
        ("letters.zip", "auditLetters", zipped, Text("各单位整改通知", "the letters to the units"), ""),
        ("county-draft.docx", "auditDraft", draft, Text("本级年报初稿（Word）", "a draft of the county's report"), ""),
        ("units.csv", "auditUnits", "text/csv", Text("单位名单", "the list of units"), ""),
        ("matrix", "auditMatrix", page, Text("单位与问题的总表", "units and findings as a table"), ""),
    )
    for file, name, media, words, schema in told:
        yield Operation(
            method="get",
            path=f"{_ID}/{file}",
            name=name,
            title=Text("取{what}", "Take {what}").filled(what=words),
            about=_DONE,
            asked=(_LANG,) if "." not in file else (),
            answer=Answer(about=words, media=media, schema=schema),
            curl=f"-o {file}" if "." in file else "",
        )


def _delete() -> Operation:
    return Operation(
        method="delete",
        path=_ID,
        name="endAudit",
        title=Text("清除审核", "End and delete an audit"),
        about=Text(
            "停止审核并删除它的全部文件；不清除的，过一段时间自动删除。",
            "Stops it and deletes its files; what is forgotten is deleted after a while.",
        ),
        answer=Answer(status=204, about=Text("已清除", "deleted"), media=""),
        curl="-X DELETE",
    )


def _description() -> Operation:
    return Operation(
        method="get",
        path="api/openapi.json",
        name="description",
        title=Text("本说明（OpenAPI 3.1）", "This description (OpenAPI 3.1)"),
        about=Text("供工具生成客户端。", "For tools that make clients."),
        answer=Answer(about=Text("接口说明", "the description"), media="application/json"),
        curl="-o openapi.json",
    )
