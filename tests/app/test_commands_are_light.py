"""Pure commands answer at once: they load neither Qt nor the database nor an office library."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from safetydesk.app import commands

PURE = [
    words
    for words in commands.TABLE
    if words in {("duty", "resolve"), ("report", "deadlines"), ("intake",), ("warning", "read")}
]
HEAVY = {"PySide6", "shiboken6", "sqlalchemy", "alembic", "reportlab", "openpyxl", "apscheduler"}

_PROBE = """
import json, sys
from safetydesk.app.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stdout.flush()
print("\\n" + json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def loaded_after(*arguments: str) -> set[str]:
    """The top-level modules in a fresh process after the command ran."""
    run = subprocess.run(
        [sys.executable, "-c", _PROBE, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", PURE, ids=" ".join)
def test_a_pure_command_loads_nothing_heavy(words, tmp_path):
    plan = tmp_path / "input.json"
    plan.write_text("{}", "utf-8")
    assert not loaded_after(*words, str(plan)) & HEAVY


def test_help_loads_nothing_heavy():
    assert not loaded_after("--help") & HEAVY


@pytest.mark.parametrize("words", commands.TABLE, ids=" ".join)
def test_every_command_of_the_table_has_its_three_parts(words):
    command = commands.load(words)
    assert command.HELP
    assert "\n" not in command.HELP
    assert callable(command.add_arguments)
    assert callable(command.run)


def test_an_unknown_command_is_one_line_and_exit_code_2():
    command = [sys.executable, "-m", "safetydesk", "duty", "dance"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr == "safetydesk：没有“duty dance”这个命令；--help 列出全部命令\n"
    assert run.stdout == ""
