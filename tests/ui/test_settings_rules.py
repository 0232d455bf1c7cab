"""The rules of the office are looked through, changed, switched and taken back by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from safetydesk.domain.errors import BadInput
from safetydesk.services.office_place import OfficePlaceService
from safetydesk.services.own_packs import OwnPackService
from safetydesk.ui.dialogs.office_place import OfficePlaceDialog
from safetydesk.ui.dialogs.own_pack import OwnPackDialog
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.rule_form import RuleFormDialog, read_times
from safetydesk.ui.dialogs.rule_pack_text import RulePackTextDialog
from safetydesk.ui.pages.settings_rules import RulesSection
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tests.helpers.demo_desk import demo_desk
from tests.ui.typed import type_into

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def section(desk, bus, qtbot):
    session = Session()
    keeper = next(p.id for p in desk.people.all() if "supervisor" in p.roles)
    session.sign_in(desk.people.actor(keeper))
    made = RulesSection(
        rules=desk.rules,
        own=OwnPackService(desk.transactions),
        place=OfficePlaceService(desk.transactions),
        session=session,
        bus=bus,
        wording=Wording(),
    )
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    choose(made, "national")
    return made


def choose(section, pack):
    combo = named(section, "Rule pack", QComboBox)
    combo.setCurrentIndex(combo.findData(pack))


def named(widget, name, kind=QLineEdit):
    return next(w for w in widget.findChildren(kind) if w.accessibleName() == name)


def table(section):
    return section.findChild(RowTable)


def pick(section, rule):
    rows = table(section)
    found = next(rows.row_at(n) for n in range(rows.row_count()) if rows.row_at(n).id == rule)
    rows.select_key(str(found.place))
    rows.setFocus()


def opened(qtbot, kind):
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    return dialog


def line_of(desk, pack, rule):
    packs = {view.id: view for view in desk.rules.view().packs}
    return next(line for line in packs[pack].rules if line.id == rule)


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel))


def test_only_what_speaks_to_the_office_is_listed_until_asked_otherwise(section):
    rows = table(section)
    assert "N01" not in {rows.row_at(n).id for n in range(rows.row_count())}
    section._ours.setChecked(False)
    assert "N01" in {rows.row_at(n).id for n in range(rows.row_count())}


def test_the_citation_and_condition_of_the_selected_rule_are_told(section):
    pick(section, "N06")
    assert "第八条" in words(section)
    assert "较大" in words(section)


def test_enter_opens_the_form_and_ctrl_enter_puts_the_change_in_force(section, desk, qtbot):
    pick(section, "N06")
    qtbot.keyClick(table(section), Qt.Key.Key_Return)
    form = opened(qtbot, RuleFormDialog)
    form.findChild(QSpinBox).setValue(45)
    type_into(qtbot, named(form, "Reason"), "市里要求四十五分钟")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert line_of(desk, "national", "N06").schedule.within == timedelta(minutes=45)
    assert "市里要求四十五分钟" in words(section)


def test_a_change_without_a_reason_is_refused_beside_what_was_typed(section, desk, qtbot):
    pick(section, "N06")
    qtbot.keyClick(table(section), Qt.Key.Key_Return)
    form = opened(qtbot, RuleFormDialog)
    form.findChild(QSpinBox).setValue(45)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    assert "reason" in words(form)
    assert line_of(desk, "national", "N06").schedule.within == timedelta(hours=1)


def test_space_switches_a_weak_rule_on_after_asking_why(section, desk, qtbot):
    pick(section, "ND4")
    assert not line_of(desk, "national", "ND4").on
    qtbot.keyClick(table(section), Qt.Key.Key_Space)
    asked = opened(qtbot, ReasonDialog)
    type_into(qtbot, named(asked, "Reason"), "已核对本省制度")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert line_of(desk, "national", "ND4").on


def test_the_text_says_at_once_where_it_is_wrong_and_in_what_it_differs(section, desk, qtbot):
    choose(section, "anhui")
    qtbot.keyClick(section, Qt.Key.Key_T, CTRL)
    dialog = opened(qtbot, RulePackTextDialog)
    text = named(dialog, "Text of the pack", QPlainTextEdit)
    text.setPlainText(text.toPlainText().replace("PT2H", "zwei"))
    dialog.check()
    assert "within" in words(dialog)
    shown = named(dialog, "Difference to the shipped text", QPlainTextEdit).toPlainText()
    assert '+ within = "zwei"' in shown
    type_into(qtbot, named(dialog, "Reason"), "试")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "zwei" in text.textCursor().selectedText()
    text.setPlainText(text.toPlainText().replace("zwei", "PT90M"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert line_of(desk, "anhui", "AH1").schedule.within == timedelta(minutes=90)


def test_the_shipped_text_is_taken_back_by_keys(section, desk, qtbot):
    pick(section, "N06")
    qtbot.keyClick(table(section), Qt.Key.Key_Space)
    type_into(qtbot, named(opened(qtbot, ReasonDialog), "Reason"), "试")
    qtbot.keyClick(opened(qtbot, ReasonDialog), Qt.Key.Key_Return)
    assert not line_of(desk, "national", "N06").on
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow, timeout=20_000)
    qtbot.keyClick(section, Qt.Key.Key_Z, CTRL)
    type_into(qtbot, named(opened(qtbot, ReasonDialog), "Reason"), "试完")
    qtbot.keyClick(opened(qtbot, ReasonDialog), Qt.Key.Key_Return)
    assert line_of(desk, "national", "N06").on


def test_a_pack_is_taken_into_use_by_keys(section, desk, qtbot):
    choose(section, "henan")
    qtbot.keyClick(section, Qt.Key.Key_U, CTRL)
    asked = opened(qtbot, ReasonDialog)
    type_into(qtbot, named(asked, "Reason"), "区划调整")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert "henan" in desk.office().packs


@pytest.mark.parametrize("text", ["8点", "", "08:00、25:00"])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(BadInput):
        read_times(text)


def test_times_are_read_with_either_colon_and_comma():
    assert [f"{at:%H:%M}" for at in read_times("08：00，17:30")] == ["08:00", "17:30"]


def test_level_and_region_are_changed_with_a_statement_of_what_that_means(section, qtbot, desk):
    table(section).setFocus()
    qtbot.keyClick(table(section), Qt.Key.Key_L, CTRL)
    dialog = opened(qtbot, OfficePlaceDialog)
    level = named(dialog, "Level", QComboBox)
    level.setCurrentIndex(level.findData("city"))
    said = "\n".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "省级应急管理部门 (now 市级应急管理部门)" in said
    type_into(qtbot, named(dialog, "Region"), "临江市")
    type_into(qtbot, named(dialog, "Reason"), "机构改革")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    view = desk.rules.view()
    assert (view.district, view.level) == ("临江市", "市级")


OWN = """schema = 1
id = "yunchuan"
name = "云川区"

