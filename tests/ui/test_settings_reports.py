"""Templates are changed by keys, seen at once, and refused with the line that is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from safetydesk.domain.report_series import ReportType
from safetydesk.services.report_templates import shipped_template
from safetydesk.ui.pages.settings_reports import ReportsSection
from safetydesk.ui.session import Session
from tests.ui.incident_desk import casualties_known, explosion, incident_desk

CTRL = Qt.KeyboardModifier.ControlModifier
T = ReportType


@pytest.fixture
def at(sqlite_database):
    return incident_desk(sqlite_database)


@pytest.fixture
def section(at, bus, qtbot):
    session = Session()
    session.sign_in(at.staff.supervisor)
    made = ReportsSection(
        templates=at.desk.report_templates,
        phrases=at.desk.standing_phrases,
        reviews=at.desk.report_reviews,
        session=session,
        bus=bus,
        clock=at.clock,
        wording=at.services.wording,
    )
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.refresh()
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def put(section, qtbot, text, reason="我局自定格式"):
    section.text.setFocus()
    section.text.setPlainText(text)
    section.reason.setText(reason)
    qtbot.keyClick(section.reason, Qt.Key.Key_Return, CTRL)


def test_the_shipped_text_is_shown_with_what_it_makes(section):
    assert section.text.toPlainText() == shipped_template(T.INITIAL)
    assert section.shown.toPlainText().startswith("〔接报经过〕")


def test_a_text_is_put_in_force_by_key_with_its_reason(section, at, qtbot):
    put(section, qtbot, "{{ 接报经过 }}\n# 伤亡\n{{ 伤亡 }}。")
    view = at.desk.report_templates.view(T.INITIAL)
    assert (view.own, view.history[-1].author) == (True, "王伟")
    assert "王伟" in section.standing.text()
    assert section.reason.text() == ""


def test_a_broken_text_is_told_with_its_line_while_typing(section, at, qtbot):
    section.text.setPlainText("{{ 接报经过 }}\n{{ 没有这个 }}")
    qtbot.waitUntil(lambda: bool(section.problem.text()))
    assert "2" in section.problem.text()
    section.reason.setText("试试")
    qtbot.keyClick(section.reason, Qt.Key.Key_Return, CTRL)
    assert not at.desk.report_templates.view(T.INITIAL).own
    assert "没有这个" in section.text.toPlainText()


def test_the_difference_and_the_names_are_shown_beside_it(section, qtbot):
    section.text.setPlainText(f"{shipped_template(T.INITIAL)}另行报告。\n")
    section.side.choose("difference")
    section._show_side()
    assert "+ 另行报告。" in section.shown.toPlainText()
    section.side.choose("names")
    section._show_side()
    assert "接报经过" in section.shown.toPlainText()


def test_another_kind_has_its_own_text(section):
    section.kinds.setCurrentText("零报告")
    assert section.text.toPlainText() == shipped_template(T.NIL)
    assert "〔起〕" in section.shown.toPlainText()


def test_the_shipped_text_comes_back(section, at, qtbot):
    put(section, qtbot, "{{ 接报经过 }}")
    section.reason.setText("恢复")
    section._back.click()
    assert section.text.toPlainText() == shipped_template(T.INITIAL)
    assert not at.desk.report_templates.view(T.INITIAL).own


def test_what_is_being_typed_is_not_overwritten(section):
    section.text.setPlainText("正在写")
    section.refresh()
    assert section.text.toPlainText() == "正在写"


def test_the_review_by_pin_is_chosen_by_a_tick(section, at, qtbot):
    section.by_pin.setFocus()
    qtbot.keyClick(section.by_pin, Qt.Key.Key_Space)
    assert at.desk.report_reviews.wanted()
    qtbot.keyClick(section.by_pin, Qt.Key.Key_Space)
    assert not at.desk.report_reviews.wanted()


def test_the_preview_is_made_of_an_incidents_facts(section, at, qtbot):
    explosion(at)
    casualties_known(at)
    section.kinds.setCurrentText("续报")
    section.kinds.setCurrentText("首报")
    facts = section._right.facts
    facts.setFocus()
    qtbot.keyClick(facts, Qt.Key.Key_Down)
    assert "2025-018" in facts.currentText()
    assert "死亡1人、失联2人" in section.shown.toPlainText()
    section.text.setPlainText("{{ 伤亡 }}。")
    section._show_side()
    assert section.shown.toPlainText().startswith("死亡1人、失联2人")


def test_older_texts_are_read_and_taken_over_again(section, at, qtbot):
    put(section, qtbot, "{{ 接报经过 }}\n# 伤亡\n{{ 伤亡 }}。", "初版")
    put(section, qtbot, "{{ 接报经过 }}", "精简")
    section.side.choose("older")
    section._show_side()
    editions = section._right.editions
    assert [editions.itemText(n)[:1] for n in range(editions.count())] == ["2", "1"]
    editions.setFocus()
    qtbot.keyClick(editions, Qt.Key.Key_Down)
    assert "# 伤亡" in section.shown.toPlainText()
    section._right.take.setFocus()
    qtbot.keyClick(section._right.take, Qt.Key.Key_Space)
    assert "# 伤亡" in section.text.toPlainText()
    section.reason.setText("恢复初版")
    qtbot.keyClick(section.reason, Qt.Key.Key_Return, CTRL)
    assert at.desk.report_templates.view(T.INITIAL).history[-1].number == 3


def test_standing_phrases_are_changed_by_keys_and_come_back(section, at, qtbot):
    section.kinds.setCurrentText("Standing phrases")
    shipped = section.text.toPlainText()
    assert "接报后" in shipped
    put(section, qtbot, f"{shipped}请予专家支持。\n", "我局常用")
    assert at.desk.standing_phrases.all()[-1] == "请予专家支持。"
    section.side.choose("difference")
    section._show_side()
    assert "+ 请予专家支持。" in section.shown.toPlainText()
    put(section, qtbot, "\n", "清空")
    assert section.problem.text()
    assert at.desk.standing_phrases.all()[-1] == "请予专家支持。"
    section.reason.setText("恢复")
    section._back.click()
    assert "请予专家支持。" not in at.desk.standing_phrases.all()
