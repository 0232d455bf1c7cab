"""Planned against actual of the sample day, through its handover and the leaving after it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from tests.helpers.day import hand_over, play_day
from tests.helpers.office import id_of

EXPECTED = json.loads(
    (Path(__file__).parents[1] / "data/samples/day/d01-holiday-explosion.expected.json").read_text(
        "utf-8"
    )
)["presence"]
LATE = "仇海波"
AFTER_THE_HANDOVER = ("何佳", "黄志强", "欧阳静")


def at(text):
    return datetime.fromisoformat(text) if text else None


def test_everybody_was_there_as_the_sample_day_says(database, clock):
    day = play_day(database, clock)
    duty = day.desk.duty

    def leaves(name, time):
        clock.to(f"2025-10-07T{time}:00+08:00")
        duty.check_out(day.actors[name], id_of(day.actors[name]))

    clock.to("2025-10-07T08:30:00+08:00")
    duty.check_out(day.actors["石磊"], id_of(day.actors["石磊"]))
    hand_over(day)
    leaves("曾慧", "08:38")
    clock.to("2025-10-07T08:41:00+08:00")
    duty.check_in(day.actors[LATE], id_of(day.actors[LATE]), "deputy")
    for name in AFTER_THE_HANDOVER:
        leaves(name, "08:43")
    got = {
        (one.name, one.post): (one.actual_from, one.actual_to, one.flag)
        for one in day.desk.shifts.get(day.shift_id).people
    }
    for want in EXPECTED:
        if want["person"] not in {LATE, "高翔"}:
            actual = tuple(at(text) for text in want["actual"])
            assert got[want["person"], want["post"]] == (*actual, want.get("flag", "")), want
    (late,) = [one for one in day.desk.shifts.current().people if one.name == LATE]
    assert (late.actual_from, late.flag) == (clock.now().replace(minute=41), "接班迟到11分钟")
