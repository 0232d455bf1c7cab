"""Text as text, themes, use cases, tasks, times and the memory of windows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDateTimeEdit, QMessageBox, QSplitter, QWidget

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.ui import icons, theme
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.screen_bounds import keep_on_screen
from safetydesk.ui.tasks import Progress, TaskRunner
from safetydesk.ui.theme_switch import Appearance, ThemeSwitch, apply_theme
from safetydesk.ui.tokens import DARK, LIGHT, THEMES, Theme
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, plain_tooltip, tell
from safetydesk.ui.widgets.row_table import RowTable
from tests.helpers.leaks import freed_on_close, settle

TYPED = '死亡<3人> <b>x</b> <img src="/etc/passwd">'


@dataclass(frozen=True)
class Outcome:
    """What a verb returns."""

    value: int
    changes: ChangeSet


class Form(QWidget):
    """A widget with a place for problems."""

    def __init__(self) -> None:
        super().__init__()
        self.problem = ""

    def show_problem(self, text: str) -> None:
        self.problem = text


@pytest.mark.parametrize("kind", [PlainLabel, ElidedLabel])
def test_a_label_shows_exactly_what_was_typed(qtbot, kind):
    label, plain = kind(TYPED), kind("x" * 40)
    for widget in (label, plain):
        qtbot.addWidget(widget)
    assert label.text() == TYPED
    assert label.sizeHint().height() == plain.sizeHint().height()


def test_a_tooltip_and_a_box_show_exactly_what_was_typed(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    assert "<img" not in plain_tooltip(TYPED)
    box = tell(parent, TYPED, TYPED)
    assert box.textFormat().name == "PlainText"
    assert box.text().count(TYPED) == 2
    assert box.informativeText() == ""
    box.close()
    settle()


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("worn", list(THEMES.values()), ids=list(THEMES))
def test_every_text_colour_can_be_read_on_its_surface(worn: Theme):
    pairs = [(ink, on) for ink in ("t1", "t2", "t3") for on in ("card", "canvas", "panel", "sel")]
    pairs += [
        (f"{level}_{part}", on)
        for level in "royif"
        for part, on in (("on", level), ("ink", f"{level}_soft"), ("ink", "card"))
    ]
    pairs += [("acc_on", "acc"), ("acc_ink", "acc_soft"), ("ok_ink", "card")]
    poor = {
        pair: ratio
        for pair in pairs
        if (ratio := contrast(getattr(worn, pair[0]), getattr(worn, pair[1]))) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("worn", list(THEMES.values()), ids=list(THEMES))
def test_the_style_sheet_names_only_colours_that_exist(worn: Theme):
    assert "@" not in theme.style_sheet(worn)


def test_icons_follow_the_theme(qtbot, dressed):
    button = KeyButton("x", icon="send")
    qtbot.addWidget(button)
    before = button.icon().pixmap(16).toImage()
    apply_theme(dressed, DARK)
    assert button.icon().pixmap(16).toImage() != before
    apply_theme(dressed, LIGHT)
    assert button.icon().pixmap(16).toImage() == before


def test_every_icon_named_in_the_code_is_drawn():
    for name in ("send", "confirm", "nav-desk", "fault", "call-in"):
        assert not icons.pixmap(name, "#000000", 16).isNull()


def test_f12_changes_between_light_and_dark(dressed):
    switch = ThemeSwitch(dressed, Appearance.LIGHT)
    switch.toggle()
    assert theme.current_theme() is DARK
    switch.toggle()
    assert theme.current_theme() is LIGHT
    switch.setParent(None)
    switch.deleteLater()


def test_a_use_case_publishes_what_it_altered(qtbot, bus):
    form = Form()
    qtbot.addWidget(form)
    heard: list[Any] = []
    bus.changed.connect(heard.append)
    done = perform(
        form, lambda: Outcome(7, ChangeSet.of([Change(Topic.LOG)])), bus=bus, initiator=form
    )
    assert done is not None
    assert done.value == 7
    assert heard[0].touches(Topic.LOG)
    assert heard[0].initiator is form


def test_a_refusal_is_shown_beside_the_work_and_nothing_is_published(qtbot, bus):
    form = Form()
    qtbot.addWidget(form)
    heard: list[Any] = []
    bus.changed.connect(heard.append)

    def refused() -> Outcome:
        raise BadInput("sheet.cell", where="值班表.xlsx 甲!B3", expected="日期")

    assert perform(form, refused, bus=bus) is None
    assert form.problem == "值班表.xlsx 甲!B3: 日期"
    assert heard == []


def test_a_widget_without_a_place_for_problems_gets_a_box_that_blocks_nothing(qtbot, bus):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def refused() -> Outcome:
        raise RuleViolation("log.sealed")

    assert perform(parent, refused, bus=bus) is None
    (box,) = parent.findChildren(QMessageBox)
    assert "log.sealed" in box.text()
    box.close()
    settle()


def test_a_bug_is_not_taken_for_a_refusal(qtbot, bus):
    form = Form()
    qtbot.addWidget(form)
    with pytest.raises(ZeroDivisionError):
        perform(form, lambda: Outcome(1 // 0, ChangeSet()), bus=bus)


class Receiver(QObject):
    """Keeps the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []

    def take(self, value: object) -> None:
        self.got.append(value)


