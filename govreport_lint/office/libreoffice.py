"""Running LibreOffice: a profile of its own, no macros, no links, no network, and a limit of time."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import ReadError
from .given import Given

# So long one call may go without a further file.
SECONDS = 60
_LOOK = 0.25
LARGEST_RESULT = 64 * 2**20
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_OPTIONS = (
    "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
)  # fmt: skip
_MISSING = (
    "读取 {suffix} 文件需要 LibreOffice，本机没有找到。请安装 LibreOffice，或另存为 .{target} 后再检查",
    "reading {suffix} needs LibreOffice, which was not found; please install it, or save the file as .{target}",
)
_SLOW = (
    "LibreOffice 在 {seconds} 秒内没有转换完，未读取。请另存为 .{target} 后再检查",
    "LibreOffice did not convert the file in {seconds} seconds; please save it as .{target}",
)
_FAILED = (
    "LibreOffice 无法打开这个文件：可能已损坏，或设有密码。请另存为 .{target} 后再检查",
    "LibreOffice cannot open the file: it is damaged or has a password; please save it as .{target}",
)
# What the profile forbids, by the path of the setting.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def find_libreoffice() -> str | None:
    """The program, None where it is not installed."""
    found = (shutil.which(name) for name in _NAMES)
    return next((path for path in found if path), None) or next((path for path in _PLACES if Path(path).exists()), None)


def convert(files: Sequence[Given]) -> list[bytes | ReadError]:
    """Each file as what it becomes, or why not: LibreOffice is missing, refuses it or takes too long.

    LibreOffice is started once for all that become the same. Where it stops at a file, it is started again for those
    after it, and one that it makes nothing of is tried again alone, so that no file harms another.
    """
    made: list[bytes | ReadError | None] = [None] * len(files)
    for target in dict.fromkeys(each.target for each in files):
        own = [index for index, each in enumerate(files) if each.target == target]
        for index, data in zip(own, _together([files[index] for index in own]), strict=True):
            made[index] = data
    return [_alone(given) if data is None else data for given, data in zip(files, made, strict=True)]


def _together(files: Sequence[Given]) -> list[bytes | ReadError | None]:
    """Convert files that become the same; None for one that has to be tried alone."""
    made = _convert(files)
    reached = next((index for index in range(len(made), 0, -1) if made[index - 1] is not None), 0)
    rest = files[reached + 1 :]
    return [*made[: reached + 1], *_together(rest)] if rest else made


def _alone(given: Given) -> bytes | ReadError:
    (data,) = _convert([given], last=True)
    return data or _error(given, _FAILED)


def _convert(files: Sequence[Given], *, last: bool = False) -> list[bytes | ReadError | None]:
    """Convert files that become the same in one call; None for one that was not made."""
    program, target = find_libreoffice(), files[0].target
    if program is None:
        return [_error(each, _MISSING) for each in files]
    with tempfile.TemporaryDirectory(prefix="govreport-lint-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        results = home / "out"
        given = [home / f"report{number}{each.suffix}" for number, each in enumerate(files)]
        for path, each in zip(given, files, strict=True):
            path.write_bytes(each.data)
        _write_profile(home / "profile")
        if not _run(_command(program, home, target, given, results), home, results) and last:
            return [_error(each, _SLOW) for each in files]
        return [_result(results / f"{path.stem}.{target}") for path in given]


def _result(path: Path) -> bytes | None:
    if not path.is_file() or not 0 < path.stat().st_size <= LARGEST_RESULT:
        return None
    return path.read_bytes()


def _error(given: Given, words: tuple[str, str]) -> ReadError:
    values = {"suffix": given.suffix, "target": given.target, "seconds": SECONDS}
    return ReadError(given.name, *(part.format(**values) for part in words))


def _command(program: str, home: Path, target: str, given: Sequence[Path], results: Path) -> list[str]:
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    return [program, profile, *_OPTIONS, "--convert-to", _FILTERS[target], "--outdir", str(results), *map(str, given)]


def _run(command: list[str], home: Path, results: Path) -> bool:
    """Whether the program came to an end and did not stop at a file."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env=_environment(home),
        start_new_session=True,
    )
    try:
        return _comes_to_an_end(process, results)
    finally:
        _end(process)


def _comes_to_an_end(process: subprocess.Popen[bytes], results: Path) -> bool:
    made, since = 0, time.monotonic()
    while time.monotonic() - since < SECONDS:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK)
            return True
        now = len(list(results.iterdir())) if results.is_dir() else 0
        if now != made:
            made, since = now, time.monotonic()
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started; its launcher leaves a process of its own behind."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


def _environment(home: Path) -> Mapping[str, str]:
    """The environment with a home of its own and no way to the network or the screen."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    dead = "http://127.0.0.1:9"
    return {**kept, "HOME": str(home), "http_proxy": dead, "https_proxy": dead, "SAL_USE_VCLPLUGIN": "svp"}


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        "utf-8",
    )
