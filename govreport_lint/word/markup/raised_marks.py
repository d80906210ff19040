"""Raised marks of notes: they lead to a note and are no part of the figure or word that they hang on."""

from __future__ import annotations

import re

from .opened import OpenParagraph

# Numbers, circled and bracketed ones, stars, 注; letters make units and formulas (m², O³).
_MARK = re.compile(r"[\s\d\u2460-\u24ff\u2776-\u2793*＊※†‡#()（）\[\]〔〕【】〈〉,，、a-z注]{1,8}")
_UNIT = re.compile(r"[A-Za-z]$")


def without_raised(paragraph: OpenParagraph) -> None:
    """Take the raised marks out of the texts of a paragraph; one that is raised as a whole is left as it is."""
    raised = set(paragraph.raised)
    if not raised or not any(text.strip() for index, (text, _, _) in enumerate(paragraph.texts) if index not in raised):
        return
    kept = []
    before = ""
    for index, each in enumerate(paragraph.texts):
        if index in raised and _MARK.fullmatch(each[0]) and not _UNIT.search(before):
            continue
        kept.append(each)
        before = each[0] or before
    paragraph.texts = kept
