"""A copy of the demonstration office that is thrown away when its window closes."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.opening import key_name, key_store
from safetydesk.app.paths import Paths
from safetydesk.domain.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Generator


@contextlib.contextmanager
def throwaway_office() -> Generator[Path]:
    """The folder of a fresh demonstration office, in the middle of its hard day."""
    from safetydesk.app.demo.writing import HARD_DAY, write_demonstration

    folder = Path(tempfile.mkdtemp(prefix="safetydesk-demo-"))
    paths = Paths.of(folder)
    try:
        write_demonstration(paths, until=HARD_DAY)
        yield folder
    finally:
        with contextlib.suppress(StorageUnavailable):
            key_store(paths).forget(key_name(paths))
        shutil.rmtree(folder, ignore_errors=True)
