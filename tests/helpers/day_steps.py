"""The steps of the sample day, each done by the hands that an officer would use."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from safetydesk.resources import locate

if TYPE_CHECKING:
    from tests.helpers.day_at_the_desk import DayAtTheDesk

Step = dict[str, Any]
SCRIPT = json.loads(locate("samples/d01-holiday-explosion.json").read_text("utf-8"))
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


class Steps:
    """Steps of one kind; a method carries the name that the script calls it by."""

    def __init__(self, day: DayAtTheDesk) -> None:
        self.day = day


class CallSteps(Steps):
    """The calls: what becomes a line, a matter or an incident."""

    def call_out(self, step: Step) -> None:
        self.day.by(step)
        self.day.calls.records(step["summary"], outgoing=True, kind=step["kind"])

    def call_in(self, step: Step) -> None:
        self.day.by(step)
        caller = step.get("caller", {})
        if "query" in step:
            self._query(step)
        elif "occurred_at" in step:
            self.day.calls.becomes_incident(
                step["summary"],
                number=caller["phone"],
                unit=caller["unit"],
                name=caller["name"],
                title=caller["post"],
                handling=step["handling"],
            )
            self.day.incidents.fill_new(
                {
                    "Title": TITLE,
                    "Place": "临港街道滨江路14号",
                    "Unit": "东河宏泰精细化工有限公司二车间",
                    "Category": "危险化学品",
                    "Occurred": step["occurred_at"],
                    "Received": step["at"],
                }
            )
            self.day.incidents.save()
        else:
            handling = step.get("handling", "")
            self.day.calls.records(step["summary"], kind=step["kind"], handling=handling)

    def _query(self, step: Step) -> None:
        """The call becomes a matter; the incident learns that somebody waits for an answer."""
        self.day.quick.log(step["kind"], step["summary"], assign=True)
        due = step["query"]["written_due"]
        self.day.matters.opens(QUERY, "值班室", due, incident="2025-018")
        self.day.incidents.asked(step["caller"]["unit"], "网传“炸死8人”", "")


class IncidentSteps(Steps):
    """What becomes known of the incident."""

    def incident_fact(self, step: Step) -> None:
        self.day.by(step)
        said = step["casualties"]
        numbers = {name: said[name] for name in NUMBERS if name in said}
        self.day.incidents.numbers(said["as_of"], said["source"], numbers, step["summary"])

    def response(self, step: Step) -> None:
        self.day.by(step)
        words = "区危险化学品事故三级（Ⅲ级）应急响应，10时50分启动"
        self.day.incidents.fact("响应", words, "区政府", step["summary"], step["kind"])

    def correction(self, step: Step) -> None:
        self.day.by(step)
        self.day.incidents.corrects(step["new"], step["source"], step["summary"])

    def incident_end(self, step: Step) -> None:
        self.day.by(step)
        self.day.incidents.rescue_ended(step["ended_at"], "现场指挥部", step["summary"])

    def leader_informed(self, step: Step) -> None:
        if step["about"] == "2025-018":
            self.day.incidents.leader_told(step["leader"], step["means"])


class ReportSteps(Steps):
    """Reports and their receipts, instructions and matters."""

    def report(self, step: Step) -> None:
        self.day.by(step)
        if "signed_by" in step:
            self.day.reports.writes(step["signed_by"])
            self.day.reports.sends(step["to"], "传真", step["summary"])
            return
        kind, means = TOLD[step["report"]]
        taken = {one["to"]: (one["by"], one["at"]) for one in step.get("confirmed", ())}
        last = step.get("last_at", max([step["at"], *(at for _, at in taken.values())]))
        self.day.work.to(last)
        at = str(step.get("last_at", step["at"]))
        self.day.reports.tells(
            kind, step["to"], step["summary"], at=at, entry_at=step["at"], means=means, taken=taken
        )
        if "matter" in step and self.day.matters.is_open(step["matter"]):
            # Else the answer has closed it: its window chose the matter that names the asker.
            self.day.matters.step(step["matter"], "办结", step["summary"])

    def receipt(self, step: Step) -> None:
        self.day.by(step["of"])
        series = step["of"].get("series")
        self.day.reports.open(f"续报（{'一二三四五'[series - 1]}）" if series else "首报")
        self.day.reports.confirmed(step["to"], step["by"])

    def instruction(self, step: Step) -> None:
        self.day.by(step)
        self.day.quick.log(step["kind"], step["summary"], assign=True)
        title = "区长批示：全力搜救失联人员，13时前报进展"
        self.day.matters.opens(title, "值班室", step["due"], step["units"])

    def instruction_passed(self, step: Step) -> None:
        self.day.by(step)
        self.day.calls.records(step["summary"], outgoing=True, kind=step["kind"])

    def signed_for(self, step: Step) -> None:
        self.day.by(step["of"])
        self.day.matters.step(step["of"]["matter"], "签收", unit=step["unit"])

    def instruction_feedback(self, step: Step) -> None:
        self.day.by(step)
        title = "区长批示：全力搜救失联人员，13时前报进展；10月7日10时前报善后安排"
        self.day.matters.step(
            step["matter"], "反馈", step["summary"], due=step["next_due"], title=title, log=True
        )

    def matter_closed(self, step: Step) -> None:
        self.day.by(step)
        self.day.matters.step(step["matter"], "办结", step["summary"], log=True)

    def alarms_seen(self, step: Step) -> None:
        """The call to the province is made: its alarms stay until somebody has seen them."""
        self.day.by(step)
        assert self.day.alarms.acknowledge("省") > 0, self.day.work.what_is_shown()


class PeopleSteps(Steps):
    """Who comes, goes and stands in."""

    def sign_in(self, step: Step) -> None:
        self.day.presence.arrives(step["person"], step["post"])

    def sign_out(self, step: Step) -> None:
        self.day.presence.leaves(step["person"])

    def swap_approved(self, step: Step) -> None:
        self.day.by(step)
        self.day.roster.replaces(
            "徐丽华",
            "欧阳静",
            step["effective"],
            SCRIPT["shift"]["to"],
            reason="家人急病",
            leave=step["approver"],
        )
        self.day.entry(step)

    def swap_effective(self, step: Step) -> None:
        self.day.presence.leaves(step["out"])
        self.day.presence.arrives(step["person"], step["post"])

    def roster_add(self, step: Step) -> None:
        self.day.by(step)
        self.day.roster.adds("备班", step["person"], step["from"], step["to"])
        self.day.entry(step)


class HandoverSteps(Steps):
    """Both handovers of the day."""

    def handover_receive(self, step: Step) -> None:
        hands = self.day.handover
        hands.begin()
        hands.explain("已说明", step["by"])
        hands.lines(first=step["summary"])
        hands.join(step["by"])
        hands.tick_all()
        hands.read_back("未办结2项已知悉")
        self.day.work.to("2025-10-06T08:32:00+08:00")
        hands.sign("Outgoing")
        self.day.work.to("2025-10-06T08:33:00+08:00")
        hands.sign("Incoming")
        self.day.handover_sheet = hands.printed()
        hands.leave()

    def handover_draft(self, step: Step) -> None:
        self.day.by(step)
        self.day.handover.begin(step["summary"])
        self.day.handover.explain("已说明", "吴昊")

    def handover_objection(self, step: Step) -> None:
        self.day.handover.join(step["by"])
        self.day.handover.object(step["text"])

    def handover_item_added(self, step: Step) -> None:
        due = datetime.fromisoformat(step["at"]) + timedelta(hours=1, minutes=38)
        self.day.handover.add(step["text"], due.isoformat())
        self.day.handover.explain("尚未直报", "吴昊", only="统计直报")

    def handover_sign(self, step: Step) -> None:
        hands = self.day.handover
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
        self.day.handover_sheet = hands.printed()
        hands.leave()


ALL_STEPS = (CallSteps, IncidentSteps, ReportSteps, PeopleSteps, HandoverSteps)
