"""A database file that is gone or replaced under an open desk takes no line any more."""

from __future__ import annotations

import shutil

import pytest

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.services.log import LogService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.backup import back_up
from tests.helpers.clock import FakeClock
from tests.helpers.office import small_office
from tests.services.test_log import a_call


@pytest.fixture
def path(sqlite_database):
    return sqlite_database.location.path


@pytest.fixture
def staff(sqlite_database):
    return small_office(Transactions(sqlite_database, FakeClock()))


@pytest.fixture
def log(sqlite_database, staff):
    service = LogService(Transactions(sqlite_database, FakeClock()))
    service.append(staff.officer, a_call("第一条"))
    return service


def refused(call):
    with pytest.raises(StorageUnavailable) as raised:
        call()
    return raised.value.code


def test_no_line_is_taken_by_a_file_that_is_gone_and_what_it_held_is_still_read(log, staff, path):
    path.unlink()
    assert refused(lambda: log.append(staff.officer, a_call("第二条"))) == "storage.gone"
    assert [entry.text for entry in log.newest(2)] == ["第一条"]
    assert not path.exists()


def test_no_line_is_taken_by_a_file_whose_place_another_has_taken(log, staff, path):
    copy = path.with_suffix(".copy")
    shutil.copy(path, copy)
    copy.replace(path)
    assert refused(lambda: log.append(staff.officer, a_call("第二条"))) == "storage.gone"


def test_no_beat_is_written_into_a_file_that_is_gone(sqlite_database, log, path):
    line, now = sqlite_database.beat_line, FakeClock().now()
    line.put("第一席", now, 1, now)
    path.unlink()
    assert refused(lambda: line.put("第一席", now, 1, now)) == "storage.gone"


def test_nothing_is_no_backup(sqlite_database, log, path, tmp_path):
    path.unlink()
    assert refused(lambda: back_up(sqlite_database.location, tmp_path, "copy")) == "storage.gone"
    path.touch()
    assert refused(lambda: back_up(sqlite_database.location, tmp_path, "copy")) == "storage.gone"
    assert list(tmp_path.glob("copy*")) == []
