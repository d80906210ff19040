"""The one interface of outputs, and what they are told of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from ..result import Result
    from ..rulebook.rulebook import Rulebook
    from .words.problems import Problem, Totals


class Run(Struct, frozen=True):
    """What an output has to know besides the results.

    ``language`` is ``zh`` or ``en``, ``version`` the program's, ``base`` the folder that paths are given from.
    ``quiet``: nothing but findings; ``colour``: ``auto``, ``always`` or ``never``.
    """

    rulebook: Rulebook
    language: str
    version: str
    base: str
    quiet: bool = False
    colour: str = "auto"


class Output(Protocol):
    """What every output does with the files as they come."""

    def start(self) -> None:
        """Write what stands before the first file."""

    def result(self, result: Result) -> None:
        """Write the result of one file."""

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write the end; ``remarks`` say what was passed over in folders."""
