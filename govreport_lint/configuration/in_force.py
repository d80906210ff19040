"""What is in force: a configuration put together of the files that extend each other and of options, and where each
value comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..errors import RuleError
from ..language import Text
from ..rulebook.files.positions import Part
from .audit_settings import AuditSettings
from .reading import Written, read_configuration
from .records import ADDED, Configuration

_ROUND = Text(
    "几个配置文件互相 extends，成了圈：{paths}", "the configuration files extend each other in a circle: {paths}"
)
_MERGED = ("severity",)
# Each entry of these has a place of its own.
_ENTRIES = ("per_file", "suppress")


class Origin(Struct, frozen=True):
    """Where a value comes from: a file and a line in it, or an option, which has no line."""

    source: str
    line: int | None = None

    def __str__(self) -> str:
        return self.source if self.line is None else f"{self.source}:{self.line}"


class InForce(Struct, frozen=True):
    """What holds for a run.

    ``file`` and ``options`` are what it was made of, ``written`` the files, the one that is extended first.
    ``origins`` tells by key (``select``, ``severity.A301``, an entry's ``per_file.0``) where a value comes from,
    several places where values add up; a key that is not there has its default.
    """

    configuration: Configuration = Configuration()
    origins: Mapping[str, tuple[Origin, ...]] = {}
    written: tuple[Written, ...] = ()
    file: Path | None = None
    options: Mapping[str, Any] = {}

    @property
    def folder(self) -> Path:
        """What the patterns for files are told from: the folder of the file that was found."""
        return self.written[-1].path.parent if self.written else Path.cwd()


def in_force(path: Path | None, options: Mapping[str, Any]) -> InForce:
    """What a file (None: no file) and options come to; an option that is not given is left out of ``options``.

    Raises ``RuleError`` for files that are wrong.
    """
    written = _chain(path, ()) if path else ()
    made = InForce(written=written, file=path, options=options)
    for one in written:
        made = _upon(made, {key: getattr(one.says, key) for key in one.keys}, one)
    typed = msgspec.convert(dict(options), Configuration)
    for key in options:
        value = getattr(typed, key)
        origin = Origin(f"--{key.replace('_', '-')}")
        made = _added(made, key, value, origin) if key in ADDED else _set(made, key, value, origin)
    return made


def _chain(path: Path, above: tuple[Path, ...]) -> tuple[Written, ...]:
    """The files that a file extends, their own before them, and itself at the end."""
    real = path.resolve()
    if real in above:
        circle = " → ".join(map(str, (*above, real)))
        raise RuleError(str(path), _ROUND.filled(paths=circle))
    written = read_configuration(path)
    found: list[Written] = []
    for each in written.says.extends:
        found += [one for one in _chain(Path(each), (*above, real)) if one.path.resolve() not in _paths(found)]
    return (*found, written)


def _paths(written: Sequence[Written]) -> set[Path]:
    return {one.path.resolve() for one in written}


def _upon(made: InForce, says: Mapping[str, Any], by: Written) -> InForce:
    """What was in force with what a file says on top of it."""
    for key in Configuration.__struct_fields__:
        if key not in says:
            continue
        if key == "audit":
            made = _tabled(made, says[key], by)
        elif key in _MERGED:
            made = _merged(made, key, says[key], by)
        elif key in _ENTRIES:
            made = _entered(made, key, says[key], by)
        elif key in ADDED:
            made = _added(made, key, says[key], _origin(by, key))
        elif key != "extends":
            made = _set(made, key, says[key], _origin(by, key))
    return made


def _set(made: InForce, key: str, value: Any, origin: Origin) -> InForce:
    whole = replace(made.configuration, **{key: value})
    return replace(made, configuration=whole, origins={**made.origins, key: (origin,)})


def _added(made: InForce, key: str, value: tuple[Any, ...], origin: Origin) -> InForce:
    whole = replace(made.configuration, **{key: (*getattr(made.configuration, key), *value)})
    known = made.origins.get(key, ())
    return replace(made, configuration=whole, origins={**made.origins, key: (*known, origin)})


def _entered(made: InForce, key: str, value: tuple[Any, ...], by: Written) -> InForce:
    """What was in force with a file's entries of a list of tables."""
    before = len(getattr(made.configuration, key))
    own = {f"{key}.{before + number}": (_origin(by, key, number),) for number in range(len(value))}
    made = _added(made, key, value, _origin(by, key))
    return replace(made, origins={**made.origins, **own})


def _merged(made: InForce, key: str, value: dict[str, Any], by: Written) -> InForce:
    whole = replace(made.configuration, **{key: {**getattr(made.configuration, key), **value}})
    own = {f"{key}.{name}": (_origin(by, key, name),) for name in value}
    return replace(made, configuration=whole, origins={**made.origins, **own})


def _tabled(made: InForce, value: AuditSettings, by: Written) -> InForce:
    """The keys that a file's [audit] has; the others stay as they are."""
    own = {name: getattr(value, name) for name in by.audit_keys}
    whole = replace(made.configuration, audit=replace(made.configuration.audit, **own))
    origins = {f"audit.{name}": (_origin(by, "audit", name),) for name in own}
    return replace(made, configuration=whole, origins={**made.origins, **origins})


def _origin(by: Written, *keys: Part) -> Origin:
    spot = by.spot(*keys)
    return Origin(str(by.path), spot.line if spot else None)
