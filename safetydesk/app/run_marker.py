"""Whether the last desk on this data folder ended in order, and what it left if it did not."""

from __future__ import annotations

import atexit
import faulthandler
import json
import logging
import os
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from safetydesk import __version__
from safetydesk.app import logs
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths
    from safetydesk.domain.clock import Clock

_log = logging.getLogger("safetydesk.run")


@dataclass(frozen=True)
class PreviousEnd:
    """A desk that died: when it had started (ISO 8601) and the interpreter's last stacks."""

    started_at: str
    last_words: str


class RunMarker:
    """A file that lies in the data folder while a desk runs and stays there when it dies."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._path = paths.marker
        self._logs = paths.logs
        self._clock = clock
        self._fault_file: BinaryIO | None = None

    def previous(self) -> PreviousEnd | None:
        """How the last run ended, if it did not end in order; ask before ``begin``."""
        try:
            started = str(json.loads(self._path.read_text("utf-8")).get("started_at", ""))
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            started = ""
        return PreviousEnd(started, "\n".join(logs.tail(self._logs / "fault.log", 200)))

    def begin(self) -> None:
        """Leaves the marker, and lets the interpreter write its stacks when it dies.

        Raises:
            OSError: the data folder cannot be written.
        """
        (self._logs / "fault.log").unlink(missing_ok=True)
        self._fault_file = logs.open_fault_file(self._logs)
        faulthandler.enable(self._fault_file, all_threads=True)
        facts = {
            "started_at": self._clock.now().isoformat(timespec="seconds"),
            "process": os.getpid(),
            "version": __version__,
        }
        atomic_write(self._path, json.dumps(facts).encode())
        atexit.register(self._ended_early)

    def end(self) -> None:
        """Takes the marker away: the last act of an orderly closing."""
        atexit.unregister(self._ended_early)
        self._path.unlink(missing_ok=True)
        faulthandler.disable()
        if self._fault_file is not None:
            self._fault_file.close()
            self._fault_file = None

    def _ended_early(self) -> None:
        """The interpreter leaves without ``end``: somebody called ``sys.exit`` in a slot."""
        stack = "".join(traceback.format_stack())
        _log.critical("the program leaves without closing in order\n%s", stack)
