"""How times are put into words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.wording import (
    ENGLISH,
    Urgency,
    countdown,
    date_and_weekday,
    full_time,
    moment,
    period,
    span_text,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


NOW = at("2026-11-22 05:33:12")


@pytest.mark.parametrize(
    ("due", "words", "urgency"),
    [
        ("2026-11-22 05:45:12", "还剩 12 分 · 05:45 前", Urgency.SOON),
        ("2026-11-22 05:48:13", "还剩 15 分 · 05:48 前", Urgency.FAR),
        ("2026-11-22 05:30:00", "已超 3 分 · 05:30 前", Urgency.OVERDUE),
        ("2026-11-22 05:33:12", "已超 0 秒 · 05:33 前", Urgency.OVERDUE),
        ("2026-11-22 05:33:50", "还剩 38 秒 · 05:33 前", Urgency.SOON),
        ("2026-11-22 07:00:00", "还剩 1 小时 26 分 · 07:00 前", Urgency.FAR),
        ("2026-11-23 17:00:00", "还剩 1 天 11 小时 · 23日 17:00 前", Urgency.FAR),
        ("2026-12-02 08:00:00", "还剩 10 天 2 小时 · 12月2日 08:00 前", Urgency.FAR),
        ("2027-01-01 05:33:12", "还剩 40 天 · 2027年1月1日 05:33 前", Urgency.FAR),
    ],
)
def test_a_deadline_is_told_relative_first_then_absolute(due, words, urgency):
    told = countdown(at(due), NOW, SHANGHAI)
    assert (told.text, told.urgency) == (words, urgency)
    assert told.text == f"{told.relative} · {told.absolute}"


def test_midnight_decides_whether_the_day_is_named():
    before_midnight = at("2026-11-21 23:59")
    assert moment(at("2026-11-21 23:59"), before_midnight, SHANGHAI) == "23:59"
    assert moment(at("2026-11-22 00:00"), before_midnight, SHANGHAI) == "22日 00:00"


def test_english_words_are_used_where_asked_for():
    assert countdown(at("2026-11-22 05:45:12"), NOW, SHANGHAI, ENGLISH).text == (
        "12 min left · by 05:45"
    )


def test_dates_and_spans_name_what_is_needed():
    assert date_and_weekday(NOW.astimezone(SHANGHAI).date()) == "11月22日 星期日"
    assert full_time(NOW, SHANGHAI) == "2026年11月22日 05:33"
    shift = span_text(at("2026-11-21 08:30"), at("2026-11-22 08:30"), SHANGHAI)
    assert shift == "11月21日 08:30 — 22日 08:30"
    month_end = span_text(at("2026-11-30 08:30"), at("2026-12-01 08:30"), SHANGHAI)
    assert month_end == "11月30日 08:30 — 12月1日 08:30"
    assert span_text(at("2026-11-21 08:30"), at("2026-11-21 17:30"), SHANGHAI) == (
        "11月21日 08:30 — 17:30"
    )


UNITS = {"天": 86_400, "小时": 3_600, "分": 60, "秒": 1}


@given(st.integers(min_value=0, max_value=10**8))
def test_a_period_never_promises_more_than_there_is(seconds):
    parts = period(timedelta(seconds=seconds)).split(" ")
    told = sum(int(n) * UNITS[unit] for n, unit in zip(parts[::2], parts[1::2], strict=True))
    finest = UNITS[parts[-1]]
    assert told <= seconds
    assert seconds - told < max(finest, 3_600 if "天" in parts else 60)