[[rule]]
id = "YC1"
title = "接报二十分钟电话报区政府"
actors = ["county"]
report = "phone"
to = ["government"]
basis = "received"
within = "PT20M"
citation = "云川区信息报送规定（试行）"
confidence = "page"
"""


def test_a_pack_of_our_own_is_read_from_a_file_put_right_added_and_removed(
    section, qtbot, desk, tmp_path
):
    file = tmp_path / "yunchuan.toml"
    file.write_text(OWN.replace("PT20M", "20"), encoding="utf-8")
    table(section).setFocus()
    qtbot.keyClick(table(section), Qt.Key.Key_N, CTRL)
    dialog = opened(qtbot, OwnPackDialog)
    dialog.read(str(file))
    text = named(dialog, "Text of the pack", QPlainTextEdit)
    said = "\n".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "yunchuan.toml 第 12 行 within" in said
    text.setPlainText(OWN)
    type_into(qtbot, named(dialog, "Reason"), "区里新规定")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "yunchuan" in {pack.id for pack in desk.rules.view().packs}
    choose(section, "yunchuan")
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow, timeout=20_000)
    table(section).setFocus()
    qtbot.keyClick(table(section), Qt.Key.Key_Delete, CTRL)
    asked = opened(qtbot, ReasonDialog)
    type_into(qtbot, named(asked, "Reason"), "废止")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert "yunchuan" not in {pack.id for pack in desk.rules.view().packs}
