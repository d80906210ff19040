"""Further kinds of check from installed distributions (entry points of the group ``govreport_lint.kinds``).

An entry point's name is the kind's, its value the ``Kind``. One is loaded only when a pack names it and no shipped
kind has that name; code is taken from where packages are installed, never from the working folder.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import inspect
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from .errors import RuleError
from .language import Text
from .rulebook.kinds import FaultyKindError, Kind

GROUP = "govreport_lint.kinds"

Check = Callable[..., Iterator[Any]]


class Kinds(Mapping[str, Kind]):
    """The shipped kinds, and behind them those of installed distributions."""

    def __init__(self, shipped: Mapping[str, Kind]) -> None:
        self._shipped = shipped
        self._loaded: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        """The kind with a name; raises ``KeyError``, and ``FaultyKindError`` for one that cannot be loaded."""
        if name in self._shipped:
            return self._shipped[name]
        if name not in self._loaded:
            self._loaded[name] = _load(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._shipped
        yield from sorted({point.name for point in entry_points(group=GROUP)} - self._shipped.keys())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def marks_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """What tells kinds of plugins from what they were: the distribution, its version, the file of the code."""
    return tuple(sorted(_mark(kind) for kind in kinds))


def _mark(kind: Kind) -> str:
    code = inspect.unwrap(kind.check)
    file = inspect.getsourcefile(code)
    content = hashlib.sha256(Path(file).read_bytes()).hexdigest() if file and Path(file).is_file() else ""
    whose = sorted(_distribution(point) for point in entry_points(group=GROUP, name=kind.name))
    return f"{kind.name} {whose} {content}"


def _load(name: str) -> Kind:
    points = list(
        {(point.value, _distribution(point)): point for point in entry_points(group=GROUP, name=name)}.values()
    )
    if not points:
        raise KeyError(name)
    if len(points) > 1:
        given = ", ".join(sorted(map(_distribution, points)))
        raise FaultyKindError(
            Text(f"不止一个插件提供检查种类“{name}”：{given}", f"several plugins give the kind “{name}”: {given}")
        )
    return _loaded(points[0])


def _loaded(point: EntryPoint) -> Kind:
    whose = _distribution(point)
    if _of_working_folder(point):
        raise FaultyKindError(
            Text(
                f"插件 {whose} 的代码在当前文件夹里，不予载入：请先安装",
                f"the code of the plugin {whose} lies in the working folder and is not loaded: install it",
            )
        )
    try:
        kind = point.load()
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}"
        raise FaultyKindError(
            Text(f"插件 {whose} 无法载入：{what}", f"the plugin {whose} cannot be loaded: {what}")
        ) from error
    if not isinstance(kind, Kind) or kind.name != point.name:
        raise FaultyKindError(
            Text(
                f"插件 {whose} 的 {point.value} 不是名为“{point.name}”的检查种类（Kind）",
                f"{point.value} of the plugin {whose} is no Kind with the name “{point.name}”",
            )
        )
    return replace(kind, check=_guarded(kind.check, whose))


def _guarded(check: Check, whose: str) -> Check:
    """The check of a plugin, whose exceptions say whose they are."""

    @functools.wraps(check)
    def guarded(*given: Any) -> Iterator[Any]:
        try:
            yield from check(*given)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            reason = Text(f"插件出错：{what}", f"the plugin failed: {what}")
            raise RuleError(whose, reason) from error

    return guarded


def _of_working_folder(point: EntryPoint) -> bool:
    """Whether the module would be taken from the working folder, because Python looks there first."""
    package = point.module.partition(".")[0]
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return False
    if spec is None:
        return False
    places = [Path(place).parent for place in spec.submodule_search_locations or ()]
    places += [Path(spec.origin).parent] if spec.origin and not places else []
    here = os.path.realpath(Path.cwd())
    return any(os.path.realpath(place) == here for place in places)


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value
