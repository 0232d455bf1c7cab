"""Warnings and the call board, worked by keys alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from safetydesk.domain.calling import CallState
from safetydesk.domain.warning import MessageKind, WarningLevel, WarningStepKind
from safetydesk.services.views_contacts import ContactFields
from safetydesk.services.views_warnings import NewMessage
from safetydesk.ui.dialogs.calling_list import CallingListDialog
from safetydesk.ui.dialogs.warning_message import WarningMessageDialog
from safetydesk.ui.dialogs.warning_step import WarningStepDialog
from safetydesk.ui.pages.calling_board import CallingBoardPage
from safetydesk.ui.pages.warnings import WarningsPage
from safetydesk.ui.warning_services import WarningServices
from tests.documents.paper import pages, squashed
from tests.services.test_warnings import DIRECTORY, red
from tests.ui.acting import in_front
from tests.ui.incident_desk import incident_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key
SAMPLE = Path(__file__).parents[1] / "data/samples/warnings/w02-rain-red-update.xml"
PASTED = "临江市气象台10月6日10时08分发布暴雨橙色预警信号：预计未来3小时内，柳河镇降雨量将达50毫米以上，请注意防范。"


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    for fields in DIRECTORY:
        assert isinstance(fields, ContactFields)
        desk.desk.contacts.add(desk.officer, fields)
    return desk


@pytest.fixture
def services(at):
    return WarningServices(warnings=at.desk.warnings, callings=at.desk.callings, around=at.services)


@pytest.fixture
def page(services, qtbot):
    made = WarningsPage(services=services)
    qtbot.addWidget(made)
    made.resize(980, 640)
    made.show()
    in_front(made)
    made.refresh()
    return made


@pytest.fixture
def warning(at):
    return at.desk.warnings.take_in(at.officer, NewMessage(red(at))).value


@pytest.fixture
def board(services, warning, qtbot):
    lines = services.callings.propose(warning.id)
    services.callings.make(services.around.session.require(), warning.id, lines)
    made = CallingBoardPage(services=services)
    qtbot.addWidget(made)
    made.show()
    in_front(made)
    made.show_warning(warning.id)
    return made


def dialog(kind: type[QDialog]):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    in_front(found[0])
    return found[0]


def states(services, warning):
    calls = services.warnings.view(warning.id).calls
    return [one.state for one in calls.lines]


def test_a_pasted_warning_is_taken_in_as_it_stands(page, services, qtbot):
    assert page._empty.isVisible()
    QApplication.clipboard().setText(PASTED)
    in_front(page)
    qtbot.keyClick(page, Key.Key_N, ALT)
    form = dialog(WarningMessageDialog)
    form.read_text(PASTED)
    qtbot.keyClick(form, Key.Key_Return, CTRL)
    (view,) = services.warnings.board().open
    said = view.warning.current.statement
    assert (said.hazard, said.level, said.areas) == ("暴雨", WarningLevel.ORANGE, ("柳河镇",))
    assert said.in_force_until == said.issued_at + timedelta(hours=3)
    assert said.text == PASTED
    page.refresh()
    assert page._list.row_count() == 1


def test_an_end_that_is_no_time_is_said_and_nothing_is_written(page, services, qtbot):
    in_front(page)
    qtbot.keyClick(page, Key.Key_N, ALT)
    form = dialog(WarningMessageDialog)
    form.read_text(PASTED)
    form._until.setText("不久")
    qtbot.keyClick(form, Key.Key_Return, CTRL)
    assert form.isVisible()
    assert form._form.problem_label.isVisible()
    assert services.warnings.board().open == ()
    form.reject()


def test_a_file_names_what_its_list_leaves_out(page, services, at, qtbot):
    at.clock.to("2026-07-14T23:10:00+08:00")
    in_front(page)
    qtbot.keyClick(page, Key.Key_N, ALT)
    form = dialog(WarningMessageDialog)
    form.read_file(str(SAMPLE))
    assert "望江街道" in form._form.problem_label.text()
    qtbot.keyClick(form, Key.Key_Return, CTRL)
    (view,) = services.warnings.board().open
    assert view.warning.current.kind is MessageKind.UPDATED
    assert view.minded == ("临港街道", "望江街道")


def test_the_leader_is_told_and_it_is_forwarded_by_two_keys(warning, page, services, qtbot):
    in_front(page)
    qtbot.keyClick(page, Key.Key_L, ALT)
    qtbot.keyClick(dialog(WarningStepDialog), Key.Key_Return, CTRL)
    in_front(page)
    qtbot.keyClick(page, Key.Key_F, ALT)
    form = dialog(WarningStepDialog)
    form._groups.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.keyClick(form, Key.Key_Return, CTRL)
    after = services.warnings.view(warning.id).warning
    told, sent = after.steps
    assert (told.kind, told.to_whom) == (WarningStepKind.LEADER_TOLD, "曾慧")
    assert (sent.kind, sent.units) == (WarningStepKind.FORWARDED, ("柳河镇", "白沙镇"))


def test_enter_asks_for_the_call_board(warning, page, qtbot):
    with qtbot.waitSignal(page.board_asked, timeout=20_000) as asked:
        qtbot.keyClick(page._list, Key.Key_Return)
    assert asked.args == [warning.id]


def test_a_list_is_proposed_and_made_by_keys(services, warning, qtbot):
    empty = CallingBoardPage(services=services)
    qtbot.addWidget(empty)
    empty.show()
    empty.show_warning(warning.id)
    in_front(empty)
    qtbot.keyClick(empty, Key.Key_N, ALT)
    qtbot.keyClick(dialog(CallingListDialog), Key.Key_Return, CTRL)
    assert states(services, warning) == [CallState.WAITING] * 3


def test_calls_are_answered_on_the_number_keys(board, services, warning, at, qtbot):
    qtbot.keyClick(board, Key.Key_0)
    assert states(services, warning)[0] is CallState.CALLED
    at.clock.advance(seconds=40)
    qtbot.keyClick(board, Key.Key_2)
    assert states(services, warning)[0] is CallState.ANSWERED
    assert board._table.current().line.position == 2
    qtbot.keyClick(board, Key.Key_0)
    qtbot.keyClick(board, Key.Key_3)
    assert states(services, warning)[1] is CallState.UNANSWERED


def test_who_does_not_answer_gives_way_by_one_key(board, services, warning, at, qtbot):
    qtbot.keyClick(board, Key.Key_0)
    qtbot.keyClick(board, Key.Key_3)
    board._table.select_key(str(services.warnings.view(warning.id).calls.lines[0].line.id))
    qtbot.keyClick(board, Key.Key_4)
    (view, *_) = services.warnings.view(warning.id).calls.lines
    assert view.state is CallState.ESCALATED
    assert "乔立新" in board._now._whom.text()


def test_a_key_that_the_line_cannot_take_does_nothing(board, services, warning, qtbot):
    qtbot.keyClick(board, Key.Key_2)
    assert states(services, warning) == [CallState.WAITING] * 3


def test_time_alone_reorders_nothing(board, at):
    before = [board._table.row_at(n).line.id for n in range(3)]
    board._table.select_key(str(before[1]))
    at.clock.advance(minutes=30)
    board.tick(at.clock.now())
    assert [board._table.row_at(n).line.id for n in range(3)] == before


def test_the_record_is_printed_with_every_line(board, at, warning, qtbot):
    from safetydesk.documents import calling_pdf

    for key in (Key.Key_0, Key.Key_2, Key.Key_0, Key.Key_3):
        qtbot.keyClick(board, key)
    sheet = at.desk.prints.calls(at.officer, warning.id).value
    words = squashed("".join(pages(calling_pdf.render(sheet))))
    for said in ("预警叫应记录表", "Y-2025-001", "暴雨红色预警", "柳河镇值班室", "未应", "未接1次"):
        assert said in words
    assert calling_pdf.render(sheet) == calling_pdf.render(sheet)


def test_both_pages_explain_themselves(page, board):
    assert "Alt+N" in page.help_text()
    assert "Ctrl+P" in board.help_text()
