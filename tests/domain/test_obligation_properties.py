"""For any history: no answer leans on later knowledge, and nothing already due disappears."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from safetydesk.domain.incident import (
    CORRECTABLE,
    ActorLevel,
    Casualties,
    Category,
    Correction,
    Extinguished,
    Family,
    Flag,
    FlagRaised,
    IncidentCase,
    Learned,
    Occurred,
    Query,
    Received,
    Recipient,
    ReportKind,
    ReportSent,
    RescueEnded,
    UnitHeadInformed,
    Waived,
)
from safetydesk.domain.obligations import ObligationStatus, assess
from safetydesk.services.rule_packs import PACK_NAMES, load_packs

PACKS = load_packs(PACK_NAMES)
ALL_ON = tuple(
    replace(pack, rules=tuple(replace(rule, default_on=True) for rule in pack.rules))
    for pack in PACKS
)
"""The packs with every weak rule switched on."""
START = datetime(2025, 10, 6, 1, 0, tzinfo=UTC)
RULE_IDS = sorted({rule.id for pack in PACKS for rule in pack.rules})

minutes = st.one_of(st.integers(0, 240), st.integers(0, 5 * 24 * 60))
counts = st.none() | st.integers(0, 40)
kinds = st.sampled_from([Occurred, Received, Learned, UnitHeadInformed, RescueEnded, Extinguished])


@st.composite
def times(draw):
    time = START + timedelta(minutes=draw(minutes))
    lag = draw(st.sampled_from([0, 0, 0, 5, 90, 2000]))
    return {"time": time, "known_at": time + timedelta(minutes=lag)}


@st.composite
def plain_events(draw):
    return draw(kinds)(**draw(times()))


@st.composite
def casualties(draw):
    names = ("dead", "missing", "trapped", "severely_injured", "evacuated", "at_risk")
    numbers = {name: draw(counts) for name in names}
    loss = draw(st.none() | st.integers(0, 20_000))
    return Casualties(
        **draw(times()), **numbers, loss_yuan=None if loss is None else Decimal(loss * 10_000)
    )


@st.composite
def reports(draw):
    return ReportSent(
        **draw(times()),
        report=draw(st.sampled_from(ReportKind)),
        to=draw(st.sampled_from([*Recipient, "市委值班室"])),
    )


@st.composite
def others(draw):
    when = draw(times())
    choice = draw(st.integers(0, 3))
    if choice == 0:
        return Correction(**when, of=draw(st.sampled_from(sorted(CORRECTABLE))))
    if choice == 1:
        return FlagRaised(**when, name=draw(st.sampled_from(Flag)))
    if choice == 2:
        return Waived(**when, rule=draw(st.sampled_from(RULE_IDS)), reason="经批准")
    return Query(**when, asked_by="市委值班室")


events = st.one_of(plain_events(), casualties(), reports(), others())


@st.composite
def cases(draw):
    return IncidentCase(
        zone=ZoneInfo("Asia/Shanghai"),
        actor=draw(st.sampled_from(ActorLevel)),
        packs=PACK_NAMES,
        family=draw(st.sampled_from([Family.ACCIDENT, *Family])),
        category=draw(st.sampled_from(Category)),
        flags=draw(st.frozensets(st.sampled_from(Flag), max_size=2)),
        as_of=START + timedelta(minutes=draw(minutes)),
        events=tuple(draw(st.lists(events, max_size=9))),
    )


@st.composite
def corrections(draw):
    when = START + timedelta(minutes=draw(st.integers(-120, 3 * 24 * 60)))
    known = max(when, START) + timedelta(minutes=draw(st.sampled_from([0, 30, 300])))
    return Correction(time=when, known_at=known, of=draw(st.sampled_from(sorted(CORRECTABLE))))


@st.composite
def early_numbers(draw):
    time = START + timedelta(minutes=draw(st.integers(0, 300)))
    numbers = {n: draw(st.sampled_from([None, 0, 2, 3, 9, 10, 30])) for n in ("dead", "missing")}
    return Casualties(time=time, known_at=time, **numbers, reason="核实")


@st.composite
def told_cases(draw):
    """An office that was told at the start, and whose numbers move in the first hours."""
    first = [Occurred(time=START, known_at=START), Received(time=START, known_at=START)]
    numbers = draw(st.lists(early_numbers(), min_size=1, max_size=3))
    more = draw(st.lists(st.one_of(corrections(), reports()), max_size=2))
    return IncidentCase(
        zone=ZoneInfo("Asia/Shanghai"),
        actor=draw(st.sampled_from([ActorLevel.COUNTY, ActorLevel.CITY])),
        packs=PACK_NAMES,
        family=Family.ACCIDENT,
        category=draw(st.sampled_from([Category.WORK_SAFETY, Category.FIRE])),
        as_of=START + timedelta(minutes=draw(st.one_of(st.integers(0, 300), minutes))),
        events=(*first, *numbers, *more),
    )


histories = st.one_of(told_cases(), cases())
news_items = st.one_of(events, corrections(), early_numbers())


@settings(max_examples=150, deadline=None)
@given(histories, st.sampled_from([PACKS, ALL_ON]))
def test_the_answer_never_uses_what_became_known_later(case, packs):
    known = replace(case, events=tuple(e for e in case.events if e.known_at <= case.as_of))
    assert assess(case, packs) == assess(known, packs)


@settings(max_examples=200, deadline=None)
@given(histories, st.lists(news_items, min_size=1, max_size=3), st.sampled_from([PACKS, ALL_ON]))
def test_adding_knowledge_never_removes_an_obligation_already_due(case, news, packs):
    before = {o.key for o in assess(case, packs).obligations if o.due_at <= case.as_of}
    told_now = tuple(replace(item, known_at=case.as_of) for item in news)
    after = assess(replace(case, events=(*case.events, *told_now)), packs)
    assert before <= {o.key for o in after.obligations}


@settings(max_examples=150, deadline=None)
@given(histories, minutes)
def test_time_alone_never_removes_an_obligation_already_due(case, later):
    before = {o.key for o in assess(case, PACKS).obligations if o.due_at <= case.as_of}
    after = assess(replace(case, as_of=case.as_of + timedelta(minutes=later)), PACKS)
    assert before <= {o.key for o in after.obligations}


@settings(max_examples=150, deadline=None)
@given(histories, st.sampled_from([PACKS, ALL_ON]))
def test_every_standing_agrees_with_its_times(case, packs):
    answer = assess(case, packs)
    assert len({o.key for o in answer.obligations}) == len(answer.obligations)
    for o in answer.obligations:
        late = o.met_at is not None and o.met_at > o.due_at
        open_ = o.met_at is None and o.status is not ObligationStatus.WAIVED
        assert (o.status is ObligationStatus.MET_LATE) == late
        assert (o.status is ObligationStatus.OVERDUE) == (open_ and case.as_of > o.due_at)
        assert (o.late_seconds is not None) == (late or o.status is ObligationStatus.OVERDUE)
        assert o.met_at is None or o.met_at <= case.as_of


@settings(max_examples=150, deadline=None)
@given(histories, minutes)
def test_the_potential_grade_never_falls_with_time(case, later):
    earlier = assess(case, PACKS).grade
    now = assess(replace(case, as_of=case.as_of + timedelta(minutes=later)), PACKS).grade
    if earlier.potential is not None:
        assert now.potential is not None
        assert now.potential.at_least(earlier.potential)
    assert now.major_near_miss or not earlier.major_near_miss


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([1, 3, 10]),
    st.integers(60, 5 * 24 * 60),
    st.integers(-600, 5 * 24 * 60),
    st.sampled_from(sorted(CORRECTABLE)),
)
def test_a_moved_basis_never_removes_a_report_of_a_day_that_passed(dead, length, moved, basis):
    told = [Occurred(time=START, known_at=START), Received(time=START, known_at=START)]
    numbers = Casualties(time=START, known_at=START, dead=dead)
    now = START + timedelta(minutes=length)
    case = IncidentCase(
        zone=ZoneInfo("Asia/Shanghai"),
        actor=ActorLevel.COUNTY,
        packs=PACK_NAMES,
        family=Family.ACCIDENT,
        as_of=now,
        events=(*told, numbers),
    )
    correction = Correction(time=START + timedelta(minutes=moved), known_at=now, of=basis)
    before, after = (
        {
            (o.rule, o.to, o.due_at)
            for o in assess(given_case, PACKS).obligations
            if o.report is ReportKind.FOLLOW_UP and o.due_at <= now
        }
        for given_case in (case, replace(case, events=(*case.events, correction)))
    )
    assert before <= after
