"""The first frame's one raw read: what it shows, and that it never makes or breaks anything."""

from __future__ import annotations

from safetydesk.services.log import LogService
from safetydesk.services.shifts import ShiftService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.quick_read import glance
from tests.helpers.clock import FakeClock
from tests.helpers.databases import KEY
from tests.helpers.office import small_office
from tests.services.test_log import a_call


def test_it_shows_the_office_the_shift_and_the_newest_lines(sqlite_database):
    transactions = Transactions(sqlite_database, FakeClock("2025-10-06T09:00:00+08:00"))
    staff = small_office(transactions)
    ShiftService(transactions).open_first(staff.officer)
    LogService(transactions).append(staff.officer, a_call("第一条"))
    LogService(transactions).append(staff.officer, a_call("第二条"))
    seen = glance(sqlite_database.location.path, KEY)
    assert seen is not None
    assert seen.office == "云川区应急管理局值班室"
    assert seen.shift_from == FakeClock("2025-10-06T08:30:00+08:00").now()
    assert [entry.text for entry in seen.entries] == ["第二条", "第一条"]


def test_a_missing_file_a_wrong_key_or_an_empty_office_show_nothing(sqlite_database, tmp_path):
    assert glance(tmp_path / "none.db", KEY) is None
    assert not (tmp_path / "none.db").exists()
    assert glance(sqlite_database.location.path, bytes(32)) is None
    assert glance(sqlite_database.location.path, KEY) is None
