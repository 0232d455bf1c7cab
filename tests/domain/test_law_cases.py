"""Difficult cases with answers worked out by hand from the texts: each row says its arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from safetydesk.domain.obligations import Assessment, Obligation
from tests.helpers.incident_cases import assessed, at, codes, event, sent

Owed = tuple[str, str, str, str]
"""Rule, recipient, due, status: of one obligation that must be there."""


@dataclass(frozen=True)
class Law:
    """A case: what happened, what must be owed, what must not, grades (confirmed, potential)."""

    name: str
    events: list[dict[str, Any]]
    as_of: str
    owed: tuple[Owed, ...] = ()
    absent: tuple[tuple[str, str], ...] = ()
    grade: tuple[str | None, str | None] | None = None
    near_miss: bool | None = None
    alerts: frozenset[str] | None = None
    more: dict[str, Any] = field(default_factory=dict)


def hurt(time: str, known: str | None = None, **numbers: object) -> dict[str, Any]:
    return event("casualties", time, known, **numbers)


def told(time: str = "10:00", known: str | None = None) -> dict[str, Any]:
    return event("received", time, known)


def pack(*names: str, **more: Any) -> dict[str, Any]:
    return {"packs": ["national", *names], **more}


TIMES = [
    Law(
        "month end: 23:30 on 31 January + 2 h is 01:30 on 1 February",
        [told("2026-01-31T23:30")],
        "2026-02-01T01:30",
        owed=(("N04", "city", "2026-02-01T01:30", "pending"),),
    ),
    Law(
        "leap day: 22:30 on 28 February 2028 + 2 h is 00:30 on the 29th",
        [told("2028-02-28T22:30")],
        "2028-02-29T00:31",
        owed=(("N04", "government", "2028-02-29T00:30", "overdue"),),
    ),
    Law(
        "year end in Henan: 23:50 + 15 min and + 35 min lie in the new year",
        [
            event("occurred", "2025-12-31T23:50"),
            told("2025-12-31T23:55"),
            hurt("2025-12-31T23:55", dead=10),
        ],
        "2026-01-01T00:05",
        owed=(
            ("HA1", "province", "2026-01-01T00:05", "pending"),
            ("HA2", "province", "2026-01-01T00:25", "pending"),
        ),
        absent=(("HA3", "province"), ("HA4", "province")),
        more=pack("henan"),
    ),
    Law(
        "a second after the due instant is overdue",
        [told("10:00")],
        "12:00:01",
        owed=(("N04", "city", "12:00", "overdue"),),
    ),
    Law(
        "what became known at the very instant of the answer is known",
        [told(), hurt("10:10", "12:00", dead=3)],
        "12:00",
        grade=("GRADE_3", "GRADE_3"),
        owed=(("N06", "province", "13:00", "pending"),),
    ),
    Law(
        "a minute before it was known it counts for nothing",
        [told(), hurt("10:10", "12:00", dead=3)],
        "11:59",
        grade=(None, None),
        absent=(("N06", "province"),),
    ),
    Law(
        "events may stand in the file in any order",
        [hurt("10:30", dead=3), told(), event("occurred", "09:50")],
        "11:00",
        grade=("GRADE_3", "GRADE_3"),
        owed=(("N06", "province", "11:30", "pending"),),
    ),
    Law(
        "a number left out stays: three dead, then one missing",
        [told(), hurt("10:00", dead=3), hurt("10:30", missing=1)],
        "11:00",
        grade=("GRADE_3", "GRADE_3"),
    ),
]

RAISED = [
    Law(
        "tenth death at 15:00: phone to the province by 16:00, city keeps its 12:00",
        [
            told(),
            hurt("10:00", dead=2),
            sent("initial", "city", "11:00"),
            hurt("15:00", dead=10),
        ],
        "15:30",
        owed=(
            ("N08", "province", "16:00", "pending"),
            ("N07", "city", "12:00", "met"),
            ("N15", "city", "15:00", "overdue"),
        ),
        absent=(("N04", "city"), ("N06", "province")),
        grade=("GRADE_2", "GRADE_2"),
    ),
    Law(
        "news of 10:05 that arrives at 14:00 starts its clock at 14:00",
        [told(), hurt("10:05", "14:00", dead=3)],
        "14:30",
        owed=(("SD2", "provincial_safety_office", "15:00", "pending"),),
        more=pack("shandong"),
    ),
    Law(
        "numbers known before the receipt count from the receipt",
        [hurt("09:50", dead=10), told("10:00")],
        "10:30",
        owed=(("N08", "province", "11:00", "pending"),),
    ),
    Law(
        "nine dead and one missing may be ten dead: potential only",
        [told(), hurt("10:00", dead=9, missing=1)],
        "10:30",
        grade=("GRADE_3", "GRADE_2"),
        owed=(("N08", "province", "11:00", "pending"),),
    ),
    Law(
        "found alive: the potential grade and what it began stay",
        [told(), hurt("10:00", dead=9, missing=1), hurt("11:30", missing=0)],
        "12:30",
        grade=("GRADE_3", "GRADE_2"),
        owed=(("N08", "province", "11:00", "overdue"),),
    ),
    Law(
        "two steps: three dead at 11:00, ten at 14:00; each adds its own phone call",
        [told(), hurt("11:00", dead=3), hurt("14:00", dead=10)],
        "14:30",
        owed=(
            ("N06", "province", "12:00", "overdue"),
            ("N08", "province", "15:00", "pending"),
        ),
    ),
    Law(
        "a severe social effect at 13:00 without casualties: phone by 14:00, no grade",
        [told(), event("flag", "13:00", name="social_effect_severe")],
        "13:30",
        grade=(None, None),
        owed=(("N08", "province", "14:00", "pending"),),
    ),
    Law(
        "what may escalate is told upwards at once, whatever its grade",
        [told()],
        "10:30",
        owed=(("N15", "city", "10:00", "overdue"),),
        more={"flags": ["may_escalate"]},
    ),
]

CORRECTED = [
    Law(
        "receipt moved from 10:00 to 09:40: due 11:40, sent 11:50 is ten minutes late",
        [
            told(),
            sent("initial", "city", "11:50"),
            event("correction", "09:40", "12:00", of="received"),
        ],
        "12:30",
        owed=(("N04", "city", "11:40", "met_late"),),
        alerts=frozenset({"basis_moved_late"}),
    ),
    Law(
        "a correction that is not known yet moves nothing",
        [
            told(),
            sent("initial", "city", "11:50"),
            event("correction", "09:40", "12:45", of="received"),
        ],
        "12:30",
        owed=(("N04", "city", "12:00", "met"),),
        alerts=frozenset(),
    ),
    Law(
        "corrected twice, to 10:30 and back to 10:10: due 12:10",
        [
            told(),
            event("correction", "10:30", "11:00", of="received"),
            event("correction", "10:10", "11:30", of="received"),
        ],
        "11:45",
        owed=(("N04", "city", "12:10", "pending"),),
    ),
    Law(
        "the unit's head was told at 10:20 and not at 10:00: 11:10 is in time",
        [
            event("unit_head_informed", "10:00"),
            sent("phone", "county", "11:10"),
            event("correction", "10:20", "11:30", of="unit_head_informed"),
        ],
        "12:00",
        owed=(("N01", "county", "11:20", "met"),),
        alerts=frozenset(),
        more={"actor": "enterprise"},
    ),
    Law(
        "an occurrence learned after the receipt moves the Henan clock back: 09:30 + 6 h",
        [told(), event("occurred", "09:30", "10:40"), hurt("10:00", dead=1)],
        "11:00",
        owed=(("HA4", "province", "15:30", "pending"),),
        more=pack("henan"),
    ),
]

WINDOWS = [
    Law(
        "road traffic: the seventh day after 10 March ends on the 17th at 24:00",
        [
            event("occurred", "10:00"),
            told("10:10"),
            sent("initial", "city", "11:00"),
            hurt("10:10", dead=1),
            hurt("17T23:59", dead=2),
        ],
        "17T23:59",
        owed=(("N14", "city", "18T00:00", "pending"),),
        absent=(("N13", "city"),),
        alerts=frozenset(),
        more={"category": "road_traffic"},
    ),
    Law(
        "road traffic: midnight after the seventh day is outside",
        [
            event("occurred", "10:00"),
            told("10:10"),
            hurt("10:10", dead=1),
            sent("initial", "city", "11:00"),
            hurt("18T00:00", dead=2),
        ],
        "18T00:00",
        absent=(("N14", "city"), ("N13", "city")),
        alerts=frozenset({"outside_supplement_window"}),
        more={"category": "road_traffic"},
    ),
    Law(
        "other accidents: 2023-02-22 + 30 days ends on 24 March at 24:00",
        [
            event("occurred", "2023-02-22T09:00"),
            told("2023-02-22T09:10"),
            sent("initial", "city", "2023-02-22T10:00"),
            hurt("2023-03-24T23:30", dead=1),
        ],
        "2023-03-24T23:40",
        owed=(("N13", "city", "2023-03-25T00:00", "pending"),),
        alerts=frozenset(),
    ),
    Law(
        "leap year: 2028-02-28 + 30 days is 29 March, the 30th is outside",
        [
            event("occurred", "2028-02-28T09:00"),
            told("2028-02-28T09:10"),
            sent("initial", "city", "2028-02-28T10:00"),
            hurt("2028-03-30T00:00", dead=1),
        ],
        "2028-03-30T08:00",
        absent=(("N13", "city"),),
        alerts=frozenset({"outside_supplement_window"}),
    ),
    Law(
        "a change known at 23:30 on New Year's Eve is due at midnight",
        [
            event("occurred", "2025-12-30T09:00"),
            told("2025-12-30T09:10"),
            sent("initial", "city", "2025-12-30T10:00"),
            hurt("2025-12-31T23:30", dead=1),
        ],
        "2026-01-01T00:01",
        owed=(("N13", "city", "2026-01-01T00:00", "overdue"),),
    ),
    Law(
        "before the first written report a change is no supplement",
        [told(), sent("phone", "city", "10:10"), hurt("10:30", dead=1)],
        "11:00",
        absent=(("N13", "city"),),
    ),
    Law(
        "two changes on a day are two supplements; one report of the evening makes both good",
        [
            told("08:00"),
            sent("initial", "city", "08:30"),
            hurt("10:00", dead=1),
            hurt("14:00", dead=2),
            sent("supplement", "city", "16:00"),
        ],
        "20:00",
        owed=(("N13", "city", "11T00:00", "met"), ("N13", "city", "11T00:00", "met")),
    ),
]

ROUNDS = [
    Law(
        "major, received 22:30: two a day begin with the next whole half-day",
        [told("22:30"), hurt("22:30", dead=10)],
        "11T13:00",
        owed=(
            ("N12", "city", "11T12:00", "overdue"),
            ("N12", "city", "12T00:00", "pending"),
        ),
        absent=(("N11", "city"),),
    ),
    Law(
        "Henan, received 16:30: 17:00 of the day and 08:00 of the next",
        [event("occurred", "16:00"), told("16:30"), hurt("16:30", dead=3)],
        "11T07:00",
        owed=(
            ("HA5", "province", "17:00", "overdue"),
            ("HA5", "province", "11T08:00", "pending"),
        ),
        more=pack("henan"),
    ),
    Law(
        "Henan, received at 17:00 sharp: the first is 08:00",
        [event("occurred", "16:30"), told("17:00"), hurt("17:00", dead=3)],
        "11T07:00",
        owed=(("HA5", "province", "11T08:00", "pending"),),
        more=pack("henan"),
    ),
    Law(
        "an ordinary accident: one a day until the rescue ends on the 12th at 09:00",
        [
            told("08:00"),
            hurt("08:00", dead=1),
            sent("follow_up", "city", "20:00"),
            event("rescue_ended", "12T09:00"),
        ],
        "14T09:00",
        owed=(
            ("N11", "city", "11T00:00", "met"),
            ("N11", "city", "12T00:00", "overdue"),
            ("N11", "city", "13T00:00", "overdue"),
        ),
    ),
    Law(
        "meetings in Beijing: a report of each day",
        [told("08:00")],
        "11T08:00",
        owed=(
            ("BJ1", "city", "11T00:00", "overdue"),
            ("BJ1", "city", "12T00:00", "pending"),
        ),
        more=pack("beijing", flags=["major_meeting"]),
    ),
    Law(
        "natural disaster: daily until stable",
        [event("occurred", "08:00"), told("08:10")],
        "11T08:00",
        owed=(
            ("ND3", "city", "11T00:00", "overdue"),
            ("ND3", "city", "12T00:00", "pending"),
        ),
        more={"family": "natural_disaster", "category": "flood"},
    ),
]

HELD = [
    Law(
        "two held in a lift for 1 h 59 min: nothing yet",
        [event("occurred", "10:00"), told("10:10"), hurt("10:10", trapped=2)],
        "11:59",
        grade=(None, None),
        near_miss=False,
        absent=(("N04", "city"), ("N10", "peers")),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "at two hours it is an ordinary accident, and the clock runs from that moment",
        [event("occurred", "10:00"), told("10:10"), hurt("10:10", trapped=2)],
        "12:00",
        grade=("GRADE_4", "GRADE_4"),
        owed=(("N04", "city", "14:00", "pending"), ("N10", "peers", "12:00", "pending")),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "freed at two hours sharp: held for two hours",
        [
            event("occurred", "10:00"),
            told("10:10"),
            hurt("10:10", trapped=1),
            hurt("12:00", trapped=0),
        ],
        "12:30",
        grade=("GRADE_4", "GRADE_4"),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "freed a minute before: no accident at all",
        [
            event("occurred", "10:00"),
            told("10:10"),
            hurt("10:10", trapped=1),
            hurt("11:59", trapped=0),
        ],
        "18:00",
        grade=(None, None),
        absent=(("N04", "city"),),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "three held are a major near miss at once: city by 12:10",
        [event("occurred", "10:00"), told("10:10"), hurt("10:10", trapped=3)],
        "10:30",
        near_miss=True,
        owed=(("N04", "city", "12:10", "pending"),),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "the occurrence corrected to 09:30 at 11:45: two hours were full at 11:30",
        [
            event("occurred", "10:00"),
            told("10:10"),
            hurt("10:10", trapped=2),
            event("correction", "09:30", "11:45", of="occurred"),
        ],
        "11:50",
        grade=("GRADE_4", "GRADE_4"),
        owed=(("N04", "city", "13:45", "pending"),),
        more={"category": "special_equipment", "flags": ["elevator"]},
    ),
    Law(
        "a ride held for twelve hours becomes serious: phone to the province by 23:00",
        [event("occurred", "10:00"), told("10:10"), hurt("10:10", trapped=2)],
        "22:30",
        grade=("GRADE_3", "GRADE_3"),
        owed=(("N06", "province", "23:00", "pending"), ("N05", "city", "13:00", "overdue")),
        more={"category": "special_equipment", "flags": ["amusement_ride"]},
    ),
    Law(
        "a forest fire out of control for 24 h: the province tells the state at once",
        [event("occurred", "10:00"), told("10:30")],
        "11T10:00",
        owed=(("FF1", "ministry", "11T10:00", "pending"),),
        more={"family": "natural_disaster", "category": "forest_fire", "actor": "province"},
    ),
    Law(
        "out after 23 h 59 min: nothing of the kind",
        [event("occurred", "10:00"), told("10:30"), event("extinguished", "11T09:59")],
        "11T12:00",
        absent=(("FF1", "ministry"),),
        more={"family": "natural_disaster", "category": "forest_fire", "actor": "province"},
    ),
]

DATES = [
    Law(
        "Shandong: a minute before 1 March 2022 there is no direct report",
        [told("2022-02-28T23:59")],
        "2022-03-01T01:00",
        absent=(("SD1", "provincial_safety_office"),),
        more=pack("shandong"),
    ),
    Law(
        "Shandong: 1 March 2022 00:00 is in force",
        [told("2022-03-01T00:00")],
        "2022-03-01T00:10",
        owed=(("SD1", "provincial_safety_office", "2022-03-01T00:30", "pending"),),
        more=pack("shandong"),
    ),
    Law(
        "news of 1 March about a receipt of 28 February: SD2 from the news, no SD1",
        [told("2022-02-28T23:00"), hurt("2022-03-01T08:00", dead=3)],
        "2022-03-01T08:30",
        owed=(("SD2", "provincial_safety_office", "2022-03-01T09:00", "pending"),),
        absent=(("SD1", "provincial_safety_office"),),
        more=pack("shandong"),
    ),
    Law(
        "Henan goes by the occurrence: 27 January 2019 is a day too early",
        [
            event("occurred", "2019-01-27T23:50"),
            told("2019-01-28T00:10"),
            hurt("2019-01-28T00:10", dead=10),
        ],
        "2019-01-28T00:30",
        absent=(("HA1", "province"), ("HA2", "province")),
        more=pack("henan"),
    ),
    Law(
        "the law of 2024 asks from 1 November on",
        [told("2024-11-01T00:00"), hurt("2024-11-01T00:00", dead=10)],
        "2024-11-01T00:10",
        owed=(("N15", "city", "2024-11-01T00:00", "overdue"),),
    ),
    Law(
        "and not on 31 October",
        [told("2024-10-31T23:00"), hurt("2024-10-31T23:00", dead=10)],
        "2024-11-01T00:10",
        absent=(("N15", "city"),),
    ),
    Law(
        "without a pack nothing of it is owed",
        [told(), hurt("10:00", dead=3)],
        "10:20",
        absent=(("SD1", "provincial_safety_office"), ("HA3", "province"), ("L30", "city")),
    ),
    Law(
        "with three packs each asks for its own",
        [event("occurred", "09:50"), told(), hurt("10:00", dead=3)],
        "10:20",
        owed=(
            ("SD1", "provincial_safety_office", "10:30", "pending"),
            ("HA3", "province", "10:50", "pending"),
            ("L30", "city", "10:30", "pending"),
            ("L60", "city", "11:00", "pending"),
            ("N05", "city", "12:00", "pending"),
        ),
        more=pack("shandong", "henan", "local_30_60"),
    ),
    Law(
        "no packs, no obligations, but a grade",
        [told(), hurt("10:00", dead=3)],
        "10:20",
        grade=("GRADE_3", "GRADE_3"),
        absent=(("N05", "city"),),
        more={"packs": []},
    ),
]

PLACES = [
    Law(
        "Wuhan: ordinary from learning, 10:00 + 2 h, though received at 10:20",
        [event("learned", "10:00"), told("10:20"), hurt("10:20", dead=1)],
        "11:00",
        owed=(("WH1", "city", "12:00", "pending"),),
        more=pack("wuhan"),
    ),
    Law(
        "Wuhan: major from the occurrence, 09:50 + 30 min, past already",
        [
            event("occurred", "09:50"),
            event("learned", "10:15"),
            told("10:25"),
            hurt("10:25", dead=10),
        ],
        "10:30",
        owed=(("WH3", "city", "10:20", "overdue"),),
        more=pack("wuhan"),
    ),
    Law(
        "Jiangxi: the city has three hours to the province",
        [event("occurred", "10:00"), told("10:30"), hurt("10:30", dead=3)],
        "11:00",
        owed=(("JX2", "province", "13:00", "pending"),),
        absent=(("JX1", "city"),),
        more=pack("jiangxi", actor="city"),
    ),
    Law(
        "Chongqing: ten dead in a landslide, from the occurrence and from the receipt",
        [event("occurred", "10:00"), told("10:30"), hurt("10:30", dead=10)],
        "10:40",
        grade=("GRADE_2", "GRADE_2"),
        owed=(("CQ1", "city", "11:00", "pending"), ("CQ2", "city", "11:30", "pending")),
        more=pack("chongqing", family="natural_disaster", category="geological"),
    ),
    Law(
        "Shanghai: an urgent unit has thirty minutes beside the hour",
        [event("unit_head_informed", "10:00")],
        "10:20",
        owed=(("SH1", "county", "10:30", "pending"), ("SH1", "county", "11:00", "pending")),
        more=pack("shanghai", actor="enterprise", flags=["urgent"]),
    ),
    Law(
        "ministries: a near miss within seven hours of the occurrence",
        [event("occurred", "10:00"), told("10:30"), hurt("10:30", at_risk=10)],
        "11:00",
        near_miss=True,
        owed=(("N21", "ministry", "17:00", "pending"),),
        absent=(("N20", "ministry"),),
        more=pack("ministry"),
    ),
    Law(
        "mines: the unit tells county and provincial bureau within the hour",
        [event("unit_head_informed", "23:30")],
        "23:40",
        owed=(
            ("MN1", "county", "11T00:30", "pending"),
            ("MN1", "mine_safety_bureau", "11T00:30", "pending"),
        ),
        more={"actor": "enterprise", "category": "mine"},
    ),
    Law(
        "floods: nine dead or missing stay with the city, ten go to province and ministry",
        [event("occurred", "10:00"), told("10:30"), hurt("10:30", dead=4, missing=6)],
        "11:00",
        owed=(
            ("ND1", "city", "12:00", "pending"),
            ("ND2", "province", "12:00", "pending"),
            ("ND2", "ministry", "12:00", "pending"),
        ),
        more={"family": "natural_disaster", "category": "flood"},
    ),
    Law(
        "floods: nine",
        [event("occurred", "10:00"), told("10:30"), hurt("10:30", dead=4, missing=5)],
        "11:00",
        owed=(("ND1", "city", "12:00", "pending"),),
        absent=(("ND2", "province"),),
        more={"family": "natural_disaster", "category": "flood"},
    ),
    Law(
        "environment at a school: as if major, two hours from learning",
        [event("learned", "10:00"), told("10:10")],
        "10:30",
        near_miss=False,
        owed=(("EN2", "ministry", "12:00", "pending"), ("EN1", "city", "14:00", "pending")),
        absent=(("N04", "city"),),
        more={"category": "environment", "flags": ["sensitive_place"]},
    ),
    Law(
        "social security has no grade, and is told upwards at once",
        [told(), hurt("10:00", dead=3)],
        "10:30",
        grade=(None, None),
        owed=(("N23", "city", "10:00", "overdue"),),
        absent=(("N04", "city"),),
        more={"family": "social_security", "category": "other"},
    ),
    Law(
        "public health: county to government, city and ministry in two hours each",
        [told()],
        "11:00",
        owed=(
            ("PH2", "government", "12:00", "pending"),
            ("PH2", "ministry", "12:00", "pending"),
            ("PH3", "city", "12:00", "pending"),
        ),
        absent=(("PH4", "ministry"),),
        more={"family": "public_health", "category": "public_health"},
    ),
]

SETTLED = [
    Law(
        "a telephone call is no written report, but meets a rule that names no medium",
        [
            told(),
            sent("phone", "city", "10:10"),
            sent("phone", "provincial_safety_office", "10:20"),
        ],
        "10:30",
        owed=(
            ("N04", "city", "12:00", "pending"),
            ("SD1", "provincial_safety_office", "10:30", "met"),
        ),
        more=pack("shandong"),
    ),
    Law(
        "what went to the government did not go to the city",
        [told(), sent("initial", "government", "10:30")],
        "12:30",
        owed=(("N04", "government", "12:00", "met"), ("N04", "city", "12:00", "overdue")),
    ),
    Law(
        "a waiver excuses with its reason from when it is known",
        [told(), event("waived", "11:00", rule="N04", reason="已由园区直报，经带班领导同意")],
        "13:00",
        owed=(("N04", "city", "12:00", "waived"), ("N04", "government", "12:00", "waived")),
    ),
    Law(
        "a waiver of later excuses nothing before",
        [told(), event("waived", "12:30", rule="N04", reason="事后同意")],
        "12:15",
        owed=(("N04", "city", "12:00", "overdue"),),
    ),
    Law(
        "what was reported stays reported, waived or not",
        [
            told(),
            sent("initial", "city", "11:00"),
            event("waived", "11:30", rule="N04", reason="重复"),
        ],
        "13:00",
        owed=(("N04", "city", "12:00", "met"), ("N04", "government", "12:00", "waived")),
    ),
    Law(
        "a query of 23:45: by telephone at 00:15, in writing at 00:45",
        [told("22:00"), event("query", "23:45", **{"from": "市政府总值班室"})],
        "23:50",
        owed=(
            ("N18", "市政府总值班室", "11T00:15", "pending"),
            ("N19", "市政府总值班室", "11T00:45", "pending"),
        ),
    ),
    Law(
        "a call answers the telephone half of a query only",
        [
            told("09:00"),
            event("query", "10:00", **{"from": "市政府总值班室"}),
            sent("feedback", "市政府总值班室", "10:20", medium="phone"),
        ],
        "11:01",
        owed=(
            ("N18", "市政府总值班室", "10:30", "met"),
            ("N19", "市政府总值班室", "11:00", "overdue"),
        ),
    ),
    Law(
        "an answer of before the query is none",
        [
            told("09:00"),
            sent("feedback", "市政府总值班室", "09:50", medium="phone"),
            event("query", "10:00", **{"from": "市政府总值班室"}),
        ],
        "10:31",
        owed=(("N18", "市政府总值班室", "10:30", "overdue"),),
    ),
    Law(
        "not ours, found at 10:20: passed on at 10:25 is five minutes after at once",
        [
            told(),
            event("flag", "10:20", name="not_our_competence"),
            sent("transfer", "competent_unit", "10:25"),
        ],
        "11:00",
        owed=(("N16", "competent_unit", "10:20", "met_late"),),
    ),
]

FINDINGS = [
    Law(
        "fewer dead without a word",
        [told(), hurt("10:00", dead=3), hurt("11:00", dead=2)],
        "11:30",
        alerts=frozenset({"casualties_decreased"}),
    ),
    Law(
        "fewer dead with the reason",
        [told(), hurt("10:00", dead=3), hurt("11:00", dead=2, reason="一人重复统计")],
        "11:30",
        alerts=frozenset(),
    ),
    Law(
        "the missing were found dead: nothing fell",
        [told(), hurt("10:00", dead=1, missing=2), hurt("11:00", dead=3, missing=0)],
        "11:30",
        alerts=frozenset(),
    ),
    Law(
        "seven said, six counted",
        [told(), hurt("10:00", dead=1, missing=2, lightly_injured=3, total=7)],
        "10:30",
        alerts=frozenset({"total_mismatch"}),
    ),
    Law(
        "over with one missing, and it happened after it was reported",
        [
            event("occurred", "10:05"),
            told(),
            hurt("10:10", missing=1),
            event("rescue_ended", "12:00"),
        ],
        "12:30",
        alerts=frozenset({"rescue_ended_with_missing", "occurred_after_received"}),
    ),
    Law(
        "over with nobody missing",
        [
            event("occurred", "09:55"),
            told(),
            hurt("10:10", missing=1),
            hurt("11:00", missing=0, dead=1),
            event("rescue_ended", "12:00"),
        ],
        "12:30",
        alerts=frozenset(),
    ),
]

GRADES = [
    Law(
        "the gravest of three criteria: 2 dead, 49 hurt, 50 million yuan",
        [told(), hurt("10:00", dead=2, severely_injured=49, loss_yuan=50_000_000)],
        "10:10",
        grade=("GRADE_2", "GRADE_2"),
    ),
    Law(
        "one yuan under ten million is ordinary",
        [told(), hurt("10:00", loss_yuan=9_999_999)],
        "10:10",
        grade=("GRADE_4", "GRADE_4"),
    ),
    Law(
        "a hundred hurt are the gravest though nobody died",
        [told(), hurt("10:00", severely_injured=100)],
        "10:10",
        grade=("GRADE_1", "GRADE_1"),
    ),
    Law(
        "construction: 999 999 yuan are no accident grade, one death is",
        [told(), hurt("10:00", loss_yuan=999_999), hurt("10:05", dead=1)],
        "10:10",
        grade=("GRADE_4", "GRADE_4"),
        more={"category": "construction"},
    ),
    Law(
        "forest fire: 999.9 ha is major, and two dead do not lower it",
        [told(), hurt("10:00", burned_ha=999.9, dead=2)],
        "10:10",
        grade=("GRADE_2", "GRADE_2"),
        more={"family": "natural_disaster", "category": "forest_fire"},
    ),
    Law(
        "landslide: 4 999 999 yuan are 中型, though a work accident would be ordinary",
        [told(), hurt("10:00", loss_yuan=4_999_999)],
        "10:10",
        grade=("GRADE_3", "GRADE_3"),
        more={"family": "natural_disaster", "category": "geological"},
    ),
    Law(
        "a pressure vessel explodes and three are dead: serious by either",
        [told(), hurt("10:00", dead=3)],
        "10:10",
        grade=("GRADE_3", "GRADE_3"),
        more={"category": "special_equipment", "flags": ["pressure_explosion"]},
    ),
    Law(
        "a toxic leak moves 49 999 people: serious; 500 fled: a near miss as well",
        [told(), hurt("10:00", evacuated=49_999)],
        "10:10",
        grade=("GRADE_3", "GRADE_3"),
        near_miss=True,
        more={"category": "special_equipment", "flags": ["toxic_leak"]},
    ),
    Law(
        "two missing and one trapped: near miss, and three possible deaths",
        [told(), hurt("10:00", missing=2, trapped=1)],
        "10:10",
        grade=(None, "GRADE_3"),
        near_miss=True,
    ),
]

ALL = [
    *TIMES,
    *RAISED,
    *CORRECTED,
    *WINDOWS,
    *ROUNDS,
    *HELD,
    *DATES,
    *PLACES,
    *SETTLED,
    *FINDINGS,
    *GRADES,
]


def row(one: Obligation) -> tuple[str, str, float, str]:
    return (one.rule, one.to, one.due_at.timestamp(), one.status.value)


def answer(case: Law) -> Assessment:
    return assessed(case.events, case.as_of, **case.more)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_what_is_owed_is_what_the_law_says(case: Law) -> None:
    found = answer(case)
    rows = [row(one) for one in found.obligations]
    for rule, to, due, status in case.owed:
        wanted = (rule, to, at(due).timestamp(), status)
        assert wanted in rows, f"{wanted} not in {[r for r in rows if r[0] == rule]}"
        rows.remove(wanted)
    held = {(one.rule, one.to) for one in found.obligations}
    assert not held & set(case.absent)


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.grade is not None], ids=lambda case: case.name
)
def test_the_grade_is_what_the_law_says(case: Law) -> None:
    verdict = answer(case).grade
    assert (verdict.confirmed, verdict.potential) == case.grade


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.near_miss is not None], ids=lambda case: case.name
)
def test_a_near_miss_is_what_the_law_says(case: Law) -> None:
    assert answer(case).grade.major_near_miss is case.near_miss


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.alerts is not None], ids=lambda case: case.name
)
def test_what_does_not_fit_is_found_and_nothing_else(case: Law) -> None:
    assert frozenset(codes(answer(case))) == case.alerts


def test_an_earlier_due_stays_as_history_when_its_basis_is_corrected() -> None:
    events = [told(), event("correction", "09:40", "10:30", of="received")]
    (owed,) = [
        o for o in assessed(events, "11:00").obligations if (o.rule, o.to) == ("N04", "city")
    ]
    assert owed.former_dues == (at("12:00"),)
    assert owed.due_at == at("11:40")
