"""The thread that sends: a look that fails is followed by the next one."""

from __future__ import annotations

import threading

from safetydesk.channels import worker as module
from safetydesk.channels.worker import NoticeWorker
from safetydesk.domain.errors import StorageUnavailable


class Owed:
    """Notices of which the first look fails."""

    def __init__(self):
        self.looks = 0
        self.again = threading.Event()

    def send_owed(self):
        self.looks += 1
        if self.looks == 1:
            raise StorageUnavailable("storage.unavailable")
        self.again.set()
        return 1


def test_a_look_that_fails_is_followed_by_the_next_one(monkeypatch):
    monkeypatch.setattr(module, "LOOK_EVERY", 0.01)
    owed, heard = Owed(), threading.Event()
    worker = NoticeWorker(owed, heard.set)
    worker.start()
    assert owed.again.wait(5)
    assert heard.wait(5)
    worker.stop()


def test_nothing_owed_is_nothing_to_tell():
    class Nothing:
        def send_owed(self):
            return 0

    assert not NoticeWorker(Nothing(), lambda: 1 / 0).look()
