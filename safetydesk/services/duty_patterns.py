"""Use cases of shift patterns: see what one would give, put it in force, end it."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.duty import DutyPlan, Planned, Post
from safetydesk.domain.duty_patterns import DutyPattern, PatternParts, PatternUse, parts_of
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.shift import duty_day_parts
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.views_patterns import PatternRequest, PatternShift, RuleView
from safetydesk.storage.stores.duty import StoredTurn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from safetydesk.domain.duty import DutySpan
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.stores.rosters import StoredRule

PREVIEW_DAYS = 14
_DAY = timedelta(days=1)
_BY_SHIFTS = frozenset(
    {DutyPattern.WEEKDAY_NIGHTS, DutyPattern.WEEKDAY_NOONS, DutyPattern.WEEKENDS}
)
"""Patterns that leave time without anybody on purpose."""


class DutyPatternService:
    """Patterns are rules and rotations of the plan, or a roster where they are for a time only."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def preview(self, request: PatternRequest) -> list[PatternShift]:
        """The shifts of the first two weeks; nothing is stored.

        Raises:
            RuleViolation: nobody named, fewer groups than needed, or no end where one is needed.
        """
        with self._transactions.read() as uow:
            office = uow.office.facts()
            window = _window(request, office, PREVIEW_DAYS)
            names = {str(person.id): person.name for person in uow.people.all(active=False)}
            spans = list(_shifts(_parts(request, office), request, office, window))
        found: list[PatternShift] = []
        for (start, end), same in groupby(spans, key=lambda span: (span.start, span.end)):
            local, until = start.astimezone(office.zoneinfo), end.astimezone(office.zoneinfo)
            people = tuple(names.get(span.person, "?") for span in same)
            hours = f"{local:%H:%M}–{until:%H:%M}"
            found.append(PatternShift(duty_date(start, office), hours, people))
        return found

    def use(self, actor: Actor, request: PatternRequest) -> Outcome[int | None]:
        """Puts a pattern in force. Returns the number of the draft, where it became one.

        Without an end it becomes rules, which published rosters replace in their time. With an end
        it becomes a draft of a roster, to be published; a reinforcement adds its people at once.

        Raises:
            AccessDenied: not the supervisor.
            RuleViolation: as ``preview``.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            office = act.uow.office.facts()
            parts = _parts(request, office)
            draft: int | None = None
            if request.until is None:
                _store_rules(act, request, parts)
            elif request.pattern is DutyPattern.REINFORCEMENT:
                _store_additions(act, request, parts, office)
            else:
                draft = _store_draft(act, request, parts, office)
            act.audit("duty.pattern", Topic.DUTY, "", after={"pattern": request.pattern.value})
            act.touch(Topic.ROSTERS)
        return act.outcome(draft)

    def rules(self) -> list[RuleView]:
        """The recurring duties in force, by post."""
        with self._transactions.read() as uow:
            rotations = {row.id: row.members for row in uow.duty_rules.rotations()}
            names = {person.id: person.name for person in uow.people.all(active=False)}
            order = {post.id: (at, post.label) for at, post in enumerate(uow.office.posts())}
            rules = sorted(uow.duty_rules.rules(), key=lambda row: (order[row.post], row.id))
            return [
                _rule_view(row, rotations.get(row.rotation_id or 0, ()), names, order[row.post][1])
                for row in rules
            ]

    def end(self, actor: Actor, rule_id: int) -> Outcome[None]:
        """Ends a recurring duty with those of the same pattern; what was served stays on record.

        Raises:
            AccessDenied: not the supervisor.
            NotFound: there is none in force.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            rules = act.uow.duty_rules.rules()
            ended = [rule for rule in rules if rule.id == rule_id]
            if not ended:
                raise NotFound("duty.no_rule", id=rule_id)
            for rule in rules:
                if _together(rule) == _together(ended[0]):
                    act.uow.duty_rules.withdraw_rule(rule.id, act.now)
            act.audit("duty.end_rule", Topic.DUTY, "", after={"rule": rule_id})
        return act.outcome(None)

    def set_people(
        self, actor: Actor, rule_id: int, groups: tuple[tuple[int, ...], ...]
    ) -> Outcome[None]:
        """Other people take the turns of a recurring duty from now on, in the same order of time.

        Raises:
            AccessDenied: not the supervisor.
            RuleViolation: nobody named.
            NotFound: there is none in force.
        """
        if not any(groups):
            raise RuleViolation("pattern.no_people")
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            found = [row for row in act.uow.duty_rules.rules() if row.id == rule_id]
            rotation = found[0].rotation_id if found else None
            act.uow.duty_rules.replace_members(
                rotation or 0, [list(group) for group in groups], act.now, actor.person_id
            )
            act.audit("duty.set_people", Topic.DUTY, "", after={"rule": rule_id})
        return act.outcome(None)


def _parts(request: PatternRequest, office: OfficeFacts) -> PatternParts:
    """The pattern as rotations and rules over person ids."""
    if request.pattern.needs_end and request.until is None:
        raise RuleViolation("pattern.no_end")
    groups = tuple(tuple(str(one) for one in group) for group in request.groups)
    return parts_of(
        PatternUse(request.pattern, request.post, groups, request.first_day, office.turnover_time)
    )


