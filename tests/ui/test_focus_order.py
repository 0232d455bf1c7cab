"""Tab visits controls as the eye meets them, whenever they were built."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from safetydesk.ui.focus_order import follow_layout


def visited(part: QWidget) -> list[str]:
    """The names of the controls inside, as Tab visits them."""
    names: list[str] = []
    widget = part.nextInFocusChain()
    while widget is not part:
        if isinstance(widget, QPushButton | QLineEdit):
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


def named(name: str, kind=QPushButton) -> QWidget:
    made = kind()
    made.setObjectName(name)
    return made


@pytest.fixture
def part(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def test_what_is_built_later_is_visited_where_it_stands(part):
    column = part.layout()
    column.addWidget(named("head"))
    column.addWidget(named("foot"))
    column.insertWidget(1, named("between"))
    assert visited(part) == ["head", "foot", "between"]
    follow_layout(part)
    assert visited(part) == ["head", "between", "foot"]


def test_rows_grids_and_scrolled_parts_are_read_in_their_order(part):
    column = part.layout()
    column.addWidget(named("first"))
    inside = QWidget()
    grid = QGridLayout(inside)
    for name, row, place in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        grid.addWidget(named(name, QLineEdit), row, place)
    grid.addWidget(QLabel("no control"), 0, 2)
    area = QScrollArea()
    area.setWidget(inside)
    column.addWidget(area)
    acts = QHBoxLayout()
    acts.addWidget(named("last"))
    acts.insertWidget(0, named("before the last"))
    column.addLayout(acts)
    follow_layout(part)
    assert visited(part) == ["first", "a", "b", "c", "d", "before the last", "last"]
