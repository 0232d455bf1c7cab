"""The thresholds by which incidents are graded, with the article each comes from.

以上 includes its number, 以下 does not (493号 art. 3): every bound here is the lowest number of its
grade, and the next higher grade's bound ends it. Bounds stand in the order GRADE_1, 2, 3, 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from safetydesk.domain.incident import Category, Family, Flag, Grade

GRADES = (Grade.GRADE_1, Grade.GRADE_2, Grade.GRADE_3, Grade.GRADE_4)
STATUTE_NAMES = ("特别重大", "重大", "较大", "一般")
_WAN = 10_000
_YI = 100_000_000


@dataclass(frozen=True)
class Criterion:
    """One measure (or sum ``a+b``) with the lowest number of each grade; None where it has none.

    ``any_harm``: the lowest grade begins with anything above nothing instead of a number.
    """

    measure: str
    bounds: tuple[int | None, ...]
    unit: str
    any_harm: bool = True
    flag: Flag | None = None

    def grade_of(self, number: Decimal) -> Grade | None:
        """The grade that the number reaches, or None."""
        for grade, bound in zip(GRADES, self.bounds, strict=True):
            if bound is not None and number >= Decimal(bound):
                return grade
        return GRADES[-1] if self.any_harm and number > 0 else None

    def bound_of(self, grade: Grade) -> str:
        """The bound in words, for a reason: 3人以上."""
        bound = self.bounds[GRADES.index(grade)]
        if bound is None:
            lowest = min(Decimal(other) for other in self.bounds if other is not None)
            return f"{_shown(lowest, self.unit)}{self.unit}以下"
        return f"{_shown(Decimal(bound), self.unit)}{self.unit}以上"


def _shown(number: Decimal, unit: str) -> str:
    """A bound in yuan is easier to read in ten thousands."""
    return f"{number / _WAN:f}万" if unit == "元" and number >= _WAN else f"{number:f}"


@dataclass(frozen=True)
class GradeTable:
    """The thresholds of one kind of incident; any criterion suffices, the gravest counts."""

    law: str
    criteria: tuple[Criterion, ...]
    names: tuple[str, ...] = STATUTE_NAMES
    light_injuries_count: bool = False

    def name_of(self, grade: Grade) -> str:
        """The statute's own name of the grade: 中型 for a geological disaster of GRADE_3."""
        return self.names[GRADES.index(grade)]


@dataclass(frozen=True)
class HoldingStep:
    """People held for so long (and so many) make a grade (特种设备安全监察条例 arts 61–64)."""

    held_for: timedelta
    grade: Grade
    article: str
    people: int = 1


@dataclass(frozen=True)
class FlagGrade:
    """A technical event that makes a grade by itself."""

    flag: Flag
    grade: Grade
    article: str
    words: str


def _people(
    deaths: str, *, floor_loss: int | None = None, any_loss: bool = True
) -> tuple[Criterion, ...]:
    """The three criteria of 493号 art. 3; ``deaths`` names what counts as dead."""
    return (
        Criterion(deaths, (30, 10, 3, None), "人"),
        Criterion("severely_injured", (100, 50, 10, None), "人"),
        Criterion("loss_yuan", (_YI, 5000 * _WAN, 1000 * _WAN, floor_loss), "元", any_loss),
    )


_RULE_493 = "《生产安全事故报告和调查处理条例》第三条"
EQUIPMENT_LAW = "《特种设备安全监察条例》"

WORK_SAFETY_TABLE = GradeTable(_RULE_493, _people("dead"), light_injuries_count=True)

FIRE_TABLE = GradeTable(
    "《生产安全事故报告和调查处理条例》第三条；公安部2007年调整火灾等级标准的通知（待核对原文）",
    _people("dead"),
    light_injuries_count=True,
)

MINE_TABLE = GradeTable(
    "《矿山生产安全事故报告和调查处理办法》（矿安〔2023〕7号）第三、四条；493号第三条",
    _people("dead"),
    light_injuries_count=True,
)

CONSTRUCTION_TABLE = GradeTable(
    "《关于做好房屋建筑和市政基础设施工程质量事故报告和调查处理工作的通知》（建质）第三条",
    _people("dead", floor_loss=100 * _WAN, any_loss=False),
)

EQUIPMENT_TABLE = GradeTable(
    f"{EQUIPMENT_LAW}第六十一至六十四条",
    (
        *_people("dead", floor_loss=_WAN, any_loss=False),
        Criterion(
            "evacuated",
            (15 * _WAN, 5 * _WAN, _WAN, 500),
            "人",
            any_harm=False,
            flag=Flag.TOXIC_LEAK,
        ),
    ),
)

FOREST_FIRE_TABLE = GradeTable(
    "《森林防火条例》第四十条",
    (
        Criterion("dead", (30, 10, 3, None), "人"),
        Criterion("severely_injured", (100, 50, 10, None), "人"),
        Criterion("burned_ha", (1000, 100, 1, None), "公顷"),
    ),
)

