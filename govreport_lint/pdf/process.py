"""Opening a PDF in a process of its own, with limits of time and memory, and what to say where that fails."""

from __future__ import annotations

import importlib.util
from typing import TypeVar

import msgspec

from ..children.asked import DiedError, TimeIsUpError, WaitedError
from ..children.frames import FAILED
from ..errors import ReadError
from .notes import Annotated, Notes
from .page import Pages
from .workers import pool

Answer = TypeVar("Answer", Pages, Annotated)

_NO_LIBRARY = (
    '读取 PDF 需要另外安装组件：pip install "govreport-lint[pdf]"',
    'reading PDF needs another package: pip install "govreport-lint[pdf]"',
)
_FAULTS = {
    "password": (
        "PDF 设有打开密码，无法读取。请去掉密码后再检查",
        "the PDF has a password; please remove it",
    ),
    "damaged": (
        "PDF 文件已损坏或不完整，无法读取。请重新导出后再检查",
        "the PDF is damaged or cut short; please export it again",
    ),
    "long": ("PDF 超过 200 页，不像是一份年度报告，未读取", "a PDF of more than 200 pages is no such report, not read"),
    "large": (
        "PDF 内容异常：展开后过大，或已损坏，未读取",
        "the PDF is not as it should be: what it unpacks to is too large, or damaged; not read",
    ),
    "form": (
        "PDF 是动态表单（XFA），其内容不在页面上，无法读取。请打印成 PDF 或另存为 Word 后再检查",
        "the PDF is a dynamic form (XFA), its text is on no page; please print it to a PDF or save it as Word",
    ),
    "locked": (
        "PDF 设有权限密码，无法写入批注。请去掉密码后再试",
        "the PDF has a password for changes; please remove it to have remarks written",
    ),
    "unwritable": (
        "PDF 的内部结构有误，无法写入批注。请重新导出后再试",
        "the structure of the PDF is faulty, so no remarks can be written; please export it again",
    ),
    "slow": ("PDF 内容过于复杂，在规定时间内没有读完，未读取", "the PDF could not be read in time, not read"),
}


def read_apart(data: bytes, name: str) -> Pages:
    """The pages of the PDF called ``name``; raises ``ReadError``."""
    _need("pypdfium2", name)
    pages = _run("read", data, Pages)
    if pages.fault:
        raise ReadError(name, *_FAULTS[pages.fault])
    return pages


def write_apart(notes: Notes, name: str) -> bytes:
    """The PDF called ``name`` with notes; raises ``ReadError``."""
    _need("pypdf", name)
    copy = _run("write", msgspec.msgpack.encode(notes), Annotated)
    if copy.fault:
        raise ReadError(name, *_FAULTS[copy.fault])
    return copy.data


def _need(package: str, name: str) -> None:
    if importlib.util.find_spec(package) is None:
        raise ReadError(name, *_NO_LIBRARY)


def _run(task: str, given: bytes, kind: type[Answer]) -> Answer:
    """What the process answers, or the fault that ended it."""
    try:
        word, data = pool().ask(task, given)
    except (TimeIsUpError, WaitedError):
        return kind(fault="slow")
    except DiedError:
        return kind(fault="large")
    if word == FAILED:
        raise RuntimeError(data.decode("utf-8", "replace")[-2000:])
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError:
        return kind(fault="damaged")
