"""A dressed application for screen tests, and a check that no test leaves Qt things behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication

from safetydesk.ui.bus import Bus
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import LIGHT
from safetydesk.ui.window_state import WindowState
from tests.helpers.clock import FakeClock
from tests.helpers.leaks import settle
from tests.helpers.tasks import SyncTaskRunner

NIGHT = datetime(2026, 11, 21, 21, 33, 12, tzinfo=UTC)
"""05:33:12 on 22 November at the place."""


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its font and the light theme; done once."""
    choose_font(qapp)
    apply_theme(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def _nothing_of_qt_is_left(dressed: QApplication) -> Iterator[None]:
    """Fails a test that leaves a top-level widget, a running timer or a thread."""
    before = set(dressed.topLevelWidgets())
    yield
    settle()
    left: list[object] = [
        widget
        for widget in dressed.topLevelWidgets()
        if widget not in before and widget.isVisible()
    ]
    left += [timer for timer in dressed.findChildren(QTimer) if timer.isActive()]
    left += [thread for thread in dressed.findChildren(QThread) if thread.isRunning()]
    assert left == []


@pytest.fixture
def night() -> FakeClock:
    """A clock that stands at 05:33:12 of the invented night."""
    return FakeClock(NIGHT)


@pytest.fixture
def bus() -> Bus:
    """A bus of its own for one test."""
    return Bus()


@pytest.fixture
def tasks() -> SyncTaskRunner:
    """Work done at once."""
    return SyncTaskRunner()


@pytest.fixture
def window_state(tmp_path: Path) -> WindowState:
    """An empty memory of windows."""
    return WindowState(tmp_path / "window.ini")
