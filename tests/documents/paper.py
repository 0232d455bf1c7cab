"""Sheets invented for the tests, and a reader of PDFs by QtPdf."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument

from safetydesk.documents.fonts import FontBook
from safetydesk.services.sheets import (
    Arrival,
    Contingency,
    Correction,
    DayShade,
    HandItem,
    HandoverItem,
    HandoverNotes,
    HandoverSheet,
    HandoverSide,
    LateMark,
    LogRow,
    MatterLevel,
    PrintMark,
    ReadBack,
    ReportKind,
    ReportParagraph,
    ReportSheet,
    RosterDuty,
    RosterRow,
    RosterSheet,
    SealMark,
    Segment,
    SegmentMark,
    ShiftLogSheet,
    ShiftSummary,
    Signature,
    Signatures,
)

ZONE = ZoneInfo("Asia/Shanghai")
OFFICE = "云川区应急管理局值班室"
NUMBER = "第 2025-279 号"
RARE = "镕堃喆祎㛃䶮𬭎𬱖玥"
_DOTS = 6
"""Dots to the millimetre at which a page is looked at."""
HOSTILE = "死亡<3人> & <img src=file:///etc/passwd> </para> &lt; %s {x}"

PACKAGED = FontBook()
"""Only the packaged fonts, so that the tests see the same faces on every machine."""


def at(text: str) -> datetime:
    """``06 10:12`` of October 2025 in the office's zone."""
    return datetime.strptime(f"2025-10-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


SIGNED = Signatures(
    Signature(("黄志强", "何佳"), at("07 08:36")),
    Signature(("吴昊", "仇海波"), at("07 08:38")),
    Signature(("曾慧",), at("07 09:05")),
)


def row(number: int, when: str, text: str, **more: Any) -> LogRow:
    """A log row with the usual words around ``text``."""
    plain = LogRow(number, at(when), "来电", (Segment(text),), "已处理", "办结", "何佳")
    return replace(plain, **more)


LOG = ShiftLogSheet(
    office=OFFICE,
    number=NUMBER,
    day=date(2025, 10, 6),
    zone=ZONE,
    shift_from=at("06 08:30"),
    shift_to=at("07 08:30"),
    printed=PrintMark(at("07 08:45"), "吴昊"),
    weather="小雨转阴 16—22℃",
    leader="曾慧",
    leader_title="副局长",
    primary=Arrival("黄志强", at("06 08:20")),
    deputies=(Arrival("何佳", at("06 08:18")), Arrival("徐丽华", at("06 08:27"))),
    rows=(
        row(1, "06 08:30", "与赵晓敏、郭一鸣面对面交接，接收未办结2项"),
        row(7, "06 10:12", "谭庆丰（0000-5551040）报：反应釜爆炸，伤亡不明", kind="突发事件接报"),
        row(
            13,
            "06 10:40",
            "",
            content=(
                Segment("首报第 "),
                Segment("36", SegmentMark.STRUCK),
                Segment(" 37 期"),
            ),
            corrections=(Correction("何佳", at("06 10:52")),),
        ),
        row(
            48,
            "06 23:50",
            "夜间巡查正常",
            late=LateMark(at("07 04:00"), timedelta(hours=4, minutes=10)),
        ),
        row(50, "07 06:30", "市局电话询问善后"),
    ),
    summary=ShiftSummary(
        "电话快报 3，首报 1，续报 5", "暴雨黄色 1", "受查 1 次", "传真机已修复", ("M-2025-062",)
    ),
    signatures=SIGNED,
    seal=SealMark("7F3A-91C2-04DE", 1247, 1301, 30),
)

HANDOVER = HandoverSheet(
    office=OFFICE,
    number=NUMBER,
    zone=ZONE,
    outgoing=HandoverSide("周一班（6日）", ("黄志强", "何佳"), "曾慧"),
    incoming=HandoverSide("周二班（7日）", ("吴昊", "仇海波"), "周庭远"),
    printed=PrintMark(at("07 08:40"), "吴昊"),
    drafted_at=at("07 08:28"),
    last_seq=1301,
    arrivals=(Arrival("吴昊", at("07 08:19")), Arrival("仇海波", at("07 08:41"))),
    shift_from=at("07 08:30"),
    items=(
        HandoverItem(
            "2025-018 宏泰公司反应釜爆炸（较大）",
            "续报五已报",
            "终报",
            at("08 17:00"),
            next_owner="吴昊",
            level=MatterLevel.FIRST,
            read_back=True,
        ),
        HandoverItem("区长批示", "善后安排待报", "书面", at("07 10:00"), level=MatterLevel.SECOND),
        HandoverItem("重伤 1 人", level=MatterLevel.THIRD),
        HandoverItem("M-2025-062 柳河镇危桥", "已交办", "反馈", at("07 12:00"), due_is_limit=False),
    ),
    contingencies=(Contingency("死亡人数再变", "30 分钟内电话报"),),
    notes=HandoverNotes(
        ("区长 11:05：全力搜救",), ("曾慧 在现场",), ("三级响应未终止",), ("带班 周庭远",)
    ),
    hand_items=(HandItem("值班室钥匙", "3 把，相符"), HandItem("值班专用章", "缺", checked=False)),
    read_back=ReadBack("爆炸死亡 4 人，终报由我起草。", "黄志强", at("07 08:35")),
    signatures=SIGNED,
    moves_at=at("07 08:38"),
    seal=SealMark("7F3A-91C2-04DE"),
)

REPORT = ReportSheet(
    kind=ReportKind.INITIAL,
    zone=ZONE,
    urgency="特急",
    masthead="云川区应急管理局值班信息",
    year=2025,
    issue_number=37,
    signer="曾慧",
    title="关于东河宏泰精细化工有限公司“10·6”反应釜爆炸事故情况的报告",
    subtitle="首报：已致1人死亡、2人失联",
    addressees="临江市应急管理局，云川区委值班室、区政府总值班室：",
    paragraphs=(
        ReportParagraph("10月6日10时12分，我局接化工园区管委会电话报告：10时05分许发生爆炸。"),
        ReportParagraph("截至10时30分，死亡1人，失联2人，重伤1人。", "二、人员伤亡。"),
    ),
    site_contact="谭庆丰（值班员）0000-5551040",
    copies_to="区委办公室，区政府办公室",
    issuing_office=OFFICE,
    issued_at=at("06 10:40"),
    reviewer="何佳",
    drafter="黄志强",
    duty_phone="0000-5550110",
)


ROSTER = RosterSheet(
    office="云川区应急管理局",
    title="云川区应急管理局2025年10月值班安排表",
    zone=ZONE,
    printed=PrintMark(at("01 09:00"), "何佳"),
    rows=tuple(
        RosterRow(
            date(2025, 10, day),
            DayShade.STATUTORY if day <= 8 else DayShade.WORKDAY,
            "曾慧（副局长）",
            "19900000001",
            ("黄志强", "何佳", ""),
            duties=(
                RosterDuty("带班领导", "曾慧", "副局长", "19900000001"),
                RosterDuty("主班", "黄志强", "科员", "19900000018"),
                RosterDuty("副班", "何佳", "科员", "19900000019"),
            ),
        )
        for day in range(1, 32)
    ),
    notes=("接班人提前 10 分钟到岗。", "调班须报备。"),
    prepared_by="何佳",
    issued_on=date(2025, 9, 25),
    filing_line="第 1 稿，未报备",
)


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """The PDF as QtPdf reads it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without white space (a reader's spaces are guesses)."""
    with opened(pdf) as document:
        texts = [document.getAllText(n).text() for n in range(document.pageCount())]
    return [squashed(text) for text in texts]


def inked(pdf: bytes, *, top: float, bottom: float) -> tuple[float, float]:
    """From where to where a strip of the first page is inked, in millimetres from the left."""
    with opened(pdf) as document:
        drawn = document.render(0, QSize(210 * _DOTS, 297 * _DOTS))
    strip = range(int(top * _DOTS), int(bottom * _DOTS))
    dots = [x for x in range(drawn.width()) for y in strip if drawn.pixelColor(x, y).alpha() > 127]
    return min(dots) / _DOTS, max(dots) / _DOTS


def squashed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of the file, inflated."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return [zlib.decompressobj().decompress(part) if part[:1] == b"x" else part for part in found]
