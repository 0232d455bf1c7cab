"""The sample day as its officers live it: which hands do what, at which minute."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from safetydesk.app.demo.office import DemoOffice, write_office
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.matter import MatterState
from safetydesk.resources import locate
from safetydesk.services.matter_writing import NewMatter
from safetydesk.storage.database import Database
from safetydesk.storage.drafts import DraftStore
from tests.helpers.clock import FakeClock
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

Step = dict[str, Any]
SCRIPT = json.loads(locate("samples/d01-holiday-explosion.json").read_text("utf-8"))
EVE = "2025-10-05T08:30:00+08:00"
END = "2025-10-07T08:45:00+08:00"
TITLE = "东河宏泰精细化工有限公司“10·6”反应釜爆炸"
QUERY = "市委值班室核实网传“炸死8人”"
NUMBERS = ("dead", "missing", "severely_injured", "lightly_injured", "evacuated")
TOLD = {
    "phone": ("电话快报", ""),
    "notify_peer": ("通报", ""),
    "query_phone": ("反馈", "电话"),
    "query_written": ("反馈", "书面"),
    "daily": ("日报", ""),
}
"""The kinds of the script as the window calls them, and by which means they go."""


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
        self._signing_in, self._quick, self._presence = (
            SigningIn(work),
            QuickEntry(work),
            Presence(work),
        )
        self._calls, self._matters, self._roster = Calls(work), Matters(work), Roster(work)
        self.incidents = Incidents(work)
        self.reports = Reports(work, self.incidents)
        self._handover = Handover(work)
        self.alarms = Alarms(work)

    def play(self, until: str = END) -> None:
        """Everything up to an instant, in the order of its minutes."""
        self._signing_in.now("赵晓敏")
        steps = [step for step in (*SCRIPT["script"], *self._later()) if step["at"] <= until]
        for step in sorted([*steps, *self._looks()], key=lambda step: step["at"]):
            self.work.to(step["at"])
            getattr(self, f"_{step['do']}", self._entry)(step)
        self.work.to(until)

    def close(self) -> None:
        """Home."""
        self.work.close()
        self.drafts.close()

    def _looks(self) -> list[Step]:
        return [{"at": at, "do": "look"} for at in self.looks]

    def _look(self, step: Step) -> None:
        self.looks[step["at"]](self)

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

    def _alarms_seen(self, step: Step) -> None:
        """The call to the province is made: its alarms stay until somebody has seen them."""
        self._by(step)
        assert self.alarms.acknowledge("省") > 0, self.work.what_is_shown()

    def _by(self, step: Step) -> None:
        self._signing_in.now(step["by"])

    def _entry(self, step: Step) -> None:
        """What has no page of its own yet is a quick entry of its kind."""
        if "log_no" in step:
            self._by(step)
            self._quick.log(step["kind"], step["summary"], at=step.get("event_at", ""))

    def _sign_in(self, step: Step) -> None:
        self._presence.arrives(step["person"], step["post"])

    def _sign_out(self, step: Step) -> None:
        self._presence.leaves(step["person"])

    def _call_out(self, step: Step) -> None:
        self._by(step)
        self._calls.records(step["summary"], outgoing=True, kind=step["kind"])

    def _call_in(self, step: Step) -> None:
        self._by(step)
        caller = step.get("caller", {})
        if "query" in step:
            self._query(step)
        elif "occurred_at" in step:
            self._calls.becomes_incident(
                step["summary"],
                number=caller["phone"],
                unit=caller["unit"],
                name=caller["name"],
                title=caller["post"],
                handling=step["handling"],
            )
            self.incidents.fill_new(
                {
                    "Title": TITLE,
                    "Place": "临港街道滨江路14号",
                    "Unit": "东河宏泰精细化工有限公司二车间",
                    "Category": "危险化学品",
                    "Occurred": step["occurred_at"],
                    "Received": step["at"],
                }
            )
            self.incidents.save()
        else:
            handling = step.get("handling", "")
            self._calls.records(step["summary"], kind=step["kind"], handling=handling)

    def _query(self, step: Step) -> None:
        """The call becomes a matter; the incident learns that somebody waits for an answer."""
        self._quick.log(step["kind"], step["summary"], assign=True)
        due = step["query"]["written_due"]
        self._matters.opens(QUERY, "值班室", due, incident="2025-018")
        self.incidents.asked(step["caller"]["unit"], "网传“炸死8人”", "")

    def _leader_informed(self, step: Step) -> None:
        if step["about"] == "2025-018":
            self.incidents.leader_told(step["leader"], step["means"])

    def _report(self, step: Step) -> None:
        self._by(step)
        if "signed_by" in step:
            self.reports.writes(step["signed_by"])
            self.reports.sends(step["to"], "传真", step["summary"])
            return
        kind, means = TOLD[step["report"]]
        taken = {one["to"]: (one["by"], one["at"]) for one in step.get("confirmed", ())}
        last = step.get("last_at", max([step["at"], *(at for _, at in taken.values())]))
        self.work.to(last)
        at = str(step.get("last_at", step["at"]))
        self.reports.tells(
            kind, step["to"], step["summary"], at=at, entry_at=step["at"], means=means, taken=taken
        )
        if "matter" in step:
            self._matters.step(step["matter"], "办结", step["summary"])

    def _receipt(self, step: Step) -> None:
        self._by(step["of"])
        series = step["of"].get("series")
        self.reports.open(f"续报（{'一二三四五'[series - 1]}）" if series else "首报")
        self.reports.confirmed(step["to"], step["by"])

    def _incident_fact(self, step: Step) -> None:
        self._by(step)
        said = step["casualties"]
        numbers = {name: said[name] for name in NUMBERS if name in said}
        self.incidents.numbers(said["as_of"], said["source"], numbers, step["summary"])

    def _response(self, step: Step) -> None:
        self._by(step)
        words = "区危险化学品事故三级（Ⅲ级）应急响应，10时50分启动"
        self.incidents.fact("响应", words, "区政府", step["summary"], step["kind"])

    def _instruction(self, step: Step) -> None:
        self._by(step)
        self._quick.log(step["kind"], step["summary"], assign=True)
        title = "区长批示：全力搜救失联人员，13时前报进展"
        self._matters.opens(title, "值班室", step["due"], step["units"])

    def _instruction_passed(self, step: Step) -> None:
        self._by(step)
        self._calls.records(step["summary"], outgoing=True, kind=step["kind"])

    def _signed_for(self, step: Step) -> None:
        self._by(step["of"])
        self._matters.step(step["of"]["matter"], "签收", unit=step["unit"])

    def _correction(self, step: Step) -> None:
        self._by(step)
        self.incidents.corrects(step["new"], step["source"], step["summary"])

    def _swap_approved(self, step: Step) -> None:
        self._by(step)
        self._roster.replaces(
            "徐丽华",
            "欧阳静",
            step["effective"],
            SCRIPT["shift"]["to"],
            reason="家人急病",
            leave=step["approver"],
        )
        self._entry(step)

    def _swap_effective(self, step: Step) -> None:
        self._presence.leaves(step["out"])
        self._presence.arrives(step["person"], step["post"])

    def _roster_add(self, step: Step) -> None:
        self._by(step)
        self._roster.adds("备班", step["person"], step["from"], step["to"])
        self._entry(step)

    def _instruction_feedback(self, step: Step) -> None:
        self._by(step)
        title = "区长批示：全力搜救失联人员，13时前报进展；10月7日10时前报善后安排"
        self._matters.step(
            step["matter"], "反馈", step["summary"], due=step["next_due"], title=title, log=True
        )

    def _matter_closed(self, step: Step) -> None:
        self._by(step)
        self._matters.step(step["matter"], "办结", step["summary"], log=True)

    def _incident_end(self, step: Step) -> None:
        self._by(step)
        self.incidents.rescue_ended(step["ended_at"], "现场指挥部", step["summary"])

    def _handover_receive(self, step: Step) -> None:
        hands = self._handover
        hands.begin()
        hands.explain("已说明", step["by"])
        hands.lines(first=step["summary"])
        hands.join(step["by"])
        hands.tick_all()
        hands.read_back("未办结2项已知悉")
        self.work.to("2025-10-06T08:32:00+08:00")
        hands.sign("Outgoing")
        self.work.to("2025-10-06T08:33:00+08:00")
        hands.sign("Incoming")
        self.handover_sheet = hands.printed()
        hands.leave()

    def _handover_draft(self, step: Step) -> None:
        self._by(step)
        self._handover.begin(step["summary"])
        self._handover.explain("已说明", "吴昊")

    def _handover_objection(self, step: Step) -> None:
        self._handover.join(step["by"])
        self._handover.object(step["text"])

    def _handover_item_added(self, step: Step) -> None:
        due = datetime.fromisoformat(step["at"]) + timedelta(hours=1, minutes=38)
        self._handover.add(step["text"], due.isoformat())
        self._handover.explain("尚未直报", "吴昊", only="统计直报")

    def _handover_sign(self, step: Step) -> None:
        hands = self._handover
        if step["side"] == "outgoing":
            hands.sign("Outgoing")
            return
        hands.tick_all()
        hands.lines(last=step["summary"])
        hands.read_back(
            "事件2025-018待终报；区长批示10月7日10时前报善后；柳河镇危桥12时前反馈；"
            "统计直报10时12分前"
        )
        hands.sign("Incoming")
        self.handover_sheet = hands.printed()
        hands.leave()
