"""How a raw connection to an encrypted file is unlocked, and kept from talking on stderr."""

from __future__ import annotations

from typing import Any


def unlocking(key: bytes) -> tuple[str, ...]:
    """The statements that come before every other on a connection.

    SQLCipher writes of a damaged page on stderr by itself; what is wrong is said by the program.
    """
    return "PRAGMA cipher_log_level = NONE", f"PRAGMA key = \"x'{key.hex()}'\""


def unlock(connection: Any, key: bytes) -> None:
    """Unlocks a raw connection of the ``sqlcipher3`` module; nothing is read yet."""
    for statement in unlocking(key):
        connection.execute(statement)
