"""Each layer sees only those beneath it; the contracts stand in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import HOME


def test_the_import_contracts_hold():
    tool = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run(
        [str(tool), "--no-cache"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
