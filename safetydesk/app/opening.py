"""Finding and opening the database of a data folder: key, location, schema."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from safetydesk.app.folder_safety import refuse_full, refuse_unsafe
from safetydesk.domain.errors import BadInput, StorageUnavailable
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths
    from safetydesk.storage.database import Database
    from safetydesk.storage.engine import Location
    from safetydesk.storage.keys import KeyStore


def open_database(paths: Paths, *, create: bool = False, starts: bool = False) -> Database:
    """The office's database, migrated to this program's schema; ``starts``: for a desk at work.

    Raises:
        StorageUnavailable: no office in the folder (unless ``create``), no key, newer, damaged, no
            room to begin with.
        BadInput: ``database.toml`` does not name a server.
    """
    from safetydesk.storage.database import Database
    from safetydesk.storage.migrate import migrate

    if (create or starts) and server_url(paths) is None:
        refuse_full(paths.data)
    location = location_of(paths, create=create)
    migrate(location, paths.backups, create=create)
    return Database.open(location)


def location_of(paths: Paths, *, create: bool = False) -> Location:
    """Where the office's data lies: the server of ``database.toml``, else the encrypted file.

    Raises:
        StorageUnavailable: there is no office in the folder, its key is missing, or the folder
            lies where a database file would be damaged.
        BadInput: ``database.toml`` does not name a server.
    """
    from safetydesk.storage.engine import PostgresLocation, SqliteLocation

    url = server_url(paths)
    if url is not None:
        return PostgresLocation(url)
    refuse_unsafe(paths.data)
    if not paths.database.exists() and not create:
        raise StorageUnavailable("storage.no_office", where=str(paths.data))
    return SqliteLocation(paths.database, _key(paths, create=create))


def has_office(paths: Paths) -> bool:
    """Whether a data folder holds an office."""
    return paths.database.exists() or (paths.data / "database.toml").exists()


def key_store(paths: Paths) -> KeyStore:
    """Where this user's keys are kept."""
    from safetydesk.storage.keys import KeyStore

    return KeyStore(paths.keys)


def key_name(paths: Paths, *, create: bool = False) -> str:
    """The name of the folder's key; it moves with the folder, the key does not.

    Raises:
        StorageUnavailable: the folder names none, and none is to be made up.
    """
    marker = paths.data / "office.id"
    if marker.exists():
        return marker.read_text("ascii").strip()
    if not create:
        raise StorageUnavailable("storage.key_missing", where=str(paths.data))
    name = os.urandom(16).hex()
    atomic_write(marker, name.encode("ascii"))
    return name


def _key(paths: Paths, *, create: bool) -> bytes:
    """The key of the encrypted file; a new one only for a new file."""
    paths.create()
    store, name = key_store(paths), key_name(paths, create=create)
    key = store.find(name)
    if key is None and create and not paths.database.exists():
        key = store.make(name)
    if key is None:
        raise StorageUnavailable("storage.key_missing", where=str(paths.data))
    return key


def server_url(paths: Paths) -> str | None:
    """The URL in ``database.toml``; None where the office lies in a file.

    Raises:
        BadInput: the file names no server.
    """
    path = paths.data / "database.toml"
    if not path.exists():
        return None
    import tomllib

    try:
        url = tomllib.loads(path.read_text("utf-8")).get("url")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("database.toml", where=str(path), expected="TOML 文件") from error
    if not isinstance(url, str) or not url.startswith("postgresql"):
        raise BadInput("database.toml", where=f"{path} url", expected="postgresql:// 开头的地址")
    return url
