"""The cases that were collected from published reports and bug reports: never judged worse than before."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

# How many were judged rightly when this was written last; a change that judges more of them rightly raises it.
RIGHT = {"sentences": 398, "files": 196, "documents": 42}


def test_no_case_is_judged_worse(capsys: pytest.CaptureFixture[str]) -> None:
    named = os.environ.get("GOVREPORT_CASES")
    if not named:
        pytest.skip("GOVREPORT_CASES names no cases")
    judge = Path(named).resolve() / "judge.py"
    done = subprocess.run([sys.executable, str(judge)], capture_output=True, text=True, check=False)
    found = {
        kind: (int(right), int(whole)) for kind, right, whole in re.findall(r"(\w+) (\d+)/(\d+) right", done.stdout)
    }
    with capsys.disabled():
        print("\ncases judged rightly:", ", ".join(f"{kind} {right}/{whole}" for kind, (right, whole) in found.items()))
    assert found.keys() == RIGHT.keys(), done.stderr
    assert {kind: right for kind, (right, _) in found.items() if right < RIGHT[kind]} == {}
