"""A sleep, a clock set by hand and another zone are said once on screen and once in the log."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QMessageBox

from safetydesk.app.clock_news import ClockNews
from safetydesk.app.wiring import build
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.scheduling.beat import ClockStep

HOUR = timedelta(hours=1)
DUE = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


@dataclass
class Item:
    """What the news read of an alarm."""

    item: str
    level: AlarmLevel
    title: str
    due_at: datetime = DUE

    @property
    def order(self):
        return (self.level, self.due_at, self.item)


@pytest.fixture
def desk(sqlite_database, clock):
    return build(sqlite_database, clock)


@pytest.fixture
def said(shell):
    heard = []
    shell.bus.notice.connect(lambda notice: heard.append(notice.text))
    return heard


@pytest.fixture
def news(shell, desk):
    made = ClockNews(shell, desk)
    yield made
    made.stop()


def step(news: ClockNews, by: timedelta, stood: timedelta = timedelta(seconds=1)) -> None:
    news.on_step(ClockStep(DUE, by, stood))


def written(desk) -> list[str]:
    return [entry.text for entry in reversed(desk.log.newest(10))]


@pytest.mark.parametrize("hours", [3, 9])
def test_a_sleep_is_one_line_and_one_entry_with_the_gravest_first(news, shell, desk, said, hours):
    step(news, hours * HOUR)
    shell.bus.alarm.emit((Item("a", AlarmLevel.LOW, "核对通讯录"),))
    shell.bus.alarm.emit(
        (
            Item("b", AlarmLevel.TOP, "续报（二）", DUE + HOUR),
            Item("c", AlarmLevel.TOP, "续报（一）"),
        )
    )
    news.tell_step()
    assert len(said) == 1
    assert f"{hours} 小时" in said[0]
    assert "3 alarms" in said[0]
    (text,) = written(desk)
    assert "已补出3条（Ⅰ级2条、Ⅲ级1条），最急：续报（一）" in text


def test_a_machine_that_stood_still_is_told_like_a_sleep(news, desk):
    step(news, timedelta(0), 3 * HOUR)
    news.tell_step()
    assert "其间没有到期的提醒" in written(desk)[0]


def test_a_clock_set_back_is_told(news, desk, said):
    step(news, -timedelta(seconds=90))
    news.tell_step()
    assert "set back" in said[0]
    assert written(desk)[0].startswith("时钟被拨回")


def test_a_busy_moment_is_not_news(news, desk, said):
    step(news, timedelta(0), timedelta(seconds=9))
    news.tell_step()
    assert (said, written(desk)) == ([], [])


def test_another_zone_of_the_machine_is_told_once(news, desk, said, monkeypatch):
    monkeypatch.setenv("TZ", "America/St_Johns")
    news.look_at_zone()
    news.look_at_zone()
    monkeypatch.undo()
    time.tzset()
    assert len(said) == 1
    assert "UTC-" in written(desk)[0]


def test_a_clock_behind_the_last_record_is_shown_and_written_at_the_start(
    news, shell, desk, clock, expected_complaints
):
    expected_complaints += ["safetydesk.clock"]
    desk.heartbeats.write()
    clock.step(hours=-1)
    news.start()
    (box,) = shell.window.findChildren(QMessageBox)
    assert "behind the last record" in box.text()
    assert "早1 小时" in written(desk)[-1].replace("早 ", "早")
    box.close()
