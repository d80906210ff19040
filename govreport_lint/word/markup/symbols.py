"""Characters of symbol fonts (``w:sym``), as far as they have a counterpart in Unicode."""

from __future__ import annotations

# Office puts the characters of these fonts from U+F000 on.
_PRIVATE = 0xF000
_UNKNOWN = "\ufffd"
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x74: "◆", 0x75: "◆", 0xA8: "□", 0xD8: "➢", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
    **{0x80 + number: chr(0x245F + number) for number in range(1, 11)},
}  # fmt: skip
_SYMBOL = {0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈"}


def symbol(font: str, code: str) -> str:
    """The character with a hexadecimal code in a font; U+FFFD for one that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    if not _PRIVATE <= number <= _PRIVATE + 0xFF:
        return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE else _UNKNOWN
    number -= _PRIVATE
    if font.lower().startswith("wingdings"):
        return _WINGDINGS.get(number, _UNKNOWN)
    if font.lower() == "symbol" and 0x28 <= number <= 0x3E:
        return chr(number)
    return _SYMBOL.get(number, _UNKNOWN) if font.lower() == "symbol" else _UNKNOWN
