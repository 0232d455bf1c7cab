"""What kind of day a date is, and the yearly notice read from its own words."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.day_class import (
    DayCalendar,
    DayClass,
    KeyPeriod,
    RestDetail,
    SpecialDay,
    classify,
    ordinary_class,
)
from safetydesk.domain.errors import BadInput
from safetydesk.domain.statutory_days import KNOWN_YEARS, statutory_days
from safetydesk.domain.year_notice import changed_days, read_notice, special_days
from safetydesk.exchange.holiday_calendar import shipped_notices

CASES = json.loads((Path(__file__).parents[1] / "data/cases/dayclass.json").read_text("utf-8"))
NOTICES = {notice.year: notice for notice in shipped_notices()}
SHIPPED = DayCalendar.of((day for n in NOTICES.values() for day in n.days), NOTICES)
TEXT_2026 = """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。
2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""
TEXT_2025 = """
元旦：1月1日（周三）放假1天，不调休。
春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
清明节：4月4日（周五）至6日（周日）放假，共3天。
劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
端午节：5月31日（周六）至6月2日（周一）放假，共3天。
国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
"""


@pytest.mark.parametrize(
    "case", [case for case in CASES if "date" in case["given"]], ids=lambda case: case["id"]
)
def test_a_date_has_the_class_of_its_case(case):
    kind = classify(date.fromisoformat(case["given"]["date"]), SHIPPED)
    expected = case["expect"]
    counted = DayClass.STATUTORY if kind.day_class.statutory else kind.day_class
    assert counted == expected["class"]
    assert kind.name == expected.get("holiday", "")
    assert kind.detail == expected.get("detail")
    assert kind.known is expected.get("known", True)


@pytest.mark.parametrize("case", [case for case in CASES if "year" in case["given"]])
def test_a_year_adds_up(case):
    first = date(case["given"]["year"], 1, 1)
    days = [first + timedelta(days=n) for n in range(365)]
    found = Counter(classify(day, SHIPPED).day_class for day in days)
    found[DayClass.STATUTORY] += found.pop(DayClass.SPRING_FESTIVAL)
    assert dict(found) == case["expect"]["count"]


@pytest.mark.parametrize(("year", "text"), [(2025, TEXT_2025), (2026, TEXT_2026)])
def test_the_words_of_a_notice_say_what_the_shipped_data_say(year, text):
    read = special_days(read_notice(text, year), year)
    assert changed_days(NOTICES[year].days, read) == []
    shipped = {row.day: row.detail for row in NOTICES[year].days}
    assert {row.day: row.detail for row in read} == shipped


def test_the_days_of_spring_festival_are_told_apart():
    spring = [r.day for r in NOTICES[2026].days if r.day_class is DayClass.SPRING_FESTIVAL]
    assert spring == [date(2026, 2, day) for day in (16, 17, 18, 19)]


def test_a_break_over_the_turn_of_the_year_names_the_year():
    (pause,) = read_notice("元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023)
    assert (pause.first, pause.last) == (date(2022, 12, 31), date(2023, 1, 2))


def test_a_day_joined_to_the_weekend_brings_it_along():
    (pause,) = read_notice("清明节：4月4日（周五）放假，与周末连休。", 2025)
    assert (pause.first, pause.last) == (date(2025, 4, 4), date(2025, 4, 6))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("各地区、各部门：", "calendar.no_holiday"),
        ("国庆节：另行通知。", "calendar.no_break"),
        ("国庆节：10月1日至32日放假。", "calendar.no_such_day"),
        ("国庆节：10月7日至1日放假。", "calendar.break_too_long"),
        ("国庆节：10月1日至7日放假。10月9日上班。", "calendar.worked_anyway"),
        ("国庆节：10月1日至7日放假。\n中秋节：10月6日至8日放假。", "calendar.day_twice"),
        ("国庆节：10月1日至7日放假调休。", "calendar.statutory_missing"),
    ],
)
def test_a_notice_that_cannot_be_is_refused_with_its_place(text, code):
    with pytest.raises(BadInput) as refused:
        special_days(read_notice(text, 2026), 2026)
    assert refused.value.code == code
    assert refused.value.fields["where"]


def test_a_key_period_overlays_the_class():
    period = KeyPeriod("国庆安全防范", date(2025, 9, 28), date(2025, 10, 8))
    calendar = DayCalendar.of(NOTICES[2025].days, [2025], [period])
    inside, outside = (classify(date(2025, 10, day), calendar) for day in (8, 9))
    assert inside.key_periods == ("国庆安全防范",)
    assert (inside.day_class, outside.key_period) == (DayClass.REST, False)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_day_without_a_notice_is_what_its_weekday_says_and_says_so(day):
    kind = classify(day, DayCalendar.of([], []))
    assert (kind.day_class, kind.known) == (ordinary_class(day), False)


@given(st.sampled_from(sorted(NOTICES)))
def test_worked_weekends_pay_for_bridging_days(year):
    """Nobody wins or loses a workday: each moved workday has its worked weekend day."""
    days = NOTICES[year].days
    bridging = sum(row.detail is RestDetail.BRIDGING for row in days)
    made_up = sum(row.day_class is DayClass.MAKEUP_WORKDAY for row in days)
    around = 1  # a break over the turn of the year has its worked day on the other side
    assert abs(bridging - made_up) <= around


@given(st.sampled_from(sorted(KNOWN_YEARS)))
def test_the_law_gives_eleven_days_and_thirteen_from_2025(year):
    merged = year in {2020, 2028, 2031}  # 中秋 on 国庆
    assert len(statutory_days(year)) == (13 if year >= 2025 else 11) - merged


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), unique=True))
def test_only_days_whose_class_differs_are_named_as_changed(days):
    rows = [SpecialDay(day, DayClass.REST) for day in days]
    assert changed_days([], rows) == sorted(days)
    assert changed_days(rows, rows) == []
