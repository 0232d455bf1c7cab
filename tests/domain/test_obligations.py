"""What is owed, to whom, until when, and how it stands."""

from __future__ import annotations

import pytest

from safetydesk.domain.incident import BasisKind, ReportKind
from safetydesk.domain.obligations import ObligationStatus as Status
from tests.helpers.incident_cases import assessed, at, codes, event, only, owed, sent

RECEIVED = event("received", "10:10")
OCCURRED = event("occurred", "10:00", known="10:10")
START = [OCCURRED, RECEIVED]


def hurt(time, known=None, **numbers):
    return event("casualties", time, known, **numbers)


def test_an_accident_of_unknown_grade_is_owed_to_the_city_and_the_government_in_two_hours():
    answer = assessed(START)
    for to in ("city", "government"):
        obligation = only(answer, "N04", to)
        assert obligation.due_at == at("12:10")
        assert obligation.status is Status.PENDING


def test_nothing_is_owed_before_the_office_was_told():
    assert assessed([event("occurred", "09:00", known="09:00")]).obligations == ()


def test_a_report_at_the_due_second_is_in_time_and_one_second_later_is_late():
    for time, status, late in [("12:10:00", "met", None), ("12:10:01", "met_late", 1)]:
        answer = assessed([*START, sent("initial", "city", time)], "13:00")
        obligation = only(answer, "N04", "city")
        assert (obligation.status, obligation.late_seconds) == (status, late)


def test_an_obligation_is_pending_at_its_due_instant_and_overdue_after_it():
    assert only(assessed(START, "12:10"), "N04", "city").status is Status.PENDING
    overdue = only(assessed(START, "12:11"), "N04", "city")
    assert (overdue.status, overdue.late_seconds) == (Status.OVERDUE, 60)


def test_a_phone_call_does_not_stand_in_for_the_written_report():
    answer = assessed([*START, sent("phone", "city", "10:30")], "12:00")
    assert only(answer, "N04", "city").status is Status.PENDING


def test_where_the_law_names_no_medium_phone_and_initial_both_do():
    for report in ("phone", "initial"):
        events = [*START, sent(report, "provincial_safety_office", "10:30")]
        answer = assessed(events, packs=["national", "shandong"])
        assert only(answer, "SD1").status is Status.MET


def test_graver_news_adds_obligations_from_the_news_and_the_running_ones_keep_their_basis():
    answer = assessed([*START, hurt("11:00", known="11:05", dead=1, missing=2)])
    city, province = only(answer, "N05", "city"), only(answer, "N06", "province")
    assert (city.basis, city.due_at) == (BasisKind.RECEIVED, at("12:10"))
    assert (province.basis, province.due_at) == (BasisKind.POTENTIAL_RAISED, at("12:05"))
    assert owed(answer, "N04") == []


def test_numbers_known_at_receipt_leave_the_basis_at_receipt():
    answer = assessed([hurt("10:05", dead=3), *START])
    province = only(answer, "N06", "province")
    assert (province.basis, province.due_at) == (BasisKind.RECEIVED, at("11:10"))


def test_numbers_known_at_receipt_leave_the_basis_at_what_was_learned_before():
    events = [event("learned", "10:00"), RECEIVED, hurt("10:10", dead=3)]
    obligation = only(assessed(events, packs=["wuhan"]), "WH2")
    assert (obligation.basis, obligation.due_at) == (BasisKind.LEARNED, at("11:00"))


def test_a_call_before_the_news_does_not_meet_what_the_news_added():
    events = [*START, sent("phone", "province", "10:30"), hurt("11:00", dead=3)]
    assert only(assessed(events), "N06").status is Status.PENDING
    events.append(sent("phone", "province", "11:20"))
    assert only(assessed(events), "N06").met_at == at("11:20")


def test_a_correction_moves_the_due_and_keeps_the_former_one_as_history():
    moved = event("correction", "10:00", known="13:00", of="received")
    answer = assessed([*START, sent("initial", "city", "12:05"), moved], "13:30")
    obligation = only(answer, "N04", "city")
    assert obligation.due_at == at("12:00")
    assert obligation.former_dues == (at("12:10"),)
    assert (obligation.status, obligation.late_seconds) == (Status.MET_LATE, 300)
    assert codes(answer) == {"basis_moved_late"}


