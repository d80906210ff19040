"""What is told of a comment that does not count or settles nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...directive import Action
from ...language import Text
from ...rulebook.mistakes import unknown

_MOST_NAMES, _LONGEST_NAME = 8, 40
_ACTION = Text("写法", "action")


def at_line(line: int, words: Text) -> Text:
    """The words with the line of the comment before them."""
    return Text(f"第 {line} 行的注释：{words.zh}", f"comment on line {line}: {words.en}")


def no_reason(rules: Sequence[str]) -> Text:
    """It gives no reason."""
    named = ",".join(rule[:_LONGEST_NAME] for rule in rules[:_MOST_NAMES]) + (" …" if len(rules) > _MOST_NAMES else "")
    return Text(
        f"没有写明不报 {named} 的理由，不予采用；请把理由写在代码之后",
        f"gives no reason for settling {named} and does not count; write the reason behind the code",
    )


def no_rule_called(word: str) -> Text:
    """It names a rule that there is not."""
    return Text(f"没有名为“{word}”的规则", f"there is no rule “{word}”")


def no_rule(action: Action) -> Text:
    """It names no rule."""
    return Text(
        f"没有写明规则代码，不予采用；应写作 govreport-lint: {action} A301 理由",
        f"names no rule and does not count; write govreport-lint: {action} A301 reason",
    )


@lru_cache(maxsize=64)
def not_understood(word: str) -> Text:
    """Its action is none."""
    if not word:
        return Text(
            "没有写明要做什么，不予采用；应写作 govreport-lint: disable A301 理由",
            "says nothing and does not count; write govreport-lint: disable A301 reason",
        )
    reason = unknown(
        _ACTION, word[:40].lower(), [action for action in Action if action.settles or action is Action.ENABLE]
    )
    return Text(f"{reason.zh}，不予采用", f"{reason.en}; it does not count")


def not_closed() -> Text:
    """Nothing ends it."""
    return Text("没有写完（缺 -->），不予采用", "has no end (-->) and does not count")


def settles_nothing(rules: Sequence[str]) -> Text:
    """There is nothing that it would settle."""
    named = "、".join(rules)
    return Text(
        f"所管的范围内没有 {named} 的问题，请删去这条注释或其中的代码",
        f"there is no finding of {', '.join(rules)} where it counts; remove it, or these codes",
    )


def ends_nothing() -> Text:
    """An ``enable`` behind nothing."""
    return Text("前面没有与 enable 对应的 disable，请删去", "there is no disable before this enable; remove it")


def refused(count: int) -> Text:
    """The settings let no comment count."""
    return Text(
        f"文件中有 {count} 处注释要求不报问题，按设置不予采用",
        f"{count} comments in the file ask to settle findings; by the settings they do not count",
    )


def locked(codes: Sequence[str]) -> Text:
    """A county has locked its rules."""
    named = "、".join(codes)
    return Text(
        f"{named} 已在配置中锁定，不能用注释不报",
        f"{', '.join(codes)}: locked by the configuration, not to be settled by a comment",
    )
