"""The interface as a page: every operation with what it takes and a call that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from ....language import Text
from ....output.page.markup import Child, Markup, el
from ..frame import framed
from ..surroundings import Surroundings
from .operation import Field, Operation
from .operations import operations

_TITLE = Text("程序接口", "API")
_LEAD = Text(
    "别的程序也可以用这台检查服务：发来文件，取回结果。下面的命令可以直接复制；地址里的令牌就是权限，请勿外传。",
    "Other programs may use this server: send files, take results. The calls below can be copied as they are; the "
    "token in the address is the right to ask, so keep it to yourself.",
)
_MACHINE = Text("接口说明文件（OpenAPI 3.1）", "Description for tools (OpenAPI 3.1)")
_BACK = Text("返回检查页面", "Back to the page")
_QUERY, _FORM = Text("写在地址里", "In the address"), Text("表单字段", "Fields of the form")
_ANSWER = Text("回答", "Answer")
_REQUIRED, _MANY, _FILE = Text("必填", "required"), Text("可多个", "may be repeated"), Text("文件", "file")
_CHOICES = Text("可选值：{values}", "one of: {values}")
_REFUSED = Text(
    "没有受理时，状态为 4xx 或 5xx，回答为 {shape}，message 是给人看的原因。",
    "What is refused has a status of 4xx or 5xx and answers {shape}; message says why, for people.",
)
_SHAPE = '{"error": {"code": …, "message": …}}'


def api_page(about: Surroundings, address: str) -> str:
    """The page; ``address`` is that of the start with its token, ``http://127.0.0.1:8321/…/``."""
    language = about.language
    every = operations()
    head = el(
        "header",
        el("p", el("a", _BACK.in_language(language), href=f"../?lang={language}"), class_="back"),
        el("h1", _TITLE.in_language(language)),
        el("p", _LEAD.in_language(language), class_="lead"),
        el("p", el("a", _MACHINE.in_language(language), href="openapi.json")),
        el("p", _REFUSED.filled(shape=_SHAPE).in_language(language), class_="soft"),
    )
    contents = el("nav", el("ol", *(_line(each, language) for each in every)), aria_label=_TITLE.in_language(language))
    parts = el("div", *(_operation(each, address, language) for each in every), class_="operations")
    main = el("div", head, el("div", contents, parts, class_="columns"), class_="api")
    return framed(_TITLE.in_language(language), main, about, up="../")


def _line(operation: Operation, language: str) -> Markup:
    return el("li", el("a", operation.title.in_language(language), href=f"#{operation.name}"))


def _operation(operation: Operation, address: str, language: str) -> Markup:
    answer = operation.answer
    back: list[Child] = [str(answer.status), " ", el("code", answer.media) if answer.media else None]
    return el(
        "section",
        el("h2", operation.title.in_language(language)),
        el("p", el("span", operation.method.upper(), class_=f"method {operation.method}"),
           el("code", operation.path), class_="route"),
        el("p", operation.about.in_language(language)),
        el("pre", el("code", _call(operation, address)), tabindex="0"),
        _fields(_QUERY, operation.asked, language),
        _fields(_FORM, operation.form, language),
        el("h3", _ANSWER.in_language(language)),
        el("p", *back, " ", el("span", answer.about.in_language(language), class_="soft")),
        id=operation.name,
    )  # fmt: skip


def _call(operation: Operation, address: str) -> str:
    """The call for a command line; quotes are those that Windows and the others share."""
    path = operation.path.replace("{id}", "ID")
    return " ".join(part for part in ("curl", operation.curl, f'"{address}{path}{operation.query}"') if part)


def _fields(title: Text, fields: Sequence[Field], language: str) -> Markup | None:
    if not fields:
        return None
    rows = (el("div", el("dt", el("code", each.name)), el("dd", *_told(each, language))) for each in fields)
    return el("div", el("h3", title.in_language(language)), el("dl", *rows))


def _told(field: Field, language: str) -> list[Child]:
    marks = [(field.required, _REQUIRED), (field.file, _FILE), (field.many, _MANY)]
    tags: list[Child] = [el("span", words.in_language(language), class_="tag") for holds, words in marks if holds]
    values = ", ".join(field.choices)
    choices = el("small", _CHOICES.filled(values=values).in_language(language)) if values else None
    return [field.about.in_language(language), *tags, choices]
