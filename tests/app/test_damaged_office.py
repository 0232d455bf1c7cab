"""What a person is told of a damaged office, in sentences and never in codes."""

from __future__ import annotations

import pytest

from safetydesk.app.checkup import Standing, examine
from safetydesk.app.opening import key_name, location_of, open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import build
from safetydesk.domain.errors import StorageUnavailable
from tests.storage.test_damage import damage


@pytest.fixture
def paths(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Paths.of(tmp_path / "office")


def test_a_name_is_made_up_for_a_new_office_only(paths):
    paths.create()
    with pytest.raises(StorageUnavailable) as refused:
        key_name(paths)
    assert refused.value.code == "storage.key_missing"
    assert list(paths.data.glob("office.id")) == []
    assert key_name(paths, create=True) == key_name(paths)


def test_an_office_cut_to_nothing_is_not_taken_for_a_new_one(paths, clock):
    open_database(paths, create=True).close()
    paths.database.write_bytes(b"")
    with pytest.raises(StorageUnavailable) as refused:
        open_database(paths)
    assert refused.value.code == "storage.damaged"
    assert paths.database.read_bytes() == b""


@pytest.mark.qt_log_ignore("Couldn't", "PulseAudio")
def test_the_doctor_says_that_the_database_is_damaged(qapp, paths, clock):
    """With the tests' own application: one that the doctor makes would be all they have."""
    database = open_database(paths, create=True)
    desk = build(database, clock)
    location = location_of(paths)
    database.close()
    for page in range(2, 40):
        damage(location.path, page)
    findings = {finding.part: finding for finding in examine(desk, paths)}
    database.close()
    assert findings["数据库"].standing is Standing.ILL
    assert findings["数据库"].text == "数据库文件已损坏，请从备份恢复"
    assert "storage." not in "".join(finding.text for finding in findings.values())
