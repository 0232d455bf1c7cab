"""Daily, nil and weekly reports of a key period: by its own words, by the rules, by holidays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import pytest

from safetydesk.domain.incident import ActorLevel, Recipient
from safetydesk.domain.period_reports import (
    DailySent,
    PeriodReport,
    ReportingPeriod,
    reports_of,
)
from safetydesk.domain.report_term import read_terms, written_terms
from safetydesk.domain.rule_pack import PackPeriod, RulePack
from safetydesk.services.rule_packs import load_packs
from tests.helpers.incident_cases import ZONE, at

(HOLIDAY,) = load_packs(["holiday"])
ALL_ON = replace(HOLIDAY, rules=tuple(replace(rule, default_on=True) for rule in HOLIDAY.rules))
BARE = RulePack("none", "无", ())


def period(
    name: str = "安全防范", report_by: str = "", holidays: Iterable[date] = ()
) -> ReportingPeriod:
    """From Tuesday 10 March 2026 08:30 for fifteen days."""
    return ReportingPeriod(
        id=7,
        name=name,
        start=at("10T08:30"),
        end=at("25T08:30"),
        zone=ZONE,
        report_by=report_by,
        holidays=frozenset(holidays),
    )


def owed(
    one: ReportingPeriod,
    now: str,
    pack: RulePack = BARE,
    sent: Iterable[DailySent] = (),
    actor: ActorLevel = ActorLevel.COUNTY,
) -> tuple[PeriodReport, ...]:
    return reports_of(one, [PackPeriod(None, (pack,))], actor, sent, at(now))


def dues(reports: Iterable[PeriodReport]) -> list[str]:
    return [f"{one.due_at.astimezone(ZONE):%dT%H:%M}" for one in reports]


def went_out(clock: str, *levels: str) -> DailySent:
    return DailySent(at(clock), frozenset(levels))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("15:00", "15:00"),
        ("每日8:00，17:00", "08:00、17:00"),
        ("每周三 9：00前", "每周三 09:00"),
        ("15:00；星期一、四 10:30", "15:00；每周一、四 10:30"),
        ("", ""),
    ],
)
def test_terms_are_kept_as_the_office_would_write_them(words: str, kept: str) -> None:
    assert written_terms(read_terms(words)) == kept
    assert written_terms(read_terms(kept)) == kept


@pytest.mark.parametrize("words", ["下午三点", "25:00", "每周八 09:00", "周三", "15:00;"])
def test_words_that_say_no_time_are_refused(words: str) -> None:
    if words.endswith(";"):
        assert written_terms(read_terms(words)) == "15:00"
        return
    with pytest.raises(ValueError, match=r".*"):
        read_terms(words)


def test_a_weekly_report_of_its_own_falls_on_its_day_and_stays_until_the_next() -> None:
    weekly = period(report_by="每周三 09:00")
    assert dues(owed(weekly, "10T10:00")) == ["11T09:00"]
    assert dues(owed(weekly, "15T10:00")) == ["11T09:00"]
    assert dues(owed(weekly, "17T10:00")) == ["11T09:00", "18T09:00"]


def test_a_weekly_report_counts_from_a_day_before_and_not_for_the_next_week() -> None:
    weekly = period(report_by="每周三 09:00")
    early = owed(weekly, "17T10:00", sent=[went_out("10T09:30")])
    assert [one.met for one in early] == [True, False]
    assert not owed(weekly, "11T08:00", sent=[went_out("10T08:59")])[0].met


def test_what_makes_a_missed_day_good_after_midnight_is_not_the_report_of_the_next() -> None:
    daily = period(report_by="15:00")
    late, next_day = went_out("12T00:10"), went_out("12T10:00")
    by_day = {one.due_at: one.met for one in owed(daily, "12T14:00", sent=[late])}
    assert by_day[at("11T15:00")]
    assert not by_day[at("12T15:00")]
    by_day = {one.due_at: one.met for one in owed(daily, "12T14:00", sent=[late, next_day])}
    assert by_day[at("12T15:00")]


def test_a_report_in_the_morning_is_that_of_its_day_though_the_day_before_was_missed() -> None:
    sent = [went_out("12T10:00")]
    by_day = {one.due_at: one.met for one in owed(period(report_by="15:00"), "12T14:00", sent=sent)}
    assert by_day[at("12T15:00")]
    assert not by_day[at("11T15:00")]


def test_two_reports_a_day_want_two_reports() -> None:
    twice = period(report_by="08:00、17:00")
    today = owed(twice, "12T18:00", sent=[went_out("12T07:50")])
    met = {f"{one.due_at.astimezone(ZONE):%dT%H:%M}": one.met for one in today}
    assert (met["12T08:00"], met["12T17:00"]) == (True, False)


def test_a_key_period_owes_the_zero_report_of_the_rule_without_any_word_of_its_own() -> None:
    found = owed(period(), "12T10:00", HOLIDAY)
    assert dues(found) == ["11T15:00", "12T15:00", "13T15:00"]
    assert {(one.rule.id, one.to) for one in found if one.rule} == {("HD2", Recipient.GOVERNMENT)}


def test_what_the_period_says_itself_stands_for_the_rule_at_the_same_time() -> None:
    found = owed(period(report_by="15:00"), "12T10:00", HOLIDAY)
    assert {one.rule for one in found} == {None}
    assert dues(found) == ["11T15:00", "12T15:00", "13T15:00"]


def test_a_report_of_the_day_settles_a_rule_only_at_its_recipient() -> None:
    def met(*levels: str) -> bool:
        found = owed(period(), "12T10:00", HOLIDAY, [went_out("12T09:00", *levels)])
        return next(one.met for one in found if one.due_at == at("12T15:00"))

    assert met("government", "city")
    assert not met("city")


def test_the_weekly_report_of_the_spring_travel_follows_its_rule_once_switched_on() -> None:
    def weekly(name: str, pack: RulePack) -> list[str]:
        found = owed(period(name), "17T20:00", pack)
        return dues(one for one in found if one.rule and one.rule.id == "HD3")

    assert weekly("春运", ALL_ON) == ["11T09:00", "18T09:00"]
    assert weekly("春运", HOLIDAY) == []
    assert weekly("国庆", ALL_ON) == []


def test_rules_about_holidays_ask_on_the_holidays_of_the_period_only() -> None:
    festival = [date(2026, 3, 12), date(2026, 3, 13)]
    found = owed(period("春运", holidays=festival), "12T10:00", ALL_ON)
    daily = [one for one in found if one.rule and one.due_at.astimezone(ZONE).hour == 12]
    assert dues(daily) == ["12T12:00", "13T12:00"]


def test_meetings_ask_for_the_daily_report_of_the_place() -> None:
    (beijing,) = load_packs(["beijing"])
    found = owed(period("全国两会"), "12T10:00", beijing)
    assert dues(found) == ["12T00:00", "13T00:00"]
    assert not owed(period("安全防范"), "12T10:00", beijing)


def test_rules_for_other_levels_ask_nothing() -> None:
    assert not owed(period(), "12T10:00", HOLIDAY, actor=ActorLevel.PROVINCE)


def test_a_changed_rule_holds_for_what_begins_afterwards() -> None:
    later = replace(
        HOLIDAY,
        rules=tuple(
            replace(rule, schedule=read_terms("16:00")[0]) if rule.id == "HD2" else rule
            for rule in HOLIDAY.rules
        ),
    )
    texts = [PackPeriod(None, (HOLIDAY,)), PackPeriod(at("12T10:00"), (later,))]
    found = reports_of(period(), texts, ActorLevel.COUNTY, (), at("12T11:00"))
    assert dues(found) == ["11T15:00", "12T15:00", "13T16:00"]


def test_nothing_is_owed_beyond_the_end_of_the_period() -> None:
    assert dues(owed(period(report_by="15:00"), "24T20:00")) == ["24T15:00"]
    assert dues(owed(period(report_by="15:00"), "26T20:00")) == ["24T15:00"]


def test_every_report_has_a_name_of_its_own() -> None:
    found = owed(period("春运", "08:00；17:00"), "12T10:00", ALL_ON)
    assert len({one.item for one in found}) == len(found)
    assert isinstance(found[0].due_at, datetime)
