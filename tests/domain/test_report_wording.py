"""The words of times in reports and log lines around midnight and the turn of the year."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.incident import BasisKind, Casualties
from safetydesk.domain.incident_entries import (
    casualty_line,
    correction_line,
    extinguished_line,
    rescue_ended_line,
    transfer_reason,
)
from safetydesk.domain.incident_record import BasisRecord
from safetydesk.domain.report import Covers
from safetydesk.domain.report_news import NewsKind, Snapshot, news_between, time_after
from safetydesk.domain.report_wording import opening_of

ZONE = ZoneInfo("Asia/Shanghai")
EVE, YEAR = "2025-12-31T23:50", "2026-01-01T00:20"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def known(occurred: str, received: str | None, made: str = YEAR) -> Snapshot:
    bases = {
        BasisKind.OCCURRED: BasisRecord(
            BasisKind.OCCURRED, at(occurred), "园区", at(made), approximate=True
        )
    }
    if received:
        bases[BasisKind.RECEIVED] = BasisRecord(
            BasisKind.RECEIVED, at(received), "园区", at(received)
        )
    return Snapshot(title="某厂爆炸", zone=ZONE, covers=Covers(1, 1, at(made)), bases=bases)


def test_an_occurrence_of_the_day_before_is_told_with_its_day():
    assert opening_of(known(EVE, YEAR)) == (
        "1月1日0时20分，我局接园区报告：2025年12月31日23时50分许，某厂爆炸。"
    )
    assert opening_of(known("2025-10-05T23:50", "2025-10-06T00:20", "2025-10-06T01:00")) == (
        "10月6日0时20分，我局接园区报告：10月5日23时50分许，某厂爆炸。"
    )


def test_an_occurrence_of_the_day_of_its_receipt_needs_no_day():
    assert "报告：10时05分许，" in opening_of(known("2026-01-01T10:05", "2026-01-01T10:12"))


def test_without_a_receipt_the_occurrence_names_its_day():
    assert opening_of(known(EVE, None)) == "2025年12月31日23时50分许，某厂爆炸。"


def test_a_report_of_the_new_year_names_the_year_of_the_receipt():
    assert opening_of(known(EVE, EVE)).startswith("2025年12月31日23时50分，我局接")


def test_a_corrected_time_of_another_day_names_both_days():
    news = news_between(known(YEAR, YEAR), known(EVE, YEAR))
    [time] = [item for item in news if item.kind is NewsKind.TIME]
    assert (time.before, time.after) == ("2026年1月1日0时20分许", "2025年12月31日23时50分")


@pytest.mark.parametrize(
    ("time", "named", "words"),
    [
        ("2025-10-06T00:00", "2025-10-06T23:59", "0时00分"),
        ("2025-10-05T23:59", "2025-10-06T00:00", "10月5日23时59分"),
        ("2024-10-06T10:05", "2025-10-06T10:05", "2024年10月6日10时05分"),
    ],
)
def test_a_day_is_named_where_it_differs(time, named, words):
    assert time_after(at(time), at(named), ZONE) == words


def test_lines_of_the_log_name_the_day_of_a_time_of_another_day():
    eve, now = at(EVE), at(YEAR)
    numbers = Casualties(time=eve, known_at=now, dead=1)
    shown = "2025年12月31日23时50分"
    assert casualty_line(numbers, now, ZONE) == f"截至{shown}，死亡1人"
    assert rescue_ended_line(eve, "", now, ZONE) == f"{shown}现场搜救结束"
    assert extinguished_line(eve, "", now, ZONE) == f"{shown}明火扑灭"
    assert shown in transfer_reason("区市场监管局", eve, now, ZONE)
    corrected = correction_line(BasisKind.OCCURRED, now, eve, "录像", written_at=now, zone=ZONE)
    assert corrected == f"事发时间更正为{shown}（原报2026年1月1日0时20分），依据：录像"
