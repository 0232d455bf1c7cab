"""In which order Tab visits the window: what the officer works at first, the frame afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
