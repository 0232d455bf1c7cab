"""Use cases of what is wrong with rosters: the list, the rules' settings, refusing to publish."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.duty_turns import turn_edges
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.roster_findings import (
    DEFAULTS,
    HIGHEST,
    Level,
    RosterCheck,
    RosterFinding,
    Rule,
    RuleSetting,
)
from safetydesk.domain.roster_rules import check_roster, denied
from safetydesk.domain.spans import Span
from safetydesk.domain.staff import AbsenceKind
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.staff_reading import staff_of
from safetydesk.services.views_findings import FindingsView, FindingView, RuleView

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts, Person
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_duty import ChangeRequest
    from safetydesk.storage.unit_of_work import UnitOfWork

_BEFORE = timedelta(days=8)
"""How far back rest and rows of days are looked for."""
_REST = timedelta(days=2)
"""The time in which a duty can leave somebody without rest."""
_LOWEST, _HIGHEST_NUMBER = 1, 1000
_INSTANT = timedelta(microseconds=1)


class FindingsService:
    """What the rules say of the plan as it stands."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def findings(self, actor: Actor | None, first: date, last: date) -> FindingsView:
        """Everything found in the duty days ``[first, last]`` that is not over.

        Why the law protects somebody, personal kinds of leave, and what is kept of somebody's
        health are told to supervisors only.
        """
        now = self._transactions.clock.now()
        everything = actor is not None and actor.may(Permission.PEOPLE_EDIT)
        with self._transactions.read() as uow:
            office = uow.office.facts()
            window = Span(turn_of(first, office).start, turn_of(last, office).end)
            found = check_roster(check_of(uow, window, now))
            people = {str(p.id): p for p in uow.people.all(active=False)}
            unknown = sorted({first.year, last.year} - uow.calendar.years())
        views = [
            view
            for finding in found
            if everything or finding.rule is not Rule.NIGHT_AVOIDED
            for view in _views(finding, people, office, window, all_of_it=everything)
        ]
        order = {post.id: place for place, post in enumerate(office.posts)}
        views.sort(key=lambda v: (v.day, not v.denies, order.get(v.post, len(order)), v.start))
        return FindingsView(tuple(_numbered(views)), tuple(unknown))

    def rules(self) -> list[RuleView]:
        """Every rule with the office's setting."""
        with self._transactions.read() as uow:
            stored = uow.staff.rule_settings()
        return [
            RuleView(
                rule=rule,
                level=(held := stored.get(rule, shipped)).level,
                number=held.number,
                shipped=held == shipped,
                levels=levels_of(rule),
            )
            for rule, shipped in DEFAULTS.items()
        ]

    def set_rule(self, actor: Actor, rule: Rule, setting: RuleSetting) -> Outcome[None]:
        """Sets one rule of the office.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: a level that the rule may not have, or a measure that cannot be.
        """
        if setting.level not in levels_of(rule):
            raise BadInput("roster.rule_level", where=rule.value)
        counted = DEFAULTS[rule].number is not None
        number = setting.number or 0
        if counted and not _LOWEST <= number <= _HIGHEST_NUMBER:
            raise BadInput("roster.rule_number", where=rule.value)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            before = act.uow.staff.rule_settings().get(rule, DEFAULTS[rule])
            kept = RuleSetting(setting.level, setting.number if counted else None)
            act.uow.staff.put_rule_setting(rule, kept)
            act.audit(
                "roster.rule",
                Topic.OFFICE,
                rule.value,
                before={"level": before.level.value, "number": before.number},
                after={"level": kept.level.value, "number": kept.number},
            )
            act.touch(Topic.DUTY)
        return act.outcome(None)


def levels_of(rule: Rule) -> tuple[Level, ...]:
    """The levels that may be set for a rule."""
    highest = HIGHEST.get(rule, Level.DENY)
    return tuple(Level)[: tuple(Level).index(highest) + 1]


def check_of(uow: UnitOfWork, window: Span, now: datetime) -> RosterCheck:
    """What the rules look at: the plan with what went before, people, settings."""
    around = Span(window.start - _BEFORE, window.end)
    plan = plan_of(uow, around, around.start)
    return RosterCheck(
        resolution=resolve(plan),
        staff=staff_of(uow, around),
        zone=uow.office.facts().zoneinfo,
        now=now,
        window=window,
        settings={**DEFAULTS, **uow.staff.rule_settings()},
        edges=turn_edges(plan),
        key_periods=tuple(
            part
            for _, start, end in uow.office.key_periods(window.start, window.end)
            if (part := Span(start, end).clip(window))
        ),
    )