def test_work_on_another_thread_is_answered(qtbot):
    runner, receiver = TaskRunner(), Receiver()
    runner.submit(lambda: 42, succeeded=receiver.take)
    qtbot.waitUntil(lambda: not runner.busy)
    assert receiver.got == [42]


def test_an_expected_error_of_a_task_is_handed_over(qtbot):
    runner, receiver = TaskRunner(), Receiver()

    def refused() -> None:
        raise RuleViolation("backup.folder")

    runner.submit(refused, failed=receiver.take)
    qtbot.waitUntil(lambda: not runner.busy)
    assert [error.code for error in receiver.got] == ["backup.folder"]


def test_an_answer_that_comes_too_late_calls_nobody(qtbot):
    runner, receiver = TaskRunner(), Receiver()
    got = receiver.got
    runner.submit(lambda: 42, succeeded=receiver.take)
    receiver.deleteLater()
    settle()
    qtbot.waitUntil(lambda: not runner.busy)
    assert got == []


def test_a_cancelled_work_is_told_at_its_next_step():
    progress = Progress()
    assert progress.step(1, 10)
    progress.cancel()
    assert not progress.step(2, 10)


def test_an_editor_holds_the_offices_time_not_the_machines(qtbot):
    edit = QDateTimeEdit()
    qtbot.addWidget(edit)
    prepare(edit)
    for zone in (ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Urumqi")):
        instant = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)
        show_instant(edit, instant, zone)
        assert edit.text() == instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        assert edited_instant(edit, zone) == instant


def test_a_window_that_no_screen_shows_comes_back(qtbot, dressed):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(90_000, 90_000, 400, 300)
    keep_on_screen(window)
    assert dressed.primaryScreen().availableGeometry().contains(window.geometry())


def test_widgets_are_freed_when_they_are_closed():
    assert freed_on_close(lambda: KeyButton("x", icon="send", key="F3"))
    assert freed_on_close(lambda: PlainLabel("x"))


def test_a_window_remembers_its_place(qtbot, window_state):
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    assert not window_state.restore_window("main", second)
    first.setGeometry(50, 60, 400, 300)
    window_state.keep_window("main", first)
    assert window_state.restore_window("main", second)
    assert second.geometry() == first.geometry()


@pytest.mark.parametrize("others", [0, 1])
def test_columns_are_as_wide_as_they_were_left_where_there_are_as_many(qtbot, window_state, others):
    columns = [Column("a", Cell, 80), Column("b", Cell, 90), Column("c", Cell)]
    first, second = QWidget(), QWidget()
    for page in (first, second):
        qtbot.addWidget(page)
    left = RowTable(columns, key=str, parent=first)
    left.horizontalHeader().resizeSection(0, 133)
    window_state.keep_inside("contacts", first)
    later = RowTable([*columns, *[Column("d", Cell, 70)] * others], key=str, parent=second)
    window_state.restore_inside("contacts", second)
    assert later.horizontalHeader().sectionSize(0) == (80 if others else 133)
    assert later.horizontalHeader().sectionSize(1) == 90


def test_a_splitter_divides_as_it_was_left(qtbot, window_state):
    pages = [QWidget(), QWidget()]
    splitters = [QSplitter(page) for page in pages]
    for page, splitter in zip(pages, splitters, strict=True):
        qtbot.addWidget(page)
        splitter.resize(400, 100)
        splitter.addWidget(QWidget())
        splitter.addWidget(QWidget())
        page.show()
    splitters[0].setSizes([100, 300])
    window_state.keep_inside("import", pages[0])
    window_state.restore_inside("import", pages[1])
    assert splitters[1].sizes() == splitters[0].sizes()
