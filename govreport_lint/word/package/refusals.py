"""Why a Word file is not read, in Chinese and English, as ``ReadError`` takes it."""

from __future__ import annotations

# All parts together, pictures too; they are held in memory once when a file is written back.
MOST_MEGABYTES = 200
_AGAIN = "请在 Word 或 WPS 中打开后另存一份"
_AGAIN_EN = "please open it in Word or WPS and save it again"

DAMAGED = (
    f"Word 文件（.docx）不完整或已损坏，无法解开。{_AGAIN}", f"the Word file (.docx) is cut off or damaged; {_AGAIN_EN}"
)  # fmt: skip
NO_TEXT = (
    f"Word 文件（.docx）中没有正文部分。{_AGAIN}", f"the Word file (.docx) has no document in it; {_AGAIN_EN}"
)  # fmt: skip
ENCRYPTED = ("文件加了密码，无法读取。请去掉密码后另存一份", "the file is encrypted; save it without a password")
OTHER_METHOD = (
    f"文件的压缩方式不是 Word 所用的，未读取。{_AGAIN}", f"compressed as Word never does, not read; {_AGAIN_EN}"
)  # fmt: skip
LEADING_OUT = (
    "文件内容异常（压缩包中有指向包外的路径），可能有害，未读取",
    "a path in the file leads out of it; it may be harmful and was not read",
)
TOO_LARGE = (
    f"文件内容异常（解压后超过 {MOST_MEGABYTES} MB），可能有害，未读取",
    f"it unpacks to more than {MOST_MEGABYTES} MB; it may be harmful and was not read",
)
TOO_MANY = ("文件内容异常（压缩包中的文件过多），未读取", "too many parts in the file, not read")


def part_too_large(part: str) -> tuple[str, str]:
    """A part that unpacks to more than any report has."""
    return f"文件内容异常（{part} 解压后过大），未读取", f"{part} unpacks to too much, not read"


def declares_type(part: str) -> tuple[str, str]:
    """A part with a document type declaration, the way of entity bombs."""
    return (
        f"文件内容异常（{part} 含有文档类型声明），可能有害，未读取",
        f"{part} declares a document type; it may be harmful and was not read",
    )


def not_xml(part: str) -> tuple[str, str]:
    """A part that cannot be parsed."""
    return f"文件已损坏（{part} 不是完整的 XML）。{_AGAIN}", f"damaged: {part} is no whole XML; {_AGAIN_EN}"


def too_many_elements(part: str) -> tuple[str, str]:
    """A part that is longer than any report."""
    return f"文件内容异常（{part} 的内容过多），未读取", f"too much in {part}, not read"


def nested_too_deep(most: int) -> tuple[str, str]:
    """Tables in tables in tables."""
    return f"文件内容异常（表格嵌套超过 {most} 层），未读取", f"tables nested more than {most} deep, not read"
