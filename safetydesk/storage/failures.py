"""Which database errors are the environment's fault, and which are bugs."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from safetydesk.domain.errors import BadInput, RuleViolation, StaleVersion, StorageUnavailable

# Primary result codes of SQLite that the program cannot cause (sqlite.org, result codes).
_SQLITE_ENVIRONMENT = {
    5: "storage.locked",
    6: "storage.locked",
    8: "storage.read_only",
    10: "storage.disk_error",
    11: "storage.damaged",
    13: "storage.disk_full",
    14: "storage.cannot_open",
    23: "storage.no_access",
    26: "storage.wrong_key",
}
# Classes of SQLSTATE that mean "the server or the way to it": connection, resources, operator.
_POSTGRES_ENVIRONMENT = ("08", "53", "57", "58")


@contextmanager
def translated() -> Generator[None]:
    """Turns database errors into ``SafetyDeskError`` where a person can do something about them.

    Raises:
        StorageUnavailable: the disk, the file, the lock or the server is at fault.
        StaleVersion: a row was changed by somebody else since it was read.
        RuleViolation: an append-only table refused to be changed.
        BadInput: a text is too long for its column, or has a character that cannot be kept.
    """
    try:
        yield
    except StaleDataError as error:
        raise StaleVersion("storage.stale") from error
    except DBAPIError as error:
        code = environment_code(error)
        if code:
            raise StorageUnavailable(code) from error
        if "append-only" in str(error.orig):
            raise RuleViolation("storage.append_only") from error
        refused = _refused_text(str(error.orig))
        if refused is not None:
            raise refused from error
        raise
    except UnicodeEncodeError as error:
        raise BadInput("text.unwritable", where="U+D800", expected="文字") from error


def _refused_text(message: str) -> BadInput | None:
    """What PostgreSQL says about a text that SQLite may have taken."""
    too_long = re.search(r"value too long for type character varying\((\d+)\)", message)
    if too_long is not None:
        return BadInput("text.too_long", where="", expected=too_long.group(1))
    if "cannot contain NUL" in message:
        return BadInput("text.unwritable", where="U+0000", expected="文字")
    return None


def environment_code(error: DBAPIError) -> str | None:
    """The code of an environmental failure, or None for a bug."""
    original = error.orig
    sqlite_code = getattr(original, "sqlite_errorcode", None)
    if isinstance(sqlite_code, int):
        return _SQLITE_ENVIRONMENT.get(sqlite_code & 0xFF)
    state = getattr(original, "sqlstate", None)
    if isinstance(state, str) and state.startswith(_POSTGRES_ENVIRONMENT):
        return "storage.server"
    return "storage.server" if error.connection_invalidated else _by_text(str(original))


def _by_text(message: str) -> str | None:
    """The same for drivers that carry no result code (SQLCipher's module, a lost connection)."""
    texts = {
        "database or disk is full": "storage.disk_full",
        "database is locked": "storage.locked",
        "readonly database": "storage.read_only",
        "disk I/O error": "storage.disk_error",
        "malformed": "storage.damaged",
        "unable to open": "storage.cannot_open",
        "not a database": "storage.wrong_key",
        "connection failed": "storage.server",
        "server closed the connection": "storage.server",
        "connection timeout": "storage.server",
    }
    return next((code for text, code in texts.items() if text in message), None)
