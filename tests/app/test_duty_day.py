"""The sample day at the real desk, by key and mouse: the log, the people and the sheets of it."""

from __future__ import annotations

import pytest

from tests.helpers.day_at_the_desk import DayAtTheDesk


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_day(database, tmp_path, qapp):
    day = DayAtTheDesk(qapp, database, tmp_path)
    try:
        day.play()
    finally:
        day.close()
