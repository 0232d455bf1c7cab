"""What the windows and the printed sheets say at a moment of the day, as somebody reads them."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from safetydesk.services.views_incidents import CasualtyLine, ObligationView
from safetydesk.ui.models.log_lines import ROW_ROLE, LogRow
from safetydesk.ui.models.rows_model import RowsModel
from safetydesk.ui.pages.log import LogPage
from safetydesk.ui.widgets.alarm_row import AlarmRow
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import ALT, CTRL, Key, at_front, press
from tests.helpers.hands.incidents import Incidents
from tests.helpers.hands.reading import printed


def alarms(work: DeskAtWork) -> list[str]:
    """The rows of the alarm list from the top, as they are read aloud."""
    rows = [row for row in work.window.alarms.findChildren(AlarmRow) if row.isVisible()]
    return [row.accessibleName() for row in sorted(rows, key=lambda row: row.y())]


def log_rows(work: DeskAtWork, *, shifts_back: int = 0) -> list[LogRow]:
    """The lines of the sheet in the log page, of this shift or of one before (Alt+Left)."""
    page = at_front(work.window).show_page("log")
    assert isinstance(page, LogPage)
    work.settle()
    for _ in range(shifts_back):
        press(page.table, Key.Key_Left, ALT)
        work.settle()
    model = page.table.model()
    rows = [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]
    return [row for row in rows if isinstance(row, LogRow) and not row.rule]


def log_page_printed(work: DeskAtWork) -> str:
    """The words of the sheet that Ctrl+P on the log page prints."""
    page = at_front(work.window).current_page
    assert isinstance(page, LogPage)
    return printed(work, lambda: press(page.table, Key.Key_P, CTRL))


def obligations(work: DeskAtWork) -> list[ObligationView]:
    """The rows of the card of reports owed."""
    return _rows(Incidents(work).page().obligations.table)


def casualties(work: DeskAtWork) -> list[CasualtyLine]:
    """The rows of the card of casualties, oldest first."""
    return list(reversed(_rows(Incidents(work).page().casualties.table)))


def _rows(table: QTableView) -> list:
    model = table.model()
    assert isinstance(model, RowsModel)
    return [model.row(number) for number in range(model.rowCount())]


__all__ = ["alarms", "casualties", "log_page_printed", "log_rows", "obligations", "printed"]
