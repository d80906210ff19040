"""The codes and names of rules of one's own: they never clash with a rule that is shipped, now or later.

A code of one's own begins with X, which no shipped rule ever does: ``X101``. Up to three letters of a place may follow,
so that a county's pack stands beside its province's: ``XMY101``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...language import Text
from ..mistakes import Mistake

OWN_CODE = r"X[A-Z]{0,3}[0-9]{3}"
RULE_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"

_CODE = Text(
    "自己的规则代码以 X 开头，后接三位数字，如 X101；X 后可再加至多三个字母，如 XMY101",
    "the code of a rule of one's own is X and three digits, as X101; up to three letters may follow the X, as XMY101",
)
_NAME = Text(
    "规则的英文名称用小写字母、数字和连字符，如 our-carry-over",
    "a rule's name is of small letters, digits and hyphens, as our-carry-over",
)


def code_mistake(data: Mapping[str, Any]) -> Mistake | None:
    """What is wrong with the code or the name of a rule of one's own; None for nothing."""
    for key, form, reason in (("code", OWN_CODE, _CODE), ("name", RULE_NAME, _NAME)):
        word = data.get(key)
        if isinstance(word, str) and not re.fullmatch(form, word):
            return Mistake((key,), reason)
    return None
