"""The thread that sends what the escalation owes, so that no slow gateway holds up the beat."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from safetydesk.domain.errors import SafetyDeskError

LOOK_EVERY = 30.0
"""Seconds between two looks where nobody asks for one; whoever takes a step of escalation does."""

_log = logging.getLogger("safetydesk.notices")


class SendsOwed(Protocol):
    """Who sends what is owed: the use cases of outside notices."""

    def send_owed(self) -> int:
        """Sends it and says how much was written."""
        ...


class NoticeWorker:
    """Looks every few seconds; whatever goes wrong, the next look comes.

    ``sent`` hears that something was written, on the worker's thread.
    """

    def __init__(self, notices: SendsOwed, sent: Callable[[], object]) -> None:
        self._notices = notices
        self._sent = sent
        self._ending = threading.Event()
        self._asked = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to look."""
        self._thread = threading.Thread(target=self._watch, name="notices", daemon=True)
        self._thread.start()

    def stop(self, patience: float = 2.0) -> None:
        """Ends; a sending that is under way is waited for only so many seconds."""
        self._ending.set()
        self._asked.set()
        if self._thread is not None:
            self._thread.join(patience)

    def look_soon(self) -> None:
        """Something was written that may owe a notice. Safe from any thread, waits for nobody."""
        self._asked.set()

    def look(self) -> bool:
        """Sends once what is owed; whether anything was."""
        try:
            if not self._notices.send_owed():
                return False
        except SafetyDeskError as error:  # the database is away: the beat tells the desk
            _log.info("notices wait: %s", error.code)
            return False
        self._sent()
        return True

    def _watch(self) -> None:
        """The thread."""
        while not self._ending.is_set():
            self._asked.wait(LOOK_EVERY)
            self._asked.clear()
            if self._ending.is_set():
                return
            try:
                self.look()
            except Exception:  # noqa: BLE001 - the next look must come
                _log.exception("sending notices failed")
