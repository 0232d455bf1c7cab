"""What is wrong with a roster: the rules of domain dossier §4.3, each off, warning or denying.

The rules look at a resolved plan and at staff facts; each lives in the module of what it is about
(``roster_coverage``, ``roster_rest``, ``roster_people``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan, Resolution
    from safetydesk.domain.duty_turns import TurnEdges
    from safetydesk.domain.spans import Span
    from safetydesk.domain.staff import StaffFacts

LEADER = "leader"
LEADERS = frozenset({LEADER, "chief_leader"})
AWAY_FROM_DESK = frozenset({"leader", "chief_leader", "standby", "driver"})
"""Posts that do not sit at the desk: they rest at home and need no second person."""
CALLED_IN = frozenset({"standby", "driver"})
"""Posts whose gap never keeps a roster from being published: many offices fill them by call."""
DAY_HOURS = 24
_DAY = timedelta(hours=DAY_HOURS)
_LATE_END = timedelta(hours=4)
"""A turn may run on this long after a day before it is taken for two."""


class Rule(StrEnum):
    """The rules, in the order in which they are listed."""

    GAP = "gap"
    """空岗: planned time with fewer people than the post needs."""
    TINY_GAP = "tiny_gap"
    """A hole so short that it is likely a slip of the pen."""
    EMPTY = "empty"
    """Somebody is planned who no longer belongs to the office."""
    DOUBLE = "double"
    """One person on two posts at once."""
    LAW = "law"
    """Night work under protection (女职工劳动保护特别规定, arts 6 and 9)."""
    LEADER_ABSENT = "leader_absent"
    """The duty leader is away by the register of absences."""
    LEAVE = "leave"
    """Somebody else is away."""
    REST = "rest"
    """Too little rest between duties; 24 hours after 24 hours."""
    KEY_LEADER = "key_leader"
    """Time of a key period (重点时段) without a duty leader (§4.4: leader on site)."""
    KEY_STAFF = "key_staff"
    """Time of a key period with fewer at the desk than the reinforced number (§4.4)."""
    CONSECUTIVE = "consecutive"
    """Too many days in a row."""
    TWO_PERSON = "two_person"
    """双人双岗: one alone at the desk."""
    UNTRAINED = "untrained"
    """Not yet trained, and not beside somebody who is."""
    PAIR = "pair"
    """A primary or deputy without the partner with whom she or he is paired."""
    MENTOR = "mentor"
    """In training, and the mentor is not on the post that leads."""
    NOT_ELIGIBLE = "not_eligible"
    """On a post that is not one of the person's."""
    NIGHT_AVOIDED = "night_avoided"
    """A night for somebody who should have none for reasons of health."""
    WOMAN_ALONE_AT_NIGHT = "woman_at_night"
    """Office custom 女同志白班; never more than a warning."""
    NO_PHONE = "no_phone"
    UNVERIFIED_PHONE = "unverified_phone"


class Level(StrEnum):
    """What a rule does when it finds something."""

    OFF = "off"
    WARN = "warn"
    DENY = "deny"
    """The roster is not published until it is mended."""


@dataclass(frozen=True)
class RuleSetting:
    """How an office applies a rule; ``number`` is its measure, where it has one."""

    level: Level
    number: int | None = None


DEFAULTS: Mapping[Rule, RuleSetting] = {
    Rule.GAP: RuleSetting(Level.DENY),
    Rule.TINY_GAP: RuleSetting(Level.WARN, 60),
    Rule.EMPTY: RuleSetting(Level.DENY),
    Rule.DOUBLE: RuleSetting(Level.DENY),
    Rule.LAW: RuleSetting(Level.DENY),
    Rule.LEADER_ABSENT: RuleSetting(Level.DENY),
    Rule.LEAVE: RuleSetting(Level.DENY),
    Rule.REST: RuleSetting(Level.WARN, DAY_HOURS),
    Rule.CONSECUTIVE: RuleSetting(Level.WARN, 3),
    Rule.TWO_PERSON: RuleSetting(Level.WARN, 2),
    Rule.UNTRAINED: RuleSetting(Level.WARN),
    Rule.PAIR: RuleSetting(Level.WARN),
    Rule.MENTOR: RuleSetting(Level.WARN),
    Rule.KEY_LEADER: RuleSetting(Level.WARN),
    Rule.KEY_STAFF: RuleSetting(Level.OFF, 3),
    Rule.NOT_ELIGIBLE: RuleSetting(Level.WARN),
    Rule.NIGHT_AVOIDED: RuleSetting(Level.WARN),
    Rule.WOMAN_ALONE_AT_NIGHT: RuleSetting(Level.OFF),
    Rule.NO_PHONE: RuleSetting(Level.WARN),
    Rule.UNVERIFIED_PHONE: RuleSetting(Level.WARN, 180),
}
"""The shipped settings; measures: minutes, hours, days, people, people, days."""
HIGHEST: Mapping[Rule, Level] = {Rule.WOMAN_ALONE_AT_NIGHT: Level.WARN}
"""A custom must not keep anybody from duty: no more than this may be set."""


