"""A matter is opened from an entry, taken step by step and closed with a result, by keys."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState
from safetydesk.services.drafts import DraftService
from safetydesk.services.log import LogService
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.matters import MatterService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.drafts import DraftStore
from safetydesk.ui.dialogs.matter import MatterDialog
from safetydesk.ui.dialogs.new_matter import MatterSource, NewMatterDialog
from safetydesk.ui.session import Session
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.wording import Wording
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import small_office

CTRL = Qt.KeyboardModifier.ControlModifier
DUE = datetime.fromisoformat("2025-10-06T13:00:00+08:00")
INSTRUCTION = "区长批示：全力搜救失联人员，13时前报进展"


@pytest.fixture
def transactions(sqlite_database, clock):
    clock.to("2025-10-06T11:05:00+08:00")
    return Transactions(sqlite_database, clock)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def log(transactions):
    return LogService(transactions)


@pytest.fixture
def matters(transactions, staff):
    return MatterService(transactions)


@pytest.fixture
def common(matters, staff, bus, clock, tmp_path):
    """What every dialog of matters is given."""
    session = Session()
    session.sign_in(staff.officer)
    store = DraftStore(tmp_path / "drafts.db", bytes(32))
    yield {
        "matters": matters,
        "session": session,
        "bus": bus,
        "clock": clock,
        "wording": Wording(),
        "drafts": DraftService(store, clock),
    }
    store.close()


@pytest.fixture
def matter(matters, staff):
    new = NewMatter(INSTRUCTION, "值班室", DUE, units=("区消防大队", "区卫健局"))
    return matters.open(staff.officer, new).value


@pytest.fixture
def shown(qtbot):
    """Shows a dialog in front; closes it afterwards."""
    made: list[QWidget] = []

    def show(dialog: QWidget) -> QWidget:
        made.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield show
    for dialog in made:
        if isValid(dialog):
            dialog.close()


def write(edit: QWidget, words: str):
    """Types as an input method does: Chinese never comes as key events."""
    edit.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(edit, event)


def field(window: QWidget, kind: type, name: str):
    return next(w for w in window.findChildren(kind) if w.accessibleName() == name)


def take(dialog, qtbot, step: str, unit: str = "", words: str = ""):
    field(dialog, QComboBox, "Next step").setCurrentText(step)
    field(dialog, QComboBox, "Unit").setCurrentText(unit)
    if words:
        write(field(dialog, QPlainTextEdit, "Words"), words)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def said(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(PlainLabel))


def badge(dialog: QWidget) -> str:
    return dialog.findChildren(Badge)[0].text()


def test_a_matter_is_opened_from_a_log_entry(common, shown, qtbot, matters, log, staff):
    entry = log.append(staff.officer, EntryDraft(EntryKind.INSTRUCTION, INSTRUCTION)).value
    dialog = shown(NewMatterDialog(**common, source=MatterSource(entry.seq, entry.text)))
    write(field(dialog, QLineEdit, "Owner"), "值班室")
    write(field(dialog, QLineEdit, "Units it is sent to"), "区消防大队、区卫健局")
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    with qtbot.waitSignal(dialog.opened):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (made,) = matters.open_matters()
    assert (made.number, made.title, made.source_seq) == ("M-2025-063", INSTRUCTION, entry.seq)
    assert made.due_at == DUE.replace(minute=5)
    assert [unit.unit for unit in made.units] == ["区消防大队", "区卫健局"]
    assert common["drafts"].keys("matter:") == []


def test_a_matter_without_words_is_refused_and_says_so(common, shown, qtbot, matters):
    dialog = shown(NewMatterDialog(**common))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert "Say what must be done." in said(dialog)
    assert matters.open_matters() == []


def test_a_matter_is_received_answered_and_closed(common, shown, qtbot, matter, matters, log):
    dialog = shown(MatterDialog(**common, matter_id=matter.id))
    assert badge(dialog) == "已交办"
    take(dialog, qtbot, "签收", unit="区消防大队")
    take(dialog, qtbot, "签收", unit="区卫健局")
    assert badge(dialog) == "已签收"
    take(dialog, qtbot, "反馈", words="书面反馈区长批示落实情况")
    assert badge(dialog) == "已反馈"
    assert log.newest(1)[0].text == "M-2025-063反馈：书面反馈区长批示落实情况"
    take(dialog, qtbot, "办结")
    assert "needs its result or reason" in said(dialog)
    take(dialog, qtbot, "办结", words="善后安排已报")
    view = matters.view(matter.id)
    assert view.state is MatterState.CLOSED
    assert log.newest(1)[0].matter_id == matter.id
    assert [step.kind.chinese_name for step in view.steps][-3:] == ["签收", "反馈", "办结"]


def test_a_new_term_replaces_the_old_one(common, shown, qtbot, matter, matters, clock):
    dialog = shown(MatterDialog(**common, matter_id=matter.id))
    take(dialog, qtbot, "改期", words="区长要求报善后安排")
    assert matters.view(matter.id).due_at == datetime.fromisoformat("2025-10-07T11:05:00+08:00")


def test_a_step_can_belong_to_an_entry_written_before(
    common, shown, qtbot, matter, matters, log, staff
):
    entry = log.append(staff.officer, EntryDraft(EntryKind.REQUEST, "书面反馈")).value
    dialog = shown(MatterDialog(**common, matter_id=matter.id, entry_seq=entry.seq))
    take(dialog, qtbot, "反馈", words="书面反馈")
    assert matters.view(matter.id).steps[-1].entry_seq == entry.seq
    assert log.newest(1)[0].seq == entry.seq


def test_words_not_yet_taken_survive_leaving(common, shown, qtbot, matter):
    dialog = shown(MatterDialog(**common, matter_id=matter.id))
    write(field(dialog, QPlainTextEdit, "Words"), "还没写完")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    again = shown(MatterDialog(**common, matter_id=matter.id))
    assert field(again, QPlainTextEdit, "Words").toPlainText() == "还没写完"


@pytest.mark.parametrize("which", ["new", "one"])
def test_the_dialogs_are_freed_when_they_close(common, matter, which, dressed):
    build = {
        "new": lambda: NewMatterDialog(**common),
        "one": lambda: MatterDialog(**common, matter_id=matter.id),
    }[which]
    assert freed_on_close(build)
