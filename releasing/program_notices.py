"""The licences of all that the program of one file holds: Python, its loader, libraries and those of the system."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

NAME = "THIRD-PARTY-NOTICES.txt"
_LINE = "=" * 100
# In the environment that builds, and not in what it builds.
_ONLY_BUILDS = {
    "altgraph", "macholib", "pefile", "pip", "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "wheel",
}  # fmt: skip
_NAMES = ("licen", "copying", "notice", "authors")
# Where systems keep the licences of their packages.
_KEPT = ("/usr/share/doc/{package}/copyright", "/usr/share/licenses/{package}")


def write_notices(folder: str, binaries: Iterable[tuple[str, str, str]]) -> Path:
    """Write the notices into a folder; ``binaries`` are PyInstaller's. Raises ``SystemExit`` where one is missing."""
    parts = [*_python(), *_libraries(), *_of_system(Path(source) for _, source, _ in binaries)]
    missing = [name for name, texts in parts if not texts]
    if missing:
        raise SystemExit(f"no licence was found of {', '.join(missing)}")
    path = Path(folder) / NAME
    path.write_text("\n".join(_part(name, texts) for name, texts in parts), "utf-8")
    return path


def _part(name: str, texts: list[str]) -> str:
    return "\n\n".join([f"{_LINE}\n{name}\n{_LINE}", *texts]) + "\n"


def _python() -> Iterator[tuple[str, list[str]]]:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    paths = [place / name for place in places for name in ("LICENSE.txt", "LICENSE")]
    paths += _shared(f"python{version}", f"python{version}-libs", f"python{version}-minimal")
    yield f"Python {sys.version.split()[0]}", _texts([path for path in paths if path.is_file()][:1])


def _libraries() -> Iterator[tuple[str, list[str]]]:
    """Every package of the environment that is in the program, and PyInstaller, whose loader is in it."""
    for found in sorted(distributions(), key=lambda one: one.name.lower()):
        if found.name.lower() not in _ONLY_BUILDS:
            yield f"{found.name} {found.version}", _texts(_licences(found)) or _said(found)


def _licences(found: Distribution) -> list[Path]:
    # Those of what a library was built from lie in folders of their own, by other names.
    files = [path for path in found.files or () if any(word in str(path).lower() for word in _NAMES)]
    return [Path(str(path.locate())) for path in files if path.suffix not in (".py", ".pyc")]


def _said(found: Distribution) -> list[str]:
    """What a package without a file says about its licence."""
    told = found.metadata.get_all("License-Expression") or found.metadata.get_all("License") or []
    return ["\n".join(told)] if told else []


def _of_system(sources: Iterable[Path]) -> Iterator[tuple[str, list[str]]]:
    """Libraries of the system, by the packages that they came with. Python of Windows and macOS brings its own."""
    # Where the system's own Python builds, its prefix is that of the system.
    places = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib")} - {"/usr"}
    own = [Path(place).resolve() for place in places]
    packages = set()
    for source in sources:
        if sys.platform == "linux" and not any(map(source.resolve().is_relative_to, own)):
            packages.add(_package(source) or str(source))
    for package in sorted(packages):
        yield package, _texts(_shared(package))


def _package(library: Path) -> str:
    """The system's package that a library belongs to; empty where none says so."""
    for path in (library, library.resolve()):
        for command in (["dpkg", "-S", str(path)], ["rpm", "-qf", "--qf", "%{NAME}", str(path)]):
            if shutil.which(command[0]):
                done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
                if done.returncode == 0:
                    return done.stdout.split(":")[0].strip()
    return ""


def _shared(*packages: str) -> list[Path]:
    """The files of the licences of packages of the system."""
    places = [Path(place.format(package=package)) for package in packages for place in _KEPT]
    return [path for place in places for path in ([place] if place.is_file() else sorted(place.glob("*")))]


def _texts(paths: Iterable[Path]) -> list[str]:
    return [f"[{path.name}]\n\n{text}" for path in paths if (text := path.read_text("utf-8", "replace").strip())]
