"""The composer: written, kept through a crash, signed by PIN, sent and confirmed, all by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from safetydesk.domain.incident import Casualties
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report import ReportState
from safetydesk.domain.report_marks import TextCheck
from safetydesk.domain.report_series import ReportType
from safetydesk.ui.pages.composer import ComposerPage
from safetydesk.ui.pages.composer_preview import ComposerPreview, Pages
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import PIN
from tests.ui.incident_desk import (
    casualties_known,
    explosion,
    first_report_sent,
    incident_desk,
    instant,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    casualties_known(desk)
    return desk


@pytest.fixture
def first(at):
    """The draft of the first report."""
    at.clock.to(instant("10:35"))
    return at.desk.reports.draft(at.officer, at.incident_id, ReportType.INITIAL).value


@pytest.fixture
def page(at, qtbot):
    made = ComposerPage(services=at.services)
    qtbot.addWidget(made)
    made.resize(1112, 764)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def follow_up(at):
    """The draft of a follow-up after news, and one fact more that it does not know."""
    first_report_sent(at)
    at.clock.to(instant("11:26"))
    incidents = at.desk.incidents
    numbers = Casualties(
        time=instant("11:20"),
        known_at=instant("11:26"),
        dead=3,
        missing=0,
        source="区消防大队",
    )
    incidents.record_casualties(at.officer, at.incident_id, numbers)
    draft = at.desk.reports.draft(at.officer, at.incident_id, ReportType.FOLLOW_UP).value
    at.clock.to(instant("11:30"))
    incidents.record_fact(
        at.officer, at.incident_id, FactField.SITUATION, "明火已扑灭", source="现场指挥部"
    )
    return draft


def report(at, report_id):
    return at.desk.reports.view(report_id)


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page, key, modifier)


def test_a_draft_shows_its_words_and_the_page(page, at, first):
    page.show_report(first.id)
    assert page.editor.title.text() == first.content.title
    assert page.editor.addressees.names() == (
        "市应急局",
        "区政府值班室",
        "区委值班室",
        "省级应急管理部门",
        "省安委办",
    )
    assert page.preview.pages >= 1


def test_what_is_typed_is_kept_within_a_moment_and_comes_back_after_a_crash(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.opening.setFocus()
    page.editor.opening.selectAll()
    qtbot.keyClicks(page.editor.opening, "new words")
    key = f"report:{first.id}"
    qtbot.waitUntil(lambda: bool(at.services.drafts.find(key)))
    assert report(at, first.id).content.opening != "new words"
    again = ComposerPage(services=at.services)
    qtbot.addWidget(again)
    again.show_report(first.id)
    assert again.editor.opening.toPlainText() == "new words"


def test_leaving_saves_the_draft(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.subtitle.setFocus()
    qtbot.keyClicks(page.editor.subtitle, "x")
    with qtbot.waitSignal(page.incident_asked) as asked:
        press(qtbot, page, Qt.Key.Key_Escape)
    assert asked.args == [at.incident_id]
    assert report(at, first.id).content.subtitle.startswith("x")
    assert at.services.drafts.find(f"report:{first.id}") == ""


def test_a_change_elsewhere_never_overwrites_typing(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.opening.setFocus()
    page.editor.opening.selectAll()
    qtbot.keyClicks(page.editor.opening, "typing")
    at.desk.incidents.record_fact(at.officer, at.incident_id, FactField.CAUSE, "正在核查")
    page.refresh()
    assert page.editor.opening.toPlainText() == "typing"


def test_a_leader_signs_with_the_own_pin(page, at, first, qtbot):
    page.show_report(first.id)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert page.foot.asking
    page.foot.pin.setText("000000")
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert report(at, first.id).state is ReportState.DRAFT
    assert page.foot.pin.text() == ""
    assert page.foot._problem.isVisible()
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    signed = report(at, first.id)
    assert (signed.state, signed.signer, signed.issue) == (ReportState.SIGNED, "曾慧", 37)
    assert page.editor.title.isReadOnly()
    assert page.sending.isVisible()


def test_escape_asks_no_longer_for_the_pin_and_forgets_it(page, at, first, qtbot):
    page.show_report(first.id)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.foot.asking
    assert page.foot.pin.text() == ""


def test_sending_is_noted_with_its_line_and_receipts_follow(page, at, first, qtbot):
    at.desk.reports.sign_off(at.staff.leader.person_id, PIN, first.id, first.version)
    page.show_report(first.id)
    rows = page.sending._rows._rows
    rows[0].by.setText("黎海霞")
    for row in rows[2:]:
        row.tick.setChecked(False)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    sent = report(at, first.id)
    assert [(d.recipient, d.confirmed_by) for d in sent.deliveries] == [
        ("市应急局", "黎海霞"),
        ("区政府值班室", ""),
    ]
    with at.desk.database.read() as uow:
        last = uow.log.of_incident(at.incident_id)[-1]
    assert last.text.startswith("首报〔2025〕第37期")
    (waiting,) = page.sending._receipts
    waiting.by.setText("罗天佑")
    qtbot.keyClick(waiting.by, Qt.Key.Key_Return)
    assert {d.confirmed_by for d in report(at, first.id).deliveries} == {"黎海霞", "罗天佑"}
    left = [row.name.text() for row in page.sending._rows._rows]
    assert left == ["区委值班室", "省级应急管理部门", "省安委办"]


def test_addressees_are_added_and_taken_away(page, at, first, qtbot):
    page.show_report(first.id)
    chips = page.editor.addressees
    chips._add.setFocus()
    chips._add.setText("省应急厅")
    qtbot.keyClick(chips._add, Qt.Key.Key_Return)
    chips._chips[0].click()
    names = page.editor.content().addressees
    assert (names[0], names[-1]) == ("区政府值班室", "省应急厅")


def test_news_the_draft_does_not_say_is_taken_in_by_key(page, at, qtbot):
    draft = follow_up(at)
    page.show_report(draft.id)
    ticks = {tick.text(): tick for tick in page.editor.news.findChildren(QCheckBox)}
    assert ticks["死亡"].isChecked()
    assert not ticks["现场"].isChecked()
    press(qtbot, page, Qt.Key.Key_N, ALT)
    words = page.editor.content()
    assert "现场：明火已扑灭" in words.text
    assert words.covers == report(at, draft.id).covers_now
    assert ticks["现场"].isChecked()


def test_a_tick_taken_away_takes_only_its_words_out(page, at):
    draft = follow_up(at)
    page.show_report(draft.id)
    page.editor.take_in()
    tick = next(t for t in page.editor.news.findChildren(QCheckBox) if t.text() == "现场")
    before = page.editor.content().text
    tick.click()
    after = page.editor.content().text
    assert "明火已扑灭" not in after
    assert "死亡3人" in before
    assert "死亡3人" in after


def test_the_title_rule_is_checked_while_typing(page, at, first):
    page.show_report(first.id)
    page.editor.title.clear()
    page.editor.title.textEdited.emit("")
    assert page.editor._check.property("tone") == "o"


def test_doubtful_elements_are_marked_and_hold_nothing_up(page, at, first, qtbot):
    page.show_report(first.id)
    marks = [badge.text() for badge in page.editor._elements.children() if hasattr(badge, "text")]
    assert any("待核实" in mark for mark in marks)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    page.foot.sign()
    assert report(at, first.id).state is ReportState.SIGNED


def test_the_whole_text_is_copied_as_plain_text(page, at, first, qtbot):
    page.show_report(first.id)
    press(qtbot, page, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == first.content.text


def test_printing_asks_for_the_saved_report(page, at, first, qtbot):
    page.show_report(first.id)
    with qtbot.waitSignal(page.print_asked) as asked:
        page.print_shown()
    assert asked.args == [first.id]


def test_a_page_made_from_older_words_is_dropped(at, first, qtbot):
    preview = ComposerPreview(at.services.prints, at.services.tasks)
    qtbot.addWidget(preview)
    preview.show_content(first.id, first.content)
    preview.render_now()
    shown = preview.generation
    preview._on_made(Pages(shown - 1, ()))
    assert preview.pages >= 1
    assert preview.generation == shown


def test_typing_does_not_make_a_page_at_every_key(page, at, first, qtbot):
    page.show_report(first.id)
    before = page.preview.generation
    page.editor.opening.setFocus()
    qtbot.keyClicks(page.editor.opening, "abcdef")
    assert page.preview.generation == before
    qtbot.waitUntil(lambda: page.preview.generation == before + 1, timeout=3_000)


def test_the_composer_is_freed_on_close(at, first):
    def page():
        made = ComposerPage(services=at.services)
        made.show_report(first.id)
        return made

    assert freed_on_close(page)


def test_after_signing_those_chosen_are_offered_with_number_and_names(page, at, first, qtbot):
    page.show_report(first.id)
    chips = page.editor.addressees
    chips._add.setText("上级值班室")
    qtbot.keyClick(chips._add, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    before = page.preview.generation
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    names = [row.name.text() for row in page.sending._rows._rows]
    assert names[0] == "市应急局"
    assert names[-1] == "上级值班室"
    assert page.sending._words.text().startswith("首报〔2025〕第37期（致1死2失联）：报市应急局、")
    page.sending._rows._rows[0].tick.setChecked(False)
    assert "：报区政府值班室、" in page.sending._words.text()
    qtbot.waitUntil(lambda: page.preview.generation > before, timeout=3_000)


def test_numbers_and_times_are_compared_while_typing_and_a_key_jumps_to_the_mark(
    page, at, first, qtbot
):
    page.show_report(first.id)
    assert not page.check.check.remarks
    assert "✓" in page.check._verdict.text()
    text = page.editor._sections[1][1]
    text.setFocus()
    text.selectAll()
    text.insertPlainText("死亡2人、失联2人。")
    qtbot.waitUntil(lambda: any(remark.is_error for remark in page.check.check.remarks))
    said = [remark.text for remark in page.check.check.remarks]
    assert said[:2] == ["文中死亡人数前后不同：1人、2人", "死亡：文中2，事实表1"]
    assert {kind for _, _, kind in text.marks} == {"wrong", "agrees"}
    press(qtbot, page, Qt.Key.Key_J, ALT)
    assert page.editor.subtitle.selectedText() == "死亡1人"
    press(qtbot, page, Qt.Key.Key_J, ALT)
    assert text.hasFocus()
    assert text.textCursor().selectedText() == "死亡2人"


def test_a_finding_is_clicked_to_reach_its_words(page, at, first, qtbot):
    page.show_report(first.id)
    opening = page.editor.opening
    opening.setPlainText(f"  {opening.toPlainText()}9时01分起火。")
    page.check.check_now()
    row = next(row for row in page.check._rows if "9时01分" in row.text())
    row.click()
    assert opening.textCursor().selectedText() == "9时01分"


def test_a_comparison_of_older_words_is_dropped(page, at, first):
    page.show_report(first.id)
    shown = page.check.check
    page.check._on_found((page.check._generation - 1, None, TextCheck()))
    assert page.check.check is shown
    assert page.check.isVisible()


def test_what_differs_holds_no_signature_up(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor._sections[1][1].setPlainText("死亡9人。")
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert report(at, first.id).state is ReportState.SIGNED
    assert not page.check.isVisible()


def test_title_and_elements_tell_the_same_of_the_place(page, at, first):
    page.show_report(first.id)
    assert "地点" in page.editor._check.text()
    assert page.editor._check.property("tone") == "o"
    at.desk.incidents.record_fact(
        at.officer,
        at.incident_id,
        FactField.PLACE,
        "云川区临港街道滨江路14号二车间",
        verified=True,
        source="现场",
    )
    page.refresh()
    assert "✓" in page.editor._check.text()
