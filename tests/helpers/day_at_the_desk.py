"""The sample day as its officers live it: which hands do what, at which minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from safetydesk.app.demo.office import DemoOffice, write_office
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.matter import MatterState
from safetydesk.services.matter_writing import NewMatter
from safetydesk.storage.database import Database
from safetydesk.storage.drafts import DraftStore
from tests.helpers.clock import FakeClock
from tests.helpers.day_steps import ALL_STEPS, SCRIPT, Step
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.alarms import Alarms
from tests.helpers.hands.calls import Calls
from tests.helpers.hands.handover import Handover
from tests.helpers.hands.incidents import Incidents
from tests.helpers.hands.matters import Matters
from tests.helpers.hands.presence import Presence
from tests.helpers.hands.quick_entry import QuickEntry
from tests.helpers.hands.reports import Reports
from tests.helpers.hands.roster import Roster
from tests.helpers.hands.signing_in import SigningIn

EVE = "2025-10-05T08:30:00+08:00"
END = "2025-10-07T08:45:00+08:00"


def open_eve(desk: Desk, office: DemoOffice) -> None:
    """The shift before with its people and the matters it will hand over (not part of the day)."""
    planned = SCRIPT["planned"]["outgoing"]
    primary = office.actor(planned["primary"])
    desk.shifts.open_first(primary)
    for post, names in planned.items():
        for name in names if isinstance(names, list) else [names]:
            if post != "standby":
                desk.duty.check_in(primary, office.actor(name).person_id or 0, post)
    for row in SCRIPT["carried_over"]:
        new = NewMatter(row["title"], row["owner"], datetime.fromisoformat(row["due_at"]))
        desk.matters.carry_over(primary, new, MatterState(row["state"]))


class DayAtTheDesk:
    """Plays the script; ``at`` names minutes at which somebody wants to look at the screen."""

    def __init__(self, app: QApplication, database: Database, folder: Path) -> None:
        self.clock = FakeClock(EVE)
        self.drafts = DraftStore(folder / "drafts.db", bytes(32))
        self.desk = build(database, self.clock, drafts=self.drafts)
        open_eve(self.desk, write_office(self.desk))
        self.clock.to("2025-10-06T08:17:00+08:00")
        self.work = work = DeskAtWork(app, self.desk, self.clock, folder)
        self.handover_sheet = ""
        self.looks: dict[str, Callable[[DayAtTheDesk], None]] = {}
        self._signing_in, self.quick, self.presence = (
            SigningIn(work),
            QuickEntry(work),
            Presence(work),
        )
        self.calls, self.matters, self.roster = Calls(work), Matters(work), Roster(work)
        self.incidents = Incidents(work)
        self.reports = Reports(work, self.incidents)
        self.handover = Handover(work)
        self.alarms = Alarms(work)
        self._steps = [steps(self) for steps in ALL_STEPS]

    def play(self, until: str = END) -> None:
        """Everything up to an instant, in the order of its minutes."""
        self._signing_in.now("赵晓敏")
        steps = [step for step in (*SCRIPT["script"], *self._later()) if step["at"] <= until]
        for step in sorted([*steps, *self._looks()], key=lambda step: step["at"]):
            self.work.to(step["at"])
            self._do(step)
        self.work.to(until)

    def by(self, step: Step) -> None:
        """Whoever does the step signs in."""
        self._signing_in.now(step["by"])

    def entry(self, step: Step) -> None:
        """What has no page of its own yet is a quick entry of its kind."""
        if "log_no" in step:
            self.by(step)
            self.quick.log(step["kind"], step["summary"], at=step.get("event_at", ""))

    def close(self) -> None:
        """Home."""
        self.work.close()
        self.drafts.close()

    def _do(self, step: Step) -> None:
        """One step, by whoever knows its kind; what nobody knows is an entry."""
        if step["do"] == "look":
            self.looks[step["at"]](self)
            return
        known = [getattr(steps, step["do"], None) for steps in self._steps]
        next((act for act in known if act is not None), self.entry)(step)

    def _looks(self) -> list[Step]:
        return [{"at": at, "do": "look"} for at in self.looks]

    def _later(self) -> list[Step]:
        """Receipts come at their own times: of written reports, and of the instruction."""
        found: list[Step] = []
        for step in SCRIPT["script"]:
            if step["do"] == "report" and "signed_by" in step:
                found += [
                    {"do": "receipt", "of": step, **one, "by": one["by"]}
                    for one in step.get("confirmed", ())
                ]
            found += [{"do": "signed_for", "of": step, **one} for one in step.get("receipts", ())]
        seen = {"at": "2025-10-06T11:43:00+08:00", "do": "alarms_seen", "by": "黄志强"}
        return [*found, seen]
