"""Measures the roster's year on screen: 12 posts, 40 people, one wheel step at a time.

Run: ``python -m tools.bench.roster_scroll``. The limit is Qt's own item model of the same size in
a plain table, painted by Qt's own delegate. Times are those of the processor, both sides in turn.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from safetydesk.domain.spans import Span
from safetydesk.domain.wording import CHINESE
from safetydesk.services.views_duty import DayCell, DayRow, DaysView
from safetydesk.ui.fonts import choose_font
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import LIGHT
from safetydesk.ui.widgets.year_table import YearTable

POSTS, PEOPLE, STEPS = 12, 40, 100
_WHEEL = 96
_SURNAMES = "黄何曾王吴李赵周徐孙"
_GOAL = 1.6
"""P3 of the performance dossier: a wheel step against Qt's own model."""


def a_year(seed: int = 1) -> DaysView:
    """Everybody invented, every post filled every day."""
    rng = random.Random(seed)  # noqa: S311 - the same year each time
    names = [f"{_SURNAMES[at % 10]}{'一二三四'[at // 10]}明" for at in range(PEOPLE)]
    posts = tuple((f"post{at}", f"岗位{at + 1}") for at in range(POSTS))
    days: list[DayRow] = []
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        start = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
        turn = Span(start, start + timedelta(days=1))
        cells = tuple(
            (DayCell(who, names[who], who % 9 == 0, "roster", (turn,)),)
            for who in (rng.randrange(PEOPLE) for _ in posts)
        )
        kind = "weekend" if day.weekday() > 4 else "workday"
        days.append(DayRow(day, kind, "", number % 60 < 8, cells, frozenset(), turn))
    return DaysView(posts, tuple(days), ())


def steps(table: QTableView) -> list[float]:
    """Milliseconds of each wheel step, three rows on, with its paint."""
    bar, taken = table.verticalScrollBar(), list[float]()
    for number in range(STEPS):
        begun = time.process_time()
        bar.setValue((number * _WHEEL) % max(1, bar.maximum() - _WHEEL))
        QApplication.processEvents()
        taken.append((time.process_time() - begun) * 1_000)
    return taken


def frames(table: QTableView) -> list[float]:
    """Milliseconds of each whole repaint, as after a jump."""
    taken = list[float]()
    for _ in range(STEPS // 4):
        begun = time.process_time()
        table.viewport().repaint()
        taken.append((time.process_time() - begun) * 1_000)
    return taken


def plain(view: DaysView) -> QTableView:
    """The same words in Qt's own model and delegate."""
    model = QStandardItemModel(len(view.days), POSTS + 1)
    for row, day in enumerate(view.days):
        model.setItem(row, 0, QStandardItem(f"{day.day:%m-%d}"))
        for column, people in enumerate(day.cells, 1):
            model.setItem(row, column, QStandardItem(" ".join(p.name for p in people)))
    table = QTableView()
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(32)
    table.setModel(model)
    model.setParent(table)
    return table


def main() -> int:
    """Prints both figures and their ratio; 1 where the goal is missed."""
    app = QApplication(sys.argv[:1])
    choose_font(app)
    apply_theme(app, LIGHT)
    view = a_year()
    year = YearTable(CHINESE)
    begun = time.process_time()
    year.show_days(view, date(2026, 6, 1), date(2026, 6, 1))
    shown = (time.process_time() - begun) * 1_000
    limit = plain(view)
    for table in (year, limit):
        table.resize(1100, 640)
        table.show()
        app.processEvents()
    ratio = 0.0
    print(f"filled in {shown:.0f} ms")
    for name, measure in (("frame", frames), ("wheel step", steps)):
        ours, theirs = list[float](), list[float]()
        for _ in range(3):
            ours += measure(year)
            theirs += measure(limit)
        ratio = statistics.median(ours) / statistics.median(theirs)
        print(f"{name}: year {told(ours)}, limit {told(theirs)}, ratio {ratio:.2f}")
    print(f"goal of a wheel step: {_GOAL}")
    return int(ratio > _GOAL)


def told(taken: list[float]) -> str:
    """``p50 2.1 / p99 4.0 ms``."""
    ordered = sorted(taken)
    return f"p50 {statistics.median(taken):.1f} / p99 {ordered[int(len(ordered) * 0.99)]:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
