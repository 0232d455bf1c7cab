"""The composer compares words with facts, lets a second person review, and sets reports side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from safetydesk.domain.incident import Casualties
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report import ReportState
from safetydesk.domain.report_marks import TextCheck
from safetydesk.ui.dialogs.report_compare import ReportCompareDialog
from tests.helpers.office import PIN
from tests.ui.composing import (
    ALT,
    CTRL,
    composer_desk,
    composer_page,
    first_draft,
    follow_up,
    press,
    report,
)
from tests.ui.incident_desk import instant


@pytest.fixture
def at(sqlite_database):
    return composer_desk(sqlite_database)


@pytest.fixture
def first(at):
    return first_draft(at)


@pytest.fixture
def page(at, qtbot):
    return composer_page(at, qtbot)


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
    assert said[:2] == ["死亡：文中2，事实表1", "文中死亡人数前后不同：1人、2人"]
    assert {kind for _, _, kind in text.marks} == {"wrong", "agrees"}
    press(qtbot, page, Qt.Key.Key_J, ALT)
    assert text.hasFocus()
    assert text.textCursor().selectedText() == "死亡2人"
    press(qtbot, page, Qt.Key.Key_J, ALT)
    assert page.editor.subtitle.selectedText() == "死亡1人"


def test_a_finding_is_clicked_to_reach_its_words(page, at, first, qtbot):
    page.show_report(first.id)
    opening = page.editor.opening
    opening.setPlainText(f"  {opening.toPlainText()}9时01分起火。")
    page.check.check_now()
    row = next(row for row in page.check._rows if "9时01分" in row.finding.text())
    row.finding.click()
    assert opening.textCursor().selectedText() == "9时01分"


def test_a_number_that_went_stale_follows_the_facts_only_when_asked(page, at, first, qtbot):
    page.show_report(first.id)
    numbers = Casualties(
        time=instant("10:50"), known_at=instant("10:51"), dead=3, missing=0, source="消防"
    )
    at.clock.to(instant("10:51"))
    at.desk.incidents.record_casualties(at.officer, at.incident_id, numbers)
    page.refresh()
    text = page.editor._sections[1][1]
    assert "死亡1人、失联2人" in text.toPlainText()
    qtbot.waitUntil(lambda: any(remark.fixes for remark in page.check.check.remarks))
    row = next(row for row in page.check._rows if row.finding.text() == "✕ 死亡：文中1，事实表3")
    assert "死亡3人" in row.set_to_fact.accessibleName()
    press(qtbot, page, Qt.Key.Key_G, ALT)
    assert "死亡3人、失联2人" in text.toPlainText()
    assert page.editor.subtitle.text().startswith("首报：死亡3人、失联2人")
    qtbot.waitUntil(lambda: "死亡：文中1" not in page.check.check.remarks[0].text)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert "死亡1人、失联2人" in text.toPlainText()


def test_the_mark_jumped_to_is_the_one_that_is_set(page, at, first, qtbot):
    page.show_report(first.id)
    text = page.editor._sections[1][1]
    text.setPlainText("截至10时30分，死亡1人、失联3人、受伤9人（其中重伤1人）。")
    page.check.check_now()
    while text.textCursor().selectedText() != "受伤9人":
        press(qtbot, page, Qt.Key.Key_J, ALT)
    press(qtbot, page, Qt.Key.Key_G, ALT)
    assert "失联3人、受伤5人" in text.toPlainText()


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


def review_is_wanted(at):
    at.desk.report_reviews.choose(at.staff.supervisor, by_pin=True)


def test_a_second_person_reviews_by_pin_before_the_leader_signs(page, at, first, qtbot):
    review_is_wanted(at)
    page.show_report(first.id)
    assert page.editor.reviewer.isReadOnly()
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert page.foot._reviewing
    assert "黄志强" not in [
        page.foot.reviewer.itemText(n) for n in range(page.foot.reviewer.count())
    ]
    page.foot.reviewer.setCurrentText("何佳")
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert page.editor.reviewer.text() == "何佳"
    assert not page.foot.asking
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    signed = report(at, first.id)
    assert (signed.state, signed.content.reviewer) == (ReportState.SIGNED, "何佳")


def test_words_changed_after_the_review_are_reviewed_again(page, at, first, qtbot):
    review_is_wanted(at)
    at.desk.report_reviews.review(at.staff.deputy.person_id, PIN, first.id, first.version)
    page.show_report(first.id)
    page.editor.opening.setPlainText("另外的话。")
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert report(at, first.id).state is ReportState.DRAFT
    press(qtbot, page, Qt.Key.Key_Escape)
    press(qtbot, page, Qt.Key.Key_R, ALT)
    assert page.foot._reviewing


def test_two_reports_are_compared_by_key(page, at, qtbot):
    draft = follow_up(at)
    page.show_report(draft.id)
    press(qtbot, page, Qt.Key.Key_V, ALT)
    (dialog,) = page.findChildren(ReportCompareDialog)
    assert dialog.former.currentText() == "首报〔2025〕第37期"
    assert dialog.later.currentText() == "续报（一）"
    assert "＋ 截至11时20分，死亡3人" in dialog.text.toPlainText()
    assert "－ 截至10时30分，死亡1人" in dialog.text.toPlainText()
    dialog.former.setCurrentIndex(1)
    assert dialog.text.toPlainText() == ""
    dialog.only_changes.setChecked(False)
    assert "死亡3人" in dialog.text.toPlainText()
    dialog._leave.click()
    assert not dialog.isVisible()


def test_a_pasted_table_becomes_the_annex_and_is_saved(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.annex_title.setFocus()
    qtbot.keyClicks(page.editor.annex_title, "list")
    rows = "\n".join(f"{number}\t伤员{number}\t轻伤" for number in range(1, 61))
    page.editor.annex.setPlainText(f"序号\t姓名\t伤情\n{rows}")
    page.preview.render_now()
    assert page.preview.pages == 3
    press(qtbot, page, Qt.Key.Key_Escape)
    saved = report(at, first.id).content.annex
    assert (saved.title, len(saved.rows), saved.rows[60]) == ("list", 61, ("60", "伤员60", "轻伤"))


def test_a_standing_phrase_is_put_in_where_the_cursor_stands(page, at, first, qtbot):
    page.show_report(first.id)
    text = page.editor._sections[2][1]
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    text.clear()
    press(qtbot, page, Qt.Key.Key_B, ALT)
    phrases = page.editor.phrases.phrases
    qtbot.waitUntil(phrases.isVisible)
    qtbot.keyClick(phrases, Qt.Key.Key_Down)
    qtbot.keyClick(phrases, Qt.Key.Key_Return)
    assert text.toPlainText() == "经初步核实，"
