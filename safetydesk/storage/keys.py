"""Where the key of an encrypted database lies: the system key store, else a file outside the data.

A key is 32 random bytes. The recovery key is the same 32 bytes in groups of four hexadecimal
digits, to be printed once and put into the safe.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from safetydesk.domain.errors import StorageUnavailable
from safetydesk.resources import atomic_write

SERVICE = "safetydesk"
KEY_BYTES = 32


class KeyStore:
    """Finds or makes the key of one data folder.

    ``folder`` is the place of key files, outside every data folder (mode 0700, files 0600).
    ``use_keyring`` lets the system's key store answer first.
    """

    def __init__(self, folder: Path, *, use_keyring: bool = True) -> None:
        self._folder = folder
        self._use_keyring = use_keyring

    def find(self, name: str) -> bytes | None:
        """The key called ``name``, or None where there is none.

        Raises:
            StorageUnavailable: a key file is damaged.
        """
        kept = self._ask_keyring(name)
        if kept is None:
            path = self._path(name)
            kept = path.read_text("ascii").strip() if path.exists() else None
        if kept is None:
            return None
        return from_recovery(kept)

    def make(self, name: str) -> bytes:
        """A new key, kept before it is returned."""
        key = os.urandom(KEY_BYTES)
        self.keep(name, key)
        return key

    def keep(self, name: str, key: bytes) -> None:
        """Keeps a key (a new one, or one typed in from the recovery sheet)."""
        if self._tell_keyring(name, key.hex()):
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        atomic_write(self._path(name), key.hex().encode("ascii"))
        self._path(name).chmod(0o600)

    def forget(self, name: str) -> None:
        """Throws a key away; what it locked can never be read again."""
        self._path(name).unlink(missing_ok=True)
        if self._use_keyring and _has_session():
            import keyring
            from keyring.errors import KeyringError

            with contextlib.suppress(KeyringError):
                keyring.delete_password(SERVICE, name)

    def _path(self, name: str) -> Path:
        """The key's file."""
        return self._folder / f"{name}.key"

    def _ask_keyring(self, name: str) -> str | None:
        """The key as the system store knows it; None where no store answers."""
        if not self._use_keyring or not _has_session():
            return None
        import keyring  # 66 ms, only when a desktop session may have a store
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(SERVICE, name)
        except KeyringError:
            return None

    def _tell_keyring(self, name: str, value: str) -> bool:
        """Whether the system store took the key and gives it back."""
        if not self._use_keyring or not _has_session():
            return False
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, name, value)
            return keyring.get_password(SERVICE, name) == value
        except KeyringError:
            return False


def recovery_text(key: bytes) -> str:
    """The key as printed on the recovery sheet: 16 groups of four digits."""
    digits = key.hex().upper()
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


def from_recovery(text: str) -> bytes:
    """The key that a recovery sheet or key file spells.

    Raises:
        StorageUnavailable: not 64 hexadecimal digits.
    """
    try:
        key = bytes.fromhex("".join(text.split()))
    except ValueError as error:
        raise StorageUnavailable("storage.key_unreadable") from error
    if len(key) != KEY_BYTES:
        raise StorageUnavailable("storage.key_unreadable")
    return key


def _has_session() -> bool:
    """Whether a desktop session that may hold a key store is there."""
    return os.name == "nt" or bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
