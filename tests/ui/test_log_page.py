"""The log page shows a shift like the paper sheet, acts on its lines by key, and finds entries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from safetydesk.domain.call import CallCategory, CallDraft
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.ui.dialogs.call_view import CallView
from safetydesk.ui.dialogs.entry_words import EntryWordsDialog
from safetydesk.ui.models.log_lines import CONTENT, HANDLING, STATE
from safetydesk.ui.pages.log import LogPage
from safetydesk.ui.session import Session
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import LIGHT, THEMES
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.log_acts import LineAct
from safetydesk.ui.widgets.log_bar import LogBar, SearchField
from safetydesk.ui.widgets.log_head import LogHead
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close, settle
from tools.clipping import clipped


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        made.shifts.open_first(actor_of(made, "黄志强"))
        yield made


def actor_of(desk, name):
    return desk.people.actor(desk.people.named(name).id)


@pytest.fixture
def session(desk):
    held = Session()
    held.sign_in(actor_of(desk, "黄志强"))
    return held


@pytest.fixture
def build(desk, session, bus, tasks):
    def make() -> LogPage:
        return LogPage(
            log=desk.log,
            calls=desk.calls,
            shifts=desk.shifts,
            office=desk.office(),
            drafts=desk.drafts,
            session=session,
            bus=bus,
            wording=Wording(),
            tasks=tasks,
        )

    return make


@pytest.fixture
def page(qtbot, build, write):
    write("园区电话：二车间爆炸，伤亡不明", EntryKind.INCIDENT_RECEIVED)
    write("电话快报市应急局", EntryKind.REPORTING)
    made = build()
    made.resize(960, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    settle()


@pytest.fixture
def write(desk, bus):
    def append(words, kind=EntryKind.INCOMING_CALL, name="黄志强", **more):
        outcome = desk.log.append(actor_of(desk, name), EntryDraft(kind, words, **more))
        bus.publish(outcome.changes)
        return outcome.value.seq

    return append


def seen(page):
    """The words of every line in view, by number."""
    model = page.table.model()
    return [model.row(n) for n in range(model.rowCount())]


def choose(page, qtbot, words):
    row = next(r for r in seen(page) if words in r.content)
    assert page.table.select(row.seq)
    return row


def press(page, qtbot, act):
    """Enter goes to the acts; the act is pressed there."""
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    button = next(
        b for b in page.table.acts().findChildren(KeyButton) if b.property("act") == act.value
    )
    assert button.isVisible()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def answer(page, qtbot, words):
    dialog = page.findChild(EntryWordsDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    edit = dialog.findChild(QPlainTextEdit)
    edit.setPlainText(words)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_the_lines_stand_in_the_order_of_their_events(page, write, desk, qtbot):
    desk.clock.advance(hours=2)
    write("晚记的一条", event_at=desk.clock.now() - timedelta(hours=2, minutes=1))
    qtbot.waitUntil(lambda: len(seen(page)) == 3)
    first = seen(page)[0]
    assert first.content == "晚记的一条"
    assert first.number == "3"
    assert "2" in first.badge


def test_a_rule_stands_where_a_new_day_begins(page, write, desk, qtbot):
    desk.clock.to("2025-10-07T00:05:00+08:00")
    write("UPS告警")
    qtbot.waitUntil(lambda: len(seen(page)) == 4)
    assert "10" in seen(page)[2].rule
    assert not page.table.model().flags(page.table.model().index(2, 0))


def test_a_correction_stands_beside_what_it_corrects(page, qtbot):
    choose(page, qtbot, "爆炸")
    press(page, qtbot, LineAct.CORRECT)
    answer(page, qtbot, "园区电话：二车间爆炸，伤亡3人")
    qtbot.waitUntil(lambda: bool(seen(page)[0].note))
    row = seen(page)[0]
    assert row.content == "园区电话：二车间爆炸，伤亡3人"
    assert "不明" in "".join(part.text for part in row.segments)
    assert "黄志强" in row.note
    assert page.table.current_seq() == row.seq


def test_a_strike_needs_a_reason_and_is_taken_back_by_ctrl_z(page, qtbot):
    choose(page, qtbot, "爆炸")
    press(page, qtbot, LineAct.STRIKE)
    answer(page, qtbot, "")
    assert page.findChild(EntryWordsDialog) is not None
    answer(page, qtbot, "重复")
    qtbot.waitUntil(lambda: seen(page)[0].struck)
    assert "重复" in seen(page)[0].text(HANDLING)
    assert seen(page)[0].text(STATE) == "划除"
    page.undo()
    qtbot.waitUntil(lambda: not seen(page)[0].struck)


def test_what_became_of_it_is_added_behind_the_line(page, qtbot):
    choose(page, qtbot, "快报")
    press(page, qtbot, LineAct.HANDLING)
    answer(page, qtbot, "10:22 市局签收")
    qtbot.waitUntil(lambda: seen(page)[1].text(HANDLING) == "10:22 市局签收")


def test_somebody_elses_entry_is_not_corrected_and_the_words_stay(page, qtbot, session, desk):
    session.sign_in(actor_of(desk, "何佳"))
    choose(page, qtbot, "爆炸")
    press(page, qtbot, LineAct.CORRECT)
    answer(page, qtbot, "改写")
    dialog = page.findChild(EntryWordsDialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "改写"
    assert seen(page)[0].content != "改写"
    dialog.reject()


def test_machine_lines_are_hidden_until_asked_for(page, qtbot, write):
    write("守护启动", EntryKind.OTHER, machine=True)
    qtbot.wait(1)
    assert len(seen(page)) == 2
    toggle = next(b for b in page.findChildren(KeyButton) if b.isCheckable())
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert [r.content for r in seen(page)][-1] == "守护启动"


def test_a_choice_shows_reports_only(page):
    page.findChild(LogBar).chosen.emit("reports")
    assert [r.content for r in seen(page)] == ["电话快报市应急局"]


def test_the_selection_survives_what_others_write(page, qtbot, write):
    row = choose(page, qtbot, "快报")
    write("消防报告：明火扑灭", name="何佳")
    qtbot.waitUntil(lambda: len(seen(page)) == 3)
    assert page.table.current_seq() == row.seq
    assert page.table.acts().isVisible()


def test_a_line_is_copied_as_plain_text(page, qtbot):
    choose(page, qtbot, "爆炸")
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "园区电话：二车间爆炸，伤亡不明" in QGuiApplication.clipboard().text()


def test_a_line_asks_for_an_incident_or_a_matter(page, qtbot):
    row = choose(page, qtbot, "爆炸")
    with qtbot.waitSignal(page.incident_asked) as incident:
        press(page, qtbot, LineAct.INCIDENT)
    with qtbot.waitSignal(page.matter_asked) as matter:
        press(page, qtbot, LineAct.MATTER)
    assert incident.args == matter.args == [row.seq]


def test_the_telephone_record_behind_a_line_can_be_read(page, qtbot, desk, bus, session):
    draft = CallDraft("群众反映路面塌陷", category=CallCategory.PUBLIC, name="吴桐", number="119")
    bus.publish(desk.calls.record(session.require(), draft).changes)
    qtbot.waitUntil(lambda: len(seen(page)) == 3)
    choose(page, qtbot, "塌陷")
    press(page, qtbot, LineAct.CALL)
    view = page.findChild(CallView)
    assert any("吴桐" in label.text() for label in view.findChildren(PlainLabel))
    qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_search_finds_entries_and_enter_goes_to_them(page, qtbot, desk):
    page.focus_filter()
    field = page.findChild(SearchField)
    field.insert("爆炸")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    hits = next(t for t in page.findChildren(RowTable) if t.isVisible())
    assert hits.row_count() == 1
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    assert page.table.isVisible()
    assert "爆炸" in page.table.current_row().content


def test_nothing_found_is_said_and_esc_goes_back(page, qtbot):
    field = page.findChild(SearchField)
    field.insert("无此字样")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not page.table.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_deleting_the_words_goes_back_and_leaves_the_cursor(page, qtbot):
    page.focus_filter()
    field = page.findChild(SearchField)
    field.insert("爆")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(page.table.isVisible)
    assert field.hasFocus()


def test_an_entry_hidden_by_the_choice_is_shown_when_gone_to(page, desk):
    seq = seen(page)[0].seq
    page.findChild(LogBar).chosen.emit("reports")
    page.show_entry(seq)
    assert page.table.current_seq() == seq


def test_the_weather_is_written_into_the_head(page, qtbot, desk):
    field = page.findChild(LogHead).weather_field()
    field.setFocus()
    qtbot.keyClicks(field, "18-26 C")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.shifts.current().weather == "18-26 C"


def test_printing_asks_for_the_shift_in_view(page, qtbot, desk):
    with qtbot.waitSignal(page.print_asked) as asked:
        page.print_shown()
    assert asked.args == [desk.shifts.current().id]


def test_without_a_shift_the_page_says_how_the_log_begins(qtbot, tmp_path, session, bus, tasks):
    folder = tmp_path / "empty"
    folder.mkdir()
    with demo_desk(folder) as empty:
        page = LogPage(
            log=empty.log,
            calls=empty.calls,
            shifts=empty.shifts,
            office=empty.office(),
            drafts=empty.drafts,
            session=session,
            bus=bus,
            wording=Wording(),
            tasks=tasks,
        )
        qtbot.addWidget(page)
        page.show()
        assert not page.table.isVisible()
        empty.log.append(
            empty.people.actor(empty.people.named("黄志强").id),
            EntryDraft(EntryKind.INCOMING_CALL, "开班之前的来电"),
        )
        page.refresh()
        qtbot.waitUntil(page.table.isVisible)
        assert [row.content for row in seen(page)] == ["开班之前的来电"]
        with qtbot.assertNotEmitted(page.print_asked):
            page.print_shown()


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("size", [(958, 560), (1430, 900)])
def test_nothing_is_cut_off(page, qtbot, dressed, theme, size):
    apply_theme(dressed, theme)
    page.set_narrow(size[0] < 1000)
    page.resize(*size)
    choose(page, qtbot, "爆炸")
    qtbot.wait(1)
    assert clipped(page) == []
    apply_theme(dressed, LIGHT)


def test_long_words_make_their_row_higher(page, qtbot, write):
    write("很长的内容" * 40)
    qtbot.waitUntil(lambda: len(seen(page)) == 3)
    assert page.table.rowHeight(2) > 3 * page.table.rowHeight(1)
    assert page.table.model().index(2, CONTENT).data() == "很长的内容" * 40


def test_the_line_whose_acts_are_offered_is_tinted_though_only_the_focus_came_to_it(page, qtbot):
    table = page.table
    table.clearFocus()
    table.selectionModel().clear()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table.setFocus()
    qtbot.waitUntil(lambda: table.currentIndex().isValid())
    row = table.currentIndex().row()
    assert table.acts().isVisible()
    box = table.visualRect(table.model().index(row, STATE))
    shown = table.viewport().grab().toImage()
    assert shown.pixelColor(box.left() + 3, box.top() + 3).name() == QColor(LIGHT.sel).name()


def test_the_page_is_freed(build, dressed):
    assert freed_on_close(build)
