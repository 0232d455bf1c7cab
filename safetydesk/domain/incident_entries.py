"""The log lines that acts on an incident propose, in the words of the paper log (all editable)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.casualties import MEASURES, CasualtyState
from safetydesk.domain.incident import BasisKind, Casualties, Flag
from safetydesk.domain.report_news import time_after
from safetydesk.domain.report_wording import casualty_words

if TYPE_CHECKING:
    from safetydesk.domain.incident_record import FactField

FLAG_NAMES = {
    Flag.SENSITIVE: "敏感事件",
    Flag.SENSITIVE_PLACE: "敏感地点",
    Flag.SENSITIVE_TIME: "敏感时段",
    Flag.SENSITIVE_PERSON: "敏感人员",
    Flag.SOCIAL_EFFECT_MAJOR: "社会影响重大",
    Flag.SOCIAL_EFFECT_SEVERE: "社会影响特别严重",
    Flag.HOT_TOPIC: "舆情热点",
    Flag.MAY_ESCALATE: "可能扩大升级",
    Flag.ENVIRONMENT_POLLUTION: "造成环境污染",
    Flag.TOXIC_LEAK: "有毒物质泄漏",
    Flag.THREATENS_HOMES: "威胁居民区",
    Flag.HOLIDAY: "节假日",
    Flag.KEY_PERIOD: "重点时段",
    Flag.INDUSTRIAL_PARK: "化工园区",
    Flag.ELEVATOR: "电梯",
    Flag.DRINKING_WATER: "饮用水水源地",
    Flag.IMPORTANT_FACILITY: "重要设施",
    Flag.MASS_INCIDENT: "群体性事件",
    Flag.CROSS_BORDER: "跨行政区域",
    Flag.MAJOR_MEETING: "重要会议期间",
    Flag.MAJOR_EVENT: "重大活动期间",
    Flag.SPRING_TRAVEL: "春运期间",
    Flag.URGENT: "情况紧急",
    Flag.SKIPPED_LEVEL: "已越级上报",
    Flag.OTHER_MAJOR_NEAR_MISS: "其他较大涉险情形",
    Flag.BASIC_FACTS_FOUND: "已查清基本情况",
    Flag.HEAVY_METAL: "涉及重金属",
    Flag.FLOOD_RESPONSE: "防汛应急响应",
    Flag.HOT_SPOT: "卫星热点",
    Flag.VIRGIN_FOREST: "原始森林",
    Flag.PROVINCIAL_BOUNDARY: "省际交界",
    Flag.NATIONAL_BORDER: "国境附近",
    Flag.NEEDS_STATE_HELP: "需要国家支援",
    Flag.AMUSEMENT_RIDE: "大型游乐设施",
    Flag.ROPEWAY: "客运索道",
    Flag.PRESSURE_EXPLOSION: "承压设备爆炸",
    Flag.CRANE_OVERTURNED: "起重机械倾覆",
    Flag.CRANE_MEMBER_BROKEN: "起重机械主要构件折断",
    Flag.BOILER_600MW_EXPLOSION: "六百兆瓦以上锅炉爆炸",
}
"""The circumstances an officer may note by hand, in the order of the list."""

_SAID_BY_ACTS = {Flag.NOT_OUR_COMPETENCE: "不属本单位职责"}
"""Circumstances that an act of their own notes."""

OPENING_FLAGS = (
    Flag.HOLIDAY,
    Flag.KEY_PERIOD,
    Flag.INDUSTRIAL_PARK,
    Flag.ELEVATOR,
    Flag.SENSITIVE_PLACE,
    Flag.SENSITIVE_PERSON,
    Flag.HOT_TOPIC,
    Flag.MAY_ESCALATE,
)
"""Those asked for when an incident begins; the rest is noted later."""

LEADER_MEANS = ("当面", "电话")
TOLD_MEANS = ("电话", "书面")
SENDING_MEANS = ("网络", "传真", "电话")
"""How things are told or sent, in the words of log and paper."""

FOUR_PEERS = ("公安", "人社局", "总工会", "检察院")
"""Whom 493号 art. 10 names, as the office calls them."""


def reported_by(source: str) -> str:
    """``区消防大队报告：``; nothing without a source."""
    return f"{source}报告：" if source else ""


def fact_words(name: FactField, value: str, source: str, *, verified: bool) -> str:
    """A fact as a line of the log."""
    doubt = "" if verified else "（待核实）"
    return f"{reported_by(source)}{name.chinese_name}：{value}{doubt}"


def casualty_line(numbers: Casualties, written_at: datetime, zone: ZoneInfo) -> str:
    """``区消防大队报告：截至10时30分，死亡1人、失联2人``; only what was said.

    ``written_at``: of the line in the log, here and below; the day is named where it is another.
    """
    said = {name: getattr(numbers, name) for name in MEASURES}
    parts = [casualty_words(CasualtyState(**said))] if _people_said(numbers) else []
    if numbers.evacuated is not None:
        parts.append(f"疏散{numbers.evacuated}人")
    if numbers.at_risk is not None:
        parts.append(f"涉险{numbers.at_risk}人")
    if numbers.loss_yuan is not None:
        parts.append(f"初估直接经济损失{numbers.loss_yuan / 10_000:f}万元")
    if numbers.burned_ha is not None:
        parts.append(f"过火面积{numbers.burned_ha:f}公顷")
    reason = f"（{numbers.reason}）" if numbers.reason else ""
    words = "，".join(parts)
    as_of = time_after(numbers.time, written_at, zone)
    return f"{reported_by(numbers.source)}截至{as_of}，{words}{reason}"


def _people_said(numbers: Casualties) -> bool:
    names = ("dead", "missing", "trapped", "severely_injured", "lightly_injured")
    return any(getattr(numbers, name) is not None for name in names)


def correction_line(
    basis: BasisKind,
    former: datetime | None,
    right: datetime,
    source: str,
    *,
    written_at: datetime,
    zone: ZoneInfo,
) -> str:
    """``事发时间更正为10时03分（原报10时05分），依据：企业监控录像``.

    A time that was unknown until now is said without 更正.
    """
    evidence = f"，依据：{source}" if source else ""
    shown = time_after(right, written_at, zone)
    if former is None:
        return f"{basis.chinese_name}时间为{shown}{evidence}"
    before = f"（原报{time_after(former, right, zone)}）"
    return f"{basis.chinese_name}时间更正为{shown}{before}{evidence}"


def rescue_ended_line(at: datetime, source: str, written_at: datetime, zone: ZoneInfo) -> str:
    """``现场指挥部：17时30分现场搜救结束``."""
    told = f"{source}：" if source else ""
    return f"{told}{time_after(at, written_at, zone)}现场搜救结束"


def extinguished_line(at: datetime, source: str, written_at: datetime, zone: ZoneInfo) -> str:
    """``区消防大队报告：11时26分明火扑灭``."""
    return f"{reported_by(source)}{time_after(at, written_at, zone)}明火扑灭"


def flag_line(flag: Flag, source: str) -> str:
    """``标记：社会影响重大（区委宣传部）``."""
    told = f"（{source}）" if source else ""
    return f"标记：{flag_name(flag)}{told}"


def flag_name(word: str) -> str:
    """The Chinese name of a circumstance; the word itself where it has none."""
    named = {**FLAG_NAMES, **_SAID_BY_ACTS}
    return next((name for flag, name in named.items() if flag.value == word), word)


def leader_line(leader: str, means: str, number: str) -> str:
    """``报告带班领导曾慧（当面），事件2025-018``."""
    how = f"（{means}）" if means else ""
    return f"报告带班领导{leader}{how}，事件{number}"


def query_line(asked_by: str, words: str) -> str:
    """``市委值班室来询：…``."""
    return f"{asked_by}要求核报：{words}" if words else f"{asked_by}要求核报有关情况"


def waiver_line(title: str, recipient: str, reason: str) -> str:
    """``免报：每日续报（市级应急管理部门），理由：…``."""
    return f"免报：{title}（{recipient}），理由：{reason}"


def transfer_line(unit: str, taken_by: str, number: str) -> str:
    """``事件2025-018不属本单位职责，转送区市场监管局（接收人：李某）``."""
    taken = f"（接收人：{taken_by}）" if taken_by else ""
    return f"事件{number}不属本单位职责，转送{unit}{taken}"


def transfer_reason(unit: str, at: datetime, written_at: datetime, zone: ZoneInfo) -> str:
    """``不属本单位职责，10时20分已转送区市场监管局``: why what is owed ends."""
    return f"不属本单位职责，{time_after(at, written_at, zone)}已转送{unit}"


def closing_line(number: str, reason: str, leader: str = "") -> str:
    """``事件2025-018结案：…（曾慧同意）``."""
    told = f"：{reason}" if reason else ""
    agreed = f"（{leader}同意）" if leader else ""
    return f"事件{number}结案{told}{agreed}"


def revision_line(number: str, was: str, becomes: str, reason: str, leader: str = "") -> str:
    """``事件2025-018类别更正：原“火灾”，改为“危险化学品”。…（曾慧同意）``."""
    agreed = f"（{leader}同意）" if leader else ""
    told = f"。{reason}" if reason else ""
    return f"事件{number}更正：原“{was}”，改为“{becomes}”{told}{agreed}"


def reopening_line(number: str, reason: str) -> str:
    """``事件2025-018重新打开：…``."""
    told = f"：{reason}" if reason else ""
    return f"事件{number}重新打开{told}"


def received_line(source: str, occurred: str, place: str, title: str) -> str:
    """``化工园区管委会报：10时05分许，临港街道…发生爆炸``, from what is filled in so far."""
    told = f"{source}报：" if source else ""
    when = f"{occurred}，" if occurred else ""
    return f"{told}{when}{place}{title}"


def sent_line(report: str, recipient: str) -> str:
    """``首报〔2025〕第37期报市应急局``."""
    return f"{report}报{recipient}"


def told_line(kind: str, recipients: Sequence[str], words: str) -> str:
    """``电话快报市应急局、区政府值班室：爆炸，伤亡不明``."""
    said = f"：{words}" if words else ""
    return f"{kind}{'、'.join(recipients)}{said}"