def test_a_correction_that_leaves_a_report_in_time_raises_no_alert():
    moved = event("correction", "10:05", known="13:00", of="received")
    answer = assessed([*START, sent("initial", "city", "12:00"), moved], "13:30")
    assert codes(answer) == set()


def test_an_unknown_occurrence_is_stood_in_for_by_the_receipt_and_then_replaced():
    events = [RECEIVED, hurt("10:10", dead=3), event("occurred", "09:50", known="10:40")]
    before = only(assessed(events, "10:30", packs=["henan"]), "HA3")
    after = only(assessed(events, "10:50", packs=["henan"]), "HA3")
    assert (before.basis, before.due_at) == (BasisKind.RECEIVED, at("11:10"))
    assert (after.basis, after.due_at) == (BasisKind.OCCURRED, at("10:50"))


def test_a_clock_from_the_occurrence_may_have_run_out_before_receipt():
    events = [event("occurred", "07:00", known="10:10"), RECEIVED, hurt("10:10", dead=3)]
    obligation = only(assessed(events, "10:11", packs=["henan"]), "HA3")
    assert (obligation.due_at, obligation.status) == (at("08:00"), Status.OVERDUE)


def test_a_rule_is_silent_before_the_day_it_came_into_force():
    for day, count in [("2022-02-28", 0), ("2022-03-01", 1)]:
        events = [event("received", f"{day}T08:50")]
        answer = assessed(events, f"{day}T09:00", packs=["shandong"])
        assert len(owed(answer, "SD1")) == count


def test_an_ordinary_accident_goes_no_further_than_the_city():
    answer = assessed([*START, hurt("10:10", dead=2)])
    assert {o.to for o in answer.obligations} == {
        "city",
        "government",
        "peers",
        "statistics_desk",
    }


def test_the_province_reports_a_major_accident_to_the_state_council_at_once():
    answer = assessed([*START, hurt("10:10", dead=10)], "10:30", actor="province")
    council = only(answer, "N07", "state_council")
    assert (council.due_at, council.late_seconds) == (at("10:10"), 1200)
    assert only(answer, "N07", "ministry").due_at == at("12:10")


def test_a_major_accident_is_followed_up_twice_a_day_until_the_rescue_ends():
    events = [*START, hurt("10:10", dead=10)]
    running = owed(assessed(events, "11T13:00"), "N12")
    assert [o.due_at for o in running] == [at("11T00:00"), at("11T12:00"), at("12T00:00")]
    ended = owed(assessed([*events, event("rescue_ended", "11T09:00")], "14T00:00"), "N12")
    assert [o.due_at for o in ended] == [at("11T00:00"), at("11T12:00")]


def test_the_final_report_ends_the_follow_ups_as_well():
    events = [*START, hurt("10:10", dead=1), sent("final", "city", "11T09:00")]
    assert [o.due_at for o in owed(assessed(events, "14T00:00"), "N11")] == [
        at("11T00:00"),
        at("12T00:00"),
    ]


def test_one_follow_up_does_not_count_for_morning_and_evening():
    events = [*START, hurt("10:10", dead=10), sent("follow_up", "city", "11T15:00")]
    day = owed(assessed(events, "12T01:00"), "N12")[1:3]
    assert [o.status for o in day] == [Status.MET_LATE, Status.OVERDUE]


def test_a_missed_day_is_made_good_late_by_the_next_days_report():
    events = [*START, hurt("10:10", dead=1), sent("follow_up", "city", "11T09:00")]
    first, second = owed(assessed(events, "11T10:00"), "N11")
    assert (first.status, first.late_seconds) == (Status.MET_LATE, 9 * 3600)
    assert second.status is Status.MET


def test_henan_wants_follow_ups_before_eight_and_seventeen():
    events = [event("received", "23:52"), hurt("23:52", dead=10)]
    dues = [o.due_at for o in owed(assessed(events, "11T09:00", packs=["henan"]), "HA5")]
    assert dues == [at("11T08:00"), at("11T17:00")]


def test_the_higher_grade_takes_over_the_follow_ups_from_its_news():
    events = [*START, hurt("10:10", dead=1), hurt("11T09:00", dead=10)]
    answer = assessed(events, "12T09:00")
    assert [o.due_at for o in owed(answer, "N11")] == [at("11T00:00"), at("12T00:00")]
    assert [o.due_at for o in owed(answer, "N12")] == [at("12T00:00"), at("12T12:00")]


