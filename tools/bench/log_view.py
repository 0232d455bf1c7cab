"""P4 and P5: the log page over a long log, jumping to its end and searching it key by key.

    python -m tools.bench.log_view [--entries N]

The page is the product's, over a database whose closed shifts were written below the services
(``growth.fill``), since sealing a million entries one by one would take an hour. It shows one
shift at a time: the end is reached from an old shift by reading and showing the last one. The
limit of the jump is a plain table over Qt's own item model of a thousand rows, from its first row
to its last. A key typed in the search is answered by the newest 200 hits of all years; its limit is
painting these anew, the peer Qt's filter proxy over 100 000 rows of a Python model. Before each
key the table is emptied, so that all of an answer is new to it. The pause of the field, 200 ms
after the last key, is left out. Tasks run at once in the thread of the window;
the times are those of the processor, both sides in turn.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.log import EntryDraft, EntryKind, LogEntry
from safetydesk.ui.bus import Bus
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.pages.log import LogPage
from safetydesk.ui.pages.log_search import LogHits
from safetydesk.ui.session import Session
from safetydesk.ui.tasks import AtOnce
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import LIGHT
from safetydesk.ui.widgets.log_bar import SearchField
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.wording import Wording
from tools.bench.append import ACTOR
from tools.bench.growth import fill, words
from tools.bench.measuring import Ratio, median_ratio
from tools.bench.start import surroundings
from tools.bench.year_office import ENTRIES_A_SHIFT, OFFICE

ENTRIES, ROUNDS, PLAIN_ROWS, PROXY_ROWS = 1_000_000, 21, 1_000, 100_000
GOAL_JUMP, GOAL_KEY, GOAL_PROXY = 2.0, 5.0, 0.02
SIZE = (1294, 708)
OLD_ENTRY = 500
TYPED = ("带", "带班", "带班领", "带班领导", "解放路第7", "解放路第77次", "0000123", "和平路 街道")
NOWHERE = "鳄鱼"
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NOWHERE = QModelIndex()


class Entries(QAbstractTableModel):
    """Plain rows in Python, for the proxy."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._rows = [("08:30", "来电", words(number), "黄志强") for number in range(count)]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE, /) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE, /) -> int:
        """As many as the hits have."""
        return 0 if parent.isValid() else 4

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY, /
    ) -> str | None:
        """The words of a cell."""
        return self._rows[index.row()][index.column()] if role == _DISPLAY else None


def office(folder: Path, entries: int) -> Desk:
    """A desk with so many entries in closed shifts, and an open shift with its own."""
    paths, clock = Paths.of(folder), SystemClock()
    paths.create()
    found_in(paths, clock, OFFICE)
    fill(paths, entries // ENTRIES_A_SHIFT)
    desk = build(open_database(paths), clock)
    for number in range(ENTRIES_A_SHIFT):
        desk.log.append(ACTOR, EntryDraft(EntryKind.INCOMING_CALL, words(10**7 + number)))
    return desk


def page_of(desk: Desk) -> LogPage:
    """The log page, shown."""
    page = LogPage(
        log=desk.log,
        calls=desk.calls,
        shifts=desk.shifts,
        office=desk.office(),
        drafts=desk.drafts,
        session=Session(),
        bus=Bus(),
        wording=Wording.of(desk.office().zoneinfo, "zh_CN"),
        tasks=AtOnce(),
    )
    page.resize(*SIZE)
    page.show()
    page.refresh()
    settle()
    return page


def settle() -> None:
    """Lets everything that is due happen, painting too."""
    for _ in range(3):
        QApplication.processEvents()


def plain() -> QTableView:
    """A plain table over Qt's own model."""
    model = QStandardItemModel(PLAIN_ROWS, 7)
    for row in range(PLAIN_ROWS):
        for column, text in enumerate((str(row), "08:30", "来电", words(row), "—", "—", "黄志强")):
            model.setItem(row, column, QStandardItem(text))
    table = QTableView()
    table.setModel(model)
    model.setParent(table)
    table.setWordWrap(False)
    table.setColumnWidth(3, 600)
    table.resize(*SIZE)
    table.show()
    settle()
    return table


def jump(page: LogPage, limit: QTableView, last: int) -> Ratio:
    """From an old entry to the newest, against the last row from the first."""
    theirs: list[float] = []
    ours: list[float] = []
    bottom = limit.model().index(PLAIN_ROWS - 1, 0)
    for _ in range(ROUNDS):
        limit.scrollToTop()
        page.show_entry(OLD_ENTRY)
        settle()
        theirs.append(taken(lambda: limit.scrollTo(bottom)))
        ours.append(taken(lambda: page.show_entry(last)))
        if page.table.current_seq() != last:
            raise AssertionError("the newest entry is not shown")
    limit.hide()
    return median_ratio(f"P4 to the end of {last} entries", theirs, ours, GOAL_JUMP)


def taken(act: Callable[[], object]) -> float:
    """Seconds until an act is painted."""
    began = time.process_time()
    act()
    settle()
    return time.process_time() - began


def typed(page: LogPage) -> Ratio:
    """Each text looked for, against painting the hits anew."""
    field, hits = page.findChildren(SearchField)[0], page.findChildren(LogHits)[0]
    table = cast("RowTable[LogEntry]", hits.findChildren(RowTable)[0])
    repainted: list[float] = []
    answered: list[float] = []
    for text in TYPED:
        mine: list[float] = []
        for _ in range(ROUNDS // 3):
            field.wanted.emit(NOWHERE)
            settle()
            mine.append(taken(partial(field.wanted.emit, text)))
            if table.row_count():
                repainted.append(taken(table.viewport().update))
        answered += mine
        print(f"    {text}: {median(mine) * 1e3:.1f} ms, {table.row_count()} found")
    return median_ratio("P5 a key of the search, painted", repainted, answered, GOAL_KEY)


def proxied() -> list[float]:
    """Seconds of a key in a table that Qt's proxy filters."""
    proxy, table, source = QSortFilterProxyModel(), QTableView(), Entries(PROXY_ROWS)
    proxy.setSourceModel(source)
    proxy.setFilterKeyColumn(2)
    table.setModel(proxy)
    table.setColumnWidth(2, 600)
    table.resize(*SIZE)
    table.show()
    settle()
    seconds = [taken(partial(proxy.setFilterFixedString, text)) for text in TYPED]
    table.close()
    return seconds


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        surroundings(Path(name))
        app = QApplication(sys.argv[:1])
        choose_font(app)
        apply_theme(app, LIGHT)
        desk = office(Path(name) / "office", options.entries)
        page, limit = page_of(desk), plain()
        ratios = [jump(page, limit, desk.log.count())]
        key = typed(page)
        peer = median_ratio("P5 Qt's proxy", proxied(), [key.ours_ms / 1e3], GOAL_PROXY)
        ratios += [key, replace(peer, name="P5 the same, against Qt's proxy over 100 000 rows")]
        page.hide()
        desk.database.close()
    for ratio in ratios:
        print(ratio.line())
    return 0 if all(ratio.holds for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
