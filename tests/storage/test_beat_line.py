"""The beat's own connection: plain statements that mean what the mapped tables mean."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safetydesk.domain.errors import StorageUnavailable


def marks(database):
    with database.read() as uow:
        return uow.heartbeats.all()


def test_a_beat_is_read_as_it_was_written_and_the_highest_reading_never_falls(database, clock):
    now = clock.now()
    turned = now - timedelta(seconds=3)
    database.beat_line.put("第一席", now, 7, turned)
    database.beat_line.put("第二席", now, 8, now)
    earlier = now - timedelta(hours=3)
    database.beat_line.put("第一席", earlier, 9, earlier)
    first, second = sorted(marks(database), key=lambda mark: mark.desk)
    assert (first.beat_at, first.window_at, first.process) == (earlier, earlier, 9)
    assert first.highest_at == now
    assert (second.desk, second.beat_at, second.window_at) == ("第二席", now, now)


def test_after_an_error_the_next_beat_has_another_connection(sqlite_database, clock):
    line = sqlite_database.beat_line
    line.put("第一席", clock.now(), 7, clock.now())
    line._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageUnavailable) as refused:
        line.put("第一席", clock.now(), 8, clock.now())
    assert refused.value.code == "storage.read_only"
    line.put("第一席", clock.now(), 9, clock.now())
    assert [mark.process for mark in marks(sqlite_database)] == [9]


def test_what_people_write_is_still_synced_in_full(sqlite_database, clock):
    """The beat's connection spares the disk; no connection of the pool may have learnt that."""
    sqlite_database.beat_line.put("第一席", clock.now(), 7, clock.now())
    with sqlite_database.engines.writer.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
