"""A server without an office is set up in the window, whose desk then opens on it."""

from __future__ import annotations

import sys
import threading
import weakref
from typing import cast

import pytest
from PySide6.QtCore import qInstallMessageHandler

from safetydesk.app.interpreter import MADE
from safetydesk.app.supervision import Supervision
from safetydesk.app.window import Opening
from safetydesk.ui.dialogs.set_up import SetUpPage
from safetydesk.ui.tasks import TaskRunner
from tests.helpers.clock import FakeClock
from tests.helpers.databases import empty_postgres
from tests.helpers.tasks import SyncTaskRunner
from tests.services.test_founding import GIVEN


class Forgotten:
    """Held by nobody but itself."""

    def __init__(self) -> None:
        self.itself = self


CLOCK = FakeClock("2025-10-06T08:20:00+08:00")


@pytest.fixture
def opening(qapp, paths, monkeypatch):
    """A start on the folder, as far as its first frame; a process of tests is never settled."""
    monkeypatch.setattr("safetydesk.app.interpreter.at_work", lambda: None)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    handler = qInstallMessageHandler(None)
    supervision = Supervision(paths, CLOCK)
    made = Opening(qapp, paths, CLOCK, supervision)
    made.tasks = cast("TaskRunner", SyncTaskRunner())
    yield made
    made.window.close()
    supervision.closing.run()
    made.dispose()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    qInstallMessageHandler(handler)


def test_an_empty_server_asks_for_its_office_and_then_opens_it(
    postgres_server, paths, request, monkeypatch, qtbot, expected_complaints
):
    expected_complaints.append("qt")  # the screen that is none cannot tell window managers sizes
    monkeypatch.setenv("SAFETYDESK_WATCH", "off")
    with empty_postgres(postgres_server) as url:
        (paths.data / "database.toml").write_text(f'url = "{url}"\n', "utf-8")
        opening = request.getfixturevalue("opening")
        opening.show()
        qtbot.waitUntil(lambda: isinstance(opening.window.current_page, SetUpPage))
        opening.window.current_page.founding_asked.emit(GIVEN)
        qtbot.waitUntil(lambda: opening.desk_window is not None, timeout=20_000)
        qtbot.waitUntil(lambda: opening.window.current_page.objectName() != "SetUpPage")
        qtbot.waitUntil(lambda: hasattr(opening, "_staying"), timeout=20_000)
        forgotten = [Forgotten() for _ in range(MADE + 1)]
        seen = weakref.ref(forgotten[0])
        del forgotten
        opening.window.second_passed.emit()
        assert seen() is None, "each second the desk looks for garbage; nobody else does"
        opening.window.close()
        opening._supervision.closing.run()
