"""A desk that plays the sample day with its real beat until somebody kills it.

``python -m tests.helpers.day_to_be_killed FOLDER INSTANT`` plays up to INSTANT, tells what calls for
attention there, and then goes on writing lines of the log, telling each one once it is written.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from typing_extensions import override

from safetydesk.app.demo.day import DayPlayer, ScriptClock
from safetydesk.app.demo.office import write_office
from safetydesk.app.opening import key_name, key_store, open_database
from safetydesk.app.paths import Paths
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.scheduling.beat import Beat, Listeners
from safetydesk.scheduling.heartbeat import Heartbeat
from safetydesk.storage.drafts import DraftStore

TYPING = "正在写的半句话"


class BeatingClock(ScriptClock):
    """Before each step of the script the desk beats once, beside its own threads."""

    beat: Beat | None = None

    @override
    def to(self, instant: datetime) -> None:
        super().to(instant)
        if self.beat is not None:
            self.beat.facts_changed()
            while not self.beat.on_beat():
                """The scheduler's own thread is in a beat: this one must come after it."""


def drafts_of(paths: Paths) -> DraftStore:
    """The drafts of a folder, under its key."""
    store, name = key_store(paths), key_name(paths)
    return DraftStore(paths.drafts, store.find(name) or store.make(name))


def beating(desk: Desk) -> Beat:
    """A beat that tells nobody."""

    def nothing(_: object) -> None:
        """Nobody listens here."""

    return Beat(
        desk.reminders,
        desk.heartbeats,
        desk.clock,
        Listeners(changed=nothing, alarms=nothing, vitals=nothing, stepped=nothing),
    )


def tell(**said: object) -> None:
    """One line to whoever started this."""
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def play_and_wait_to_be_killed(folder: Path, until: datetime) -> None:
    """Never returns."""
    paths = Paths.of(folder)
    clock = BeatingClock(datetime.fromisoformat("2025-10-05T08:00:00+08:00"))
    desk = build(open_database(paths, create=True), clock, drafts=drafts_of(paths))
    office = write_office(desk)
    player = DayPlayer(desk, office, clock)
    clock.beat = beating(desk)
    Heartbeat(clock.beat, clock).start()
    player.play(until)
    clock.to(until)
    desk.drafts.keep_form("quick", {"kind": EntryKind.INCOMING_CALL.value, "text": TYPING})
    calling = [alarm.item for alarm in desk.reminders.active(clock.now()) if alarm.calls]
    entries = [(entry.seq, entry.seal) for entry in reversed(desk.log.newest(10_000))]
    tell(calling=calling, entries=entries)
    officer = office.actor("黄志强")
    number = 0
    while True:
        number += 1
        draft = EntryDraft(EntryKind.OTHER, f"第{number}条，写到一半被杀")
        entry = desk.log.append(officer, draft).value
        tell(entry=(entry.seq, entry.seal))


if __name__ == "__main__":
    play_and_wait_to_be_killed(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
