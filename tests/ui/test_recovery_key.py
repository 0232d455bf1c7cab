"""The recovery key is shown again to a supervisor with the own PIN, and to nobody else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from safetydesk.domain.changes import Topic
from safetydesk.services.recovery import RecoveryService
from safetydesk.services.transaction import Transactions
from safetydesk.storage.engine import PostgresLocation
from safetydesk.storage.keys import from_recovery
from safetydesk.ui.dialogs.recovery_key import RecoveryDialog
from safetydesk.ui.pages.settings_recovery import RecoverySection
from safetydesk.ui.session import Session
from safetydesk.ui.wording import Wording
from tests.helpers.databases import KEY
from tests.helpers.leaks import freed_on_close
from tests.helpers.office import PIN, small_office


@pytest.fixture
def transactions(sqlite_database, clock):
    return Transactions(sqlite_database, clock)


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def session(staff):
    made = Session()
    made.sign_in(staff.supervisor)
    return made


@pytest.fixture
def build(transactions, staff, session, bus):
    def make() -> RecoveryDialog:
        return RecoveryDialog(
            recovery=RecoveryService(transactions, staff.people),
            session=session,
            bus=bus,
            wording=Wording(),
        )

    return make


@pytest.fixture
def dialog(build, qtbot):
    made = build()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(transactions) -> int:
    """How often the audit trail says that the key was shown."""
    with transactions.read() as uow:
        rows = uow.audit.of(Topic.OFFICE.value, "")
    return sum(row["action"] == "recovery.shown" for row in rows)


def prove(dialog, qtbot, pin: str) -> None:
    dialog.pin.setText(pin)
    qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)


def test_the_right_pin_shows_the_key_once_and_notes_it(dialog, qtbot, transactions):
    prove(dialog, qtbot, PIN)
    assert from_recovery(dialog.key.text()) == KEY
    assert dialog.print.isVisible()
    dialog.save()
    assert shown(transactions) == 1


def test_a_wrong_pin_shows_nothing(dialog, qtbot, transactions):
    prove(dialog, qtbot, "000001")
    assert not dialog.key.isVisible()
    assert dialog.key.text() == ""
    assert shown(transactions) == 0


def test_an_officer_is_refused_whatever_the_pin(dialog, qtbot, session, staff, transactions):
    session.sign_in(staff.officer)
    prove(dialog, qtbot, PIN)
    assert dialog.key.text() == ""
    assert shown(transactions) == 0


def test_the_sheet_is_not_saved_beside_the_data(dialog, qtbot, sqlite_database, tmp_path_factory):
    prove(dialog, qtbot, PIN)
    paper = dialog._paper
    beside = sqlite_database.location.path.parent / "key.txt"
    paper.save(str(beside))
    assert not beside.exists()
    apart = tmp_path_factory.mktemp("stick") / "key.txt"
    paper.save(str(apart))
    assert "重印时间" in apart.read_text("utf-8")


def test_the_section_offers_it_where_there_is_a_key(qtbot, transactions, staff, session, bus):
    recovery = RecoveryService(transactions, staff.people)
    section = RecoverySection(recovery=recovery, session=session, bus=bus, wording=Wording())
    qtbot.addWidget(section)
    section.show()
    section.refresh()
    section.findChild(QPushButton).click()
    assert section.window().findChild(RecoveryDialog).isVisible()
    transactions.database.location = PostgresLocation("postgresql://desk")
    section.refresh()
    assert not section.again.isVisible()


def test_the_dialog_is_freed_when_it_closes(build):
    assert freed_on_close(build)
