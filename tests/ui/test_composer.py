"""The composer: written, kept through a crash, signed by PIN, sent and confirmed, all by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from safetydesk.domain.errors import NotFound
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report import ReportState
from safetydesk.domain.report_series import ReportType
from safetydesk.services.matter_writing import NewMatter
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.pages.composer import ComposerPage
from safetydesk.ui.pages.composer_preview import ComposerPreview, Pages
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import PIN
from tests.ui.composing import (
    ALT,
    CTRL,
    SHIFT,
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


def test_a_draft_begun_by_mistake_is_thrown_away_for_a_reason(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.title.setText("误建的稿件")
    press(qtbot, page, Qt.Key.Key_D, CTRL | SHIFT)
    dialog = page.findChild(ReasonDialog)
    dialog._on_given()
    assert dialog.isVisible()
    dialog._line.setText("重复起草")
    with qtbot.waitSignal(page.incident_asked) as back:
        dialog._on_given()
    assert back.args == [at.incident_id]
    with pytest.raises(NotFound):
        at.desk.reports.view(first.id)
    assert at.services.drafts.find_form(f"report:{first.id}") in (None, {})
    again = first_draft(at)
    page.show_report(again.id)
    assert page.editor.title.text() == again.content.title


def test_a_draft_that_another_desk_threw_away_leads_back_to_its_incident(page, at, first, qtbot):
    page.show_report(first.id)
    at.desk.reports.drop_draft(at.officer, first.id, first.version, "误建")
    with qtbot.waitSignal(page.incident_asked) as back:
        page.refresh()
    assert back.args == [at.incident_id]


def test_a_signed_report_is_not_thrown_away(page, at, first, qtbot):
    leader = at.staff.leader.person_id or 0
    at.desk.reports.sign_off(leader, PIN, first.id, first.version)
    page.show_report(first.id)
    press(qtbot, page, Qt.Key.Key_D, CTRL | SHIFT)
    assert page.findChild(ReasonDialog) is None


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


def test_new_words_of_a_follow_up_are_tinted_and_the_legend_says_so(page, at, first, qtbot):
    page.show_report(first.id)
    assert not page.preview.legend.isVisible()
    draft = follow_up(at)
    page.show_report(draft.id)
    qtbot.waitUntil(page.preview.legend.isVisible)
    sheet = at.desk.prints.report_draft(draft.id, draft.content)
    said = [p.text[start:end] for p in sheet.paragraphs for start, end in p.fresh]
    assert any("死亡3人" in words for words in said)
    assert not any("有关情况将及时续报" in words for words in said)


def test_the_number_of_copies_is_typed_and_kept(page, at, first, qtbot):
    page.show_report(first.id)
    page.editor.printed.setFocus()
    page.editor.printed.selectAll()
    qtbot.keyClicks(page.editor.printed, "8")
    press(qtbot, page, Qt.Key.Key_Escape)
    assert report(at, first.id).content.printed == 8


def test_a_written_answer_closes_the_matter_of_its_question(page, at, first, qtbot):
    matter = NewMatter("市委值班室核实网传伤亡", "值班室", instant("14:02"))
    asked = at.desk.incidents.query(at.officer, at.incident_id, "市委值班室", matter=matter).value
    assert asked is not None
    draft = at.desk.reports.draft(at.officer, at.incident_id, ReportType.FEEDBACK).value
    page.show_report(draft.id)
    assert page.editor.addressees.names() == ("市委值班室",)
    assert "现反馈如下" in page.editor.opening.toPlainText()
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    page.foot.pin.setText(PIN)
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    assert page.sending.closes.matter_id() == asked.id
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    closed = at.desk.matters.view(asked.id)
    assert closed.closed_at is not None
    assert report(at, draft.id).deliveries[0].recipient == "市委值班室"


def test_other_reports_close_nothing(page, at, first):
    page.show_report(first.id)
    assert page.sending.closes.isHidden()
