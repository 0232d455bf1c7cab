"""Nobody takes a demonstration for an office: the first mark of the status line says what it is."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.app.frame_reader import read_frame
from safetydesk.app.wiring import build
from safetydesk.domain.clock import ShiftedClock
from safetydesk.services.transaction import Transactions
from safetydesk.ui.frame_feed import DeskHealth, FrameFeed
from safetydesk.ui.wording import Wording
from tests.helpers.office import small_office


@pytest.fixture
def marks_of(qapp, clock, sqlite_database):
    small_office(Transactions(sqlite_database, clock))
    feed = FrameFeed(Wording.of(zone=ZoneInfo("Asia/Shanghai"), language="zh_CN"))

    def marks(clock):
        desk = build(sqlite_database, clock)
        return [item.label for item in feed.view(read_frame(desk, None, DeskHealth)).status.items]

    return marks


def test_a_demonstration_is_told_from_an_office(marks_of, clock):
    office = marks_of(clock)
    assert "Demonstration" not in office
    assert marks_of(ShiftedClock(clock, timedelta(days=-400))) == ["Demonstration", *office]
