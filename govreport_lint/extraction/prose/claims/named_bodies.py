"""Whose number it is: the reporting body under any of its names, or another one.

县人社局 is 临河县人力资源和社会保障局: a short name leaves characters out and keeps their order.
"""

from __future__ import annotations

from msgspec import Struct

# a short name begins with its place, or after what a sentence may open with
_PLACES = "省市县区旗盟州镇乡街我本"
_OPENINGS = "年月日来内度由和及与、计，间末底"
_SEATS = ("政府", "办事处")
_TOWNS = ("镇", "乡", "街道", "苏木")
_GOVERNMENTS = ("", "政府", "行政机关", "机关", "党委政府")
_SHORTEST = 3


class Body(Struct, frozen=True):
    """The reporting body; ``organ`` is its name in the title, as far as known."""

    organ: str | None

    def is_another(self, named: str) -> bool:
        """Whether a named body is another than the reporting one; unknown is not another."""
        if self.organ is None:
            return False
        name = _plain(named)
        for own in _names(_plain(self.organ)):
            _, found, after = name.rpartition(own)
            if (found and after in _GOVERNMENTS) or any(_shortens(name[at:], own) for at in _starts(name)):
                return False
        return True


def _names(own: str) -> tuple[str, ...]:
    """The own name with and without the seat of a government: a town is its government, a county is more."""
    for seat in _SEATS:
        if own.endswith(seat):
            return own, own.removesuffix(seat)
    return (own, *(own + seat for seat in _SEATS)) if own.endswith(_TOWNS) else (own,)


def _plain(name: str) -> str:
    return (
        name.replace("人民政府", "政府").replace("办公室", "办").replace("管理委员会", "管委会").replace("委员会", "委")
    )


def _starts(name: str) -> list[int]:
    """Where the name of a body may begin in the words before a claim."""
    return [
        at
        for at in range(len(name) - 1)
        if at == 0 or name[at - 1] in _OPENINGS or (name[at] in _PLACES and len(name) - at >= _SHORTEST)
    ]


def _shortens(name: str, own: str) -> bool:
    """Whether a name is the own one with characters left out, its last one kept."""
    rest = iter(own)
    return own.endswith(name[-1]) and all(character in rest for character in name)
