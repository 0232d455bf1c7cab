"""In which order Tab visits the window: what the officer works at first, the frame afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def chain(window: QWidget, first: QWidget | None, others: Sequence[QWidget]) -> None:
    """Puts the controls inside ``first`` (in their own order) before the others."""
    ordered = [*_controls(window, first), *others]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def put_after(window: QWidget, before: QWidget, part: QWidget) -> None:
    """Lets Tab go from a control into a part that was built later, and on from there."""
    for control in _controls(window, part):
        QWidget.setTabOrder(before, control)
        before = control


def follow_layout(part: QWidget) -> None:
    """Lets Tab visit a part as its layouts place it, from its first control on.

    For parts whose controls come and go: what is built later stands at the end of Qt's own order.
    """
    for before, after in pairwise(_laid_out(part)):
        QWidget.setTabOrder(before, after)


def _laid_out(part: QWidget) -> Iterator[QWidget]:
    """The controls inside a part in the order of reading."""
    if isinstance(part, QScrollArea):
        inside = part.widget()
        yield from _laid_out(inside) if inside is not None else ()
        return
    layout = part.layout()
    if layout is not None:
        yield from _placed(layout)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    places: Sequence[int] = range(layout.count())
    if isinstance(layout, QGridLayout):
        grid = layout
        places = sorted(places, key=lambda place: _cell(grid, place))
    for place in places:
        if (item := layout.itemAt(place)) is None:
            continue
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from _placed(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
                yield widget
            yield from _laid_out(widget)


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    """Row and column of an item."""
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column


def focus_first(window: QWidget, part: QWidget, start: QWidget | None = None) -> None:
    """Gives the focus to where work begins, else to the first control, else to the part itself."""
    if start is not None and start.isVisibleTo(part) and start.isEnabled():
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    inside = [widget for widget in _controls(window, part) if widget.isEnabled()]
    (inside[0] if inside else part).setFocus(Qt.FocusReason.OtherFocusReason)


def _controls(window: QWidget, part: QWidget | None) -> list[QWidget]:
    """The widgets inside a part that Tab can reach, in the window's present order."""
    if part is None:
        return []
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and part.isAncestorOf(widget) and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
