"""What every test stands on: no screen, the site's zone, and a log in which a warning fails."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Iterator

import pytest
from typing_extensions import override

from safetydesk.app import interpreter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TZ", "Asia/Shanghai")
os.environ.setdefault("SAFETYDESK_SOUND", "off")
os.environ.setdefault("SAFETYDESK_AWAKE", "off")
time.tzset()


class _Complaints(logging.Handler):
    """Keeps what was logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def _garbage() -> interpreter.Garbage:
    """As the program seeks it."""
    return interpreter.Garbage()


@pytest.fixture(autouse=True)
def _garbage_is_sought_between_tests(_garbage: interpreter.Garbage) -> Iterator[None]:
    """Objects of Qt's may die on their own thread only, so no other sets the collector off."""
    gc.disable()
    yield
    _garbage.seek()


@pytest.fixture
def expected_complaints() -> list[str]:
    """Ask for this where a warning in the log is what the test is about; holds the log names."""
    return []


@pytest.fixture(autouse=True)
def _a_warning_in_the_log_fails(expected_complaints: list[str]) -> Iterator[None]:
    """Fails a test that left a warning or worse in the log, unless its logger was expected."""
    handler = _Complaints()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    names = tuple(expected_complaints)
    left = [
        line for line in handler.lines if not line.split(" ", 1)[1].startswith(names or ("\0",))
    ]
    if left:
        pytest.fail("left in the log: " + "; ".join(left))


pytest_plugins = ["tests.helpers.fixtures"]


@pytest.fixture(autouse=True, scope="module")
def _no_language_left_behind():
    """A module that made the windows speak Chinese leaves them as they were."""
    yield
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

    app = QCoreApplication.instance()
    if app is not None and (spoken := app.findChildren(QTranslator)):
        for translator in spoken:
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale.system())
