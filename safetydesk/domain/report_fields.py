"""What a report template can say: the facts of an incident as plain words under Chinese names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import HUMAN_MEASURES
from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report_news import News, NewsKind, Snapshot, dated, time_after
from safetydesk.domain.report_series import ReportType, issue_text
from safetydesk.domain.report_wording import (
    UNKNOWN_CASUALTIES,
    casualty_words,
    opening_of,
    sentences,
)

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.report import Report

Row = Mapping[str, str]
FieldValue = str | Sequence[str] | Sequence[Row]
Fields = Mapping[str, FieldValue]
"""Words, lists of words, and rows of words: nothing that could be called."""

_HANDLING = (
    FactField.FORCES,
    FactField.MEASURES,
    FactField.SITUATION,
    FactField.RESPONSE,
    FactField.COMMANDER,
)
_VERBS = {
    ReportType.SUPPLEMENT: "补报",
    ReportType.CORRECTION: "有关情况更正",
    ReportType.VERIFIED: "核报",
}
NEWS_KEYS = ("事项", "原来", "现在", "来源")
FIELD_HELP: Mapping[str, str] = {
    **{field.chinese_name: "事实" for field in FactField},
    "事件名称": "事件的名称",
    "接报经过": "几时几分接谁报告，何时何地发生什么",
    "截至": "截至几时几分，（伤亡数字的时间）",
    "伤亡": "死亡1人、失联2人、受伤5人（其中重伤1人）",
    "伤亡变化": "同上，并写原报数字或“无新增伤亡”",
    "疏散": "已疏散的人数",
    "处置": "力量、措施、现场、响应、现场指挥和疏散人数，连成一句",
    "等级": "按事实达到的等级",
    "前报": "接首报（〔2025〕第37期）……",
    "是首次": "没有前报时为“是”，否则为空",
    "事由": "续报、补报、核报、有关情况更正",
    "救援结束": "现场救援结束的时间",
    "时间变化": "更正或新知道的时间，逐条",
    "情况变化": "新的情况，逐条",
    "变化": f"全部变化，逐条；每条有{'、'.join(NEWS_KEYS)}",
}
"""Every name that a template of an incident's report may use, with what stands there."""


def fields_of(
    known: Snapshot, kind: ReportType, news: Sequence[News] = (), issued: Sequence[Report] = ()
) -> Fields:
    """The words of every name in ``FIELD_HELP``; what is not known is empty."""
    ended = known.basis_at(BasisKind.RESCUE_ENDED)
    written = [report for report in issued if report.type.numbered]
    evacuated = known.casualties.evacuated
    return {
        **{field.chinese_name: known.words(field) for field in FactField},
        "事件名称": known.title,
        "接报经过": opening_of(known),
        "截至": _until(known.casualties_at, known),
        "伤亡": casualty_words(known.casualties),
        "伤亡变化": _numbers(known, news),
        "疏散": str(evacuated) if evacuated else "",
        "处置": _handling(known),
        "等级": known.grade.chinese_name if known.grade else "",
        "前报": _reference(written),
        "是首次": "" if written else "是",
        "事由": _VERBS.get(kind, "续报"),
        "救援结束": dated(ended, known.covers.at or ended, known.zone) if ended else "",
        "时间变化": _times(news),
        "情况变化": _facts(news),
        "变化": [
            dict(zip(NEWS_KEYS, (item.label, item.before, item.after, item.source), strict=True))
            for item in news
        ],
    }


def _numbers(known: Snapshot, news: Sequence[News]) -> str:
    """The numbers as of their time, what they were before, or that nobody more was hurt."""
    words = casualty_words(known.casualties)
    if any(item.key in HUMAN_MEASURES for item in news):
        former = [
            f"{item.label}{item.before}人"
            for item in news
            if item.kind is NewsKind.CASUALTIES and item.before and item.key in ("dead", "missing")
        ]
        before = f"，原报{'、'.join(former)}" if former else ""
        return f"{_until(known.casualties_at, known)}{words}{before}"
    if words != UNKNOWN_CASUALTIES:  # nothing new is said as of the draft: the numbers are older
        return f"{_until(known.covers.at, known)}{words}，无新增伤亡"
    return f"{_until(known.casualties_at, known)}{words}"


def _times(news: Sequence[News]) -> list[str]:
    return [
        f"{item.label}更正为{item.after}（原报{item.before}）"
        if item.before
        else f"{item.after}{item.label.removesuffix('时间')}"
        for item in news
        if item.kind is NewsKind.TIME
    ]


def _facts(news: Sequence[News]) -> list[str]:
    """Numbers that belong to the handling (people evacuated, loss, area), then facts in words."""
    measures = [
        f"{item.label}{item.after}{'人' if item.key in ('evacuated', 'at_risk') else ''}"
        for item in news
        if item.kind is NewsKind.CASUALTIES and item.key not in HUMAN_MEASURES
    ]
    return measures + [f"{item.label}：{item.after}" for item in news if item.kind is NewsKind.FACT]


def _reference(written: Sequence[Report]) -> str:
    """``接首报（〔2025〕第37期）、续报（一）（〔2025〕第38期）``: the first and the last."""
    named = [*written[:1], *written[1:][-1:]]
    shown = [f"{report.place.label}（{issue_text(report.year, report.issue)}）" for report in named]
    return f"接{'、'.join(shown)}" if shown else "接前报"


def _until(at: datetime | None, known: Snapshot) -> str:
    """``截至12时00分，``, with the day where the report is made on another."""
    if at is None:
        return ""
    made, zone = known.covers.at, known.zone
    return f"截至{time_after(at, made or at, zone)}，"


def _handling(known: Snapshot) -> str:
    evacuated = known.casualties.evacuated
    words = [known.words(name) for name in _HANDLING]
    return sentences([*words, f"疏散{evacuated}人" if evacuated else ""])
