"""Use cases of warnings: take in, follow up, tell, forward, report; the level is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.warning import MessageKind, WarningSignal, check_follows
from safetydesk.services.warning_reading import (
    board_of,
    forward_groups,
    view_of,
    views_in_force,
)
from safetydesk.services.warning_writing import put_message, put_step

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.incident_writing import EntryOf
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_warnings import (
        ForwardGroup,
        NewMessage,
        NewStep,
        WarningBoard,
        WarningView,
    )

PAST = 100
"""How many warnings that are over the page lists."""


class WarningService:
    """The warnings that the desk received. Only the issuer raises, lowers or lifts one."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def take_in(
        self, actor: Actor, new: NewMessage, entry: EntryOf = None
    ) -> Outcome[WarningSignal]:
        """A message: a new warning, or the next message of the one it refers to.

        Without ``entry`` the line of the log is worded here.

        Raises:
            AccessDenied: no officer.
            RuleViolation: no warning, known already, or its first message is not here.
        """
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            before = self._referred_to(act, new)
            if before is not None:
                warning = self._follow(act, before, new, entry)
            elif new.kind is MessageKind.ISSUED:
                warning_id = act.uow.warnings.add(self._year(act))
                put_message(act, warning_id, new, entry)
                warning = act.uow.warnings.get(warning_id)
            else:
                raise RuleViolation("warning.no_first_message", kind=new.kind.chinese_name)
        return act.outcome(warning)

    def follow(
        self, actor: Actor, warning_id: int, new: NewMessage, entry: EntryOf = None
    ) -> Outcome[WarningSignal]:
        """An update, a cancellation or a lifting, linked to the warning (DB45/T 2427-2021).

        Raises:
            AccessDenied: no officer.
            NotFound: there is no such warning.
            RuleViolation: it has ended, or the message is of something else.
        """
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            before = act.uow.warnings.get(warning_id, lock=True)
            warning = self._follow(act, before, new, entry)
        return act.outcome(warning)

    def begin_anyway(
        self, actor: Actor, new: NewMessage, entry: EntryOf = None
    ) -> Outcome[WarningSignal]:
        """An update whose first message never came here: the warning begins with it.

        Raises:
            AccessDenied: no officer.
            RuleViolation: no warning, or it ends what is not known.
        """
        if new.kind.ends:
            raise RuleViolation("warning.no_first_message", kind=new.kind.chinese_name)
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            warning_id = act.uow.warnings.add(self._year(act))
            put_message(act, warning_id, new, entry)
            warning = act.uow.warnings.get(warning_id)
        return act.outcome(warning)

    def record(
        self, actor: Actor, warning_id: int, new: NewStep, entry: EntryOf = None
    ) -> Outcome[WarningSignal]:
        """What the desk did: leader told, forwarded, receipt, reported, lapsed, withdrawn.

        Raises:
            AccessDenied: no officer.
            NotFound: there is no such warning.
            RuleViolation: in the future, without words, or the warning does not allow it.
        """
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            before = act.uow.warnings.get(warning_id, lock=True)
            put_step(act, before, new, entry)
            warning = act.uow.warnings.get(warning_id)
        return act.outcome(warning)

    def board(self) -> WarningBoard:
        """Everything the page shows, read in one go."""
        with self._transactions.read() as uow:
            return board_of(uow, self._transactions.clock.now(), past=PAST)

    def view(self, warning_id: int, now: datetime | None = None) -> WarningView:
        """One warning whole.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            warning = uow.warnings.get(warning_id)
            return view_of(uow, warning, now or self._transactions.clock.now())

    def called_id(self, number: str = "") -> int:
        """The warning of a printed number (Y-2026-041), else the one for which was called last.

        Raises:
            NotFound: there is none, or nobody was called yet.
        """
        with self._transactions.read() as uow:
            if not number:
                found = uow.callings.last_called()
            else:
                year, _, serial = number.removeprefix("Y-").partition("-")
                known = year.isdecimal() and serial.isdecimal()
                found = uow.warnings.numbered(int(year), int(serial)) if known else None
        if found is None:
            raise NotFound("warning.unknown", number=number)
        return found

    def in_force(self) -> tuple[WarningView, ...]:
        """The open warnings that can be read, for the desk and the wallboard."""
        with self._transactions.read() as uow:
            return views_in_force(uow, self._transactions.clock.now())

    def candidates(self, new: NewMessage) -> tuple[WarningSignal, ...]:
        """The open warnings that a message may belong to: those it refers to, else of its sort."""
        with self._transactions.read() as uow:
            referred = uow.warnings.with_identifiers(new.statement.refers_to)
            if referred:
                return tuple(referred)
            hazard = new.statement.hazard
            return tuple(
                one for one in uow.warnings.open() if one.current.statement.hazard == hazard
            )

    def forward_groups(self) -> tuple[ForwardGroup, ...]:
        """The groups of the directory, to whom warnings are forwarded."""
        with self._transactions.read() as uow:
            return forward_groups(uow)

    @staticmethod
    def _referred_to(act: Act, new: NewMessage) -> WarningSignal | None:
        """The warning that a file's message names as its first one.

        Raises:
            RuleViolation: the message itself is here already.
        """
        known = act.uow.warnings.with_identifiers([new.statement.identifier])
        if new.statement.identifier and known:
            raise RuleViolation("warning.known_already", identifier=new.statement.identifier)
        found = act.uow.warnings.with_identifiers(new.statement.refers_to)
        if not found or new.kind is MessageKind.ISSUED:
            return None
        return act.uow.warnings.get(found[-1].id, lock=True)

    @staticmethod
    def _follow(act: Act, before: WarningSignal, new: NewMessage, entry: EntryOf) -> WarningSignal:
        """The next message of a warning; an ending one ends it."""
        check_follows(before, new.kind, new.statement)
        put_message(act, before.id, new, entry)
        if new.kind.ends:
            act.uow.warnings.put_ended(before.id, act.now)
        return act.uow.warnings.get(before.id)

    @staticmethod
    def _year(act: Act) -> int:
        return act.now.astimezone(act.uow.office.facts().zoneinfo).year
