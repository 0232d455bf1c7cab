"""Words that do not fit are found, and the founding page has none at any size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from safetydesk.domain.founding import FIRST_POSTS
from safetydesk.services.transaction import Transactions
from safetydesk.ui.dialogs.person import PersonDialog
from safetydesk.ui.dialogs.set_up import SetUpPage
from safetydesk.ui.session import Session
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import LIGHT, THEMES
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from tests.helpers.leaks import settle
from tests.helpers.office import small_office
from tests.ui.test_set_up import KEY, MADE
from tools.clipping import clipped

PACKS = [("shandong", "山东"), ("ministry", "部门通知"), ("local_30_60", "地方30/60")]


def squeezed(qtbot, *widgets: QWidget, width: int = 40) -> QWidget:
    """The widgets in a row of their own, each so wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    for widget in widgets:
        widget.setFixedWidth(width)
        row.addWidget(widget)
    qtbot.addWidget(holder)
    holder.show()
    return holder


@pytest.mark.parametrize("make", [PlainLabel, QPushButton])
def test_words_that_do_not_fit_are_found(qtbot, make):
    (line,) = clipped(squeezed(qtbot, make("云川区应急管理局值班室")))
    assert "云川区应急管理局值班室" in line


def test_a_wrapped_label_without_room_below_is_found(qtbot):
    label = PlainLabel("云川区应急管理局值班室" * 4, wrap=True)
    label.setFixedHeight(20)
    (line,) = clipped(squeezed(qtbot, label, width=120))
    assert "high" in line


def test_a_choice_that_does_not_fit_is_found(qtbot):
    combo = QComboBox()
    combo.addItem("云川区应急管理局值班室")
    assert len(clipped(squeezed(qtbot, combo))) == 1


def test_a_label_that_elides_on_purpose_is_not(qtbot):
    assert clipped(squeezed(qtbot, ElidedLabel("云川区应急管理局值班室"))) == []


def test_a_widget_beyond_its_parent_is_found(qtbot):
    holder = QWidget()
    inside = QWidget(holder)
    inside.setGeometry(0, 0, 50, 50)
    outside = QWidget(holder)
    outside.setGeometry(90, 0, 50, 50)
    holder.setFixedSize(100, 100)
    qtbot.addWidget(holder)
    holder.show()
    assert len(clipped(holder)) == 1


@pytest.fixture
def page(qtbot, bus, tmp_path):
    made = SetUpPage(bus=bus, packs=PACKS, folder=tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("size", [(1366, 700), (1920, 1012), (1024, 600)])
def test_the_founding_page_cuts_nothing_off(page, qtbot, dressed, theme, size):
    apply_theme(dressed, theme)
    page.resize(*size)
    page.findChild(QPushButton, "found_button").click()
    qtbot.wait(1)
    assert clipped(page) == []
    page.show_key(KEY, MADE)
    qtbot.wait(1)
    assert clipped(page) == []
    apply_theme(dressed, LIGHT)


def test_the_dialog_for_a_person_cuts_nothing_off(qtbot, bus, sqlite_database, clock):
    staff = small_office(Transactions(sqlite_database, clock))
    dialog = PersonDialog(people=staff.people, posts=FIRST_POSTS, session=Session(), bus=bus)
    dialog.show()
    next(b for b in dialog.findChildren(QPushButton) if b.isDefault()).click()
    qtbot.wait(1)
    assert clipped(dialog) == []
    dialog.close()
    settle()
