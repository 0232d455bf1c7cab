"""Photographs the window frame with an invented night, for looking at: quiet, busy and at fault.

QT_QPA_PLATFORM=offscreen python tools/shot_frame.py FOLDER [--language zh_CN]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from safetydesk.services import views_frame as v
from safetydesk.ui.bus import Bus
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.main_window import MainWindow, PageEntry
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.page import Page
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import THEMES
from safetydesk.ui.widgets.badge import Badge, GradeBadge
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.chip import CountdownChip
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.number_figure import NumberFigure
from safetydesk.ui.widgets.report_chain import ChainNode, ReportChain
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.window_state import WindowState
from safetydesk.ui.wording import SITE, Wording

Row = tuple[str, str, datetime, int]
SIZES = ((1366, 768), (1600, 900), (1920, 1080))
DUSK = datetime(2026, 11, 21, 21, 33, 12, tzinfo=UTC)


class FixedClock:
    """Stands still, so that pictures are alike."""

    def now(self) -> datetime:
        """21:33:12 UTC, 05:33:12 on the wall."""
        return DUSK

    def monotonic(self) -> float:
        """Nothing elapses."""
        return 0.0


def at(hours: int, minutes: int) -> datetime:
    """A time of the invented morning, 22 November, local."""
    return datetime(2026, 11, 21, 16, 0, tzinfo=UTC) + timedelta(hours=hours, minutes=minutes)


def header() -> v.HeaderView:
    """The shift of that night."""
    return v.HeaderView(
        shift_name="周六班",
        shift_start=at(-16, 30),
        people=(
            v.OnDuty("主班", "李敏", "19900000002", "在岗", at(-16, 18)),
            v.OnDuty("带班", "王建国", "19900000001", "现场", leads=True),
            v.OnDuty("副班", "赵磊", "19900000003", "在岗", at(-16, 22)),
        ),
        turnover_at=at(8, 30),
        phones=(v.DutyPhone("值班电话", "0000-5550110"),),
        signed_in=v.SignedIn("李敏", "主班"),
    )


def alarms() -> v.AlarmListView:
    """One alarm of each level, and what comes next."""
    return v.AlarmListView(
        alarms=levels(),
        soon=(
            v.UpcomingView(at(6, 0), "视频轮巡", "主班"),
            v.UpcomingView(at(6, 30), "家属接待组名单", "区民政局"),
            v.UpcomingView(at(7, 30), "续报（三）", "市局"),
            v.UpcomingView(at(8, 0), "交接准备提醒", "全班"),
        ),
        raised_this_shift=11,
        settled_this_shift=8,
        checked_at=at(5, 33),
        next_check_at=at(5, 34),
    )


def levels() -> tuple[v.AlarmView, ...]:
    """Overdue and unacknowledged, due soon and acknowledged, far away."""
    act = v.AlarmAct
    text = "先电话报市局，说明书面稿待签；再催签，报出后记“已报送”。"
    return (
        v.AlarmView(
            "1",
            1,
            "续报（二）",
            at(5, 30),
            "市应急局值班室",
            guidance=v.Guidance("已到升级步：请带班领导", "王建国 19900000001", text),
            response="已报送",
            acts=frozenset({act.RESPOND, act.ACKNOWLEDGE, act.OPEN}),
        ),
        v.AlarmView(
            "2",
            2,
            "批示反馈",
            at(5, 45),
            "区委值班室",
            v.AlarmState.ACKNOWLEDGED,
            "李敏",
            at(5, 31),
            response="已反馈",
            acts=frozenset({act.RESPOND, act.SHELVE, act.OPEN}),
        ),
        v.AlarmView("3", 3, "省厅快报回执", at(7, 0), "省应急厅值班室"),
    )


def status(*, fault: bool) -> v.FrameStatus:
    """All well, or the guard stopped and the sound off."""
    ok, health = v.Health.OK, v.Health
    guard = ("守护停止", health.FAULT, "05:31:40") if fault else ("守护正常", ok, "05:33:10")
    return v.FrameStatus(
        items=(
            v.StatusItem(*guard),
            v.StatusItem("数据库", ok, "本机"),
            v.StatusItem("备份", ok, "02:00"),
            v.StatusItem("封存链", ok, "已核 1,287 条"),
            v.StatusItem("第二席", ok, "在线"),
            v.StatusItem("已静音", health.WARN, "至 05:40")
            if fault
            else v.StatusItem("声音", ok, "正常 · 08:31 自检"),
        ),
        notice="内部资料 · 本机严禁处理、存储涉密信息",
        fault=v.FaultView(
            "守护停止 1 分 12 秒，到期提醒可能不响",
            "仍可用：日志、电话记录、通讯录、打印。独立看门狗已响。",
        )
        if fault
        else None,
        mute=v.MuteView("李敏", at(5, 30), at(5, 40)) if fault else None,
    )


class SamplePage(Page):
    """A page that shows the kit: cards, chain, chips, badges, a table."""

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus=bus, topics=frozenset(), title="值班台")
        self.head.set_title("值班台", "11月21日（周六）08:30 — 22日 08:30")
        for text, icon, key in (
            ("电话记录", "call-in", "F3"),
            ("新建事件", "nav-incident", "F4"),
            ("找人", "search", "F6"),
            ("交接班", "handover", "F8"),
        ):
            self.head.add_act(KeyButton(text, icon=icon, key=key))
        self.body.addWidget(self._incident())
        self.body.addWidget(self._table(), 1)

    @override
    def refresh(self) -> None:
        """Nothing changes here."""

    def _incident(self) -> Card:
        card = Card("化工园区泽禾新材料“11·22”反应釜爆炸")
        grade = GradeBadge()
        grade.show_grade("确认", "较大", 2)
        card.head.addWidget(grade)
        card.head.addWidget(Badge("处置中"))
        card.head.addWidget(Badge("待核实 2", tone="todo"))
        for label, number, change in (("死亡", "3", 2), ("失联", "0", -2), ("重伤", "2", 0)):
            figure = NumberFigure(label)
            figure.show_number(number, change)
            card.head.addWidget(figure)
        card.set_narrow(False)
        chain = ReportChain()
        chain.show_nodes(
            (
                ChainNode("电话快报", "03:31 已报", "期限 03:40", done=True),
                ChainNode("首报", "03:58 已报", "期限 04:00", done=True),
                ChainNode("续报（二）", "已超 3 分", "05:30 前", level=1),
                ChainNode("续报（三）", "还剩 1 小时 57 分", "07:30 前"),
            )
        )
        card.body.addWidget(chain)
        chip = CountdownChip()
        chip.show_due(at(5, 30), DUSK)
        card.body.addWidget(chip)
        return card

    def _table(self) -> Card:
        card = Card("到期与交办")
        card.set_count(4)
        card.set_hint("另有 3 项不在今日")
        words = Wording()
        table: RowTable[Row] = RowTable(
            [
                Column("", lambda row: Cell(level=row[3]), width=52),
                Column("内容", lambda row: row[0]),
                Column("承办", lambda row: Cell(row[1], tone="t2"), width=160),
                Column(
                    "剩余",
                    lambda row: Cell(countdown=words.countdown(row[2], DUSK)),
                    width=240,
                    right=True,
                ),
            ],
            key=lambda row: row[0],
        )
        table.set_rows(
            [
                ("批示反馈：防次生灾害、安抚家属", "区委值班室", at(5, 45), 2),
                ("续报（二）", "市应急局", at(5, 30), 1),
                ("家属接待组名单报区委宣传部", "区民政局", at(6, 30), 0),
                ("梧桐路路面塌陷隐患处置反馈", "区城管局", at(41, 0), 0),
            ]
        )
        card.body.addWidget(table)
        return card


def build(clock: FixedClock, folder: Path, language: str) -> MainWindow:
    """The window with its nine entries."""
    bus = Bus()
    window = MainWindow(
        clock=clock, wording=Wording.of(SITE, language), state=WindowState(folder / "w.ini")
    )
    bus.setParent(window)
    names = ("值班台", "日志", "事件", "值班表", "通讯录", "预警", "交办", "查岗", "统计", "设置")
    icons = (
        "desk",
        "log",
        "incident",
        "roster",
        "contacts",
        "warning",
        "matter",
        "check",
        "stats",
        "settings",
    )
    for name, icon in zip(names, icons, strict=True):
        window.add_page(
            PageEntry(icon, name, f"nav-{icon}", lambda: SamplePage(bus), icon == "settings")
        )
    window.show_page("desk")
    kinds = ("来电", "去电", "现场反馈", "信息报送")
    window.show_entry(v.QuickEntryView(kinds=kinds, kind="现场反馈"))
    return window


def main() -> int:
    """Takes the pictures."""
    parser = argparse.ArgumentParser(description="photograph the frame")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="zh_CN")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    choose_font(app)
    translator = QTranslator(app)
    if translator.load(str(ROOT / f"resources/translations/safetydesk_{options.language}.qm")):
        app.installTranslator(translator)
    with tempfile.TemporaryDirectory() as scratch:
        window = build(FixedClock(), Path(scratch), options.language)
        window.show()
        for state in ("quiet", "busy", "fault"):
            show_state(window, state)
            photograph(app, window, options.folder / state)
        window.close()
    return 0


def show_state(window: MainWindow, state: str) -> None:
    """Quiet, busy, or with the guard stopped."""
    night = alarms()
    counts = {"incident": v.PageCount(1), "matter": v.PageCount(7, overdue=state == "busy")}
    if state != "busy":
        night = replace(night, alarms=(), raised_this_shift=3, settled_this_shift=3)
    window.show_frame(v.FrameView(header(), night, status(fault=state == "fault"), counts))
    if state == "busy":
        window.quick.show_receipt("1", "已记 05:33 现场反馈：伤员 6 人均已送医", DUSK)
    else:
        window.quick.undo()


def photograph(app: QApplication, window: MainWindow, stem: Path) -> None:
    """Both themes in three sizes."""
    for theme in THEMES.values():
        apply_theme(app, theme)
        for width, height in SIZES:
            window.resize(width, height)
            for _ in range(4):
                app.processEvents()
            window.grab().save(f"{stem}-{theme.name}-{width}.png")


if __name__ == "__main__":
    sys.exit(main())
