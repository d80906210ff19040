"""The units of a county as its list has them (units.csv)."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

OFFICE = ("办公室", "办公厅", "政府办")
"""What the name of a government's office ends with: it reports for itself and counts, also under 政府本级."""


class UnitCategory(StrEnum):
    """类别, as offices write it."""

    TOWNSHIP = "乡镇"
    SUBDISTRICT = "街道"
    DEPARTMENT = "县直部门"
    BRANCH = "派出机构"
    ZONE = "园区"
    VERTICAL = "垂管"
    GOVERNMENT = "政府本级"
    OTHER = "其他"


class Unit(Struct, frozen=True, kw_only=True):
    """A line of the list.

    ``number`` counts the lines from 1 and begins the numbers of its items (``07-003``). ``due``: 应报, ``counted``:
    是否汇总, ``deadline``: 报送期限 as an ISO date (``--01-20`` where no year is told), ``exempt``: 免比上年 with its
    reason, ``file``: 采用文件, the file that was chosen by hand (its path as the audit tells it, or its end).
    """

    number: int
    name: str
    category: UnitCategory = UnitCategory.OTHER
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    parent: str = ""
    due: bool = True
    counted: bool = True
    deadline: str = ""
    exempt: str = ""
    file: str = ""
    contact: str = ""
    remark: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the county's own government: its report is the roll-up, never a part of it."""
        return self.category is UnitCategory.GOVERNMENT and not self.name.endswith(OFFICE)


class UnitList(Struct, frozen=True):
    """The units; ``place`` is what their names begin with (示范县), ``above`` the city over it where it is known.

    ``proposed``: no list was given, and this one was made of the reports.
    """

    units: tuple[Unit, ...]
    place: str = ""
    above: str = ""
    proposed: bool = False

    def unit(self, name: str) -> Unit | None:
        """The unit with a name; None where the list has none."""
        return next((unit for unit in self.units if unit.name == name), None)
