"""The founding form says what is wrong beside its fields, and shows the key before going on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from safetydesk.domain.founding import Founding
from safetydesk.ui.dialogs.set_up import SetUpPage
from safetydesk.ui.recovery_paper import RecoveryPaper
from safetydesk.ui.text_printing import paint_lines
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.leaks import freed_on_close
from tests.ui.typed import type_into

KEY = " ".join(f"{number:04X}" for number in range(16))
MADE = datetime(2025, 10, 6, 8, 20)
TYPED = {
    "name_edit": "云川区应急管理局",
    "short_name_edit": "区应急局",
    "district_edit": "云川区",
    "duty_phone_edit": "0000-5550101",
    "person_edit": "王伟",
    "number_edit": "S01",
    "mobile_edit": "19900000011",
    "pin_edit": "135790",
    "pin_again_edit": "135790",
}


@pytest.fixture
def page(qtbot, bus, tmp_path):
    made = SetUpPage(bus=bus, packs=[("shandong", "山东"), ("henan", "河南")], folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def part(page, name: str) -> Any:
    return page.findChild(QLineEdit, name) or page.findChild(QPushButton, name)


def fill(page, qtbot, **other: str) -> None:
    for name, text in {**TYPED, **other}.items():
        type_into(qtbot, part(page, name), text)


def asked(page) -> list[Founding]:
    got: list[Founding] = []
    page.founding_asked.connect(got.append)
    return got


def remarks(page) -> dict[str, str]:
    labels = page.findChildren(PlainLabel)
    return {
        label.objectName(): label.text()
        for label in labels
        if label.objectName().endswith("_fault") and label.isVisible()
    }


def test_enter_in_any_field_asks_to_found_the_office(page, qtbot):
    got = asked(page)
    fill(page, qtbot)
    next(box for box in page.findChildren(QCheckBox) if box.text() == "山东").click()
    qtbot.keyClick(part(page, "pin_again_edit"), Qt.Key.Key_Return)
    (given,) = got
    assert given.person == "王伟"
    assert given.level == "county"
    assert given.turnover == "08:30"
    assert given.all_packs == ("national", "shandong")


def test_the_masthead_follows_the_name_until_it_is_written(page, qtbot):
    fill(page, qtbot)
    assert part(page, "masthead_edit").text() == "云川区应急管理局值班信息"
    fill(page, qtbot, masthead_edit="云川应急专报", name_edit="另一个局")
    assert part(page, "masthead_edit").text() == "云川应急专报"


def test_what_is_wrong_stands_beside_its_field_and_goes_when_it_is_mended(page, qtbot):
    got = asked(page)
    fill(page, qtbot, pin_again_edit="1", mobile_edit="x")
    qtbot.keyClick(part(page, "name_edit"), Qt.Key.Key_Return)
    assert got == []
    assert remarks(page) == {
        "mobile_fault": "Not a telephone number",
        "pin_again_fault": "The two PINs differ",
    }
    assert part(page, "mobile_edit").hasFocus()
    fill(page, qtbot)
    assert remarks(page) == {}


def test_an_untouched_form_shows_no_remarks(page):
    assert remarks(page) == {}


def test_while_the_database_is_made_nothing_is_asked_twice(page, qtbot):
    got = asked(page)
    fill(page, qtbot)
    part(page, "found_button").click()
    part(page, "found_button").click()
    assert len(got) == 1
    page.show_problem("磁盘已满")
    part(page, "found_button").click()
    assert len(got) == 2


def test_going_on_needs_the_tick_that_the_key_is_kept(page, qtbot):
    page.show_key(KEY, MADE)
    go_on = part(page, "continue_button")
    assert not go_on.isEnabled()
    page.findChild(QCheckBox, "kept_check").setChecked(True)
    with qtbot.waitSignal(page.continued):
        go_on.click()


def test_the_key_is_shown_in_two_lines_of_eight_groups(page):
    page.show_key(KEY, MADE)
    shown = page.findChild(PlainLabel, "key_label").text()
    assert [len(line.split()) for line in shown.split("\n")] == [8, 8]
    assert "".join(shown.split()) == KEY.replace(" ", "")


def test_the_sheet_is_saved_but_never_beside_the_data(page, tmp_path_factory, tmp_path):
    page.show_key(KEY, MADE)
    page.findChild(RecoveryPaper).save(str(tmp_path / "key.txt"))
    assert list(tmp_path.iterdir()) == []
    elsewhere = tmp_path_factory.mktemp("stick") / "key.txt"
    page.findChild(RecoveryPaper).save(str(elsewhere))
    text = elsewhere.read_text("utf-8")
    assert all(group in text for group in KEY.split())
    assert "2025年10月06日 08:20" in text


def test_a_sheet_that_cannot_be_saved_is_said(page, tmp_path_factory):
    page.show_key(KEY, MADE)
    page.findChild(RecoveryPaper).save(str(tmp_path_factory.mktemp("x") / "no" / "key.txt"))
    assert page.findChild(PlainLabel, "key_problem_label").text().startswith("Not saved")


def test_the_sheet_is_one_page_of_paper(page, tmp_path):
    writer = QPdfWriter(str(tmp_path / "key.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint_lines(writer, ("恢复密钥", "", *KEY.split()), page)
    assert (tmp_path / "key.pdf").stat().st_size > 2000


def test_the_page_is_freed(bus, tmp_path):
    assert freed_on_close(lambda: SetUpPage(bus=bus, packs=[("henan", "河南")], folder=tmp_path))
