"""The reports of the demonstration's day: told, drafted, signed, sent and confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from safetydesk.domain.report_series import ReportType
from safetydesk.services.report_writing import Said, Sent
from safetydesk.services.reports import Answer

if TYPE_CHECKING:
    from safetydesk.app.demo.day import Action, DayPlayer

_WRITTEN = {"initial": ReportType.INITIAL, "follow_up": ReportType.FOLLOW_UP}
_PIN = "123456"
_LEADER = "曾慧"
"""The duty leader of the sample day."""


class ReportSteps:
    """Plays ``report`` steps."""

    def __init__(self, player: DayPlayer) -> None:
        self._player = player
        self._last_id = 0

    def actions(self, step: dict[str, Any], at: datetime) -> Iterator[Action]:
        """Sending at the step's time, each confirmation at its own."""
        from safetydesk.app.demo.day import Action, instant

        kind = step["report"]
        when = instant(step["last_at"]) if kind == "notify_peer" else at
        sent: list[int] = []
        yield Action(when, lambda: sent.append(self._send(step, at)))
        for confirmed in step.get("confirmed", ()):
            yield Action(instant(confirmed["at"]), partial(self._confirm, step, sent, confirmed))

    def _confirm(self, step: dict[str, Any], sent: list[int], receipt: dict[str, Any]) -> None:
        """A recipient confirms what was sent before; ``sent`` is filled by then."""
        player = self._player
        player.desk.reports.confirm(player.actor(step["by"]), sent[0], receipt["to"], receipt["by"])

    def _send(self, step: dict[str, Any], at: datetime) -> int:
        """Sends one report; returns its id."""
        kind = step["report"]
        if kind in _WRITTEN:
            return self._written(step, _WRITTEN[kind])
        player, by, entry = self._player, self._player.actor(step["by"]), None
        entry = player.draft(step)
        reports, incident = player.desk.reports, player.incident_id
        if kind.startswith("query"):
            phone = kind == "query_phone"
            closes = None if phone else player.matters[step["matter"]]
            answer = Answer(step["to"][0], step["summary"], by_phone=phone, closes=closes)
            return reports.feedback(by, incident, answer, entry).value.id
        if kind == "notify_peer":
            return self._notify(step, at)
        said = Said(tuple(Sent(name, means="电话") for name in step["to"]), step["summary"])
        if kind == "daily":
            return self._daily(step)
        return reports.phone_report(by, incident, said, entry).value.id

    def _daily(self, step: dict[str, Any]) -> int:
        """The daily report of the office: drafted, signed by the duty leader, sent."""
        player, by = self._player, self._player.actor(step["by"])
        desk = player.desk
        draft = desk.daily_reports.begin(by, ReportType.DAILY).value
        leader = player.actor(_LEADER).person_id or 0
        signed = desk.reports.sign_off(leader, _PIN, draft.id, draft.version).value
        sent = [Sent(name, means="网络") for name in step["to"]]
        desk.reports.record_sent(by, signed.id, sent, player.draft(step))
        return signed.id

    def _notify(self, step: dict[str, Any], at: datetime) -> int:
        """The four peers are told one after the other; the entry bears the first time."""
        from dataclasses import replace

        player, by = self._player, self._player.actor(step["by"])
        first, last = at, player.desk.clock.now()
        pause = (last - first) / max(len(step["to"]) - 1, 1)
        times = [first + timedelta(minutes=1) * 0 + pause * n for n in range(len(step["to"]))]
        said = Said(
            tuple(
                Sent(name, means="电话", at=when)
                for name, when in zip(step["to"], times, strict=True)
            ),
            step["summary"],
        )
        entry = replace(player.draft(step), event_at=first)
        return player.desk.reports.notify_peer(by, player.incident_id, said, entry).value.id

    def _written(self, step: dict[str, Any], kind: ReportType) -> int:
        """Drafts, has it signed by the leader, and sends it."""
        player, by = self._player, self._player.actor(step["by"])
        reports = player.desk.reports
        draft = reports.draft(by, player.incident_id, kind).value
        leader = player.actor(step["signed_by"]).person_id or 0
        signed = reports.sign_off(leader, _PIN, draft.id, draft.version).value
        sent = [Sent(name, means="传真") for name in step["to"]]
        reports.record_sent(by, signed.id, sent, player.draft(step))
        return signed.id