def test_a_change_of_casualties_after_the_first_report_is_supplemented_the_same_day():
    events = [*START, sent("initial", "city", "11:00"), hurt("13:00", dead=1)]
    obligation = only(assessed(events, "14:00"), "N13")
    assert (obligation.due_at, obligation.raised_at) == (at("11T00:00"), at("13:00"))
    later = [*events, sent("follow_up", "city", "13:30")]
    assert only(assessed(later, "14:00"), "N13").status is Status.MET


def test_evacuations_are_no_change_of_casualties():
    events = [*START, sent("initial", "city", "11:00"), hurt("13:00", evacuated=600, dead=0)]
    assert owed(assessed(events, "14:00"), "N13") == []


@pytest.mark.parametrize(
    ("category", "rule", "last", "first_outside"),
    [
        ("work_safety", "N13", "2026-04-09T23:59", "2026-04-10T00:00"),
        ("fire", "N14", "2026-03-17T23:59", "2026-03-18T00:00"),
        ("road_traffic", "N14", "2026-03-17T23:59", "2026-03-18T00:00"),
    ],
)
def test_the_supplement_window_counts_the_day_of_occurrence_as_day_0(
    category, rule, last, first_outside
):
    def answer(time):
        events = [*START, sent("initial", "city", "11:00"), hurt(time, dead=1)]
        return assessed(events, "2026-05-01T00:00", category=category)

    assert owed(answer(last), rule)
    assert codes(answer(last)) == set()
    assert owed(answer(first_outside), rule) == []
    assert codes(answer(first_outside)) == {"outside_supplement_window"}


def test_a_query_is_answered_by_phone_in_half_an_hour_and_in_writing_in_one():
    query = event("query", "13:02", **{"from": "市委值班室"})
    answer = assessed([*START, query], "13:10")
    assert only(answer, "N18", "市委值班室").due_at == at("13:32")
    assert only(answer, "N19", "市委值班室").due_at == at("14:02")
    called = sent("feedback", "市委值班室", "13:20", medium="phone")
    answer = assessed([*START, query, called], "13:30")
    assert only(answer, "N18").status is Status.MET
    assert only(answer, "N19").status is Status.PENDING


def test_each_query_has_its_own_answer():
    queries = [event("query", time, **{"from": "市委值班室"}) for time in ("13:00", "15:00")]
    called = sent("feedback", "市委值班室", "13:20", medium="phone")
    first, second = owed(assessed([*START, *queries, called], "15:10"), "N18")
    assert (first.status, second.status) == (Status.MET, Status.PENDING)


def test_a_waiver_excuses_what_was_not_reported_and_leaves_what_was():
    waived = event("waived", "11:00", rule="N04", reason="市局口头同意合并报送")
    answer = assessed([*START, sent("initial", "city", "10:40"), waived], "13:00")
    assert only(answer, "N04", "city").status is Status.MET
    excused = only(answer, "N04", "government")
    assert (excused.status, excused.late_seconds) == (Status.WAIVED, None)
    assert excused.waived_because == "市局口头同意合并报送"


def test_what_was_waived_is_owed_again_from_the_time_of_graver_news():
    waived = event("waived", "11:00", rule="N04", to="city", reason="合并报送")
    graver = [*START, waived, hurt("11:30", dead=3)]
    again = only(assessed(graver), "N05", "city")
    assert (again.status, again.basis) == (Status.PENDING, BasisKind.POTENTIAL_RAISED)
    assert again.due_at == at("13:30")
    reported = only(assessed([*graver, sent("initial", "city", "13:00")], "14:00"), "N05", "city")
    assert (reported.status, reported.late_seconds) == (Status.MET, None)
    once_more = event("waived", "11:40", rule="N05", to="city", reason="当面报告")
    assert only(assessed([*graver, once_more]), "N05", "city").status is Status.WAIVED


def test_graver_news_asks_no_second_time_for_what_was_reported_before_it():
    waived = event("waived", "11:00", rule="N04", to="city", reason="合并报送")
    known = [*START, sent("initial", "city", "10:40"), waived, hurt("11:30", dead=3)]
    assert only(assessed(known), "N05", "city").status is Status.MET


