"""Cells that look the same are painted once; what is seen stays the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from safetydesk.domain.wording import CHINESE
from safetydesk.services.views_duty import DayCell, DayRow, DaysView
from safetydesk.ui.delegates.cell_pictures import CellPictures
from safetydesk.ui.theme_switch import apply_theme
from safetydesk.ui.tokens import DARK, LIGHT
from safetydesk.ui.widgets.year_table import YearTable

FIRST = date(2026, 1, 1)
CELL = QRect(7, 3, 40, 20)


def year_of(name):
    posts = (("primary", "主班"), ("deputy", "副班"))
    days = tuple(
        DayRow(
            FIRST + timedelta(days=number),
            ("workday", "weekend", "statutory")[number % 3],
            "",
            number % 5 == 0,
            ((DayCell(1, name, number % 4 == 0, "roster", ()),), ()),
            frozenset({"deputy"} if number % 2 else ()),
        )
        for number in range(30)
    )
    return DaysView(posts, days, ())


@pytest.fixture
def shown(qtbot, dressed):
    def show(name):
        table = YearTable(CHINESE)
        qtbot.addWidget(table)
        table.resize(600, 400)
        table.show_days(year_of(name), FIRST, FIRST)
        table.show()
        return table

    return show


def drawn(pictures, looks, scale=1.0):
    """A cell drawn twice on a white sheet, and where it was painted."""
    sheet = QImage(100, 60, QImage.Format.Format_RGB32)
    sheet.setDevicePixelRatio(scale)
    sheet.fill(QColor("white"))
    painted = []

    def paint(brush, rect):
        painted.append(rect)
        brush.fillRect(rect.adjusted(2, 2, -2, -2), QColor("red"))

    painter = QPainter(sheet)
    for _ in range(2):
        pictures.draw(painter, CELL, looks, QColor("white"), paint)
    painter.end()
    return sheet, painted


def test_cells_that_look_the_same_are_painted_once(dressed):
    pictures = CellPictures()
    sheet, painted = drawn(pictures, "甲")
    assert len(painted) == 1
    assert sheet.pixelColor(CELL.center()) == QColor("red")
    assert sheet.pixelColor(CELL.topLeft()) == QColor("white")
    _, painted = drawn(pictures, "乙")
    assert len(painted) == 1


def test_a_screen_of_broken_pixels_gets_every_cell_painted_anew(dressed):
    _, painted = drawn(CellPictures(), "甲", 1.25)
    assert painted == [CELL, CELL]


def test_another_name_is_seen_at_once(shown):
    table = shown("黄志强")
    before = table.grab().toImage()
    table.show_days(year_of("何敏"), FIRST, FIRST)
    assert table.grab().toImage() != before
    assert table.grab().toImage() == shown("何敏").grab().toImage()


def test_another_theme_is_seen_at_once(shown, qapp):
    table = shown("黄志强")
    table.grab()
    apply_theme(qapp, DARK)
    seen = table.grab().toImage()
    assert seen == shown("黄志强").grab().toImage()
    apply_theme(qapp, LIGHT)
    assert table.grab().toImage() != seen
