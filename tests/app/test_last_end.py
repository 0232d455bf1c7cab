"""A desk that was killed says at its next start how long nobody was reminded."""

from __future__ import annotations

import pytest

from safetydesk.app.last_end import LastEnd, last_beat_of
from safetydesk.app.wiring import build


@pytest.fixture
def desk(sqlite_database, clock):
    return build(sqlite_database, clock)


@pytest.fixture
def said(shell):
    heard = []
    shell.bus.notice.connect(lambda notice: heard.append(notice.text))
    return heard


def test_the_time_without_a_beat_is_said_and_written_into_the_log(shell, desk, clock, said):
    clock.to("2025-10-06T12:05:07+08:00")
    desk.heartbeats.write()
    clock.advance(minutes=3)
    LastEnd(shell, desk).tell(last_beat_of(desk))
    assert "12:05" in said[0]
    assert desk.log.newest(1)[0].text == (
        "值班台程序异常中断：自12:05起3 分没有守护和提醒，现已恢复，其间到期的补出。"
    )


def test_a_desk_that_never_beat_before_says_no_more_than_it_knows(shell, desk, said):
    LastEnd(shell, desk).tell(last_beat_of(desk))
    assert len(said) == 1
    assert desk.log.newest(1)[0].text == "值班台程序上次异常中断。"
