"""The first frame is painted before anything heavy is imported, and nothing of it comes late."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.domain.clock import SystemClock
from tests.services.test_founding import GIVEN

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "sqlalchemy",
    "alembic",
    "reportlab",
    "openpyxl",
    "apscheduler",
    "pypinyin",
    "psycopg",
    "python_calamine",
}


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    paths = Paths.of(tmp_path / "office")
    paths.create()
    found_in(paths, SystemClock(), GIVEN)
    return paths.data


def found_at_first_frame(data: Path) -> dict[str, Any]:
    """What the probe reports when the first frame stands on the screen."""
    run = subprocess.run(
        [sys.executable, "-m", "tools.bench.window_probe", "--data", str(data)],
        cwd=ROOT,
        env={**os.environ, "SAFETYDESK_PROBE": "first", "SAFETYDESK_WATCH": "off"},
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    return json.loads(run.stdout.splitlines()[-1])


def first_frame(data: Path) -> set[str]:
    """The top-level modules loaded by then."""
    return set(found_at_first_frame(data)["modules"])


def test_the_first_frame_of_an_office_needs_nothing_heavy(data):
    loaded = first_frame(data)
    assert {"PySide6", "sqlcipher3", "safetydesk"} <= loaded
    assert loaded & HEAVY == set()


def test_the_first_frame_does_not_wait_for_the_enumerations_of_qt(data):
    assert not found_at_first_frame(data)["qt_names"]


def test_the_first_frame_of_an_empty_folder_needs_nothing_heavy(tmp_path):
    assert first_frame(tmp_path / "nobody") & HEAVY == set()
