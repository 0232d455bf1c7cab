"""Plays the demonstration's hard day through the services, minute by minute, as officers would."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from safetydesk.app.demo.day_reports import ReportSteps
from safetydesk.app.demo.day_shift import ShiftSteps
from safetydesk.app.demo.day_warnings import WarningSteps
from safetydesk.app.demo.office import PIN
from safetydesk.domain.incident import BasisKind, Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState, MatterStepKind
from safetydesk.resources import locate
from safetydesk.services.incident_opening import NewIncident
from safetydesk.services.matter_writing import NewMatter, Step

if TYPE_CHECKING:
    from safetydesk.app.demo.office import DemoOffice
    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor

SCRIPT = "samples/d01-holiday-explosion.json"
TITLE = "东河宏泰精细化工有限公司“10·6”反应釜爆炸"
PLACE = "临港街道滨江路14号"
UNIT = "东河宏泰精细化工有限公司二车间"
_NUMBERS = ("dead", "missing", "severely_injured", "lightly_injured", "evacuated")
_PLAIN = frozenset(
    {
        "equipment",
        "call_out",
        "duty_check",
        "radio_check",
        "media",
        "log",
    }
)


class ScriptClock:
    """A clock that the player moves; monotonic with it."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The instant of the script."""
        return self._now

    def monotonic(self) -> float:
        """Seconds of the script."""
        return self._now.timestamp()

    def to(self, instant: datetime) -> None:
        """Moves on."""
        self._now = instant.astimezone(UTC)


@dataclass(frozen=True)
class Action:
    """Something done at an instant of the day."""

    at: datetime
    do: Callable[[], object]


def instant(text: str) -> datetime:
    """A time of the script."""
    return datetime.fromisoformat(text)


