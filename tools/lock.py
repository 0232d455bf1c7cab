"""How `requirements.txt` is made from `pyproject.toml`, and whether both still agree.

`lock.py` needs uv on the PATH and keeps pins that still fit; `--upgrade NAME` lets one move.
`lock.py --check` needs neither uv nor a network.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
PROJECT = HOME / "pyproject.toml"
LOCK = HOME / "requirements.txt"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)")


def normal(name: str) -> str:
    """A distribution's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted() -> dict[str, str]:
    """Each direct dependency and what the project says about its version."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    found: dict[str, str] = {}
    for line in lines:
        name = re.match(r"[A-Za-z0-9._-]+", line)
        if name:
            rest = re.sub(r"^\[[^]]*\]", "", line[name.end() :]).split(";")[0].strip()
            found[normal(name.group())] = rest
    return found


def locked(text: str) -> dict[str, str]:
    """Each locked distribution and its version."""
    pins = (_PIN.match(line) for line in text.splitlines())
    return {normal(pin[1]): pin[2] for pin in pins if pin}


def unhashed(text: str) -> list[str]:
    """The locked distributions that carry no hash."""
    joined = text.replace("\\\n", " ").splitlines()
    return [line.split()[0] for line in joined if _PIN.match(line) and "--hash=sha256:" not in line]


def disagreements() -> list[str]:
    """Why the lock cannot stand; nothing where it can."""
    text = LOCK.read_text("utf-8")
    pins = locked(text)
    problems = [f"{name} has no hash" for name in unhashed(text)]
    for name, version in wanted().items():
        if name not in pins:
            problems.append(f"{name} is not locked")
        elif version.startswith("==") and pins[name] != version[2:]:
            problems.append(f"{name} is locked at {pins[name]}, the project wants {version}")
    if re.search(r"://|^--(extra-)?index|^--find-links", text, re.MULTILINE):
        problems.append("the lock names an address")
    return problems


def compile_lock(arguments: list[str]) -> int:
    """Lets uv resolve the project and its dev extra for every supported system."""
    uv = shutil.which("uv")
    if uv is None:
        print("uv is not on the PATH: pip install uv")
        return 1
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    upgrades = [word for name in arguments for word in ("--upgrade-package", name)]
    command = [uv, "pip", "compile", *options, *upgrades, "--extra", "dev", "--quiet"]
    return subprocess.run(
        [*command, "pyproject.toml", "-o", str(LOCK)], cwd=HOME, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    """Makes or checks the lock; 0 where it agrees."""
    if arguments != ["--check"]:
        code = compile_lock([name for name in arguments if name != "--upgrade"])
        if code != 0:
            return code
    problems = disagreements()
    for problem in problems:
        print(f"requirements.txt: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
