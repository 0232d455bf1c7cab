"""A desk is watched from its first line to its last, and the next start knows how it ended."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from safetydesk.app.closing import Closing, Stage
from safetydesk.app.paths import Paths
from safetydesk.app.supervision import Supervision
from safetydesk.domain.clock import SystemClock


@pytest.fixture
def paths(tmp_path) -> Paths:
    return Paths.of(tmp_path / "office")


@pytest.fixture
def supervision(qapp, paths) -> Iterator[Supervision]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    handler = qInstallMessageHandler(None)
    watched = Supervision(paths, SystemClock())
    yield watched
    watched.closing.run()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    qInstallMessageHandler(handler)


def test_the_first_start_finds_no_earlier_end_and_leaves_nothing_when_closed(supervision, paths):
    assert supervision.take_folder()
    assert supervision.previous is None
    marker = json.loads(paths.marker.read_text("utf-8"))
    assert datetime.fromisoformat(marker["started_at"]).tzinfo == UTC
    supervision.closing.run()
    assert not paths.marker.exists()


def test_a_start_after_a_crash_knows_when_the_dead_desk_had_begun(supervision, paths):
    paths.marker.write_text('{"started_at": "2025-10-01T00:30:00+00:00"}', "utf-8")
    (paths.logs / "fault.log").write_text("Fatal Python error: Aborted\n", "utf-8")
    assert supervision.take_folder()
    assert supervision.previous is not None
    assert supervision.previous.started_at == "2025-10-01T00:30:00+00:00"
    assert "Aborted" in supervision.previous.last_words


def test_a_marker_cut_in_half_still_tells_of_the_crash(supervision, paths):
    paths.marker.write_text('{"started', "utf-8")
    assert supervision.take_folder()
    assert supervision.previous is not None
    assert supervision.previous.started_at == ""


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]


def test_a_crash_opens_one_window_with_plain_text_and_no_second(
    supervision, qtbot, expected_complaints
):
    expected_complaints.extend(["safetydesk.crash", "qt: This plugin does not support"])
    assert supervision.take_folder()
    for kind in (ValueError, KeyError):
        sys.excepthook(kind, kind("<b>planted</b>"), None)
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "E-" in box.text()
    assert "planted" not in box.text()
    box.close()
    qtbot.waitUntil(lambda: not boxes())


def test_parts_stop_in_order_even_when_one_of_them_fails():
    stopped: list[str] = []
    closing = Closing()

    def fail() -> None:
        stopped.append("tasks")
        raise TimeoutError

    closing.add(Stage.MARKER, lambda: stopped.append("marker"))
    closing.add(Stage.HEARTBEAT, lambda: stopped.append("heartbeat"))
    closing.add(Stage.TASKS, fail)
    closing.add(Stage.DATABASE, lambda: stopped.append("database"))
    with pytest.raises(TimeoutError):
        closing.run()
    assert stopped == ["heartbeat", "tasks", "database", "marker"]
    closing.run()
    assert len(stopped) == 4


def test_keys_lie_outside_the_data_folder_and_folders_are_closed_to_others(paths):
    paths.create()
    assert paths.data not in paths.keys.parents
    assert paths.data.stat().st_mode & 0o777 == 0o700


def test_two_folders_have_two_names(tmp_path):
    assert Paths.of(tmp_path / "a").name != Paths.of(tmp_path / "b").name