class DayPlayer:
    """Plays the script against the services of one desk, whose clock it moves."""

    def __init__(self, desk: Desk, office: DemoOffice, clock: ScriptClock) -> None:
        self.desk = desk
        self.office = office
        self._clock = clock
        self.matters: dict[str, int] = {}
        self.incident_id = 0
        self._shift = ShiftSteps(self)
        self._reports = ReportSteps(self)
        given: dict[str, Any] = json.loads(locate(SCRIPT).read_text("utf-8"))
        self._steps: list[dict[str, Any]] = given["script"]
        self._warnings = WarningSteps(self, self._steps)
        self._carried: list[dict[str, Any]] = given["carried_over"]
        self._planned: dict[str, Any] = given["planned"]["outgoing"]

    def play(self, until: datetime) -> None:
        """Plays everything up to an instant; the clock stands there afterwards."""
        actions = [*self._eve(), *(action for step in self._steps for action in self._of(step))]
        for action in sorted(actions, key=lambda action: action.at):
            if action.at > until:
                break
            self._clock.to(action.at)
            action.do()
        self._clock.to(until)

    def actor(self, name: str) -> Actor:
        """Somebody of the office."""
        return self.office.actor(name)

    def draft(self, step: dict[str, Any]) -> EntryDraft:
        """The log entry of a step."""
        event_at = instant(step["event_at"]) if "event_at" in step else None
        return EntryDraft(
            EntryKind(step["kind"]), step["summary"], event_at, step.get("handling", "")
        )

    def log(self, step: dict[str, Any]) -> None:
        """A step that is only written down."""
        self.desk.log.append(self.actor(step["by"]), self.draft(step))

    def _eve(self) -> Iterator[Action]:
        """The shift before: its people, and the matters that it hands over."""
        start = instant(self._steps[0]["at"]).replace(hour=8, minute=30) - timedelta(days=1)
        yield Action(start, self._open_eve)

    def _open_eve(self) -> None:
        """Opens the shift of the day before."""
        planned = self._planned
        primary = self.actor(planned["primary"])
        self.desk.shifts.open_first(primary)
        for post, names in planned.items():
            for name in _listed(names):
                if post != "standby":
                    person = self.actor(name).person_id or 0
                    self.desk.duty.check_in(primary, person, post)
        for row in self._carried:
            new = NewMatter(row["title"], row["owner"], instant(row["due_at"]))
            state = MatterState(row["state"])
            matter = self.desk.matters.carry_over(primary, new, state).value
            self.matters[row["id"]] = matter.id

    def _of(self, step: dict[str, Any]) -> Iterator[Action]:
        """The actions of one step; confirmations come at their own times."""
        at = instant(step["at"])
        if step["do"] == "report":
            yield from self._reports.actions(step, at)
        elif step["do"] in self._warnings.VERBS:
            yield from self._warnings.actions(step, at)
        elif step["do"] in self._shift.VERBS:
            yield from self._shift.actions(step, at)
        elif step["do"] in _PLAIN:
            yield Action(at, lambda: self.log(step))
        else:
            do = getattr(self, f"_{step['do']}", None)
            if do is not None:
                yield Action(at, lambda: do(step))
            if step["do"] == "instruction_passed":
                yield from self._receipts(step)

    def _call_in(self, step: dict[str, Any]) -> None:
        """A call: a plain one, the news of the explosion, or a superior's query."""
        by = self.actor(step["by"])
        caller = step.get("caller", {})
        if "query" in step:
            matter = NewMatter(
                "市委值班室核实网传“炸死8人”", "值班室", instant(step["query"]["written_due"])
            )
            opened = self.desk.incidents.query(
                by,
                self.incident_id,
                caller["unit"],
                caller=caller["name"],
                matter=matter,
                entry=self.draft(step),
            ).value
            self.matters[step["matter"]] = opened.id if opened else 0
        elif "occurred_at" in step:
            new = NewIncident(
                title=TITLE,
                category=Category.HAZARDOUS_CHEMICALS,
                occurred_at=instant(step["occurred_at"]),
                approximate=step["approximate"],
                source=f"{caller['unit']}{caller['name']}",
                flags=("holiday", "industrial_park"),
                facts=((FactField.PLACE, PLACE), (FactField.UNIT, UNIT)),
            )
            self.incident_id = self.desk.incidents.open(by, new, self.draft(step)).value.id
        else:
            self.log(step)

    def _leader_informed(self, step: dict[str, Any]) -> None:
        """The duty leader hears of the incident; of warnings the entry itself says so."""
        if step["about"] == "2025-018":
            by = self.actor("黄志强")
            self.desk.incidents.leader_informed(
                by, self.incident_id, step["leader"], means=step["means"]
            )

    def _incident_fact(self, step: dict[str, Any]) -> None:
        """Numbers from the scene or the hospital."""
        said = step["casualties"]
        numbers = Casualties(
            time=instant(said["as_of"]),
            known_at=self._clock.now(),
            source=said["source"],
            **{name: said[name] for name in _NUMBERS if name in said},
        )
        by = self.actor(step["by"])
        self.desk.incidents.record_casualties(by, self.incident_id, numbers, self.draft(step))

    def _correction(self, step: dict[str, Any]) -> None:
        """The explosion was two minutes earlier."""
        self.desk.incidents.correct(
            self.actor(step["by"]),
            self.incident_id,
            BasisKind.OCCURRED,
            instant(step["new"]),
            source=step["source"],
            entry=self.draft(step),
        )

    def _incident_end(self, step: dict[str, Any]) -> None:
        """Search and rescue is over."""
        by, ended = self.actor(step["by"]), instant(step["ended_at"])
        self.desk.incidents.rescue_ended(
            by, self.incident_id, ended, source="现场指挥部", entry=self.draft(step)
        )

    def _response(self, step: dict[str, Any]) -> None:
        """The district starts its response."""
        self.desk.incidents.record_fact(
            self.actor(step["by"]),
            self.incident_id,
            FactField.RESPONSE,
            "区危险化学品事故三级（Ⅲ级）应急响应，10时50分启动",
            source="区政府",
            verified=True,
            entry=self.draft(step),
        )

    def _instruction(self, step: dict[str, Any]) -> None:
        """A leader's instruction becomes a matter of three units."""
        new = NewMatter(
            "区长批示：全力搜救失联人员，13时前报进展",
            "值班室",
            instant(step["due"]),
            tuple(step["units"]),
            step["summary"],
        )
        matter = self.desk.matters.open(self.actor(step["by"]), new, self.draft(step)).value
        self.matters[step["matter"]] = matter.id

    def _instruction_passed(self, step: dict[str, Any]) -> None:
        """The instruction is passed on; receipts follow."""
        self.log(step)

    def _receipts(self, step: dict[str, Any]) -> Iterator[Action]:
        """Each unit signs for the instruction."""
        for receipt in step["receipts"]:
            received = Step(MatterStepKind.RECEIVED, unit=receipt["unit"])
            yield Action(instant(receipt["at"]), partial(self._matter_step, step, received))

    def _matter_step(self, step: dict[str, Any], taken: Step) -> None:
        """One step of the matter that a line of the day is about."""
        self.desk.matters.step(self.actor(step["by"]), self.matters[step["matter"]], taken)

    def _instruction_feedback(self, step: dict[str, Any]) -> None:
        """Feedback to the leader, who sets a new term."""
        answered = Step(
            MatterStepKind.FEEDBACK,
            text=step["summary"],
            due_at=instant(step["next_due"]),
            title="区长批示：全力搜救失联人员，13时前报进展；10月7日10时前报善后安排",
        )
        by, matter = self.actor(step["by"]), self.matters[step["matter"]]
        self.desk.matters.step(by, matter, answered, self.draft(step))

    def _matter_closed(self, step: dict[str, Any]) -> None:
        """A matter is done."""
        by, matter = self.actor(step["by"]), self.matters[step["matter"]]
        self.desk.matters.close(by, matter, step["summary"], entry=self.draft(step))


__all__ = ["PIN", "Action", "DayPlayer", "ScriptClock", "instant"]


def _listed(names: Any) -> list[str]:
    """The script writes one person as a word and several as a list."""
    listed: list[str] = [names] if isinstance(names, str) else names
    return listed
