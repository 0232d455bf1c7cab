"""What an incident case is: the levels, kinds and events from which everything else is derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from decimal import Decimal


class Term(StrEnum):
    """A word of the contract together with its name on screen and paper."""

    chinese_name: str

    def __new__(cls, word: str, chinese_name: str) -> Self:
        """A member whose value is the word."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.chinese_name = chinese_name
        return member

    @classmethod
    def of(cls, word: str) -> Self:
        """The member of a word.

        Raises:
            KeyError: no member has it.
        """
        return {member.value: member for member in cls}[word]


class ActorLevel(Term):
    """Who owes the reports: the level of the office (or unit) that holds the case."""

    ENTERPRISE = "enterprise", "企业"
    TOWNSHIP = "township", "乡镇（街道）"
    COUNTY = "county", "县（区）级"
    CITY = "city", "市级"
    PROVINCE = "province", "省级"


class Family(Term):
    """The four families of emergencies (突发事件应对法 art. 2)."""

    ACCIDENT = "accident", "事故灾难"
    NATURAL_DISASTER = "natural_disaster", "自然灾害"
    PUBLIC_HEALTH = "public_health", "公共卫生事件"
    SOCIAL_SECURITY = "social_security", "社会安全事件"


class Category(Term):
    """The kinds of incident that have thresholds or rules of their own."""

    WORK_SAFETY = "work_safety", "生产安全事故"
    HAZARDOUS_CHEMICALS = "hazardous_chemicals", "危险化学品事故"
    FIREWORKS = "fireworks", "烟花爆竹事故"
    MINE = "mine", "矿山事故"
    COAL_MINE = "coal_mine", "煤矿事故"
    FIRE = "fire", "火灾"
    ROAD_TRAFFIC = "road_traffic", "道路交通事故"
    CONSTRUCTION = "construction", "房屋市政工程事故"
    SPECIAL_EQUIPMENT = "special_equipment", "特种设备事故"
    FOREST_FIRE = "forest_fire", "森林火灾"
    FLOOD = "flood", "洪涝灾害"
    GEOLOGICAL = "geological", "地质灾害"
    ENVIRONMENT = "environment", "突发环境事件"
    ANIMAL_EPIDEMIC = "animal_epidemic", "动物疫情"
    PUBLIC_HEALTH = "public_health", "突发公共卫生事件"
    OTHER = "other", "其他"


_FAMILIES = {
    Category.FOREST_FIRE: Family.NATURAL_DISASTER,
    Category.FLOOD: Family.NATURAL_DISASTER,
    Category.GEOLOGICAL: Family.NATURAL_DISASTER,
    Category.ANIMAL_EPIDEMIC: Family.PUBLIC_HEALTH,
    Category.PUBLIC_HEALTH: Family.PUBLIC_HEALTH,
}


def usual_family(category: Category) -> Family:
    """The family a category belongs to unless somebody says otherwise."""
    return _FAMILIES.get(category, Family.ACCIDENT)


class Grade(StrEnum):
    """The four grades; GRADE_1 is the gravest."""

    GRADE_1 = "GRADE_1"
    GRADE_2 = "GRADE_2"
    GRADE_3 = "GRADE_3"
    GRADE_4 = "GRADE_4"

    @property
    def severity(self) -> int:
        """4 for the gravest grade down to 1."""
        return 5 - int(self.value[-1])

    @property
    def chinese_name(self) -> str:
        """The name in 493号 art. 3."""
        return ("特别重大", "重大", "较大", "一般")[4 - self.severity]

    def at_least(self, other: Grade) -> bool:
        """Whether this grade is as grave as the other or graver."""
        return self.severity >= other.severity


def graver(one: Grade | None, other: Grade | None) -> Grade | None:
    """The graver of two grades; None is below every grade."""
    if one is None or other is None:
        return one or other
    return one if one.at_least(other) else other


class ReportKind(Term):
    """What can be sent; the contract's words and those of the rules outside an incident."""

    PHONE = "phone", "电话快报"
    INITIAL = "initial", "首报"
    FOLLOW_UP = "follow_up", "续报"
    FINAL = "final", "终报"
    SUPPLEMENT = "supplement", "补报"
    DAILY = "daily", "日报"
    NOTIFY = "notify", "通报"
    TRANSFER = "transfer", "转送"
    FEEDBACK = "feedback", "反馈"
    FILING = "filing", "报备"
    STATISTICS = "statistics", "统计直报"
    VERIFIED = "verified", "核报"
    INFORM_LEADER = "inform_leader", "报告带班领导"
    FORWARD = "forward", "转发"
    CALL_BACK = "call_back", "回拨"


