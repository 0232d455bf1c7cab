"""The settings are walked and changed by keys, and stay with those who may change them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from safetydesk.domain.changes import Topic
from safetydesk.domain.routine import Rhythm, RoutineKind
from safetydesk.ui.pages.settings import SectionEntry, SettingsPage, SettingsSection
from safetydesk.ui.pages.settings_routines import RoutinesSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.group_list import GroupList
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk

CTRL = Qt.KeyboardModifier.ControlModifier


class _Noted(SettingsSection):
    """Counts how often it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(QLineEdit())
        self.read = 0

    def refresh(self) -> None:
        self.read += 1


@pytest.fixture
def shown(qtbot):
    """Shows a page until the test ends."""

    def show(page):
        qtbot.addWidget(page)
        page.resize(900, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(desk.people.actor(keeper(desk)))
    return made


def keeper(desk) -> int:
    return next(p.id for p in desk.people.all() if "supervisor" in p.roles)


@pytest.fixture
def routines(desk, session, bus, shown):
    return shown(
        RoutinesSection(
            routines=desk.routines,
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
        )
    )


def test_a_section_is_built_when_it_is_first_chosen_and_read_each_time(bus, shown, qtbot):
    built = []

    def build():
        built.append(_Noted())
        return built[-1]

    entries = [SectionEntry(name, name, build) for name in ("one", "two")]
    page = shown(SettingsPage(sections=entries, bus=bus))
    assert [one.read for one in built] == [1]
    page.focus_filter()
    qtbot.keyClick(page.findChild(GroupList), Qt.Key.Key_Down)
    assert [one.read for one in built] == [1, 1]
    assert page.section is built[1]
    qtbot.keyClick(page.findChild(GroupList), Qt.Key.Key_Up)
    assert [one.read for one in built] == [2, 1]


def test_tab_goes_from_the_list_into_a_section_built_later(bus, shown, qtbot):
    entries = [SectionEntry(name, name, _Noted) for name in ("one", "two")]
    page = shown(SettingsPage(sections=entries, bus=bus))
    page.choose("two")
    page.focus_filter()
    qtbot.keyClick(page.findChild(GroupList), Qt.Key.Key_Tab)
    assert page.section.isAncestorOf(QApplication.focusWidget())


def test_a_page_of_settings_hears_the_topics_of_its_sections(bus):
    entries = [SectionEntry("one", "one", _Noted, frozenset({Topic.REMINDERS}))]
    page = SettingsPage(sections=entries, bus=bus)
    assert page._topics == {Topic.REMINDERS}


def form(section, name, kind=QLineEdit):
    return next(w for w in section.findChildren(kind) if w.accessibleName() == name)


def test_a_routine_is_begun_and_ended_by_keys(routines, desk, qtbot):
    routines.refresh()
    rhythm = form(routines, "How often", QComboBox)
    qtbot.keyClick(rhythm, Qt.Key.Key_Down)
    assert Rhythm(rhythm.currentData()) is Rhythm.WEEKLY
    qtbot.keyClick(form(routines, "Day", QComboBox), Qt.Key.Key_Down)
    form(routines, "What").setText("试拨值班电话")
    when = form(routines, "Time of day")
    when.selectAll()
    qtbot.keyClicks(when, "0:30")
    qtbot.keyClick(when, Qt.Key.Key_Return, CTRL)
    (begun,) = desk.routines.routines()
    assert (begun.title, begun.rhythm, begun.day, begun.time) == (
        "试拨值班电话",
        Rhythm.WEEKLY,
        1,
        "00:30",
    )
    assert begun.kind is RoutineKind.OFFICE
    table = routines.findChild(RowTable)
    assert table.current_key() == str(begun.id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.routines.routines() == []


def test_a_check_at_a_random_time_says_its_hours_and_not_its_time(routines, desk, qtbot):
    tick = routines.findChild(QCheckBox)
    assert not tick.isVisible()
    kind = form(routines, "Kind", QComboBox)
    qtbot.keyClick(kind, Qt.Key.Key_End)
    assert RoutineKind(kind.currentData()) is RoutineKind.DUTY_CHECK
    form(routines, "What").setText("夜间在岗")
    form(routines, "Time of day").setText("22:00")
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    form(routines, "Until").setText("06:00")
    qtbot.keyClick(form(routines, "Until"), Qt.Key.Key_Return, CTRL)
    (begun,) = desk.routines.routines()
    assert begun.is_random
    model = routines.findChild(RowTable).model()
    shown = [model.index(0, n).data() for n in range(model.columnCount())]
    assert shown == ["Duty check", "夜间在岗", "every day 22:00–06:00", "at random", "—"]
    assert begun.seed not in "".join(shown)


def test_a_time_that_is_none_is_refused_beside_the_form_and_what_was_typed_stays(
    routines, desk, qtbot
):
    form(routines, "What").setText("试拨值班电话")
    when = form(routines, "Time of day")
    when.setText("25:00")
    qtbot.keyClick(when, Qt.Key.Key_Return, CTRL)
    words = [label.text() for label in routines.findChildren(PlainLabel)]
    assert "Write the time of day as 09:00." in words
    assert form(routines, "What").text() == "试拨值班电话"
    assert desk.routines.routines() == []


def test_an_officer_who_is_no_supervisor_is_refused(routines, desk, session, qtbot):
    session.sign_in(desk.people.actor(desk.people.named("黄志强").id))
    form(routines, "What").setText("试拨值班电话")
    qtbot.keyClick(form(routines, "What"), Qt.Key.Key_Return, CTRL)
    assert desk.routines.routines() == []
