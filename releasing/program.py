"""Build the program of one file for the system that this runs on: ``python releasing/program.py --output dist``.

An environment of its own gets the package with what the page needs, and PyInstaller, whose licence lets a program that
it built have any licence; the package itself never asks for it. What is built is one file that needs no Python, the
notices of all that is in it, and the sums of both. Exit status 1 where it is larger than is promised.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build import ROOT, digest, environment, run

TOOL = "pyinstaller==6.22.3"
EXTRA = "web"
SPEC = Path(__file__).with_name("program.spec")
NOTICES = "THIRD-PARTY-NOTICES.txt"
LARGEST = 80 * 10**6


def main() -> int:
    """0 where the program is as small as is promised; it is in the folder that ``--output`` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("dist"))
    parser.add_argument("--wheel", type=Path, help="build from this wheel and not from the checkout")
    given = parser.parse_args()
    output: Path = given.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        program = built(Path(name), (given.wheel or ROOT).resolve(), output)
    size = program.stat().st_size
    print(f"{program}: {size / 10**6:.1f} MB")
    if size > LARGEST:
        print(f"larger than {LARGEST / 10**6:.0f} MB")
        return 1
    return 0


def built(work: Path, source: Path, output: Path) -> Path:
    """Build the program in a folder and put it into another one, with its notices and sums."""
    python = environment(work / "venv", f"{source}[{EXTRA}]", TOOL)
    places = ["--distpath", work / "dist", "--workpath", work / "build"]
    # The package is taken from the environment, not from a checkout that this is called in.
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, SPEC, PYTHONSAFEPATH="1")
    (made,) = (work / "dist").iterdir()
    program = output / f"{made.stem}-{version(made)}-{system()}{made.suffix}"
    notices = output / f"{Path(NOTICES).stem}-{system()}.txt"
    shutil.copy(made, program)
    shutil.copy(work / "build" / SPEC.stem / NOTICES, notices)
    sums = "".join(f"{digest(file)}  {file.name}\n" for file in (program, notices))
    (output / f"SHA256SUMS-{system()}").write_text(sums, "utf-8")
    return program


def version(program: Path) -> str:
    """The version that a program says it has."""
    done = subprocess.run([str(program), "--version"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split()[1]


def system() -> str:
    """The system and the processor in a file's name: ``linux-x86_64``."""
    names = {"win32": "windows", "darwin": "macos"}
    return f"{names.get(sys.platform, sys.platform)}-{platform.machine().lower()}"


if __name__ == "__main__":
    sys.exit(main())
