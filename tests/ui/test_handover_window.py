"""Two officers at one desk hand over by keys; nothing written is lost, nothing is signed blind."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from safetydesk.domain.handover import HandoverPhase, HandoverStep, OpenItem
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.drafts import DraftService
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_reading import HandoverReading
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.log import LogService
from safetydesk.services.shifts import ShiftService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.drafts import DraftStore
from safetydesk.ui.dialogs.handover import HandoverWindow
from safetydesk.ui.dialogs.handover_acts import HandoverServices
from safetydesk.ui.session import Session
from safetydesk.ui.wording import Wording
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import PIN, small_office
from tests.ui.handover_hands import (
    begin,
    button,
    explain,
    field,
    join,
    read_back,
    rows,
    said,
    sign,
    tick_all,
    write,
)

RED = OpenItem("incident:1", 1, "2025-018 反应釜爆炸", "续报五 07:50 已报", "终报")
QUIET = OpenItem("matter:2", 3, "M-2025-062 柳河镇危桥封闭情况反馈")
CTRL = Qt.KeyboardModifier.ControlModifier


class Open:
    """A source of open items."""

    later: ClassVar[list[OpenItem]] = []

    def items(self, uow, now):
        return [QUIET, RED, *self.later]


@pytest.fixture
def transactions(sqlite_database, clock):
    return Transactions(sqlite_database, clock)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def services(transactions, staff, clock, tmp_path):
    clock.to("2025-10-06T08:30:00+08:00")
    shifts = ShiftService(transactions)
    shifts.open_first(staff.officer)
    clock.to("2025-10-07T08:28:00+08:00")
    handovers = HandoverService(transactions, staff.people, sources=[Open()])
    store = DraftStore(tmp_path / "drafts.db", bytes(32))
    yield HandoverServices(
        handovers=handovers,
        signing=HandoverSigning(
            transactions, staff.people, sources=[Open()], represent=lambda act: None
        ),
        reading=HandoverReading(transactions, handovers),
        shifts=shifts,
        drafts=DraftService(store, clock),
    )
    store.close()


@pytest.fixture
def session(staff):
    made = Session()
    made.sign_in(staff.officer)
    return made


@pytest.fixture
def build(services, session, bus, clock):
    def made() -> HandoverWindow:
        return HandoverWindow(
            services=services, session=session, bus=bus, clock=clock, wording=Wording()
        )

    return made


@pytest.fixture
def window(build, qtbot):
    made = opened(build, qtbot)
    yield made
    if isValid(made):
        made.close()


def opened(build, qtbot) -> HandoverWindow:
    """A window in front of the person."""
    made = build()
    made.resize(1200, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_starting_asks_for_the_log_words_and_writes_them(window, qtbot, services, transactions):
    words = field(window, QPlainTextEdit, "Log entry")
    assert words.toPlainText() == "交接准备：未办结1项（M-2025-062），事件2025-018未终报"
    words.moveCursor(words.textCursor().MoveOperation.End)
    words.insertPlainText("；传真机已更换墨粉")
    begin(window, qtbot)
    running = services.handovers.running()
    assert running is not None
    assert LogService(transactions).newest(1)[0].text.endswith("；传真机已更换墨粉")
    assert [row.accessibleName()[:6] for row in rows(window)] == ["Ⅰ 2025", "Ⅲ M-20"]


def test_two_people_hand_over_at_one_computer(window, qtbot, services, session, staff, clock):
    begin(window, qtbot)
    handover_id = services.handovers.running().id
    explain(window, qtbot, "2025-018", "找徐斌要数")
    explain(window, qtbot, "M-2025-062", "镇里下午报")
    clock.to("2025-10-07T08:31:00+08:00")
    join(window, qtbot, "何佳")
    assert session.actor == staff.officer
    assert window.reader == staff.deputy
    tick_all(window, qtbot)
    read_back(window, qtbot, "爆炸待终报")
    qtbot.mouseClick(button(window, "Read back right"), Qt.MouseButton.LeftButton)
    clock.to("2025-10-07T08:36:00+08:00")
    sign(window, qtbot, "Outgoing")
    clock.to("2025-10-07T08:38:00+08:00")
    with qtbot.waitSignal(window.signed) as signed:
        sign(window, qtbot, "Incoming")
    assert signed.args == [staff.deputy]
    done = services.handovers.get(handover_id)
    assert done.step is HandoverStep.DONE
    assert done.items[0].ticked_by == staff.deputy.person_id
    assert done.incoming_signed_at == datetime.fromisoformat("2025-10-07T08:38:00+08:00")
    assert "Responsibility has been with 何佳 since 08:38" in said(window)
    clock.to("2025-10-07T08:50:00+08:00")
    sign(window, qtbot, "Leader")
    assert services.reading.get(handover_id).phase is HandoverPhase.FINISHED


def test_an_objection_is_shown_with_its_time_and_an_item_is_added(window, qtbot, services, clock):
    begin(window, qtbot)
    clock.to("2025-10-07T08:31:00+08:00")
    join(window, qtbot, "何佳")
    qtbot.mouseClick(button(window, "Not taken over…"), Qt.MouseButton.LeftButton)
    reason = field(window, QLineEdit, "Why it is not taken over")
    write(reason, "统计直报未列入交接")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert "08:31 何佳 does not take over: 统计直报未列入交接" in said(window)
    add = field(window, QLineEdit, "Matter to add")
    write(add, "生产安全事故统计直报")
    qtbot.keyClick(add, Qt.Key.Key_Return)
    items = services.handovers.running().items
    assert [item.title for item in items][-1] == "生产安全事故统计直报"
    assert items[-1].level == 2
    assert add.text() == ""


def test_a_refused_signature_says_why_and_keeps_everything(window, qtbot, services):
    begin(window, qtbot)
    sign(window, qtbot, "Outgoing")
    assert "The officer who takes over signs in first." in said(window)
    join(window, qtbot, "何佳")
    explain(window, qtbot, "2025-018", "找徐斌要数")
    sign(window, qtbot, "Outgoing")
    assert "matters still need a word" in said(window)
    assert services.handovers.running().outgoing_signed_at is None
    assert services.handovers.running().items[0].remark == "找徐斌要数"


def test_what_is_written_after_the_freeze_is_shown(window, qtbot, transactions, staff):
    begin(window, qtbot)
    assert "Written after the freeze" not in said(window)
    draft = EntryDraft(EntryKind.INCOMING_CALL, "新化工厂起火")
    LogService(transactions).append(staff.officer, draft)
    window.refresh()
    assert "Written after the freeze" in said(window)
    assert "08:28  来电  新化工厂起火" in said(window)


def test_a_matter_opened_meanwhile_is_named_and_comes_onto_the_sheet(
    window, qtbot, services, clock
):
    begin(window, qtbot)
    clock.to("2025-10-07T08:31:00+08:00")
    join(window, qtbot, "何佳")
    Open.later = [OpenItem("incident:9", 1, "2025-019 新化工厂火灾", "消防已到场")]
    try:
        window.refresh()
        assert "Newly opened, comes onto the sheet at the signature: 2025-019" in said(window)
        sign(window, qtbot, "Outgoing")
        assert "1 matters were opened meanwhile" in said(window)
        assert "2025-019 新化工厂火灾" in services.handovers.running().items[-1].title
    finally:
        Open.later = []


def test_the_outgoing_officer_cannot_tick(window, qtbot, services):
    begin(window, qtbot)
    assert not field(rows(window)[0], QCheckBox, "Read:").isEnabled()


def test_ctrl_enter_goes_to_the_next_signature(window, qtbot):
    begin(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert field(window, QLineEdit, "PIN: Outgoing").hasFocus()


def test_ctrl_p_asks_for_the_printed_page(window, qtbot, services):
    begin(window, qtbot)
    with qtbot.waitSignal(window.print_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    assert asked.args == [services.handovers.running().id]


def test_leaving_keeps_everything_that_was_typed(build, qtbot, services):
    window = opened(build, qtbot)
    begin(window, qtbot)
    rows(window)[0].setFocus()
    write(field(rows(window)[0], QLineEdit, "Word on"), "找徐斌要数")
    what_if = field(window, QLineEdit, "What may happen")
    write(what_if, "记者来电")
    write(field(window, QLineEdit, "What is done"), "转宣传部")
    write(field(window, QLineEdit, "Matter to add"), "还没写完")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    kept = services.handovers.running()
    assert kept.items[0].remark == "找徐斌要数"
    assert kept.content.contingencies == (("记者来电", "转宣传部"),)
    again = opened(build, qtbot)
    assert field(again, QLineEdit, "What may happen").text() == "记者来电"
    assert field(again, QLineEdit, "Matter to add").text() == "还没写完"
    again.close()


def test_typing_survives_a_crash_within_a_third_of_a_second(window, build, qtbot, services):
    begin(window, qtbot)
    rows(window)[0].setFocus()
    write(field(rows(window)[0], QLineEdit, "Word on"), "找徐斌")
    item = services.handovers.running().items[0]
    key = f"handover:{item.handover_id}"
    qtbot.waitUntil(lambda: services.drafts.find_form(key) != {}, timeout=2000)
    assert item.remark == ""
    other = opened(build, qtbot)
    rows(other)[0].setFocus()
    assert field(rows(other)[0], QLineEdit, "Word on").text() == "找徐斌"
    other.close()


def test_an_emptied_row_of_what_may_happen_moves_the_others_up(window, qtbot, services):
    begin(window, qtbot)
    for words in ("甲", "乙"):
        edits = [
            e for e in window.findChildren(QLineEdit) if e.accessibleName() == "What may happen"
        ]
        empty = next(e for e in edits if not e.text())
        write(empty, words)
        qtbot.keyClick(empty, Qt.Key.Key_Return)
    first = field(window, QLineEdit, "What may happen")
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert services.handovers.running().content.contingencies == (("乙", ""),)
    assert field(window, QLineEdit, "What may happen").text() == "乙"
    window.close()
    assert services.handovers.running() is not None


def test_a_change_at_the_other_desk_shows_here_without_taking_typing(
    window, qtbot, services, staff, bus
):
    begin(window, qtbot)
    running = services.handovers.running()
    rows(window)[0].setFocus()
    edit = field(rows(window)[0], QLineEdit, "Word on")
    write(edit, "我在写")
    outcome = services.handovers.explain(staff.deputy, running.items[1].id, "另一席写的")
    bus.publish(outcome.changes, None)
    qtbot.waitUntil(lambda: "另一席写的" in said(window), timeout=2000)
    assert edit.text() == "我在写"
    assert edit.hasFocus()


def test_a_leader_closes_a_shift_that_nobody_relieves(window, qtbot, services, staff, session):
    before = services.shifts.current()
    window._unrelieved.trigger()
    reason = field(window, QLineEdit, "Reason")
    write(reason, "接班人未到")
    pin = next(
        e
        for e in window.findChildren(QLineEdit)
        if e.accessibleName() == "Own PIN" and e.isVisible()
    )
    qtbot.keyClicks(pin, PIN)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    assert services.shifts.get(before.id).closed_without_handover == "接班人未到"
    assert services.reading.start().unrelieved == "接班人未到"


def test_the_window_never_covers_the_alarm_list(window, qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setGeometry(0, 0, 1366, 768)
    alarms = QWidget(frame)
    alarms.setGeometry(1054, 60, 312, 632)
    frame.show()
    window.place_left_of(frame, alarms)
    assert window.geometry().right() < 1054
    assert window.geometry().bottom() < 692
    assert window.width() > 1000


def test_the_window_is_freed_when_it_closes(build, dressed):
    assert freed_on_close(build)
