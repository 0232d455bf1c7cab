"""Use cases of the ways out of the house: kept, tried, and each sending accounted for."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from safetydesk.domain.access import Actor, Permission, system
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.notice import MARK, Notice, NoticeFailure, Sent, kind_of, outside_notice
from safetydesk.domain.reminder import AlarmLevel, DutyKind
from safetydesk.services.log_writing import append_entry
from safetydesk.services.views_escalation import ChannelView

if TYPE_CHECKING:
    from safetydesk.domain.notice import ChannelKind
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.stores.notices import Channel, Delivery, OutsideStep
    from safetydesk.storage.unit_of_work import UnitOfWork

OWED_FOR = timedelta(hours=12)
"""How long a notice that was not sent (the program was down) is still sent."""
SHOWN_FOR = timedelta(days=30)
BROKEN_OFF_AFTER = timedelta(minutes=2)
"""A sending takes seconds: one begun so long ago was broken off with its program."""

_log = logging.getLogger("safetydesk.notices")
_TEST = Notice(f"{MARK}测试", "这是一条测试通知，无须处理。")


class Sender(Protocol):
    """What really sends; never raises and is limited in time."""

    def __call__(self, address: str, notice: Notice, *, expected: str = "") -> Sent:
        """Sends a notice through an address."""
        ...


class AddressCheck(Protocol):
    """What knows whether an address could be sent to."""

    def __call__(self, address: str) -> ChannelKind:
        """The kind of the address, or BadInput."""
        ...


class OutsideNotices:
    """The ways out: off until somebody switches one on; without personal data unless allowed."""

    def __init__(
        self, transactions: Transactions, send: Sender, check: AddressCheck, *, desk: str = ""
    ) -> None:
        self._transactions = transactions
        self._send = send
        self._check = check
        self._system = system(desk)

    def channels(self) -> list[ChannelView]:
        """Every way out with its last sending; addresses without their secrets."""
        with self._transactions.read() as uow:
            since = self._transactions.clock.now() - SHOWN_FOR
            last = {d.channel_id: d for d in uow.notices.deliveries(since)}
            return [_view(c, last.get(c.id)) for c in uow.notices.channels()]

    def add(
        self,
        actor: Actor,
        name: str,
        address: str,
        *,
        expected: str = "",
        with_title: bool = False,
    ) -> Outcome[int]:
        """Keeps a way out, switched off. Returns its number.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: no name, or an address to which nothing could be sent.
        """
        if not name.strip():
            raise BadInput("channel.no_name", where="name", expected="名称")
        kind = self._check(address)
        values: dict[str, Any] = {
            "name": name.strip(),
            "address": address.strip(),
            "expected": expected.strip(),
            "with_title": with_title,
            "enabled": False,
        }
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            number = act.uow.notices.add_channel(values)
            after = {"name": name.strip(), "kind": kind.value, "with_title": with_title}
            act.audit("channel.added", Topic.OFFICE, number, after=after)
        return act.outcome(number)

    def change(
        self,
        actor: Actor,
        channel: ChannelView,
        *,
        name: str,
        address: str = "",
        expected: str = "",
        with_title: bool = False,
    ) -> Outcome[None]:
        """Changes a way out; without an ``address`` the kept one stays.

        A new address switches it off: nothing is sent there before somebody switches it on again.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: no name, or an address to which nothing could be sent.
            StaleVersion: somebody else changed it.
        """
        if not name.strip():
            raise BadInput("channel.no_name", where="name", expected="名称")
        values: dict[str, Any] = {
            "name": name.strip(),
            "expected": expected.strip(),
            "with_title": with_title,
        }
        if address.strip():
            self._check(address)
            values |= {"address": address.strip(), "enabled": False}
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.notices.change_channel(channel.id, channel.version, values)
            said = {"name": name.strip(), "with_title": with_title, "address": bool(address)}
            act.audit("channel.changed", Topic.OFFICE, channel.id, after=said)
        return act.outcome(None)

    def switch(self, actor: Actor, channel_id: int, version: int, *, on: bool) -> Outcome[None]:
        """Switches a way out on or off.

        Raises:
            AccessDenied: not a supervisor.
            StaleVersion: somebody else changed it.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.notices.change_channel(channel_id, version, {"enabled": on})
            act.audit("channel.switched", Topic.OFFICE, channel_id, after={"on": on})
        return act.outcome(None)

    def test(self, actor: Actor, channel_id: int) -> Outcome[Sent]:
        """Sends a test now and says how it ended; takes as long as the sending.

        Raises:
            AccessDenied: not a supervisor.
            NotFound: no such way out.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            channel = act.uow.notices.channel(channel_id)
            act.audit("channel.tested", Topic.OFFICE, channel_id)
        sent = self._send(channel.address, _TEST, expected=channel.expected)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            failure = sent.failure.value if sent.failure else ""
            act.uow.notices.end(None, channel_id, act.now, failure=failure, detail=sent.detail)
            act.touch(Topic.REMINDERS)
        return act.outcome(sent)

    def send_owed(self) -> int:
        """Sends what steps of escalation owe on every way that is on; returns how many.

        Each sending is an attempt of its own: one that fails ends no other. It is claimed in the
        database first, so that two desks, or a restart, send nothing twice.
        """
        with self._transactions.read() as uow:
            since = self._transactions.clock.now() - OWED_FOR
            owed = [
                (channel, step)
                for channel in uow.notices.channels(enabled=True)
                for step in uow.notices.unsent(channel.id, since)
            ]
        return sum(self._send_one(channel, step) for channel, step in owed)

    def _send_one(self, channel: Channel, step: OutsideStep) -> bool:
        """Claims, sends, and writes down how it ended; False where another desk has it."""
        with self._transactions.act(self._system, Permission.REMINDER_ACT) as act:
            notice = outside_notice(
                AlarmLevel(step.level),
                DutyKind(step.kind),
                step.due_at,
                act.uow.office.facts().zoneinfo,
                title=step.title if channel.with_title else "",
            )
            if not act.uow.notices.begin(step.step_id, channel.id, act.now, notice.text):
                return False
        sent = self._send(channel.address, notice, expected=channel.expected)
        if sent.failure is not None:
            _log.info("channel %s: %s %s", channel.id, sent.failure.value, sent.detail)
        with self._transactions.act(self._system, Permission.REMINDER_ACT) as act:
            failure = sent.failure.value if sent.failure else ""
            act.uow.notices.end(
                step.step_id, channel.id, act.now, failure=failure, detail=sent.detail
            )
            how = f"未送达（{sent.failure.chinese}）" if sent.failure else "已送达"
            words = f"外部通知{how}：{channel.name}，{step.title}"
            append_entry(act, EntryDraft(EntryKind.SYSTEM_MESSAGE, words, machine=True))
            act.touch(Topic.LOG)
            act.touch(Topic.REMINDERS, step.item)
        return True


def failing_since(
    uow: UnitOfWork, now: datetime, within: timedelta
) -> list[tuple[Channel, Delivery]]:
    """The ways that are on and fail, each with the first failure since it last delivered.

    A sending that was begun and never ended counts as failed once it cannot be running any more.
    """
    ways = {channel.id: channel for channel in uow.notices.channels(enabled=True)}
    if not ways:
        return []
    written = uow.notices.deliveries(now - within)
    ended = {(d.step_id, d.channel_id) for d in written if d.state != "begun"}
    failing: dict[int, Delivery] = {}
    for delivery in written:
        if delivery.state == "delivered":
            failing.pop(delivery.channel_id, None)
        elif delivery.step_id is not None and _failed(delivery, ended, now):
            failing.setdefault(delivery.channel_id, delivery)
    return [(ways[number], first) for number, first in failing.items() if number in ways]


def _failed(delivery: Delivery, ended: set[tuple[int | None, int]], now: datetime) -> bool:
    """Whether a row says, or shows by being alone, that its sending failed."""
    if delivery.state == "failed":
        return True
    lonely = (delivery.step_id, delivery.channel_id) not in ended
    return lonely and now - delivery.at >= BROKEN_OFF_AFTER


def reason_of(delivery: Delivery) -> str:
    """Why a sending failed, in words."""
    failure = NoticeFailure(delivery.failure) if delivery.failure else NoticeFailure.BROKEN_OFF
    return failure.chinese


def _view(channel: Channel, last: Delivery | None) -> ChannelView:
    """A way out as it may be shown."""
    kind = kind_of(channel.address)
    return ChannelView(
        id=channel.id,
        version=channel.version,
        name=channel.name,
        kind=kind,
        address=f"{kind.value}://…",
        expected=channel.expected,
        with_title=channel.with_title,
        enabled=channel.enabled,
        last_state=last.state if last else "",
        last_at=last.at if last else None,
        last_failure=last.failure if last else "",
    )
