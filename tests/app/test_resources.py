"""Shipped files are found by name, and every name used in the code was shipped."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from safetydesk.resources import MissingResource, locate

HOME = Path(__file__).resolve().parents[2]


def _names_in_code() -> list[tuple[str, str]]:
    """Every literal name that some module gives to locate(), with the module."""
    found: list[tuple[str, str]] = []
    for path in sorted((HOME / "safetydesk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _is_locate(node.func) and node.args:
                argument = node.args[0]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found.append((argument.value, str(path.relative_to(HOME))))
    return found


def _is_locate(function: ast.expr) -> bool:
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return name == "locate"


def test_every_name_used_in_the_code_is_shipped():
    for name, module in _names_in_code():
        assert locate(name).exists(), f"{module} asks for {name}"


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../pyproject.toml", "rules/../../desk.py", "rules\\x", "no/such"]
)
def test_a_name_that_leaves_the_folder_or_does_not_exist_is_refused(name):
    with pytest.raises(MissingResource):
        locate(name)


@pytest.mark.slow
def test_a_wheel_carries_every_resource(tmp_path):
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path)]
    subprocess.run([*command, str(HOME)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    resources = HOME / "resources"
    wanted = {
        f"safetydesk/_resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file()
    }
    assert wanted, "there are no resources"
    assert wanted <= shipped
    assert "safetydesk/app/main.py" in shipped
