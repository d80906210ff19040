"""A baseline: the findings that were there when somebody began, by file and fingerprint, never by line.

Only what is new is told then. A file that was renamed is a new file: the same words in another report are no reason
to be silent about them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from ..errors import RuleError
from ..finding import SettledBy, Suppressed
from ..form import Form
from ..language import Text
from ..output.words.places import place_words
from ..result import Result
from .settling import without
from .told_paths import told_from

SCHEMA = "govreport-lint-baseline/1"
_WIDTH = 200
_NO_JSON = Text("不是有效的基线文件：{what}", "no valid baseline: {what}")
_OTHER = Text(
    "不是本程序能用的基线（应为 {wanted}）：请用 --update-baseline 重新生成",
    "no baseline that this program can use ({wanted}); make it anew with --update-baseline",
)


class Known(Struct, frozen=True, order=True):
    """A finding in a baseline; ``place`` is for people, in Chinese."""

    code: str
    place: str
    fingerprint: str


class Baseline(Struct, frozen=True):
    """The known findings of each file. A file is told from the folder of the baseline, with ``/`` between its parts;
    of one with several reports with the number of the report: ``path#2``."""

    files: Mapping[str, tuple[Known, ...]] = {}

    def known(self, file: str) -> frozenset[str]:
        """The fingerprints that are known of a file."""
        return frozenset(one.fingerprint for one in self.files.get(file, ()))


class _Written(Struct, frozen=True, forbid_unknown_fields=True):
    schema: str
    files: dict[str, tuple[Known, ...]]


def read_baseline(data: bytes, path: str) -> Baseline:
    """The baseline in the bytes of a file; raises ``RuleError`` with the reason."""
    try:
        raw: Any = json.loads(data.decode("utf-8-sig"))
        if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
            raise RuleError(path, Text(*(words.format(wanted=SCHEMA) for words in (_OTHER.zh, _OTHER.en))))
        return Baseline(msgspec.convert(raw, _Written).files)
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        reason = Text(*(words.format(what=error) for words in (_NO_JSON.zh, _NO_JSON.en)))
        raise RuleError(path, reason) from error


def baseline_bytes(baseline: Baseline) -> bytes:
    """The baseline as it is written: one finding a line, in an order that does not depend on the run, so that two
    versions of it can be compared line by line."""
    files = [_file(file, known) for file, known in sorted(baseline.files.items()) if known]
    listed = ",".join(files)
    text = f'{{\n  "schema": {_string(SCHEMA)},\n  "files": {{{listed}{chr(10) + "  " if files else ""}}}\n}}\n'
    return text.encode()


def _file(file: str, known: Collection[Known]) -> str:
    lines = ",".join(f"\n      {_known(one)}" for one in sorted(set(known)))
    return f"\n    {_string(file)}: [{lines}\n    ]"


def _known(one: Known) -> str:
    pairs = (("code", one.code), ("place", one.place), ("fingerprint", one.fingerprint))
    return "{" + ", ".join(f"{_string(key)}: {_string(value)}" for key, value in pairs) + "}"


def _string(text: str) -> str:
    """Chinese as it is; a name that is no UTF-8 by numbers."""
    broken = any("\ud800" <= character <= "\udfff" for character in text)
    return json.dumps(text, ensure_ascii=broken)


def file_of(result: Result, base: str) -> str:
    """How a report is called in a baseline that lies in the folder ``base``."""
    path = result.source.path if result.source.path == "-" else told_from(base, result.source.path)
    return path if result.source.part is None else f"{path}#{result.source.part}"


def known_of(result: Result, form: Form) -> tuple[Known, ...]:
    """The findings of a report that a baseline takes up: those that are told, and those that it knows already."""
    settled = (one.finding for one in result.suppressed if one.means is SettledBy.BASELINE)
    found = (*result.findings, *settled)
    return tuple(sorted(Known(one.code, place_words(form, one.place, "zh", _WIDTH), one.fingerprint) for one in found))


def without_known(result: Result, known: Collection[str], by: str) -> Result:
    """The result without the findings whose fingerprints are known; ``by`` is the file of the baseline."""
    suppressed = {
        index: Suppressed(finding, "", by, SettledBy.BASELINE)
        for index, finding in enumerate(result.findings)
        if finding.fingerprint in known
    }
    return without(result, suppressed) if suppressed else result
