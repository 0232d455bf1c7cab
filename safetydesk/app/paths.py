"""Where one office's files lie on this machine."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Paths:
    """The folders of one office; those that hold files are made by ``create``.

    ``keys`` lies outside the data folder, so that a copied data folder stays unreadable.
    """

    data: Path
    backups: Path
    logs: Path
    exports: Path
    keys: Path

    @classmethod
    def of(cls, data: Path | None = None) -> Paths:
        """The folders of the office in ``data``, by default the user's own office."""
        import platformdirs

        default = platformdirs.user_data_path("safetydesk", appauthor=False)
        folder = (data or default).expanduser().absolute()
        return cls(
            data=folder,
            backups=folder / "backups",
            logs=folder / "logs",
            exports=platformdirs.user_documents_path() / "safetydesk",
            keys=platformdirs.user_config_path("safetydesk", appauthor=False) / "keys",
        )

    @property
    def database(self) -> Path:
        """The database file of an office that is not on a server."""
        return self.data / "office.db"

    @property
    def drafts(self) -> Path:
        """The small database of unfinished typing."""
        return self.data / "drafts.db"

    @property
    def lock(self) -> Path:
        """The file that the one running desk of this folder holds locked."""
        return self.data / "desk.lock"

    @property
    def marker(self) -> Path:
        """The file that is there while a desk runs, and stays when it dies."""
        return self.data / "running.json"

    @property
    def name(self) -> str:
        """A word that stands for this data folder in the name of its socket."""
        return f"{zlib.crc32(str(self.data.resolve()).encode()):08x}"

    def create(self) -> None:
        """Makes the folders of the office, closed to other users of the machine.

        Raises:
            OSError: a folder cannot be made.
        """
        for folder in (self.data, self.backups, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
