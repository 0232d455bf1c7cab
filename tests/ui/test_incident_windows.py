"""The windows of an incident as windows: the card, names of fields, freedom after closing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.dialogs.incident_acts import (
    WaiveDialog,
)
from safetydesk.ui.dialogs.incident_fact import FactDialog
from safetydesk.ui.dialogs.incident_numbers import CasualtyDialog
from safetydesk.ui.dialogs.incident_times import CorrectTimeDialog
from safetydesk.ui.dialogs.new_incident import NewIncidentDialog
from safetydesk.ui.dialogs.phone_report import PhoneReportDialog
from safetydesk.ui.models.rows_model import CELL_ROLE
from safetydesk.ui.pages.incident import IncidentPage
from safetydesk.ui.pages.incidents import IncidentsPage
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.incident_card import IncidentCard
from safetydesk.ui.widgets.report_chain import ChainNode, ReportChain
from tests.helpers.leaks import freed_on_close
from tests.ui.acting import collected, dialog_of, view, write
from tests.ui.incident_desk import (
    casualties_known,
    exploded_page,
    explosion,
    first_report_sent,
    incident_desk,
    instant,
)

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at(sqlite_database):
    desk = incident_desk(sqlite_database)
    explosion(desk)
    return desk


@pytest.fixture
def page(at, qtbot):
    return exploded_page(at, qtbot)


def test_the_chronology_is_printed_by_key_and_from_the_menu(page, at):
    asked = collected(page.chronology_asked)
    page.print_shown()
    next(a for a in page._acts.actions() if a.text().startswith("Print the chron")).trigger()
    assert asked == [at.incident_id] * 2


def test_the_card_shows_the_chain_and_what_is_next(at, qtbot):
    casualties_known(at)
    first_report_sent(at)
    at.clock.to(instant("10:57"))
    card = IncidentCard(wording=at.services.wording)
    qtbot.addWidget(card)
    card.show_incident(view(at), at.clock.now())
    card.show()
    assert card._title.text() == "东河宏泰精细化工有限公司反应釜爆炸"
    assert "首报" in card._chain.accessibleName()
    asked = collected(card.report_asked)
    card._next.sent_button.click()
    assert asked == [at.incident_id]
    assert card._figures["dead"].accessibleName() == "死亡 1"


def test_a_report_that_went_out_late_says_so_on_the_card_and_on_the_page(at, page, qtbot):
    casualties_known(at)
    first_report_sent(at, "12:40")
    card = IncidentCard(wording=at.services.wording)
    qtbot.addWidget(card)
    card.show_incident(view(at), at.clock.now())
    by_name = {node.name: node for node in card._chain._nodes if node.done}
    late = by_name["首报"]
    assert late.late
    assert late.state.startswith("sent, ")
    assert late.state.endswith(" late")
    assert late.state in card._chain.accessibleName()
    page.refresh()
    table = page.obligations.table.model()
    icons = [table.index(row, 0).data(CELL_ROLE).icon for row in range(table.rowCount())]
    assert "done-late" in icons


def test_the_mark_of_a_late_report_differs_in_shape_and_ink_from_one_in_time(qtbot):
    def drawn(node):
        chain = ReportChain()
        qtbot.addWidget(chain)
        chain.resize(120, 100)
        chain.show_nodes((node,))
        return chain.grab().toImage()

    in_time = ChainNode("首报", "10:20 sent", "limit 10:31", done=True)
    late = replace(in_time, late=True)
    left, right = drawn(in_time), drawn(late)
    assert left != right
    soft = colour("r_soft").rgb()
    assert soft in {right.pixel(x, 20) for x in range(16, 36)}
    assert soft not in {left.pixel(x, 20) for x in range(16, 36)}


def test_pages_and_dialogs_are_freed_on_close(at):
    shown = view(at)
    services = at.services

    def page():
        made = IncidentPage(services=services)
        made.show_incident(at.incident_id)
        return made

    owed = shown.obligations[0]
    assert freed_on_close(page)
    assert freed_on_close(lambda: IncidentsPage(services=services))
    assert freed_on_close(lambda: FactDialog(None, services, shown))
    assert freed_on_close(lambda: CasualtyDialog(None, services, shown))
    assert freed_on_close(lambda: CorrectTimeDialog(None, services, shown))
    assert freed_on_close(lambda: WaiveDialog(None, services, shown, owed))
    assert freed_on_close(lambda: PhoneReportDialog(None, services, shown))
    assert freed_on_close(lambda: NewIncidentDialog(None, services))
    assert freed_on_close(lambda: IncidentCard(wording=services.wording))


def test_every_field_of_a_dialog_has_a_name(at, qtbot):
    shown = view(at)
    for dialog in (
        FactDialog(None, at.services, shown),
        CasualtyDialog(None, at.services, shown),
        NewIncidentDialog(None, at.services),
    ):
        qtbot.addWidget(dialog)
        assert isinstance(dialog, ActDialog)
        unnamed = [
            name
            for name, one in dialog._fields.items()
            if not (one.isHidden() or one.accessibleName() or getattr(one, "text", str)())
        ]
        assert unnamed == []


def test_a_key_pressed_twice_writes_once(page, at):
    page.dialogs.fact()
    dialog = dialog_of(page, FactDialog)
    write(dialog._value, "明火扑灭")
    before = at.desk.log.count()
    dialog.save()
    dialog.save()
    assert at.desk.log.count() == before + 1
