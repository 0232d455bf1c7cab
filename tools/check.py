"""Everything that must hold before a change is handed in: `python3 desk.py test` and `.ci/run`.

`check.py` runs all steps; `check.py -- ARGS` runs only pytest, with these arguments.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
TOOLS = Path(PYTHON).parent


def steps() -> list[tuple[str, list[str], dict[str, str]]]:
    """Name, command and extra environment of each step; the tests come last."""
    script = [PYTHON, "-P"]
    return [
        ("format", [str(TOOLS / "ruff"), "format", "--check"], {}),
        ("lint", [str(TOOLS / "ruff"), "check"], {}),
        ("layers", [str(TOOLS / "lint-imports"), "--no-cache"], {}),
        ("types (mypy)", [str(TOOLS / "mypy")], {}),
        ("types (basedpyright)", [str(TOOLS / "basedpyright"), "--level", "error"], {}),
        ("lock", [*script, "tools/lock.py", "--check"], {}),
        ("forms", [*script, "tools/build_forms.py", "--check"], {}),
        ("translations", [*script, "tools/translations.py", "--check"], {}),
        ("domain tests in New York", pytest(["tests/domain", "-q"]), {"TZ": "America/New_York"}),
        ("tests", pytest(["-n", "2"]), {}),
    ]


def pytest(arguments: list[str]) -> list[str]:
    """The command that runs pytest."""
    return [PYTHON, "-m", "pytest", *arguments]


def run(name: str, command: list[str], extra: dict[str, str]) -> bool:
    """Runs one step and says how long it took; whether it passed."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **extra}
    code = subprocess.run(command, cwd=HOME, env=environment, check=False).returncode
    verdict = "ok" if code == 0 else f"FAILED ({code})"
    print(f"== {name}: {verdict}, {time.monotonic() - began:.1f} s", flush=True)
    return code == 0


def main(arguments: list[str]) -> int:
    """Runs every step even after a failure; 0 where all passed."""
    if arguments:
        chosen = arguments[1:] if arguments[0] == "--" else arguments
        return 0 if run("tests", pytest(chosen), {}) else 1
    failed = [name for name, command, extra in steps() if not run(name, command, extra)]
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
