"""HTML: the pages of government sites, exports of Word and WPS, web editors, and what is left of them."""

from __future__ import annotations

import re

from ...document import Document, Table
from ...html.page_tree import PageTree, parse
from ...language import Text
from .copies import without_copies
from .frame_pages import refuse_frames
from .page_walk import PageWalk
from .style_sheet import style_sheet
from .unseen_parts import holds_labels, unread_parts
from .visibility import Sights

_REVEALED = Text(
    "网页的正文平时隐藏，由脚本显示，已照常读取",
    "the page hides its text until a script shows it; it was read all the same",
)
_REMARKED = Text(
    "页首由本程序写入的审核小结不是年报内容，未作检查",
    "the remarks that this program put at the head of the page are no part of the report and were not checked",
)
_PAGE_START = re.compile(r"<html[\s>]", re.IGNORECASE)
_PAGE_END = re.compile(r"</html", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_HALF_TAG = re.compile(r"<[a-zA-Z/!?]")


def read_html(text: str, name: str) -> Document:
    """The page as a document called ``name``; one that was cut off is read as far as it goes, and a note says so.

    Raises ``ReadError`` for a page that only frames others.
    """
    whole = _whole_tags(text)
    tree = parse(text[:whole])
    page = _seen_page(text, tree)
    blocks, copies = without_copies(page.blocks)
    refuse_frames(tree.root, blocks, name)
    fault = _cut_short(text, whole)
    cut = (f"页面不完整：{fault}，只读到第 {text.count(chr(10)) + 1} 行",) if fault else ()
    unread = unread_parts(page.hidden, blocks, text)
    notes = (*cut, *copies, *((_REVEALED,) if page.revealed else ()), *((_REMARKED,) if page.remarked else ()))
    return Document(
        name,
        "html",
        text,
        tuple(blocks),
        page.title,
        notes,
        framed=True,
        unread=unread,
        comments=tuple(tree.comments),
    )


def _seen_page(source: str, tree: PageTree) -> PageWalk:
    """The page as it is seen; one that shows no table at all with the hidden parts in which the report stands.

    Sites hide the text of a page until a script shows it.
    """
    sheet = style_sheet(tree.styles)
    page = PageWalk(source, Sights(sheet))
    page.read(tree.root)
    if not page.hidden or any(isinstance(block, Table) for block in page.blocks):
        return page
    revealed = frozenset(id(node) for node in page.hidden if holds_labels(node))
    if revealed:
        page = PageWalk(source, Sights(sheet, revealed))
        page.read(tree.root)
        page.revealed = True
    return page


def _whole_tags(text: str) -> int:
    """Where the last tag is over: browsers drop one that the file ends in."""
    half_tag = _HALF_TAG.search(text, text.rfind(">") + 1)
    return half_tag.start() if half_tag else len(text)


def _cut_short(text: str, whole: int) -> str | None:
    """What the page lacks behind its ``whole`` tags; None for a whole page, or a whole piece of one."""
    if _PAGE_END.search(text):
        return None
    if _PAGE_START.search(text):
        return "缺少 </html>"
    if whole < len(text):
        return "在标签中间断开"
    tags = _TABLE_TAG.findall(text)
    return "最后一个表格缺少 </table>" if tags and not tags[-1] else None
