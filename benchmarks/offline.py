"""An office without a network: wheels are fetched once, for Windows and for this system; here they are installed from
their folder with the network taken away, and January's five commands are run.

    python benchmarks/offline.py

Needs ``unshare`` and the right to use it (Linux); prints what was fetched, exits with 1 where anything fails.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Fetch, install, run."""
    with tempfile.TemporaryDirectory(prefix="offline-") as name:
        folder = Path(name)
        wheel = _wheel(folder)
        for platform in (["--platform", "win_amd64", "--python-version", "3.12"], []):
            target = folder / ("windows" if platform else "here")
            _run("-m", "pip", "download", "-q", *platform, "--only-binary=:all:", "-d", target, f"{wheel}[audit]")
            size = sum(path.stat().st_size for path in target.iterdir())
            print(f"{target.name}: {len(list(target.iterdir()))} wheels, {size / 2**20:.1f} MB")
        _run("-m", "venv", folder / "venv")
        python = folder / "venv" / "bin" / "python"
        alone = ["unshare", "--net", python]
        given = ["--no-index", "--find-links", folder / "here", "govreport-lint[audit]"]
        _call(*alone, "-m", "pip", "install", "-q", *given)
        county = shutil.copytree(ROOT / "samples" / "county", folder / "county")
        for command in _commands():
            ended = _call(*alone, "-P", "-m", "govreport_lint", *command.split()[1:], cwd=county)
            if ended not in (0, 1):
                print(f"{command}: {ended}")
                return 1
    print("January's five commands ran without a network")
    return 0


def _wheel(folder: Path) -> Path:
    _run("-m", "pip", "wheel", "-q", "--no-deps", "-w", folder / "dist", ROOT)
    return next((folder / "dist").glob("*.whl"))


def _commands() -> list[str]:
    text = (ROOT / "docs" / "en" / "county.md").read_text("utf-8").partition("## January in five commands")[2]
    found = re.search(r"```sh\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1].splitlines()


def _run(*words: object) -> None:
    subprocess.run([sys.executable, *map(str, words)], check=True)


def _call(*words: object, cwd: Path | None = None) -> int:
    return subprocess.run([*map(str, words)], cwd=cwd, stdout=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