def denied_to(
    uow: UnitOfWork, person_ids: Collection[int], windows: Iterable[Span], now: datetime
) -> frozenset[RosterFinding]:
    """What the rules forbid some people around the times in which duties change hands."""
    people = {str(person_id) for person_id in person_ids}
    return frozenset(
        finding
        for window in windows
        for finding in denied(
            check_roster(check_of(uow, Span(window.start - _REST, window.end + _REST), now))
        )
        if finding.person in people
    )


@contextmanager
def allowed(act: Act, requests: Sequence[ChangeRequest]) -> Generator[None]:
    """Refuses changes made inside that a denying rule forbids to whoever comes by them.

    Raises:
        RuleViolation: ``duty.denied``.
    """
    come = [request.by_id for request in requests if request.by_id is not None]
    windows = [Span(request.start, request.end) for request in requests]
    before = denied_to(act.uow, come, windows, act.now)
    yield
    refuse_new(act.uow, denied_to(act.uow, come, windows, act.now) - before, "duty.denied")


def refuse_new(uow: UnitOfWork, found: Collection[RosterFinding], code: str) -> None:
    """Refuses what only a change would bring about; older faults stay as they are.

    Raises:
        RuleViolation: of this code, with the first person and rule.
    """
    if found:
        first = min(found, key=lambda finding: finding.start)
        name = uow.people.get(int(first.person)).name
        raise RuleViolation(code, name=name, rule=first.rule.value, at=first.start)


def refuse_denied(
    uow: UnitOfWork,
    window: Span,
    posts: Collection[str],
    now: datetime,
    seen: frozenset[Rule] = frozenset(),
) -> None:
    """Refuses a plan of some posts that a denying rule finds fault with, past time left out.

    Rules in ``seen`` are not looked at.

    Raises:
        RuleViolation: ``roster.denied`` with how many faults there are and where the first is.
    """
    found = [
        finding
        for finding in denied(check_roster(check_of(uow, window, now)))
        if finding.post in posts and finding.rule not in seen
    ]
    if not found:
        return
    office = uow.office.facts()
    first = found[0]
    label = next((post.label for post in office.posts if post.id == first.post), first.post)
    person = uow.people.get(int(first.person)).name if first.person else ""
    raise RuleViolation(
        "roster.denied",
        count=len(found),
        day=duty_date(first.start, office),
        post=label,
        rule=first.rule.value,
        person=person,
    )


def _views(
    finding: RosterFinding,
    people: dict[str, Person],
    office: OfficeFacts,
    window: Span,
    *,
    all_of_it: bool,
) -> Iterator[FindingView]:
    """A finding in each of the cells it covers; a gap of three days marks three."""
    person = people.get(finding.person)
    partner = people.get(finding.other) if finding.rule in {Rule.PAIR, Rule.MENTOR} else None
    labels = {post.id: post.label for post in office.posts}
    day = duty_date(max(finding.start, window.start), office)
    last = duty_date(min(finding.end, window.end) - _INSTANT, office)
    while day <= last:
        turn = turn_of(day, office)
        yield FindingView(
            number=0,
            day=day,
            post=finding.post,
            label=labels.get(finding.post, finding.post),
            rule=finding.rule,
            level=finding.level,
            person_id=person.id if person else None,
            name=person.name if person else "",
            other=partner.name if partner else _told(finding, labels, all_of_it=all_of_it),
            measure=finding.number,
            start=max(finding.start, turn.start),
            end=min(finding.end, turn.end),
        )
        day += timedelta(days=1)


def _told(finding: RosterFinding, labels: dict[str, str], *, all_of_it: bool) -> str:
    """The second thing a finding names, as far as the reader may know it."""
    if finding.rule is Rule.DOUBLE:
        return labels.get(finding.other, finding.other)
    if finding.rule is Rule.LAW:
        return finding.other if all_of_it else ""
    kinds = set(AbsenceKind)
    if finding.other in kinds and AbsenceKind(finding.other).personal and not all_of_it:
        return ""
    return finding.other


def _numbered(views: list[FindingView]) -> Iterator[FindingView]:
    for number, view in enumerate(views, 1):
        yield replace(view, number=number)
