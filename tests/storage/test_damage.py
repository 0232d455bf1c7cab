"""A damaged or foreign file is said to be one, left as it is, and nothing of it gets into logs."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy.exc import IntegrityError

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.domain.log import EntryDraft, EntryKind, Link
from safetydesk.services.log import LogService
from safetydesk.storage.database import Database
from safetydesk.storage.drafts import DraftStore
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.integrity import is_whole
from safetydesk.storage.life_signs import of_file
from safetydesk.storage.migrate import migrate
from safetydesk.storage.quick_read import glance
from safetydesk.storage.schema import HEAD
from tests.helpers.databases import KEY
from tests.helpers.office import small_office

PAGE = 4096


def damage(path, page: int):
    """Turns one byte of a page."""
    content = bytearray(path.read_bytes())
    content[page * PAGE + 100] ^= 0xFF
    path.write_bytes(content)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def location(tmp_path):
    made = SqliteLocation(tmp_path / "office.db", KEY)
    migrate(made)
    return made


@pytest.mark.parametrize("kind", ["cut to nothing", "another's"])
def test_a_file_without_an_office_is_damaged_and_stays_untouched(tmp_path, kind):
    path = tmp_path / "office.db"
    if kind == "cut to nothing":
        path.touch()
    else:
        DraftStore(path, KEY).close()
    before = digest(path)
    with pytest.raises(StorageUnavailable) as refused:
        migrate(SqliteLocation(path, KEY))
    assert refused.value.code == "storage.damaged"
    assert digest(path) == before


def test_a_set_up_that_was_broken_off_can_be_done_again(tmp_path):
    path = tmp_path / "office.db"
    path.touch()
    assert migrate(SqliteLocation(path, KEY), create=True) is None
    assert migrate(SqliteLocation(path, KEY)) == HEAD


def test_a_damaged_page_is_found(location):
    assert is_whole(location)
    damage(location.path, 7)
    assert not is_whole(location)


def test_nothing_is_written_on_stderr_about_a_damaged_page(location, capfd):
    for page in range(1, location.path.stat().st_size // PAGE):
        damage(location.path, page)
    database = Database.open(location)
    with pytest.raises(StorageUnavailable), database.read() as uow:
        uow.people.all()
    database.close()
    assert glance(location.path, KEY) is None
    assert of_file(location.path, KEY, "第一席")() is None
    assert not is_whole(location)
    assert capfd.readouterr().err == ""


def test_an_error_of_the_database_does_not_tell_what_somebody_wrote(transactions):
    staff = small_office(transactions)
    wrong = EntryDraft(EntryKind.OTHER, "张三丰死亡，家属李四", link=Link.HANDLING, links_to=99_999)
    with pytest.raises(IntegrityError) as failed:
        LogService(transactions).append(staff.officer, wrong)
    assert "张三丰" not in str(failed.value)
    assert "parameters hidden" in str(failed.value)
