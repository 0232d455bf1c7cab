"""Duty plans as JSON: what is read, how refusals name the field, what is written."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.duty import (
    AddChange,
    Advance,
    DutyFact,
    DutySource,
    DutySpan,
    Gap,
    Planned,
    RemoveChange,
    ReplaceChange,
    Resolution,
    TurnUnit,
)
from safetydesk.domain.errors import BadInput
from safetydesk.domain.spans import Span
from safetydesk.exchange.plan_json import read_plan, write_resolution

DAY = {"from": "2025-11-03T08:30:00+08:00", "to": "2025-11-04T08:30:00+08:00"}
PLAN = {
    "zone": "Asia/Shanghai",
    "now": "2025-11-03T08:30:00+08:00",
    "window": DAY,
    "posts": [{"id": "leader", "minimum": 1}, {"id": "officer", "minimum": 2}],
    "rotations": [
        {
            "id": "r1",
            "members": [["甲"], ["乙", "丙"], []],
            "start": "2025-09-01T08:30",
            "unit": "week",
            "count": 2,
            "advance": "served",
        }
    ],
    "rules": [
        {
            "post": "leader",
            "rotation": "r1",
            "weekdays": ["Mon", "Sun"],
            "from": "08:30",
            "to": "08:30",
        },
        {"post": "officer", "person": "丁", "weekdays": ["Sat"], "from": "08:30", "to": "20:30"},
    ],
    "rosters": [
        {**DAY, "shifts": [{"post": "officer", "person": "A1", **DAY}]},
        {**DAY, "shifts": [], "posts": ["leader"], "planned": "shifts"},
    ],
    "changes": [
        {"kind": "replace", "post": "officer", "person": "A7", "by": "A1", **DAY},
        {"kind": "add", "post": "officer", "by": "A9", **DAY},
        {"kind": "remove", "post": "officer", "person": "A2", **DAY},
    ],
    "facts": [{"post": "officer", "person": "A1", "from": DAY["from"], "to": None}],
}
WHOLE_DAY = Span(datetime(2025, 11, 3, 0, 30, tzinfo=UTC), datetime(2025, 11, 4, 0, 30, tzinfo=UTC))


def read(plan):
    return read_plan(json.dumps(plan, ensure_ascii=False), "PLAN.json")


def changed(path, value):
    """The plan with one value replaced, or with the key left out where the value is ``...``."""
    plan = copy.deepcopy(PLAN)
    *way, last = path
    place: Any = plan
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return plan


def test_every_part_of_a_plan_is_read():
    plan = read(PLAN)
    assert (plan.zone, plan.now, plan.window) == (
        ZoneInfo("Asia/Shanghai"),
        WHOLE_DAY.start,
        WHOLE_DAY,
    )
    assert [(post.key, post.minimum) for post in plan.posts] == [("leader", 1), ("officer", 2)]
    (rotation,) = plan.rotations
    assert rotation.members == (("甲",), ("乙", "丙"), ())
    assert rotation.start == datetime(2025, 9, 1, 8, 30)
    assert (rotation.unit, rotation.count, rotation.advance) == (TurnUnit.WEEK, 2, Advance.SERVED)
    assert (plan.rules[0].weekdays, plan.rules[0].rotation) == (frozenset({0, 6}), "r1")
    assert (plan.rules[1].person, plan.rules[1].ends) == ("丁", time(20, 30))
    assert (plan.rosters[0].planned, plan.rosters[1].planned) == (Planned.WINDOW, Planned.SHIFTS)
    assert plan.rosters[1].named == {"leader"}
    assert plan.changes == (
        ReplaceChange("officer", "A7", "A1", WHOLE_DAY),
        AddChange("officer", "A9", WHOLE_DAY),
        RemoveChange("officer", "A2", WHOLE_DAY),
    )
    assert plan.facts == (DutyFact("officer", "A1", WHOLE_DAY.start, None),)


def test_lists_without_entries_may_be_left_out():
    plan = read({key: PLAN[key] for key in ("zone", "now", "window", "posts")})
    assert (plan.rotations, plan.rules, plan.rosters, plan.changes, plan.facts) == ((),) * 5


def test_seconds_are_cut_off_and_z_stands_for_utc():
    window = {"from": "2025-11-03T00:30:59Z", "to": "2025-11-04T00:30:00.5Z"}
    assert read(changed(["window"], window)).window == WHOLE_DAY


def test_a_byte_order_mark_is_no_part_of_the_plan():
    content = json.dumps(PLAN, ensure_ascii=False).encode("utf-8-sig")
    assert read_plan(content, "PLAN.json") == read(PLAN)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (["zone"], "Asia/Shang", "zone"),
        (["zone"], "../etc", "zone"),
        (["zone"], "", "zone"),
        (["zone"], ..., "zone"),
        (["now"], "2025-11-03", "now"),
        (["now"], "0001-01-01T00:00:00+08:00", "now"),
        (["window"], ..., "window"),
        (["window"], [], "window"),
        (["window", "from"], "2025-11-03T08:30:00", "window.from"),
        (["window", "to"], "2025-11-02T08:30:00+08:00", "window.to"),
        (["window", "to"], "9999-12-31T23:59:59+08:00", "window.to"),
        (["posts"], ..., "posts"),
        (["posts"], {}, "posts"),
        (["posts", 0, "minimum"], -1, "posts[0].minimum"),
        (["posts", 0, "minimum"], True, "posts[0].minimum"),
        (["posts", 0, "minimum"], 1.5, "posts[0].minimum"),
        (["posts", 1, "id"], "leader", "posts[1].id"),
        (["posts", 1], "leader", "posts[1]"),
        (["rotations", 0, "members"], [], "rotations[0].members"),
        (["rotations", 0, "members", 1], "乙", "rotations[0].members[1]"),
        (["rotations", 0, "members", 1, 1], " ", "rotations[0].members[1][1]"),
        (["rotations", 0, "start"], "2025-09-01T08:30+08:00", "rotations[0].start"),
        (["rotations", 0, "unit"], "year", "rotations[0].unit"),
        (["rotations", 0, "count"], 0, "rotations[0].count"),
        (["rotations", 0, "advance"], None, "rotations[0].advance"),
        (["rules", 0, "post"], "driver", "rules[0].post"),
        (["rules", 0, "rotation"], "r2", "rules[0].rotation"),
        (["rules", 0, "rotation"], ..., "rules[0]"),
        (["rules", 0, "person"], "甲", "rules[0]"),
        (["rules", 0, "weekdays", 1], "Sunday", "rules[0].weekdays[1]"),
        (["rules", 1, "from"], "8:30", "rules[1].from"),
        (["rules", 1, "to"], "24:00", "rules[1].to"),
        (["rosters", 0, "shifts", 0, "post"], "x", "rosters[0].shifts[0].post"),
        (["rosters", 0, "shifts", 0, "person"], 7, "rosters[0].shifts[0].person"),
        (["rosters", 0, "shifts"], ..., "rosters[0].shifts"),
        (["rosters", 1, "posts", 0], "x", "rosters[1].posts[0]"),
        (["rosters", 1, "planned"], "nights", "rosters[1].planned"),
        (["changes", 0, "kind"], "swap", "changes[0].kind"),
        (["changes", 0, "kind"], ["add"], "changes[0].kind"),
        (["changes", 0, "by"], ..., "changes[0].by"),
        (["changes", 1, "post"], "x", "changes[1].post"),
        (["changes", 2, "person"], "\ud800", "changes[2].person"),
        (["changes", 2, "from"], "2025-02-30T08:30:00+08:00", "changes[2].from"),
        (["facts", 0, "to"], "2025-11-01T08:30:00+08:00", "facts[0].to"),
        (["facts", 0, "from"], "9999-12-31T23:59:59-08:00", "facts[0].from"),
        (["facts", 0, "to"], ..., "facts[0].to"),
    ],
)
def test_a_refusal_names_the_file_and_the_field(path, value, where):
    with pytest.raises(BadInput) as refused:
        read_plan(json.dumps(changed(path, value)), "PLAN.json")
    assert refused.value.fields["where"] == f"PLAN.json: {where}"
    assert refused.value.fields["expected"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", '{"zone": "上海"}'.encode("gbk"), b"[" * 100_000, b"1" * 5000],
)
def test_a_file_that_is_no_json_object_is_refused(content):
    with pytest.raises(BadInput) as refused:
        read_plan(content, "PLAN.json")
    assert refused.value.fields["where"] == "PLAN.json"


def test_neither_person_nor_rotation_is_refused_with_both_names():
    with pytest.raises(BadInput) as refused:
        read(changed(["rules", 1, "person"], ...))
    assert "person" in refused.value.fields["expected"]
    assert "rotation" in refused.value.fields["expected"]


def test_a_resolution_is_written_with_the_offset_of_its_zone():
    span = DutySpan(
        "officer", "甲", WHOLE_DAY.start, WHOLE_DAY.end, DutySource.FACT, truncated=True
    )
    gap = Gap("leader", WHOLE_DAY.start, WHOLE_DAY.end, 0, 1)
    written = write_resolution(Resolution((span,), (gap,), (2,)), ZoneInfo("Asia/Shanghai"))
    assert written == {
        "spans": [{"post": "officer", "person": "甲", **DAY, "source": "fact", "truncated": True}],
        "gaps": [{"post": "leader", **DAY, "have": 0, "need": 1}],
        "no_effect": [2],
    }
