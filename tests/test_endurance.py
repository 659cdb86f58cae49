"""A lecture lasts: thousands of frames leave no memory behind, lose no reference, raise nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MIB = 2**20
FEW = 50  # references to None that a cache may take or give
HARMLESS = "This plugin does not support propagateSizeHints()"
FRAMES = 1000
ROUNDS = 12  # whole turns of the six lines
PATIENCE = 600  # seconds for the short run


def worked(script: str, amount: int, patience: float) -> tuple[dict[str, int], list[str]]:
    """What the work cost, and what was said on standard error meanwhile."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.endurance", script, str(amount)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if HARMLESS not in line]
    assert done.returncode == 0, "\n".join(said)
    return json.loads(done.stdout), said


@pytest.mark.soak
@pytest.mark.parametrize(("script", "amount"), [("drag", FRAMES), ("mixed", ROUNDS)])
def test_hours_of_work_leave_nothing_behind(script: str, amount: int, soak_factor: int):
    wanted = amount * soak_factor
    cost, said = worked(script, wanted, PATIENCE * soak_factor)
    assert said == []
    assert cost["done"] >= wanted
    assert cost["grown"] <= 5 * MIB
    assert cost["lost"] <= FEW
