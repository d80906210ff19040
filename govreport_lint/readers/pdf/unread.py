"""Which pages of a PDF were read, and what is to be told about the others and about the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from ...language import Text
from ...pdf.page import Character, Page, Pages, is_scan

# A page with fewer characters than this, beside those in its margins, says nothing.
_FEW = 40
_MARGIN = 0.1
# Type drawn as shapes: a page full of them has a hundred and more.
_OUTLINES = 200
_END = 4096


class PageState(Enum):
    """Read; a picture, or type drawn as shapes, that was not; or a picture whose text a program recognised."""

    READ = auto()
    UNREAD = auto()
    RECOGNISED = auto()


def states_of(pages: Sequence[Page]) -> list[PageState]:
    """What was read of each page."""
    return [_state(page) for page in pages]


def _state(page: Page) -> PageState:
    if page.recognised:
        return PageState.RECOGNISED
    covered = page.curves >= _OUTLINES or any(is_scan(box, page.width, page.height) for box in page.pictures)
    silent = bool(page.pictures) and not page.characters
    few = sum(not character.text.isspace() for character in page.characters if not _in_margin(character, page)) < _FEW
    return PageState.UNREAD if silent or (covered and few) else PageState.READ


def _in_margin(character: Character, page: Page) -> bool:
    return not _MARGIN * page.height < character.baseline < (1 - _MARGIN) * page.height


def unread_of(found: Pages, states: Sequence[PageState]) -> Iterator[Text]:
    """The pages that were not read, in one sentence, and the characters that have no codes, in another."""
    if unread := _numbers(states, PageState.UNREAD):
        zh = f"第 {'、'.join(unread)} 页是图片，其中的文字未读取"
        yield Text(zh, f"page {', '.join(unread)}: a picture, its text was not read")
    if found.unmapped:
        zh = f"有 {found.unmapped} 个字没有字符编码，未读取（显示为 �）"
        yield Text(zh, f"{found.unmapped} characters without codes were not read (shown as �)")


def notes_of(data: bytes, found: Pages, states: Sequence[PageState]) -> Iterator[Text]:
    """Pages that were only recognised, files within the file, a file without its end."""
    if recognised := _numbers(states, PageState.RECOGNISED):
        zh = f"第 {'、'.join(recognised)} 页是扫描件，文字由识别得来，请与原件核对"
        yield Text(zh, f"page {', '.join(recognised)}: a scan, its text was recognised; please compare the original")
    if found.attached:
        yield Text(f"PDF 附有 {found.attached} 个文件，未读取", f"{found.attached} files attached to the PDF, not read")
    if b"%%EOF" not in data[-_END:]:
        yield Text("PDF 文件不完整，只读到能够恢复的部分", "the PDF is cut short; what could be recovered was read")


def _numbers(states: Sequence[PageState], wanted: PageState) -> list[str]:
    return [str(number) for number, state in enumerate(states, 1) if state is wanted]
