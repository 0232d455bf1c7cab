"""The state line says how much of the log was looked at, and goes on saying it as the log grows."""

from __future__ import annotations

from safetydesk.app.housekeeping import LOOK_AFTER_WRITING_MS, Housekeeping
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import build
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.transaction import Transactions
from tests.helpers.office import small_office
from tests.helpers.tasks import SyncTaskRunner


def test_what_was_checked_grows_with_the_log(qapp, qtbot, sqlite_database, clock, tmp_path):
    small_office(Transactions(sqlite_database, clock))
    desk = build(sqlite_database, clock)
    paths = Paths.of(tmp_path)
    paths.create()
    kept, seen = Housekeeping(desk, paths, SyncTaskRunner()), []
    kept.checked.connect(seen.append)
    kept.start()
    before = seen[-1].sealed
    desk.log.append(desk.people.system(), EntryDraft(EntryKind.OTHER, "查看防汛物资。"))
    with qtbot.waitSignal(kept.checked, timeout=LOOK_AFTER_WRITING_MS + 3000):
        kept.log_written()
        kept.log_written()
    kept.stop()
    assert len(seen) == 2
    assert seen[-1].sealed == before + 1
