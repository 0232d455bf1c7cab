"""Words without a draft are not lost on Esc: the window asks first, and only where some stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from safetydesk.ui.dialogs.absence import AbsenceDialog
from safetydesk.ui.dialogs.close_unrelieved import CloseUnrelieved
from safetydesk.ui.dialogs.contact import ContactDialog
from safetydesk.ui.dialogs.duty_change import DutyChange
from safetydesk.ui.dialogs.key_periods import KeyPeriodsDialog
from safetydesk.ui.dialogs.own_notes import OwnNotesDialog
from safetydesk.ui.dialogs.person import PersonDialog
from safetydesk.ui.dialogs.presence import PresenceDialog
from safetydesk.ui.dialogs.reason import ReasonDialog
from safetydesk.ui.dialogs.staff import StaffDialog
from safetydesk.ui.dialogs.swap_ask import SwapAsk
from safetydesk.ui.typed_words import TypedWordsDialog


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = ReasonDialog(parent, title="关闭", consequence="写明结果", act="关闭")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def questions(dialog):
    return [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]


def test_an_empty_window_leaves_at_once(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_typed_words_are_thrown_away_only_after_the_question(dialog, qtbot):
    QTest.keyClicks(dialog._line, "written")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    [box] = questions(dialog)
    assert dialog.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not questions(dialog))
    assert (dialog.isVisible(), dialog._line.text()) == (True, "written")
    dialog.close()
    [box] = questions(dialog)
    box.buttons()[0].click()
    assert not dialog.isVisible()


def test_words_that_were_saved_ask_for_nothing(dialog):
    QTest.keyClicks(dialog._line, "written")
    dialog.words_kept()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "kind",
    [
        AbsenceDialog,
        CloseUnrelieved,
        ContactDialog,
        DutyChange,
        KeyPeriodsDialog,
        OwnNotesDialog,
        PersonDialog,
        PresenceDialog,
        StaffDialog,
        SwapAsk,
    ],
)
def test_every_window_without_a_draft_asks(kind):
    assert issubclass(kind, TypedWordsDialog)
