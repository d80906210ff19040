"""The look of the workbook: one accent, shades beside words, 宋体 as offices print it."""

from __future__ import annotations

from collections.abc import Mapping

ACCENT = "#1F3864"
_TINT, _LINE, _GREY = "#E9EEF6", "#B7BFCC", "#6B7280"
_TEXT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_CELL = {**_TEXT, "border": 1, "border_color": _LINE}
_CENTRE = {**_CELL, "align": "center"}

STYLES: Mapping[str, Mapping[str, object]] = {
    "title": {**_TEXT, "font_size": 16, "bold": True, "font_color": ACCENT},
    "note": {**_TEXT, "font_color": _GREY, "valign": "top", "text_wrap": True},
    "explained": {**_TEXT, "bold": True, "valign": "top", "text_wrap": True},
    "part": {**_TEXT, "font_size": 12, "bold": True, "font_color": ACCENT},
    "head": {**_CENTRE, "bold": True, "font_color": ACCENT, "bg_color": _TINT, "text_wrap": True},
    "text": {**_CELL, "text_wrap": True},
    "equal": {**_CELL, "text_wrap": True, "bold": True},
    "centre": {**_CENTRE, "text_wrap": True},
    "number": {**_CELL, "align": "right", "num_format": "0.######_ ;-0.######_ ;0_ "},
    "whole": {**_CELL, "align": "right", "num_format": "0_ "},
    "amount": {**_CELL, "align": "right", "num_format": "0.00####_ "},
    "share": {**_CELL, "align": "right", "num_format": "0%_ "},
    # 错误, 疑点, 提示 differ by their words; the shade only helps the eye.
    "error": {**_CENTRE, "bold": True, "bg_color": "#E8C7C4"},
    "warning": {**_CENTRE, "bg_color": "#F7E9C6"},
    "info": {**_CENTRE, "font_color": _GREY},
    "quiet": {**_CELL, "font_color": _GREY, "text_wrap": True},
    "input": {**_CELL, "bg_color": "#FFFDF2", "text_wrap": True},
    "choice": {**_CENTRE, "bg_color": "#FFFDF2"},
    "no_number": {**_CELL, "align": "right", "font_color": "#C00000", "bg_color": "#FBE5E3", "bold": True},
    "key": {**_CELL, "bold": True, "font_color": ACCENT, "bg_color": _TINT, "text_wrap": True},
    # Laid over a cell that has a style already.
    "gap": {"bold": True, "bg_color": "#E8C7C4"},
    "unknown": {"font_color": _GREY},
    "same": {"font_name": "宋体", "font_size": 10, "bold": True},
    "other": {"font_name": "宋体", "font_size": 10, "font_color": _GREY},
}
"""What the library is told of each style, by its name."""
