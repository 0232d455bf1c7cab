"""The warnings of the demonstration's day: taken in, forwarded, called until answered, lifted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from safetydesk.domain.calling import Callee, CallStepKind
from safetydesk.domain.calling_list import NewLine
from safetydesk.domain.warning import (
    MessageKind,
    WarningLevel,
    WarningSignal,
    WarningStatement,
    WarningStepKind,
)
from safetydesk.services.views_warnings import NewCallStep, NewMessage, NewStep

if TYPE_CHECKING:
    from safetydesk.app.demo.day import Action, DayPlayer

_LEVELS = {level.word: level for level in WarningLevel}
_TOLD_AFTER = timedelta(minutes=6)
_RINGS = timedelta(minutes=1)
_K = CallStepKind


class WarningSteps:
    """Plays what the script says of warnings; every line of the log is the script's own."""

    VERBS = frozenset(
        {
            "warning_received",
            "warning_forwarded",
            "warning_acks",
            "call_ack",
            "call_ack_list",
            "warning_lifted",
        }
    )

    def __init__(self, player: DayPlayer, steps: list[dict[str, Any]]) -> None:
        self._player = player
        self._steps = steps
        self._ids: dict[str, int] = {}
        self._seqs: dict[str, int] = {}
        self._lines: dict[str, int] = {}

    def actions(self, step: dict[str, Any], at: datetime) -> Iterator[Action]:
        """The actions of one step, each at its own time."""
        from safetydesk.app.demo.day import Action

        do: Callable[[dict[str, Any]], object] = getattr(self, f"_{step['do']}")
        yield Action(at, lambda: do(step))
        if step["do"] == "warning_received":
            yield Action(at + _TOLD_AFTER, lambda: self._told(step))
        for one, kind, when in self._calls(step):
            yield Action(when, partial(self._call, one, kind, when))

    def _warning_received(self, step: dict[str, Any]) -> None:
        """A warning as the system shows it."""
        given = step["warning"]
        statement = WarningStatement(
            hazard=given["hazard"],
            level=_LEVELS[given["color"]],
            issuer=given["issuer"],
            issued_at=datetime.fromisoformat(given["issued_at"]),
            in_force_until=datetime.fromisoformat(given["valid_to"]),
            areas=tuple(given["areas"]),
        )
        by = self._player.actor(step["by"])
        entry = self._player.draft(step)
        warning = self._player.desk.warnings.take_in(by, NewMessage(statement), entry).value
        self._note(given["id"], warning)

    def _told(self, step: dict[str, Any]) -> None:
        """The leader, as the handling of the line says."""
        key = step["warning"]["id"]
        told = NewStep(WarningStepKind.LEADER_TOLD, to_whom="曾慧", means="电话")
        self._record(step, key, told, self._seqs[key])

    def _warning_forwarded(self, step: dict[str, Any]) -> None:
        """To the streets, and to enterprises where the script says so."""
        key = step["warning"]
        groups = {group.name: group.units for group in self._player.desk.warnings.forward_groups()}
        areas = self._player.desk.warnings.view(self._ids[key]).warning.current.statement.areas
        units = (*areas, *(groups["全部重点企业"] if "to_enterprises" in step else ()))
        sent = NewStep(
            WarningStepKind.FORWARDED,
            to_whom=step["summary"].partition("转发")[2],
            means="系统",
            units=units,
        )
        self._record(step, key, sent, None)

    def _warning_acks(self, step: dict[str, Any]) -> None:
        """Receipts in the system; no line of their own."""
        streets = tuple(step["streets"])
        signed = NewStep(
            WarningStepKind.RECEIPT, to_whom=f"{len(streets)}个镇街", means="系统", units=streets
        )
        self._record({"by": "何佳"}, step["warning"], signed, self._seqs[step["warning"]])

    def _call_ack_list(self, step: dict[str, Any]) -> None:
        """The list with whom the script calls instead of those who did not answer."""
        instead = {
            one["escalated_from"]: one["attempts"][0] | {"of": one["target"]}
            for one in self._steps
            if "escalated_from" in one
        }
        lines = [
            NewLine(
                line["target"],
                "",
                (
                    Callee(line["target"], "", line["number"]),
                    *(_instead(instead[line["target"]]) if line["target"] in instead else ()),
                ),
            )
            for line in step["lines"]
        ]
        self._make(step, lines)

    def _call_ack(self, step: dict[str, Any]) -> None:
        """A street that did not sign is called by itself; an escalation has its line already."""
        if "escalated_from" in step:
            self._player.log(step)
            return
        first, *others = step["attempts"]
        ladder = (Callee("值班室", "", first["number"]), *(c for o in others for c in _instead(o)))
        self._make(step, [NewLine(step["target"], step["target"], ladder)])

    def _warning_lifted(self, step: dict[str, Any]) -> None:
        """The issuer lifts it."""
        key = step["warning"]
        current = self._player.desk.warnings.view(self._ids[key]).warning.current.statement
        statement = WarningStatement(
            current.hazard, None, current.issuer, datetime.fromisoformat(step["lifted_at"])
        )
        by = self._player.actor(step["by"])
        new = NewMessage(statement, MessageKind.LIFTED)
        warnings = self._player.desk.warnings
        lifted = warnings.follow(by, self._ids[key], new, self._player.draft(step)).value
        self._note(key, lifted)
        for kind, whom in (("leader_told", "曾慧"), ("forwarded", "相关镇街")):
            told = NewStep(WarningStepKind.of(kind), to_whom=whom, means="系统")
            self._record(step, key, told, self._seqs[key])

    def _calls(self, step: dict[str, Any]) -> Iterator[tuple[str, CallStepKind, datetime]]:
        """What happens on lines: (target, what, when)."""
        for line in step.get("lines", ()):
            called = datetime.fromisoformat(line["called_at"])
            yield line["target"], _K.CALLED, called
            if line["answered_at"] is None:
                yield line["target"], _K.MISSED, called + _RINGS
            else:
                yield from _answer(line["target"], datetime.fromisoformat(line["answered_at"]))
        if step["do"] == "call_ack":
            yield from _attempts(step)

    def _call(self, target: str, kind: CallStepKind, at: datetime) -> None:
        """One step on a line; its words stand in the line of the list."""
        by = self._player.actor("何佳")
        text = "已通知各社区" if kind is _K.FEEDBACK else ""
        step = NewCallStep(self._lines[target], at=at, text=text)
        self._player.desk.callings.record(by, kind, step, self._seqs[f"call:{target}"])

    def _make(self, step: dict[str, Any], lines: list[NewLine]) -> None:
        by = self._player.actor(step["by"])
        key = self._ids[step["warning"]]
        entry = self._player.draft(step)
        made = self._player.desk.callings.make(by, key, lines, entry).value
        for line in made.lines:
            self._lines[line.target] = line.id
            self._seqs[f"call:{line.target}"] = made.entry_seq or 0

    def _record(self, step: dict[str, Any], key: str, new: NewStep, seq: int | None) -> None:
        by = self._player.actor(step.get("by", "何佳"))
        entry = self._player.draft(step) if seq is None else seq
        self._player.desk.warnings.record(by, self._ids[key], new, entry)

    def _note(self, key: str, warning: WarningSignal) -> None:
        self._ids[key] = warning.id
        self._seqs[key] = warning.newest.entry_seq or 0


def _instead(attempt: dict[str, Any]) -> tuple[Callee, ...]:
    """Who is called when the first one does not answer."""
    role = "技术责任人" if "水库" in str(attempt.get("of", "")) else "分管负责人"
    return (Callee(role, attempt.get("by", ""), attempt["number"]),)


def _answer(target: str, at: datetime) -> Iterator[tuple[str, CallStepKind, datetime]]:
    yield target, _K.ANSWERED, at
    yield target, _K.REPEATED, at


def _attempts(step: dict[str, Any]) -> Iterator[tuple[str, CallStepKind, datetime]]:
    """Calls one after the other: whoever comes second stands in for the first."""
    target = step.get("escalated_from", step["target"])
    for place, attempt in enumerate(step["attempts"]):
        at = datetime.fromisoformat(attempt["at"])
        if place or "escalated_from" in step:
            yield target, _K.ESCALATED, at
        yield target, _K.CALLED, at
        if attempt["answered"]:
            yield from _answer(target, at + _RINGS)
        else:
            yield target, _K.MISSED, at + _RINGS
    if "feedback_at" in step:
        yield target, _K.FEEDBACK, datetime.fromisoformat(step["feedback_at"])
