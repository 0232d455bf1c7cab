"""Where a database file must not lie: on the network, where a client synchronises, without room."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from safetydesk.domain.errors import StorageUnavailable

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre"),
        *("davfs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"),
        *("fuse.gvfsd-fuse", "fuse.s3fs", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.kio-fuse"),
    }
)
_SYNCED = re.compile(
    r"^(OneDrive|Dropbox|Nutstore|坚果云|百度网盘|百度网盘同步空间|iCloud|Google ?Drive|WPS ?云)",
    re.IGNORECASE,
)
ROOM = 500 * 10**6
"""Bytes that must be free where a desk starts: a shift's log, its copies, and the WAL between."""
_REMOTE_DRIVE, _PLACE = 4, 4
"""What Windows says of a drive of another computer; the word of a mount that names its place."""


def refuse_unsafe(folder: Path, mounts: Path = MOUNTS) -> None:
    """Nothing, where a database file can lie in the folder; ``mounts`` as Linux lists them.

    Raises:
        StorageUnavailable: locks or the order of writes cannot be trusted there.
    """
    lies_in = folder.expanduser().absolute()
    if kind := network_kind(lies_in, mounts):
        raise StorageUnavailable("storage.network_folder", where=str(folder), kind=kind)
    synced = next((part for part in reversed(lies_in.parts) if _SYNCED.match(part)), "")
    if synced:
        raise StorageUnavailable("storage.synced_folder", where=str(folder), kind=synced)


def refuse_full(folder: Path, room: int = ROOM) -> None:
    """Nothing, where there is room to keep a log (reliability R3).

    Raises:
        StorageUnavailable: less than ``room`` bytes are free.
    """
    place = folder.expanduser().absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < room:
        raise StorageUnavailable(
            "storage.no_room", where=str(folder), free=free // 10**6, need=room // 10**6
        )


def network_kind(folder: Path, mounts: Path = MOUNTS) -> str:
    """What network a folder lies on (``UNC``, ``nfs4``); empty where it lies on a disk."""
    if str(folder).startswith(("\\\\", "//")):
        return "UNC"
    return _windows_kind(folder) or _mounted_kind(folder, mounts)


def _mounted_kind(folder: Path, mounts: Path) -> str:
    """The kind of the nearest mount above the folder, if that is one of the network."""
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    place = folder.resolve()
    found = [mount for mount in map(_mount, lines) if mount and place.is_relative_to(mount[0])]
    # Of mounts on one place the last hides the others.
    nearest = max(enumerate(found), key=lambda one: (len(one[1][0].parts), one[0]), default=None)
    kind = nearest[1][1] if nearest else ""
    return kind if kind in _NETWORK else ""


def _mount(line: str) -> tuple[Path, str] | None:
    """Place and kind of a mount as ``proc(5)`` describes its line."""
    before, dash, after = line.partition(" - ")
    words = before.split()
    if not dash or len(words) <= _PLACE or not after.split():
        return None
    place = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), words[_PLACE])
    return Path(place), after.split()[0]


def _windows_kind(folder: Path) -> str:
    """A drive letter that stands for a folder of another computer."""
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE
        return folder.drive if remote else ""
    return ""
