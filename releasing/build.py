"""Build the files of a release and hold them against what is promised: wheel and sdist twice, from clean clones in
different folders and at different times, the same bytes; both in good form; the sdist builds and checks a sample; an
SBOM (CycloneDX) of the wheel with all of its extras.

Run in a checkout whose changes are committed: ``python releasing/build.py --output dist``. Exit status 1 where a
promise does not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("build==1.6.1", "hatchling>=1.25", "twine==7.0.0", "check-wheel-contents==0.6.3", "cyclonedx-bom==7.5.0")
SAMPLE = "samples/puwei-2024.md"


def main() -> int:
    """0 where every promise holds; the files are in the folder that ``--output`` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("dist"))
    output = parser.parse_args().output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        tools = environment(work / "tools", *TOOLS)
        first, second = built(tools, work / "one", 0), built(tools, work / "a longer way" / "two", 86_400)
        if first != second:
            print(f"two builds differ: {first} {second}")
            return 1
        files = sorted((work / "one" / "dist").iterdir())
        run(tools, "-m", "twine", "check", "--strict", *files)
        run(tools, "-m", "check_wheel_contents", "--ignore", "W004", *(file for file in files if file.suffix == ".whl"))
        try_sdist(work, next(file for file in files if file.name.endswith(".tar.gz")))
        bill_of_materials(tools, work, next(file for file in files if file.suffix == ".whl"), output)
        for file in files:
            (output / file.name).write_bytes(file.read_bytes())
    lines = [f"{digest(file)}  {file.name}\n" for file in sorted(output.iterdir()) if file.name != "SHA256SUMS"]
    (output / "SHA256SUMS").write_text("".join(lines), "utf-8")
    print("".join(lines), end="")
    return 0


def built(tools: Path, folder: Path, later: int) -> dict[str, str]:
    """Wheel and sdist from a clean clone, in ``dist`` in it, by name; its files are ``later`` seconds newer."""
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    for path in folder.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            os.utime(path, (1_700_000_000 + later, 1_700_000_000 + later))
    stamp = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()
    run(tools, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder, SOURCE_DATE_EPOCH=stamp)
    return {file.name: digest(file) for file in sorted((folder / "dist").iterdir())}


def try_sdist(work: Path, sdist: Path) -> None:
    """Install what the sdist holds, without the checkout, and check its sample: one error, exit status 1."""
    with tarfile.open(sdist) as packed:
        packed.extractall(work / "sdist", filter="data")
    (folder,) = (work / "sdist").iterdir()
    python = environment(work / "clean", str(folder))
    call = [str(python), "-P", "-m", "govreport_lint", str(folder / SAMPLE)]
    done = subprocess.run(call, cwd=work, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 1 or "T201" not in done.stdout:
        raise SystemExit(f"the sdist does not check its sample: {done.stdout}{done.stderr}")


def bill_of_materials(tools: Path, work: Path, wheel: Path, output: Path) -> None:
    """``sbom.cdx.json``: what comes with the wheel and all of its extras."""
    python = environment(work / "all", f"{wheel}[all]")
    project = ["--pyproject", ROOT / "pyproject.toml"]
    kind = ["--mc-type", "application", "--output-reproducible", "--output-format", "JSON"]
    run(tools, "-m", "cyclonedx_py", "environment", *project, *kind, "-o", output / "sbom.cdx.json", python)


def environment(folder: Path, *packages: str) -> Path:
    """The Python of a new environment with packages in it."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def run(python: Path, *words: object, **variables: str) -> None:
    """Run a command of Python; raises ``CalledProcessError``."""
    subprocess.run([str(python), *map(str, words)], env={**os.environ, **variables}, check=True)


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
