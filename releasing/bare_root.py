"""A root folder that holds the C library, zlib and one program: no Python, no shell, no fonts, no other library."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROGRAM = "/program/govreport-lint"
# The parts of the C library, and zlib, by which a program of one file unpacks itself; all else it brings along.
_OF_SYSTEM = re.compile(r"/(ld-linux[\w-]*|lib(c|m|dl|rt|util|pthread|resolv|z))\.so\.\d+$")
_MOUNT = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'


def impossible() -> str:
    """Why no program can be started in a root folder of its own here; empty where one can."""
    if os.name != "posix" or not hasattr(os, "mknod") or not shutil.which("unshare"):
        return "only Linux has root folders of one's own"
    if os.getuid() != 0:
        return "only root may start a program in another root folder"
    tried = subprocess.run(["unshare", "--mount", "true"], check=False, stderr=subprocess.DEVNULL)
    return "mounts are refused here" if tried.returncode else ""


def furnish(root: Path, program: Path) -> None:
    """Put the program, what it needs of the system, a temporary folder and two devices into an empty folder."""
    for name in ("program", "proc", "dev", "tmp", "home", "files"):
        (root / name).mkdir(parents=True)
    (root / "tmp").chmod(0o1777)
    shutil.copy(program, root / PROGRAM[1:])
    for name, number in (("null", 3), ("urandom", 9)):
        os.mknod(root / "dev" / name, 0o666 | stat.S_IFCHR, os.makedev(1, number))
    for library in _libraries(program):
        place = root / str(library).lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, place)


def _libraries(program: Path) -> set[Path]:
    """What the program asks the system for, and what lies beside the C library that is part of it."""
    told = subprocess.run(["ldd", str(program)], capture_output=True, encoding="utf-8", check=True).stdout
    asked = {Path(found) for found in re.findall(r"(/\S+) \(0x", told)}
    beside = {path for found in asked if found.name.startswith("libc.") for path in found.parent.iterdir()}
    return {path for path in asked | beside if _OF_SYSTEM.search(str(path))}


def start(root: Path, arguments: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start the program in its root folder, with hardly an environment."""
    call = ["unshare", "--mount", "/bin/sh", "-c", _MOUNT, str(root), PROGRAM, *arguments]
    environment = {"PATH": os.environ["PATH"], "HOME": "/home", "LANG": "C.UTF-8"}
    pipe = subprocess.PIPE
    return subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8", env=environment)
