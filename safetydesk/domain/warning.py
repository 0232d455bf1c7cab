"""A warning as its issuer words it: the first message, what changed it, what ended it, our steps.

The desk forwards a warning and never edits it: only the issuing office may raise, lower or lift
one (气象灾害防御条例 art. 30). Messages are therefore values that nothing changes; a level moves
by another message of the issuer, linked to the first (DB45/T 2427-2021).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import Term

TOLERANCE = timedelta(minutes=1)
"""By how much clocks of two offices may differ."""


class WarningLevel(IntEnum):
    """红橙黄蓝, from the gravest: one to four (突发事件应对法 art. 63)."""

    RED = 1
    ORANGE = 2
    YELLOW = 3
    BLUE = 4

    @property
    def letter(self) -> str:
        """``红``, as it stands on a sign."""
        return "红橙黄蓝"[self - 1]

    @property
    def chinese_name(self) -> str:
        """``红色``."""
        return f"{self.letter}色"

    @property
    def grade(self) -> str:
        """``一级(Ⅰ级)``: the law's word with that of older plans."""
        return f"{'一二三四'[self - 1]}级({'ⅠⅡⅢⅣ'[self - 1]}级)"

    @property
    def word(self) -> str:
        """``red``, as files say it."""
        return self.name.lower()

    def is_at_least(self, other: WarningLevel) -> bool:
        """Whether it is as grave as the other, or graver."""
        return self <= other


class MessageKind(Term):
    """What a message of the issuer does."""

    ISSUED = "issued", "发布"
    UPDATED = "updated", "变更"
    CANCELLED = "cancelled", "取消"
    LIFTED = "lifted", "解除"

    @property
    def ends(self) -> bool:
        """Whether nothing is in force after it."""
        return self in (MessageKind.CANCELLED, MessageKind.LIFTED)


class WarningStepKind(Term):
    """What the desk did about a warning."""

    LEADER_TOLD = "leader_told", "报带班领导"
    FORWARDED = "forwarded", "转发"
    RECEIPT = "receipt", "回执"
    REPORTED = "reported", "报情况"
    LAPSED = "lapsed", "到期失效"
    WITHDRAWN = "withdrawn", "误录"

    @property
    def ends(self) -> bool:
        """Whether the warning is off the desk after it."""
        return self in (WarningStepKind.LAPSED, WarningStepKind.WITHDRAWN)


class WarningState(StrEnum):
    """How a warning stands; derived, never stored. The value is the word that is printed."""

    AHEAD = "未生效"
    IN_FORCE = "生效中"
    EXPIRED = "已到期，未解除"
    LIFTED = "已解除"
    CANCELLED = "已取消"
    LAPSED = "到期失效"
    WITHDRAWN = "误录作废"


@dataclass(frozen=True)
class WarningStatement:
    """What one message states (突发事件应对法 art. 64), in the issuer's words.

    ``hazard`` is the sort (类别), ``matters`` what to heed (警示事项), ``measures`` what to do
    (应采取的措施). A message that ends a warning may name no level. ``identifier`` and
    ``refers_to`` are those of a CAP file; ``text`` is the whole message as it came.
    """

    hazard: str
    level: WarningLevel | None
    issuer: str
    issued_at: datetime
    in_force_from: datetime | None = None
    in_force_until: datetime | None = None
    areas: tuple[str, ...] = ()
    title: str = ""
    matters: str = ""
    measures: str = ""
    identifier: str = ""
    refers_to: tuple[str, ...] = ()
    text: str = ""

    @property
    def starts_at(self) -> datetime:
        """From when it holds: what it says, else when it was issued."""
        return self.in_force_from or self.issued_at

    @property
    def signal(self) -> str:
        """``暴雨红色``; without a level the hazard alone."""
        return f"{self.hazard}{self.level.chinese_name if self.level else ''}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The elements of art. 64 that the message does not state, to be asked for."""
        elements = (
            ("起止时间", self.in_force_until is not None),
            ("可能影响的范围", bool(self.areas)),
            ("警示事项", bool(self.matters.strip())),
            ("应采取的措施", bool(self.measures.strip())),
        )
        return tuple(name for name, stated in elements if not stated)