class Medium(StrEnum):
    """How a report travels where the rule names it."""

    PHONE = "phone"
    WRITTEN = "written"


class Recipient(Term):
    """The recipients that rules name; a report may go to others too (any text)."""

    COUNTY = "county", "县级应急管理部门"
    CITY = "city", "市级应急管理部门"
    PROVINCE = "province", "省级应急管理部门"
    MINISTRY = "ministry", "国务院有关部门"
    STATE_COUNCIL = "state_council", "国务院"
    GOVERNMENT = "government", "本级人民政府"
    PROVINCIAL_SAFETY_OFFICE = "provincial_safety_office", "省安委办"
    PEERS = "peers", "公安、人社、工会、检察院"
    GARRISON = "garrison", "当地驻军"
    NEIGHBOURS = "neighbours", "可能受影响的毗邻地区"
    COMPETENT_UNIT = "competent_unit", "有权处理的单位"
    STATISTICS_DESK = "statistics_desk", "应急管理局统计岗"
    MINE_SAFETY_BUREAU = "mine_safety_bureau", "国家矿山安监局省级局"
    DUTY_LEADER = "duty_leader", "带班领导"
    SUPERIOR = "superior", "上一级"
    ASKING_OFFICE = "asking_office", "来询单位"


SUPERIOR_OF: Mapping[ActorLevel, Recipient] = {
    ActorLevel.ENTERPRISE: Recipient.COUNTY,
    ActorLevel.TOWNSHIP: Recipient.COUNTY,
    ActorLevel.COUNTY: Recipient.CITY,
    ActorLevel.CITY: Recipient.PROVINCE,
    ActorLevel.PROVINCE: Recipient.MINISTRY,
}


class Flag(StrEnum):
    """Circumstances that rules and thresholds know; a case may carry others (any word)."""

    SENSITIVE = "sensitive"
    SENSITIVE_PLACE = "sensitive_place"
    SENSITIVE_TIME = "sensitive_time"
    SENSITIVE_PERSON = "sensitive_person"
    SOCIAL_EFFECT_MAJOR = "social_effect_major"
    SOCIAL_EFFECT_SEVERE = "social_effect_severe"
    HOT_TOPIC = "hot_topic"
    MAY_ESCALATE = "may_escalate"
    HOLIDAY = "holiday"
    KEY_PERIOD = "key_period"
    MAJOR_MEETING = "major_meeting"
    MAJOR_EVENT = "major_event"
    INDUSTRIAL_PARK = "industrial_park"
    NOT_OUR_COMPETENCE = "not_our_competence"
    SKIPPED_LEVEL = "skipped_level"
    URGENT = "urgent"
    OTHER_MAJOR_NEAR_MISS = "other_major_near_miss"
    ENVIRONMENT_POLLUTION = "environment_pollution"
    IMPORTANT_FACILITY = "important_facility"
    ELEVATOR = "elevator"
    ROPEWAY = "ropeway"
    AMUSEMENT_RIDE = "amusement_ride"
    TOXIC_LEAK = "toxic_leak"
    PRESSURE_EXPLOSION = "pressure_explosion"
    CRANE_OVERTURNED = "crane_overturned"
    CRANE_MEMBER_BROKEN = "crane_member_broken"
    BOILER_600MW_EXPLOSION = "boiler_600mw_explosion"
    DRINKING_WATER = "drinking_water"
    CROSS_BORDER = "cross_border"
    HEAVY_METAL = "heavy_metal"
    MASS_INCIDENT = "mass_incident"
    NATIONAL_BORDER = "national_border"
    PROVINCIAL_BOUNDARY = "provincial_boundary"
    VIRGIN_FOREST = "virgin_forest"
    THREATENS_HOMES = "threatens_homes"
    NEEDS_STATE_HELP = "needs_state_help"
    HOT_SPOT = "hot_spot"
    FLOOD_RESPONSE = "flood_response"
    SPRING_TRAVEL = "spring_travel"
    BASIC_FACTS_FOUND = "basic_facts_found"