def _window(request: PatternRequest, office: OfficeFacts, days: int | None = None) -> Span:
    """From the first duty day to the end of the last, or of so many days."""
    last: date = request.until or request.first_day
    if days is not None:
        limit = request.first_day + (days - 1) * _DAY
        last = min(request.until, limit) if request.until else limit
    if last < request.first_day:
        raise RuleViolation("duty.change_without_time")
    return Span(turn_of(request.first_day, office).start, turn_of(last, office).end)


def _shifts(
    parts: PatternParts, request: PatternRequest, office: OfficeFacts, window: Span
) -> Iterator[DutySpan]:
    """The pattern alone, resolved and cut at the turnovers; whole nights stay whole."""
    plan = DutyPlan(
        zone=office.zoneinfo,
        now=window.start,
        window=Span(window.start, window.end + _DAY),
        posts=(Post(request.post, 0),),
        rotations=parts.rotations,
        rules=parts.rules,
    )
    spans = [span for span in resolve(plan).spans if span.start < window.end]
    for span in spans:
        whole = Span(span.start, min(span.end, max(window.end, span.start)))
        if request.pattern in _BY_SHIFTS and span.end - span.start <= _DAY:
            yield span
            continue
        for part in duty_day_parts(whole, office.turnover_time, office.zoneinfo):
            yield span._replace(start=part.start, end=part.end, truncated=False)


def _store_rules(act: Act, request: PatternRequest, parts: PatternParts) -> None:
    """The rotations and rules as rows."""
    names = {str(person.id): person.name for person in act.uow.people.all(active=False)}
    ids: dict[str, int] = {}
    for rotation in parts.rotations:
        people = "、".join("".join(names.get(one, "?") for one in g) for g in rotation.members)
        ids[rotation.key] = act.uow.duty_rules.add_rotation(
            {
                "name": f"{request.pattern.chinese_name}：{people}"[:120],
                "members": [[int(one) for one in group] for group in rotation.members],
                "start_at": rotation.start.isoformat(timespec="minutes"),
                "unit": rotation.unit.value,
                "count": rotation.count,
                "advance": rotation.advance.value,
                "entered_at": act.now,
            }
        )
    for rule in parts.rules:
        act.uow.duty_rules.add_rule(
            {
                "pattern": request.pattern.value,
                "post": rule.post,
                "weekdays": sorted(rule.weekdays),
                "begins": f"{rule.begins:%H:%M}",
                "ends": f"{rule.ends:%H:%M}",
                "person_id": None,
                "rotation_id": ids[rule.rotation or ""],
                "entered_at": act.now,
                "entered_by": act.actor.person_id,
            }
        )


def _store_additions(
    act: Act, request: PatternRequest, parts: PatternParts, office: OfficeFacts
) -> None:
    """加强值守: everybody of the pattern serves on top of whoever is planned."""
    for span in _shifts(parts, request, office, _window(request, office)):
        act.uow.duty.add_change(
            {
                "kind": "add",
                "post": span.post,
                "person_id": None,
                "by_id": int(span.person),
                "start_at": span.start,
                "end_at": span.end,
                "reason": request.pattern.chinese_name,
                "approved_by": act.actor.name,
                "entered_at": act.now,
                "entered_by": act.actor.person_id,
                "swap_id": None,
            }
        )


def _store_draft(
    act: Act, request: PatternRequest, parts: PatternParts, office: OfficeFacts
) -> int:
    """The pattern as a draft of a roster for its time."""
    window = _window(request, office)
    shifts = list(_shifts(parts, request, office, window))
    label = next((post.label for post in office.posts if post.id == request.post), request.post)
    by_shifts = request.pattern in _BY_SHIFTS
    return act.uow.duty.add_roster(
        {
            "title": f"{label}{request.pattern.chinese_name}（{request.first_day:%Y-%m-%d}起）",
            "start_at": window.start,
            "end_at": max(window.end, *(span.end for span in shifts)),
            "planned": (Planned.SHIFTS if by_shifts else Planned.WINDOW).value,
            "posts": [request.post],
            "import_id": None,
            "entered_at": act.now,
        },
        [
            StoredTurn(
                span.post, int(span.person), duty_date(span.start, office), span.start, span.end
            )
            for span in shifts
        ],
    )


def _together(rule: StoredRule) -> tuple[str, str, datetime]:
    """What the shifts of one pattern have in common."""
    return rule.pattern, rule.post, rule.entered_at


def _rule_view(
    row: StoredRule,
    members: tuple[tuple[int, ...], ...],
    names: dict[int, str],
    label: str,
) -> RuleView:
    """A recurring duty in words."""
    people = members or (((row.person_id,),) if row.person_id is not None else ())
    return RuleView(
        row.id,
        DutyPattern.of(row.pattern).chinese_name,
        row.post,
        label,
        row.weekdays,
        f"{row.begins}–{row.ends}",
        tuple("、".join(names.get(one, "?") for one in group) for group in people),
    )