GEOLOGICAL_TABLE = GradeTable(
    "《地质灾害防治条例》第四条",
    (
        Criterion("dead", (30, 10, 3, None), "人"),
        Criterion("loss_yuan", (1000 * _WAN, 500 * _WAN, 100 * _WAN, None), "元"),
    ),
    names=("特大型", "大型", "中型", "小型"),
)

ENVIRONMENT_TABLE = GradeTable(
    "《国家突发环境事件应急预案》附件（分级标准，待核对原文）",
    (
        Criterion("dead", (30, 10, 3, None), "人"),
        Criterion("severely_injured", (100, 50, 10, None), "人"),
        Criterion("evacuated", (5 * _WAN, _WAN, 5000, None), "人"),
        Criterion("loss_yuan", (_YI, 2000 * _WAN, 500 * _WAN, None), "元"),
    ),
)

NATURAL_DISASTER_TABLE = GradeTable(
    "《特别重大、重大突发公共事件分级标准（试行）》（参照，待核对原文）",
    (Criterion("dead", (30, 10, 3, None), "人"),),
)

_BY_CATEGORY: Mapping[Category, GradeTable] = {
    Category.FIRE: FIRE_TABLE,
    Category.MINE: MINE_TABLE,
    Category.COAL_MINE: MINE_TABLE,
    Category.CONSTRUCTION: CONSTRUCTION_TABLE,
    Category.SPECIAL_EQUIPMENT: EQUIPMENT_TABLE,
    Category.FOREST_FIRE: FOREST_FIRE_TABLE,
    Category.GEOLOGICAL: GEOLOGICAL_TABLE,
    Category.ENVIRONMENT: ENVIRONMENT_TABLE,
}

_BY_FAMILY: Mapping[Family, GradeTable] = {
    Family.ACCIDENT: WORK_SAFETY_TABLE,
    Family.NATURAL_DISASTER: NATURAL_DISASTER_TABLE,
}


def table_for(family: Family, category: Category) -> GradeTable | None:
    """The thresholds of the kind of incident; None where the law gives none.

    Public health has standards of its own outside this program, and social security events stand
    outside the grading sentence of 突发事件应对法 art. 3.
    """
    ordinary = _BY_FAMILY.get(family)
    return _BY_CATEGORY.get(category, ordinary) if ordinary is not None else None


HOLDING_STEPS: Mapping[Flag, tuple[HoldingStep, ...]] = {
    Flag.ELEVATOR: (HoldingStep(timedelta(hours=2), Grade.GRADE_4, "第六十四条"),),
    Flag.ROPEWAY: (
        HoldingStep(timedelta(hours=3.5), Grade.GRADE_4, "第六十四条"),
        HoldingStep(timedelta(hours=12), Grade.GRADE_3, "第六十三条"),
        HoldingStep(timedelta(hours=24), Grade.GRADE_2, "第六十二条", people=100),
        HoldingStep(timedelta(hours=48), Grade.GRADE_1, "第六十一条", people=100),
    ),
    Flag.AMUSEMENT_RIDE: (
        HoldingStep(timedelta(hours=1), Grade.GRADE_4, "第六十四条"),
        HoldingStep(timedelta(hours=12), Grade.GRADE_3, "第六十三条"),
        HoldingStep(timedelta(hours=24), Grade.GRADE_2, "第六十二条", people=100),
        HoldingStep(timedelta(hours=48), Grade.GRADE_1, "第六十一条", people=100),
    ),
}

HOLDING_WORDS: Mapping[Flag, str] = {
    Flag.ELEVATOR: "电梯轿厢滞留人员",
    Flag.ROPEWAY: "客运索道高空滞留人员",
    Flag.AMUSEMENT_RIDE: "大型游乐设施高空滞留人员",
}

EQUIPMENT_FLAG_GRADES: tuple[FlagGrade, ...] = (
    FlagGrade(Flag.BOILER_600MW_EXPLOSION, Grade.GRADE_1, "第六十一条", "600兆瓦以上锅炉爆炸"),
    FlagGrade(Flag.PRESSURE_EXPLOSION, Grade.GRADE_3, "第六十三条", "锅炉、压力容器、压力管道爆炸"),
    FlagGrade(Flag.CRANE_OVERTURNED, Grade.GRADE_3, "第六十三条", "起重机械整体倾覆"),
    FlagGrade(Flag.CRANE_MEMBER_BROKEN, Grade.GRADE_4, "第六十四条", "起重机械主要受力结构件折断"),
)

NEAR_MISS_LAW = "《生产安全事故信息报告和处置办法》第二十六条"

NEAR_MISS_NUMBERS: tuple[tuple[str, int, str], ...] = (
    ("at_risk", 10, "涉险"),
    ("trapped+missing", 3, "被困或者下落不明"),
    ("evacuated", 500, "紧急疏散"),
)

NEAR_MISS_FLAGS: tuple[tuple[Flag, str], ...] = (
    (Flag.ENVIRONMENT_POLLUTION, "对环境造成严重污染"),
    (Flag.IMPORTANT_FACILITY, "危及重要场所和设施安全"),
    (Flag.OTHER_MAJOR_NEAR_MISS, "其他较大涉险事故"),
)