@dataclass(frozen=True)
class WarningMessage:
    """A message of the issuer as it came in; ``means`` is the way it came."""

    id: int
    kind: MessageKind
    statement: WarningStatement
    received_at: datetime
    means: str
    entry_seq: int | None
    author_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class WarningStep:
    """One act of the desk about one message; ``units`` are those it was sent to, or that signed."""

    id: int
    message_id: int
    kind: WarningStepKind
    at: datetime
    to_whom: str
    means: str
    units: tuple[str, ...]
    text: str
    entry_seq: int | None
    author_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class WarningSignal:
    """A warning with all its messages in the order of issue, and the desk's steps."""

    id: int
    year: int
    serial: int
    messages: tuple[WarningMessage, ...]
    steps: tuple[WarningStep, ...] = ()

    @property
    def number(self) -> str:
        """``Y-2026-041``."""
        return f"Y-{self.year}-{self.serial:03d}"

    @property
    def current(self) -> WarningMessage:
        """The message whose level and area hold: the last one that does not end it."""
        holding = [message for message in self.messages if not message.kind.ends]
        return holding[-1] if holding else self.messages[0]

    @property
    def newest(self) -> WarningMessage:
        """The last message, an ending one too."""
        return self.messages[-1]

    @property
    def title(self) -> str:
        """``暴雨红色预警``, by the message that holds."""
        return f"{self.current.statement.signal}预警"

    @property
    def ending(self) -> WarningMessage | WarningStep | None:
        """What ended it."""
        message = next((message for message in self.messages if message.kind.ends), None)
        return message or next((step for step in self.steps if step.kind.ends), None)

    @property
    def ended_at(self) -> datetime | None:
        """When it ended: the issuer's time of lifting, or when the desk wrote that it lapsed."""
        ending = self.ending
        if isinstance(ending, WarningMessage):
            return ending.statement.issued_at
        return ending.at if ending else None

    @property
    def is_open(self) -> bool:
        """Whether the desk still has to attend to it."""
        return self.ending is None

    @property
    def gravest(self) -> WarningLevel | None:
        """The gravest level that any message gave it."""
        return min((m.statement.level for m in self.messages if m.statement.level), default=None)

    def state(self, now: datetime) -> WarningState:
        """How it stands at an instant."""
        ending = self.ending
        if ending is not None:
            return _ENDED[ending.kind]
        statement = self.current.statement
        if now < statement.starts_at:
            return WarningState.AHEAD
        until = statement.in_force_until
        return WarningState.EXPIRED if until and now >= until else WarningState.IN_FORCE

    def steps_about(self, message: WarningMessage, kind: WarningStepKind) -> list[WarningStep]:
        """The desk's steps of one kind about one message, in their order."""
        return [s for s in self.steps if s.message_id == message.id and s.kind is kind]

    def last_step(self, kind: WarningStepKind) -> WarningStep | None:
        """The newest step of one kind."""
        return next((step for step in reversed(self.steps) if step.kind is kind), None)

    def no_receipt(self, message: WarningMessage) -> tuple[str, ...]:
        """The units to which a message went and that have not signed for it."""
        sent = dict.fromkeys(self._units(message, WarningStepKind.FORWARDED))
        signed = set(self._units(message, WarningStepKind.RECEIPT))
        return tuple(unit for unit in sent if unit not in signed)

    def no_longer_listed(self, message: WarningMessage) -> tuple[str, ...]:
        """The areas of the message before it that this one does not list any more."""
        place = self.messages.index(message)
        if place == 0 or message.kind.ends:
            return ()
        return areas_dropped(self.messages[place - 1].statement, message.statement)

    def _units(self, message: WarningMessage, kind: WarningStepKind) -> Iterator[str]:
        for step in self.steps_about(message, kind):
            yield from step.units


_ENDED = {
    MessageKind.LIFTED: WarningState.LIFTED,
    MessageKind.CANCELLED: WarningState.CANCELLED,
    WarningStepKind.LAPSED: WarningState.LAPSED,
    WarningStepKind.WITHDRAWN: WarningState.WITHDRAWN,
}


def areas_dropped(before: WarningStatement, after: WarningStatement) -> tuple[str, ...]:
    """The areas that an update no longer lists: nothing is in force there by its list."""
    return tuple(area for area in before.areas if area not in after.areas)


def areas_to_mind(statement: WarningStatement, named: tuple[str, ...]) -> tuple[str, ...]:
    """The areas that the text names and the list does not: never dropped in silence."""
    return tuple(area for area in dict.fromkeys(named) if area not in statement.areas)


def check_statement(kind: MessageKind, statement: WarningStatement, now: datetime) -> None:
    """Refuses what is no warning; elements that are merely missing are asked for later.

    Raises:
        RuleViolation: no sort, no issuer, no level (unless it ends the warning), issued in the
            future, or over before it begins.
    """
    if not statement.hazard.strip():
        raise RuleViolation("warning.no_hazard")
    if not statement.issuer.strip():
        raise RuleViolation("warning.no_issuer")
    if statement.level is None and not kind.ends:
        raise RuleViolation("warning.no_level")
    if statement.issued_at > now + TOLERANCE:
        raise RuleViolation("warning.future_issue", at=statement.issued_at)
    until = statement.in_force_until
    if until is not None and until <= statement.starts_at and not kind.ends:
        raise RuleViolation("warning.over_before_it_begins", until=until)


def check_follows(warning: WarningSignal, kind: MessageKind, statement: WarningStatement) -> None:
    """Refuses a message that cannot be linked to the warning.

    Raises:
        RuleViolation: it has ended, it would be issued again, it is of another sort, it is older
            than the newest message, or that message is here already.
    """
    if not warning.is_open:
        raise RuleViolation("warning.ended", number=warning.number)
    if kind is MessageKind.ISSUED:
        raise RuleViolation("warning.issued_already", number=warning.number)
    if statement.hazard.strip() != warning.current.statement.hazard:
        raise RuleViolation("warning.other_hazard", hazard=warning.current.statement.hazard)
    if statement.issued_at < warning.newest.statement.issued_at:
        raise RuleViolation("warning.older", at=warning.newest.statement.issued_at)
    known = {message.statement.identifier for message in warning.messages}
    if statement.identifier and statement.identifier in known:
        raise RuleViolation("warning.known_already", identifier=statement.identifier)


def check_warning_step(
    warning: WarningSignal, kind: WarningStepKind, at: datetime, now: datetime, *, said: str
) -> None:
    """Refuses a step that the warning does not allow; ``said`` are its recipient and words.

    Raises:
        RuleViolation: in the future, without recipient or reason, about a warning that ended
            (only its lifting can still be told, forwarded and signed for), or said to have lapsed
            before its time.
    """
    if at > now + TOLERANCE:
        raise RuleViolation("warning.future_step", at=at)
    if not said.strip():
        raise RuleViolation("warning.step_needs_words", kind=kind.chinese_name)
    late = (WarningStepKind.LEADER_TOLD, WarningStepKind.FORWARDED, WarningStepKind.RECEIPT)
    if not warning.is_open and kind not in late:
        raise RuleViolation("warning.ended", number=warning.number)
    if kind is WarningStepKind.LAPSED and warning.state(now) is not WarningState.EXPIRED:
        raise RuleViolation("warning.still_in_force", number=warning.number)