@dataclass(frozen=True)
class RosterFinding:
    """One finding about a post in ``[start, end)``, UTC.

    ``person`` is empty where nobody is meant; ``other`` names a second post, person, protection or
    kind of absence; ``number`` is what was counted (hours of rest, days in a row, people there).
    """

    rule: Rule
    level: Level
    post: str
    start: datetime
    end: datetime
    person: str = ""
    other: str = ""
    number: int | None = None


@dataclass(frozen=True)
class RosterCheck:
    """What the rules look at: a resolved plan, its people, and the office's own settings.

    Only what lies in ``window`` and is not over at ``now`` is reported; the resolution reaches
    further back, so that rest and rows of days are seen whole. ``edges`` are where turns begin and
    end, ``key_periods`` the times of stricter rules.
    """

    resolution: Resolution
    staff: Mapping[str, StaffFacts]
    zone: ZoneInfo
    now: datetime
    window: Span
    settings: Mapping[Rule, RuleSetting] = field(default_factory=lambda: dict(DEFAULTS))
    edges: TurnEdges = field(default_factory=dict[tuple[str, str], frozenset[datetime]])
    key_periods: tuple[Span, ...] = ()

    def setting(self, rule: Rule) -> RuleSetting:
        """The office's setting of a rule, else the shipped one."""
        return self.settings.get(rule, DEFAULTS[rule])

    def on(self, rule: Rule) -> bool:
        """Whether a rule is looked at."""
        return self.setting(rule).level is not Level.OFF

    def measure(self, rule: Rule) -> int:
        """The measure of a rule."""
        return self.setting(rule).number or DEFAULTS[rule].number or 0

    def found(
        self,
        rule: Rule,
        post: str,
        span: Span,
        *,
        person: str = "",
        other: str = "",
        number: int | None = None,
    ) -> RosterFinding:
        """A finding at the level that is set."""
        level = self.setting(rule).level
        return RosterFinding(rule, level, post, span.start, span.end, person, other, number)

    def reports(self, start: datetime, end: datetime) -> bool:
        """Whether something in ``[start, end)`` is to be reported."""
        return end > self.now and start < self.window.end and end > self.window.start

    def by_person(self) -> dict[str, list[DutySpan]]:
        """Everybody's duties in the order of time, turns that touch told apart."""
        duties: dict[str, list[DutySpan]] = {}
        for span in self.resolution.spans:
            duties.setdefault(span.person, []).extend(
                turn
                for part in _parted(span, self.edges.get((span.post, span.person), frozenset()))
                for turn in _turns(part)
            )
        for mine in duties.values():
            mine.sort(key=lambda span: (span.start, span.end, span.post))
        return duties


def _parted(duty: DutySpan, edges: frozenset[datetime]) -> Iterator[DutySpan]:
    """A duty cut where the plan says that one turn ends and the next begins."""
    inside = sorted(edge for edge in edges if duty.start < edge < duty.end)
    for start, end in pairwise([duty.start, *inside, duty.end]):
        yield duty._replace(start=start, end=end)


def _turns(duty: DutySpan) -> Iterator[DutySpan]:
    """A duty cut into turns of a day: the resolver joins turns that touch."""
    start = duty.start
    while duty.end - start > _DAY + _LATE_END:
        yield duty._replace(start=start, end=start + _DAY)
        start += _DAY
    yield duty._replace(start=start)


def ordered(findings: Iterable[RosterFinding]) -> tuple[RosterFinding, ...]:
    """Findings by time, those that deny first within a minute."""
    rank = list(Rule)
    return tuple(
        sorted(
            findings,
            key=lambda f: (f.start, f.level is not Level.DENY, rank.index(f.rule), f.post),
        )
    )
