"""What the duty resolver answers: precedence, rosters, changes, facts, gaps, truncation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.duty import (
    EVERY_DAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    AddChange,
    DutyFact,
    DutyPlan,
    DutyRule,
    DutySource,
    Planned,
    Post,
    RemoveChange,
    ReplaceChange,
    Resolution,
    Roster,
    RosterShift,
    Rotation,
)
from safetydesk.domain.duty_resolution import on_duty, resolve
from safetydesk.domain.spans import Span

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    """An instant of November 2025 in Shanghai: "03 08:30"."""
    return datetime.fromisoformat(f"2025-11-{text.replace(' ', 'T')}+08:00")


def during(start: str, end: str) -> Span:
    return Span(at(start), at(end))


def around_the_clock(person: str, post: str = "duty") -> DutyRule:
    return DutyRule(post, EVERY_DAY, time(8, 30), time(8, 30), person=person)


def shift(person: str, start: str, end: str, post: str = "duty") -> RosterShift:
    return RosterShift(post, person, during(start, end))


PLAN = DutyPlan(
    zone=SHANGHAI,
    now=at("01 00:00"),
    window=during("03 08:30", "04 08:30"),
    posts=(Post("duty", 1),),
    rules=(around_the_clock("甲"),),
)


def spans(resolution: Resolution) -> list[tuple[str, str, str, str]]:
    """Person, start, end and source of every span, times in Shanghai."""
    return [(s.person, shown(s.start), shown(s.end), s.source.value) for s in resolution.spans]


def gaps(resolution: Resolution) -> list[tuple[str, str, int, int]]:
    return [(shown(g.start), shown(g.end), g.have, g.need) for g in resolution.gaps]


def shown(instant: datetime) -> str:
    return instant.astimezone(SHANGHAI).strftime("%d %H:%M")


def test_before_now_only_facts_count_and_after_it_the_plan():
    fact = DutyFact("duty", "乙", at("03 09:00"), None)
    answer = resolve(replace(PLAN, now=at("03 12:00"), facts=(fact,)))
    assert spans(answer) == [
        ("乙", "03 09:00", "03 12:00", "fact"),
        ("甲", "03 12:00", "04 08:30", "rule"),
    ]
    assert gaps(answer) == [("03 08:30", "03 09:00", 0, 1)]


def test_a_fact_and_the_plan_of_one_person_join_with_the_source_of_the_first_minute():
    fact = DutyFact("duty", "甲", at("03 08:20"), None)
    answer = resolve(replace(PLAN, now=at("03 12:00"), facts=(fact,)))
    assert spans(answer) == [("甲", "03 08:30", "04 08:30", "fact")]


def test_a_fact_that_begins_after_now_is_ignored_and_one_that_ends_after_now_is_cut():
    facts = (
        DutyFact("duty", "乙", at("03 13:00"), None),
        DutyFact("duty", "丙", at("03 08:30"), at("03 20:00")),
    )
    answer = resolve(replace(PLAN, now=at("03 12:00"), facts=facts))
    assert [row[:3] for row in spans(answer)] == [
        ("丙", "03 08:30", "03 12:00"),
        ("甲", "03 12:00", "04 08:30"),
    ]


def test_a_past_window_is_told_by_facts_alone_and_truncated_by_the_fact_that_runs_on():
    fact = DutyFact("duty", "乙", at("03 08:30"), None)
    (span,) = resolve(replace(PLAN, now=at("05 00:00"), facts=(fact,))).spans
    assert (span.person, span.source, span.truncated) == ("乙", DutySource.FACT, True)


def test_a_roster_replaces_the_rules_of_the_posts_it_names_and_of_no_other():
    roster = Roster(during("03 12:00", "03 20:00"), (shift("乙", "03 12:00", "03 20:00"),))
    plan = replace(
        PLAN,
        posts=(Post("duty"), Post("leader")),
        rules=(around_the_clock("甲"), around_the_clock("局长", "leader")),
        rosters=(roster,),
    )
    assert spans(resolve(plan)) == [
        ("甲", "03 08:30", "03 12:00", "rule"),
        ("局长", "03 08:30", "04 08:30", "rule"),
        ("乙", "03 12:00", "03 20:00", "roster"),
        ("甲", "03 20:00", "04 08:30", "rule"),
    ]


def test_a_roster_may_speak_for_a_post_without_anybody():
    roster = Roster(during("03 12:00", "03 20:00"), (), posts=("duty",))
    assert gaps(resolve(replace(PLAN, rosters=(roster,)))) == [("03 12:00", "03 20:00", 0, 1)]


def test_a_hole_in_a_roster_is_a_gap_unless_only_its_shifts_are_planned():
    roster = Roster(during("03 08:30", "04 08:30"), (shift("乙", "03 17:30", "04 08:30"),))
    plan = replace(PLAN, rules=(), rosters=(roster,))
    assert gaps(resolve(plan)) == [("03 08:30", "03 17:30", 0, 1)]
    nights = replace(plan, rosters=(replace(roster, planned=Planned.SHIFTS),))
    assert gaps(resolve(nights)) == []


def test_a_night_roster_still_reports_a_removed_person_as_a_gap():
    roster = Roster(
        during("03 08:30", "04 08:30"), (shift("乙", "03 17:30", "04 08:30"),), Planned.SHIFTS
    )
    change = RemoveChange("duty", "乙", during("03 08:30", "03 20:00"))
    answer = resolve(replace(PLAN, rosters=(roster,), changes=(change,)))
    assert gaps(answer) == [("03 17:30", "03 20:00", 0, 1)]
    assert answer.no_effect == ()


def test_two_rosters_over_the_same_time_both_apply():
    rosters = (
        Roster(during("03 08:30", "04 08:30"), (shift("乙", "03 08:30", "04 08:30"),)),
        Roster(during("03 08:30", "04 08:30"), (shift("丙", "03 08:30", "04 08:30"),)),
    )
    answer = resolve(replace(PLAN, posts=(Post("duty", 2),), rosters=rosters))
    assert {row[0] for row in spans(answer)} == {"乙", "丙"}
    assert answer.gaps == ()


def test_a_shift_beyond_its_roster_is_cut_to_it():
    roster = Roster(during("03 12:00", "03 14:00"), (shift("乙", "03 10:00", "03 18:00"),))
    answer = resolve(replace(PLAN, rules=(), rosters=(roster,)))
    assert spans(answer) == [("乙", "03 12:00", "03 14:00", "roster")]
    assert answer.gaps == ()


def test_a_post_with_nothing_written_in_the_window_is_one_gap():
    old = Roster(during("01 08:30", "02 08:30"), (shift("乙", "01 08:30", "02 08:30"),))
    assert gaps(resolve(replace(PLAN, rules=(), rosters=(old,)))) == [
        ("03 08:30", "04 08:30", 0, 1)
    ]


def test_a_post_manned_on_weekends_only_has_no_gap_on_a_monday():
    weekend = DutyRule("duty", frozenset({SATURDAY, SUNDAY}), time(9), time(17), person="甲")
    answer = resolve(replace(PLAN, rules=(weekend,)))
    assert (answer.spans, answer.gaps) == ((), ())


def test_an_empty_group_leaves_planned_time_without_anybody():
    rotation = Rotation("r", (("甲",), ()), datetime(2025, 11, 3, 8, 30))
    rule = DutyRule("duty", EVERY_DAY, time(8, 30), time(8, 30), rotation="r")
    plan = replace(
        PLAN, window=during("03 08:30", "05 08:30"), rotations=(rotation,), rules=(rule,)
    )
    answer = resolve(plan)
    assert [row[0] for row in spans(answer)] == ["甲"]
    assert gaps(answer) == [("04 08:30", "05 08:30", 0, 1)]


def test_changes_apply_in_order_so_that_a_to_b_then_b_to_c_gives_c():
    changes = (
        ReplaceChange("duty", "甲", "乙", during("03 10:00", "03 16:00")),
        ReplaceChange("duty", "乙", "丙", during("03 12:00", "03 20:00")),
    )
    answer = resolve(replace(PLAN, changes=changes))
    assert [row[:3] for row in spans(answer)] == [
        ("甲", "03 08:30", "03 10:00"),
        ("乙", "03 10:00", "03 12:00"),
        ("丙", "03 12:00", "03 16:00"),
        ("甲", "03 16:00", "04 08:30"),
    ]
    swapped = resolve(replace(PLAN, changes=changes[::-1]))
    assert swapped.no_effect == (0,)


def test_replacing_by_somebody_on_the_post_already_takes_the_first_person_off():
    plan = replace(
        PLAN,
        rules=(around_the_clock("甲"), around_the_clock("乙")),
        changes=(ReplaceChange("duty", "甲", "乙", during("03 10:00", "04 08:30")),),
    )
    answer = resolve(plan)
    assert spans(answer) == [
        ("乙", "03 08:30", "04 08:30", "rule"),
        ("甲", "03 08:30", "03 10:00", "rule"),
    ]
    assert answer.no_effect == ()


@pytest.mark.parametrize(
    "change",
    [
        ReplaceChange("duty", "甲", "甲", during("03 10:00", "03 12:00")),
        ReplaceChange("duty", "丁", "乙", during("03 10:00", "03 12:00")),
        AddChange("duty", "甲", during("03 10:00", "03 12:00")),
        RemoveChange("duty", "丁", during("03 10:00", "03 12:00")),
        RemoveChange("duty", "甲", during("03 10:00", "03 10:00")),
        RemoveChange("duty", "甲", during("04 08:30", "04 20:00")),
        AddChange("duty", "乙", during("02 08:30", "03 08:30")),
        AddChange("leader", "乙", during("03 10:00", "03 12:00")),
    ],
)
def test_a_change_that_alters_no_minute_of_the_window_is_listed(change):
    answer = resolve(replace(PLAN, changes=(change,)))
    assert answer.no_effect == (0,)
    assert spans(answer) == spans(resolve(PLAN))


def test_a_change_before_now_alters_nothing_since_only_facts_count_there():
    changes = (
        RemoveChange("duty", "甲", during("03 09:00", "03 11:00")),
        AddChange("duty", "乙", during("03 09:00", "03 11:00")),
    )
    answer = resolve(replace(PLAN, now=at("03 12:00"), changes=changes))
    assert answer.no_effect == (0, 1)
    assert spans(answer) == [("甲", "03 12:00", "04 08:30", "rule")]


def test_somebody_may_be_added_outside_planned_time():
    day = DutyRule("duty", frozenset({MONDAY}), time(9), time(17), person="甲")
    plan = replace(
        PLAN, rules=(day,), changes=(AddChange("duty", "乙", during("03 20:00", "03 22:00")),)
    )
    answer = resolve(plan)
    assert ("乙", "03 20:00", "03 22:00", "change") in spans(answer)
    assert (answer.gaps, answer.no_effect) == ((), ())


def test_a_gap_is_cut_only_where_the_number_of_people_changes():
    plan = replace(
        PLAN,
        posts=(Post("duty", 3),),
        rules=(
            DutyRule("duty", EVERY_DAY, time(8, 30), time(20), person="甲"),
            DutyRule("duty", EVERY_DAY, time(20), time(8, 30), person="乙"),
        ),
        changes=(AddChange("duty", "丙", during("04 00:00", "04 08:30")),),
    )
    assert gaps(resolve(plan)) == [
        ("03 08:30", "04 00:00", 1, 3),
        ("04 00:00", "04 08:30", 2, 3),
    ]


def test_a_span_that_goes_on_in_a_new_shift_is_truncated_and_one_relieved_is_not():
    rotation = Rotation("r", (("甲",), ("乙",)), datetime(2025, 11, 3, 8, 30))
    rule = DutyRule("duty", EVERY_DAY, time(8, 30), time(8, 30), rotation="r")
    (alone,) = resolve(PLAN).spans
    (relieved,) = resolve(replace(PLAN, rotations=(rotation,), rules=(rule,))).spans
    assert (alone.truncated, relieved.truncated) == (True, False)


def test_a_window_of_no_length_holds_nothing():
    plan = replace(
        PLAN,
        window=during("03 12:00", "03 12:00"),
        posts=(Post("duty"), Post("leader")),
        changes=(RemoveChange("duty", "甲", during("03 10:00", "03 14:00")),),
    )
    assert resolve(plan) == Resolution((), (), (0,))


def test_seconds_are_cut_off_everywhere():
    seconds = timedelta(seconds=59)
    window = Span(PLAN.window.start + seconds, PLAN.window.end + seconds)
    change = RemoveChange("duty", "甲", Span(at("03 10:00") + seconds, at("03 12:00") + seconds))
    answer = resolve(replace(PLAN, window=window, changes=(change,)))
    assert [row[1:3] for row in spans(answer)] == [
        ("03 08:30", "03 10:00"),
        ("03 12:00", "04 08:30"),
    ]


def test_spans_are_ordered_by_start_post_and_person():
    plan = replace(
        PLAN,
        posts=(Post("officer"), Post("leader")),
        rules=(
            around_the_clock("B", "officer"),
            around_the_clock("A", "officer"),
            around_the_clock("Z", "leader"),
        ),
    )
    assert [(s.post, s.person) for s in resolve(plan).spans] == [
        ("leader", "Z"),
        ("officer", "A"),
        ("officer", "B"),
    ]


def test_who_is_on_duty_at_an_instant_includes_the_start_and_not_the_end():
    change = ReplaceChange("duty", "甲", "乙", during("03 13:00", "03 17:00"))
    answer = resolve(replace(PLAN, changes=(change,)))
    asked = ["03 08:29", "03 08:30", "03 12:59", "03 13:00", "03 16:59", "03 17:00", "04 08:30"]
    crews = [[span.person for span in on_duty(answer, at(moment))] for moment in asked]
    assert crews == [[], ["甲"], ["甲"], ["乙"], ["乙"], ["甲"], []]


def test_who_is_on_duty_in_an_empty_resolution_is_nobody():
    assert on_duty(Resolution((), ()), datetime(2025, 1, 1, tzinfo=UTC)) == []
