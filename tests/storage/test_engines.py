"""How the database is opened: safe settings, a reader that cannot write, encryption at rest."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.services.log import LogService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.backup import back_up
from safetydesk.storage.database import Database
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.keys import KeyStore, from_recovery, recovery_text
from tests.helpers.clock import FakeClock
from tests.helpers.databases import KEY
from tests.helpers.office import small_office
from tests.services.test_log import a_call


def test_the_embedded_database_is_durable_and_guarded(sqlite_database):
    with sqlite_database.write() as uow:
        settings = {
            name: uow.session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


def test_a_reader_cannot_change_anything(database):
    with pytest.raises((DBAPIError, StorageUnavailable)), database.read() as uow:
        uow.session.execute(text("DELETE FROM post"))


def test_what_is_not_committed_is_gone(transactions):
    small_office(transactions)
    with transactions.database.write() as uow:
        uow.office.put_key_period("春运", FakeClock().now(), FakeClock().now(), "15:00")
    with transactions.database.read() as uow:
        start = FakeClock().now()
        assert uow.office.key_periods(start, start) == []


def test_two_writers_lose_no_update(sqlite_database, tmp_path):
    second = Database.open(sqlite_database.location)
    first_log = LogService(Transactions(sqlite_database, FakeClock()))
    staff = small_office(Transactions(sqlite_database, FakeClock()))
    second_log = LogService(Transactions(second, FakeClock()))
    for i in range(20):
        (first_log if i % 2 else second_log).append(staff.officer, a_call(f"第{i}条"))
    assert first_log.count() == 20
    assert second_log.verify().holds
    second.close()


def test_nothing_readable_lies_on_the_disk(sqlite_database, tmp_path):
    transactions = Transactions(sqlite_database, FakeClock())
    staff = small_office(transactions)
    LogService(transactions).append(staff.officer, a_call("电话 19900000021 某某"))
    back_up(sqlite_database.location, tmp_path / "backups", "copy")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"19900000021" not in path.read_bytes(), path


def test_a_backup_is_complete_and_opens_with_the_same_key(sqlite_database, tmp_path):
    transactions = Transactions(sqlite_database, FakeClock())
    staff = small_office(transactions)
    log = LogService(transactions)
    for i in range(10):
        log.append(staff.officer, a_call(f"第{i}条"))
    copy = back_up(sqlite_database.location, tmp_path / "backups", "copy")
    opened = Database.open(SqliteLocation(copy, KEY))
    verdict = LogService(Transactions(opened, FakeClock())).verify()
    opened.close()
    assert verdict.holds
    assert verdict.checked == 10


def test_a_key_is_kept_outside_the_data_and_only_for_its_owner(tmp_path):
    store = KeyStore(tmp_path / "keys", use_keyring=False)
    key = store.make("abc")
    assert store.find("abc") == key
    assert store.find("other") is None
    path = tmp_path / "keys" / "abc.key"
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_recovery_sheet_spells_the_key():
    assert from_recovery(recovery_text(KEY)) == KEY
    with pytest.raises(StorageUnavailable):
        from_recovery("0000 1111")
