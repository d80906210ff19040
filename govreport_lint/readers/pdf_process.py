"""Reading a PDF in a process of its own, with a limit of time and memory, and what to say where that fails."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import msgspec

from ..errors import ReadError
from .pdf_page import Pages

SECONDS = 4.5
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from govreport_lint.readers.pdf_child import main; main()"
_NO_LIBRARY = "读取 PDF 需要另外安装组件：pip install 'govreport-lint[pdf]'"
_FAULTS = {
    "password": "PDF 设有打开密码，无法读取。请去掉密码后再检查",
    "damaged": "PDF 文件已损坏或不完整，无法读取。请重新导出后再检查",
    "long": "PDF 超过 200 页，不像是一份年度报告，未读取",
    "large": "PDF 展开后内容过大，未读取",
    "slow": "PDF 内容过于复杂，在规定时间内没有读完，未读取",
}


def read_apart(data: bytes, name: str) -> tuple[Pages, int]:
    """The pages of a PDF and how many characters without meaning it has; raises ``ReadError``."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise ReadError(name, _NO_LIBRARY)
    pages = _decode(_run(data))
    if pages.fault:
        raise ReadError(name, _FAULTS[pages.fault])
    return pages, pages.unmapped


def _run(data: bytes) -> bytes | str:
    """What the process wrote, or the fault that ended it."""
    command = [sys.executable, "-I", "-c", _CODE, *sys.path]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "slow"
    except BrokenPipeError:
        return "large"
    return done.stdout if done.returncode == 0 else "large"


def _decode(output: bytes | str) -> Pages:
    if isinstance(output, str):
        return Pages(fault=output)
    try:
        return msgspec.msgpack.decode(output, type=Pages)
    except msgspec.DecodeError:
        return Pages(fault="damaged")