def test_a_waiver_still_holds_when_the_grade_turns_out_lower():
    waived = event("waived", "11:00", rule="N05", to="city", reason="合并报送")
    fewer = hurt("11:30", dead=1, reason="重复统计")
    answer = assessed([*START, hurt("10:30", dead=3), waived, fewer])
    assert {o.status for o in answer.obligations if o.to == "city" and "initial" in o.accepted} == {
        Status.WAIVED
    }


def test_the_final_report_stands_in_for_the_follow_up_of_its_day():
    over = [*START, event("rescue_ended", "17:00"), sent("final", "city", "18:00")]
    day = only(assessed(over, "23:00"), "N11", "city")
    assert (day.status, day.met_at) == (Status.MET, at("18:00"))
    without = only(assessed(over[:-1], "23:00"), "N11", "city")
    assert without.status is Status.PENDING


def test_a_lift_entrapment_is_owed_only_once_it_became_an_accident():
    events = [*START, hurt("10:10", trapped=2)]
    more = {"category": "special_equipment", "flags": ["elevator"]}
    assert assessed(events, "11:59", **more).obligations == ()
    assert only(assessed(events, "12:30", **more), "N04", "city").due_at == at("14:00")


def test_a_forest_fire_not_controlled_for_a_day_goes_to_the_state():
    more = {"actor": "province", "family": "natural_disaster", "category": "forest_fire"}
    assert owed(assessed(START, "11T09:59", **more), "FF1") == []
    assert only(assessed(START, "11T10:00", **more), "FF1").due_at == at("11T10:00")
    out = event("extinguished", "20:00")
    assert owed(assessed([*START, out], "11T11:00", **more), "FF1") == []


def test_a_forest_fire_wants_its_final_report_an_hour_after_it_is_out():
    more = {"family": "natural_disaster", "category": "forest_fire"}
    answer = assessed([*START, event("extinguished", "20:00")], "20:30", **more)
    obligation = only(answer, "FF3")
    assert (obligation.report, obligation.due_at) == (ReportKind.FINAL, at("21:00"))


def test_environment_events_are_outside_the_work_safety_rules():
    answer = assessed(START, category="environment")
    assert {o.rule for o in answer.obligations} == {"EN1"}


def test_a_matter_of_others_is_transferred_at_once():
    flag = event("flag", "10:30", name="not_our_competence")
    assert only(assessed([*START, flag]), "N16").due_at == at("10:30")


def test_social_security_events_go_up_at_once_without_a_grade():
    answer = assessed(START, family="social_security", category="other")
    obligation = only(answer, "N23", "city")
    assert (obligation.due_at, answer.grade.potential) == (at("10:10"), None)


def test_social_effect_raises_the_report_to_the_province_whatever_the_grade():
    answer = assessed([*START, event("flag", "10:30", name="social_effect_severe")])
    assert only(answer, "N08").due_at == at("11:30")


def test_obligations_come_in_the_order_of_their_due_times():
    events = [*START, hurt("10:20", dead=10)]
    dues = [o.due_at for o in assessed(events, packs=["henan", "national"]).obligations]
    assert dues == sorted(dues)


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([hurt("10:20", dead=3), hurt("11:00", dead=2)], "casualties_decreased"),
        ([hurt("10:20", dead=2, severely_injured=3, total=6)], "total_mismatch"),
        ([hurt("10:20", missing=1), event("rescue_ended", "11:00")], "rescue_ended_with_missing"),
        ([event("occurred", "10:30", known="10:40")], "occurred_after_received"),
    ],
)
def test_facts_that_do_not_fit_are_found(events, code):
    assert codes(assessed([RECEIVED, *events])) == {code}


@pytest.mark.parametrize(
    "events",
    [
        [hurt("10:20", dead=3), hurt("11:00", dead=2, reason="一人经核实为重复统计")],
        [hurt("10:20", dead=1, severely_injured=2), hurt("11:00", dead=2, severely_injured=1)],
        [hurt("10:20", missing=2), hurt("11:00", missing=0, dead=2)],
        [hurt("10:20", trapped=5), hurt("11:00", trapped=0), event("rescue_ended", "11:30")],
        [hurt("10:20", dead=2, severely_injured=3, lightly_injured=1, total=6)],
    ],
)
def test_facts_with_an_explanation_are_left_in_peace(events):
    assert codes(assessed([*START, *events])) == set()
