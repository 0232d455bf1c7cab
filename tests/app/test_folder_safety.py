"""An office is not kept where its database file would be damaged, and nothing is written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from safetydesk.app import folder_safety, opening
from safetydesk.app.folder_safety import network_kind, refuse_full, refuse_unsafe
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.domain.errors import StorageUnavailable

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /srv/office rw,relatime shared:2 - nfs4 server:/office rw,vers=4.2
41 40 8:2 / /srv/office/local rw,relatime - xfs /dev/sdb1 rw
42 22 0:41 / /media/my\040share rw,relatime - cifs //server/share rw
43 22 0:42 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw
44 22 0:43 / /srv/twice rw - nfs server:/a rw
45 22 8:3 / /srv/twice rw - ext4 /dev/sdc1 rw
a line that no kernel writes
"""


@pytest.fixture
def mounts(tmp_path):
    listed = tmp_path / "mountinfo"
    listed.write_text(MOUNTS, "utf-8")
    return listed


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/duty/office", ""),
        ("/srv/office/2026", "nfs4"),
        ("/srv/office", "nfs4"),
        ("/srv/officer", ""),
        ("/srv/office/local/data", ""),
        ("/media/my share/值班", "cifs"),
        ("/run/user/1000/gvfs/smb-share:server=s", "fuse.gvfsd-fuse"),
        ("/srv/twice/data", ""),
        (r"\\server\share\值班", "UNC"),
        ("//server/share", "UNC"),
    ],
)
def test_a_folder_of_the_network_is_known(mounts, folder, kind):
    assert network_kind(Path(folder), mounts) == kind


def test_where_no_mounts_are_listed_nothing_is_refused(tmp_path):
    assert network_kind(tmp_path, tmp_path / "nowhere") == ""


@pytest.mark.parametrize("name", ["OneDrive - 区应急局", "Nutstore Files", "坚果云", "dropbox"])
def test_a_folder_that_is_synchronised_is_refused_by_name(mounts, name):
    with pytest.raises(StorageUnavailable) as refused:
        refuse_unsafe(Path("/home/duty") / name / "office", mounts)
    assert (refused.value.code, refused.value.fields["kind"]) == ("storage.synced_folder", name)


def test_no_office_is_founded_there_and_no_file_is_made(tmp_path):
    paths = Paths.of(tmp_path / "Dropbox" / "office")
    with pytest.raises(StorageUnavailable):
        open_database(paths, create=True)
    assert not paths.data.exists()


def test_a_disk_without_room_is_refused_with_what_is_left_and_what_is_needed(tmp_path):
    refuse_full(tmp_path / "not" / "there" / "yet")
    with pytest.raises(StorageUnavailable) as refused:
        refuse_full(tmp_path, room=1 << 62)
    fields = refused.value.fields
    assert refused.value.code == "storage.no_room"
    assert 0 < fields["free"] < fields["need"]


def test_where_there_is_no_room_a_desk_does_not_start_but_its_records_can_be_read(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    paths = Paths.of(tmp_path / "office")
    open_database(paths, create=True).close()
    before = paths.database.read_bytes()

    def full(folder: Path) -> None:
        refuse_full(folder, room=1 << 62)

    monkeypatch.setattr(opening, "refuse_full", full)
    with pytest.raises(StorageUnavailable, match="no_room"):
        open_database(paths, starts=True)
    assert paths.database.read_bytes() == before
    open_database(paths).close()
    with pytest.raises(StorageUnavailable, match="no_room"):
        open_database(Paths.of(tmp_path / "another"), create=True)
    assert not (tmp_path / "another").exists()
    assert folder_safety.ROOM == 500 * 10**6