class BasisKind(Term):
    """The instants from which deadlines run."""

    OCCURRED = "occurred", "事发"
    UNIT_HEAD_INFORMED = "unit_head_informed", "单位负责人接报"
    LEARNED = "learned", "获悉"
    RECEIVED = "received", "接报"
    EXTINGUISHED = "extinguished", "扑灭"
    RESCUE_ENDED = "rescue_ended", "救援结束"
    CASUALTY_CHANGE = "casualty_change", "伤亡变化"
    QUERY = "query", "上级询问"
    POTENTIAL_RAISED = "potential_raised", "情况升级"
    CALENDAR_DAY = "calendar_day", "每日"


CORRECTABLE = frozenset(
    {
        BasisKind.OCCURRED,
        BasisKind.UNIT_HEAD_INFORMED,
        BasisKind.LEARNED,
        BasisKind.RECEIVED,
        BasisKind.EXTINGUISHED,
        BasisKind.RESCUE_ENDED,
    }
)


@dataclass(frozen=True, kw_only=True)
class IncidentEvent:
    """Something that happened at ``time`` and was known at ``known_at`` (both aware, UTC)."""

    time: datetime
    known_at: datetime


@dataclass(frozen=True, kw_only=True)
class Occurred(IncidentEvent):
    """When the incident happened (事发时间); ``approximate`` while it is said with 许 or 左右."""

    approximate: bool = False


@dataclass(frozen=True, kw_only=True)
class UnitHeadInformed(IncidentEvent):
    """When the head of the unit was told (493号 art. 9)."""


@dataclass(frozen=True, kw_only=True)
class Learned(IncidentEvent):
    """When the actor learned of it (获悉时间)."""


@dataclass(frozen=True, kw_only=True)
class Received(IncidentEvent):
    """When this office received the report (接报时间)."""


@dataclass(frozen=True, kw_only=True)
class Casualties(IncidentEvent):
    """Numbers as of ``time``; None means unchanged. Loss in yuan, burned area in hectares."""

    dead: int | None = None
    missing: int | None = None
    trapped: int | None = None
    severely_injured: int | None = None
    lightly_injured: int | None = None
    at_risk: int | None = None
    evacuated: int | None = None
    loss_yuan: Decimal | None = None
    burned_ha: Decimal | None = None
    total: int | None = None
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class FlagRaised(IncidentEvent):
    """A circumstance became known, for example ``social_effect_severe``."""

    name: str


@dataclass(frozen=True, kw_only=True)
class ReportSent(IncidentEvent):
    """A report went out; ``to`` is a Recipient or the name of another office."""

    report: ReportKind
    to: str
    medium: Medium | None = None


@dataclass(frozen=True, kw_only=True)
class RescueEnded(IncidentEvent):
    """The search and rescue is over; follow-ups end."""


@dataclass(frozen=True, kw_only=True)
class Extinguished(IncidentEvent):
    """The fire is out."""


@dataclass(frozen=True, kw_only=True)
class Correction(IncidentEvent):
    """A basis was wrong: its right instant is ``time``; the former stays as history."""

    of: BasisKind


@dataclass(frozen=True, kw_only=True)
class Waived(IncidentEvent):
    """A person excused an obligation; without ``occurrence`` all of the rule, likewise ``to``."""

    rule: str
    reason: str
    occurrence: int | None = None
    to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Query(IncidentEvent):
    """A superior asks to have something verified; received at ``time``."""

    asked_by: str


@dataclass(frozen=True, kw_only=True)
class IncidentCase:
    """All that is recorded of one incident, and the instant for which an answer is wanted."""

    zone: ZoneInfo
    actor: ActorLevel
    packs: tuple[str, ...]
    family: Family
    as_of: datetime
    events: tuple[IncidentEvent, ...]
    category: Category = Category.WORK_SAFETY
    flags: frozenset[str] = field(default_factory=frozenset[str])

    def known(self, at: datetime) -> tuple[IncidentEvent, ...]:
        """The events known by ``at``, in the order in which they became known."""
        known = [event for event in self.events if event.known_at <= at]
        return tuple(sorted(known, key=lambda event: event.known_at))
