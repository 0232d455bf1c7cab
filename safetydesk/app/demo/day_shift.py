"""The people of the demonstration's day: arriving, leaving, standing in, handing over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from safetydesk.domain.handover import OpenItem
from safetydesk.services.views_duty import ChangeRequest

if TYPE_CHECKING:
    from safetydesk.app.demo.day import Action, DayPlayer

_PIN = "123456"
_READ_BACK = (
    "事件2025-018待终报；区长批示10月7日10时前报善后；柳河镇危桥12时前反馈；统计直报10时12分前"
)


class ShiftSteps:
    """Plays arrivals, swaps and both handovers."""

    VERBS = frozenset(
        {
            "sign_in",
            "sign_out",
            "swap_approved",
            "swap_effective",
            "roster_add",
            "filing",
            "handover_receive",
            "handover_draft",
            "handover_objection",
            "handover_item_added",
            "handover_sign",
        }
    )

    def __init__(self, player: DayPlayer) -> None:
        self._player = player
        self._handover_id = 0

    def actions(self, step: dict[str, Any], at: datetime) -> Iterator[Action]:
        """The actions of one step."""
        from safetydesk.app.demo.day import Action

        if step["do"] == "handover_receive":
            yield from self._received(step, at)
            return
        do = getattr(self, f"_{step['do']}")
        yield Action(at, lambda: do(step))

    def _sign_in(self, step: dict[str, Any]) -> None:
        """到岗."""
        actor = self._player.actor(step["person"])
        self._player.desk.duty.check_in(actor, actor.person_id or 0, step["post"])

    def _sign_out(self, step: dict[str, Any]) -> None:
        """离岗."""
        actor = self._player.actor(step["person"])
        self._player.desk.duty.check_out(actor, actor.person_id or 0)

    def _swap_approved(self, step: dict[str, Any]) -> None:
        """The stand-in comes from the standby post and leaves it."""
        player = self._player
        end = _end_of_shift(step)
        player.desk.duty.change(
            player.actor(step["by"]),
            ChangeRequest(
                "replace",
                "deputy",
                _instant(step["effective"]),
                end,
                person_id=player.actor("徐丽华").person_id,
                by_id=player.actor("欧阳静").person_id,
                reason="家人急病",
                approved_by=step["approver"],
                release="standby",
            ),
        )
        player.log(step)

    def _swap_effective(self, step: dict[str, Any]) -> None:
        """One leaves, the other comes."""
        player = self._player
        out, person = player.actor(step["out"]), player.actor(step["person"])
        player.desk.duty.check_out(out, out.person_id or 0)
        player.desk.duty.check_in(person, person.person_id or 0, step["post"])

    def _roster_add(self, step: dict[str, Any]) -> None:
        """Somebody more stands by."""
        player = self._player
        player.desk.duty.change(
            player.actor(step["by"]),
            ChangeRequest(
                "add",
                step["post"],
                _instant(step["from"]),
                _instant(step["to"]),
                by_id=player.actor(step["person"]).person_id,
            ),
        )
        player.log(step)

    def _filing(self, step: dict[str, Any]) -> None:
        """The change is filed with the superior offices."""
        self._player.log(step)

    def _received(self, step: dict[str, Any], at: datetime) -> Iterator[Action]:
        """The shift before hands over to this one."""
        from safetydesk.app.demo.day import Action

        player = self._player
        outgoing, incoming = step["from_people"][0], step["by"]

        def begin() -> None:
            actor = player.actor(outgoing)
            handover = player.desk.handover.start(actor).value
            self._handover_id = handover.id
            for item in handover.items:
                player.desk.handover.explain(actor, item.id, "已说明", next_owner=incoming)
            words = replace(handover.content, opening_words=step["summary"])
            player.desk.handover.write_content(actor, handover.id, words)

        def read() -> None:
            self._read(incoming, outgoing, "未办结2项已知悉")

        yield Action(at - timedelta(minutes=10), begin)
        yield Action(at, read)
        yield Action(at + timedelta(minutes=2), lambda: self._sign_outgoing(outgoing))
        yield Action(at + timedelta(minutes=3), lambda: self._sign_incoming(incoming))

    def _handover_draft(self, step: dict[str, Any]) -> None:
        """This shift begins to hand over."""
        player = self._player
        actor = player.actor(step["by"])
        handover = player.desk.handover.start(actor, step["summary"]).value
        self._handover_id = handover.id
        for item in handover.items:
            player.desk.handover.explain(actor, item.id, "已说明", next_owner="吴昊")

    def _handover_objection(self, step: dict[str, Any]) -> None:
        """The relief misses something."""
        player = self._player
        incoming = player.desk.handover.join(player.actor(step["by"]).person_id or 0, _PIN).value
        player.desk.handover.object(incoming, self._handover_id, step["text"])

    def _handover_item_added(self, step: dict[str, Any]) -> None:
        """It is added."""
        player = self._player
        due = _instant(step["at"]).replace(hour=10, minute=12)
        item = OpenItem("note:statistics", 2, step["text"], "尚未直报", "统计直报", due)
        player.desk.handover.add_item(player.actor(step["by"]), self._handover_id, item)

    def _handover_sign(self, step: dict[str, Any]) -> None:
        """Both sign; the second signature moves responsibility."""
        player, outgoing = self._player, step["by"]
        if step["side"] == "outgoing":
            self._sign_outgoing(outgoing)
            return
        actor = player.actor(outgoing)
        self._read(step["by_incoming"], outgoing, _READ_BACK)
        handover = player.desk.handover.get(self._handover_id)
        words = replace(handover.content, closing_words=step["summary"])
        player.desk.handover.write_content(actor, handover.id, words)
        self._sign_incoming(step["by_incoming"])

    def _read(self, incoming: str, outgoing: str, words: str) -> None:
        """The relief joins, ticks everything and reads back; the other side confirms."""
        player = self._player
        service = player.desk.handover
        actor = service.join(player.actor(incoming).person_id or 0, _PIN).value
        for item in service.get(self._handover_id).items:
            service.tick(actor, item.id)
        service.read_back(actor, self._handover_id, words)
        service.confirm_read_back(player.actor(outgoing), self._handover_id)

    def _sign_outgoing(self, name: str) -> None:
        """The outgoing officer's signature."""
        person = self._player.actor(name).person_id or 0
        self._player.desk.signing.sign_outgoing(self._handover_id, person, _PIN)

    def _sign_incoming(self, name: str) -> None:
        """The incoming officer's signature."""
        person = self._player.actor(name).person_id or 0
        self._player.desk.signing.sign_incoming(self._handover_id, person, _PIN)


def _instant(text: str) -> datetime:
    """A time of the script."""
    return datetime.fromisoformat(text)


def _end_of_shift(step: dict[str, Any]) -> datetime:
    """The turnover that ends the day."""
    start = _instant(step["at"])
    return start.replace(hour=8, minute=30) + timedelta(days=1)
