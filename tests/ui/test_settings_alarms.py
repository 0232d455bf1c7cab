"""The escalation policy and the ways out of the house are changed by keys and refused in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from safetydesk.domain.escalation import DEFAULT_POLICY, Step, StepKind
from safetydesk.domain.notice import NoticeFailure, Sent, kind_of
from safetydesk.domain.reminder import AlarmLevel, Contact
from safetydesk.services.notice_record import NoticeRecord
from safetydesk.services.outside_notices import OutsideNotices
from safetydesk.ui.pages.settings_escalation import EscalationSection
from safetydesk.ui.pages.settings_notices import NoticesSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    keeper = next(p.id for p in desk.people.all() if "supervisor" in p.roles)
    made.sign_in(desk.people.actor(keeper))
    return made


@pytest.fixture
def shown(qtbot):
    def show(section):
        qtbot.addWidget(section)
        section.resize(960, 640)
        with qtbot.waitActive(section):
            section.show()
            section.activateWindow()
        section.refresh()
        return section

    return show


@pytest.fixture
def leaders():
    """Who leads now; a test takes them away."""
    return [Contact("曾慧", "19900000001")]


@pytest.fixture
def policy(desk, session, bus, shown, leaders):
    return shown(
        EscalationSection(
            escalation=desk.escalation,
            notices=desk.notices,
            leader=lambda: leaders[0] if leaders else None,
            session=session,
            bus=bus,
            wording=Wording(),
        )
    )


def words(section):
    return [label.text() for label in section.findChildren(PlainLabel) if label.isVisible()]


def cell(section, name):
    return next(w for w in section.findChildren(QSpinBox) if w.accessibleName() == name)


def give(qtbot, box, minutes):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(minutes))


def test_minutes_are_entered_and_hold_with_the_difference_shown(policy, desk, qtbot):
    assert "As shipped with the program." in words(policy)
    box = cell(policy, "Ⅱ Call the leader")
    give(qtbot, box, 15)
    assert "shipped: after 10 min" in words(policy)
    assert "Other than shipped: Ⅱ Call the leader: after 15 min instead of after 10 min" in words(
        policy
    )
    qtbot.keyClick(box, Qt.Key.Key_Return, CTRL)
    held = desk.escalation.policy()
    assert Step(StepKind.LEADER, timedelta(minutes=15)) in held.policy[AlarmLevel.MIDDLE]
    assert held.entered_by in " ".join(words(policy))


def test_a_policy_by_which_an_alarm_could_stay_silent_is_told_at_once_and_not_taken(
    policy, desk, qtbot
):
    box = cell(policy, "Ⅰ Louder")
    give(qtbot, box, 5)
    assert any(
        "louder from the first moment" in text or "never earlier" in text for text in words(policy)
    )
    qtbot.keyClick(box, Qt.Key.Key_Return, CTRL)
    assert desk.escalation.policy().edition is None


def test_what_is_being_edited_stays_when_something_else_changes(policy, qtbot):
    give(qtbot, cell(policy, "Ⅱ Louder"), 7)
    policy.refresh()
    assert cell(policy, "Ⅱ Louder").value() == 7


def test_the_shipped_policy_is_taken_back_with_one_act(policy, desk, session, qtbot):
    give(qtbot, cell(policy, "Ⅱ Louder"), 7)
    back = next(b for b in policy.findChildren(KeyButton) if b.text() == "Take the shipped one")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert policy._table.policy() == DEFAULT_POLICY


def test_the_leader_who_would_be_called_is_named_and_that_there_is_none_is_told(policy, leaders):
    assert "The leader to be called now: 曾慧 19900000001" in words(policy)
    leaders[0] = Contact("曾慧", "")
    policy.refresh()
    assert any(text.startswith("Nobody to notify now") for text in words(policy))
    leaders.clear()
    policy.refresh()
    assert any(text.startswith("Nobody to notify now") for text in words(policy))


def test_nobody_outside_to_notify_is_shown_where_the_policy_asks_for_it(policy):
    assert any(text.startswith("Nobody to notify outside") for text in words(policy))


class Sends:
    """Stands where notices leave: keeps them, and answers as it was told to."""

    def __init__(self):
        self.sent, self.answer = [], Sent(detail="200")

    def __call__(self, address, notice, *, expected=""):
        self.sent.append((address, notice, expected))
        return self.answer


@pytest.fixture
def sends():
    return Sends()


@pytest.fixture
def ways(desk, sends):
    return OutsideNotices(desk.transactions, sends, kind_of)


@pytest.fixture
def notices(ways, desk, session, bus, tasks, shown):
    return shown(
        NoticesSection(
            notices=ways,
            record=NoticeRecord(desk.transactions),
            session=session,
            bus=bus,
            clock=desk.clock,
            wording=Wording(),
            tasks=tasks,
        )
    )


def field(section, name, kind=QLineEdit):
    return next(w for w in section.findChildren(kind) if w.accessibleName() == name)


def add(qtbot, section, name="值班手机", address="gateway.example.cn/send"):
    field(section, "Kind", QComboBox).setCurrentIndex(1)
    field(section, "Name").setText(name)
    field(section, "Address").setText(address)
    qtbot.keyClick(field(section, "Address"), Qt.Key.Key_Return, CTRL)


def test_a_way_is_kept_switched_off_and_its_address_is_not_shown(notices, ways, qtbot):
    assert any("there is nobody to notify" in text for text in words(notices))
    add(qtbot, notices)
    (way,) = ways.channels()
    assert (way.name, way.kind.value, way.enabled, way.with_title) == (
        "值班手机",
        "jsons",
        False,
        False,
    )
    table = notices._ways
    shown = [table.model().index(0, n).data() for n in range(table.model().columnCount())]
    assert shown == ["值班手机", "SMS gateway (JSON)", "off", "nothing personal", "—"]
    assert field(notices, "Address").text() == ""


def test_a_way_is_tried_with_a_key_and_the_end_is_kept(notices, ways, sends, qtbot):
    add(qtbot, notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_T, CTRL)
    ((address, notice, _),) = sends.sent
    assert address == "jsons://gateway.example.cn/send"
    assert "测试" in notice.title
    assert "The test was accepted. Ask whether it arrived." in words(notices)
    assert notices._sent.row_at(0).is_test
    sends.answer = Sent(NoticeFailure.TIMED_OUT)
    qtbot.keyClick(notices._ways, Qt.Key.Key_T, CTRL)
    assert "The test failed: no answer in time." in words(notices)
    assert [row.is_delivered for row in NoticeRecord(ways._transactions).recent()] == [False, True]


def test_a_way_is_switched_on_and_off_with_a_key(notices, ways, qtbot):
    add(qtbot, notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_E, CTRL)
    assert ways.channels()[0].enabled
    assert "Switched on: 值班手机." in words(notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_E, CTRL)
    assert not ways.channels()[0].enabled


def test_an_address_to_which_nothing_can_be_sent_is_refused_and_stays(notices, ways, qtbot):
    add(qtbot, notices, address="ftp://gateway.example.cn")
    assert ways.channels() == []
    assert field(notices, "Address").text() == "ftp://gateway.example.cn"
    assert any("no address" in text for text in words(notices))


def test_titles_leave_only_where_it_was_ticked(notices, ways, qtbot):
    tick = notices.findChild(QCheckBox)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    add(qtbot, notices)
    assert ways.channels()[0].with_title
    assert not tick.isChecked()


def test_a_table_without_a_selection_offers_no_act(notices):
    tables = notices.findChildren(RowTable)
    assert all(table.current() is None for table in tables)
    assert not notices._test.isEnabled()
    assert not notices._switch.isEnabled()


def test_a_way_is_taken_into_the_form_with_enter_and_changed_without_its_address(
    notices, ways, sends, qtbot
):
    add(qtbot, notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_E, CTRL)
    qtbot.keyClick(notices._ways, Qt.Key.Key_Return)
    assert field(notices, "Name").text() == "值班手机"
    assert field(notices, "Address").text() == ""
    field(notices, "Name").setText("备用手机")
    qtbot.keyClick(field(notices, "Name"), Qt.Key.Key_Return, CTRL)
    (way,) = ways.channels()
    assert (way.name, way.enabled) == ("备用手机", True)
    qtbot.keyClick(notices._ways, Qt.Key.Key_T, CTRL)
    assert sends.sent[-1][0] == "jsons://gateway.example.cn/send"


def test_a_new_address_switches_the_way_off_until_it_is_switched_on_again(notices, ways, qtbot):
    add(qtbot, notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_E, CTRL)
    qtbot.keyClick(notices._ways, Qt.Key.Key_Return)
    field(notices, "Address").setText("other.example.cn/send")
    qtbot.keyClick(field(notices, "Address"), Qt.Key.Key_Return, CTRL)
    (way,) = ways.channels()
    assert not way.enabled


def test_escape_leaves_a_way_as_it_is_and_the_next_one_is_new(notices, ways, qtbot):
    add(qtbot, notices)
    qtbot.keyClick(notices._ways, Qt.Key.Key_Return)
    qtbot.keyClick(field(notices, "Name"), Qt.Key.Key_Escape)
    assert field(notices, "Name").text() == ""
    add(qtbot, notices, name="局长")
    assert {way.name for way in ways.channels()} == {"值班手机", "局长"}
