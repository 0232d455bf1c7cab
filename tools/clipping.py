"""Finds text that a window cuts off: labels, buttons, fields and headers too small for their words.

    from tools.clipping import clipped
    clipped(window)          one line for each place, empty when nothing is cut off

    QT_QPA_PLATFORM=offscreen python -m tools.clipping --data FOLDER

walks every page of an office at 1366x768 and 1920x1080, light and dark, and exits 1 with the lines.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QWidget,
)

from safetydesk.ui.widgets.plain import ElidedLabel

if TYPE_CHECKING:
    from safetydesk.app.still_desk import StillDesk

SIZES = ((1366, 768), (1920, 1080))
_ROUNDING = 1
_FIELD_FRAME, _COMBO_FRAME, _HEADER_FRAME = 22, 38, 8
_LABEL_FRAMES = {"badge": 16, "key": 12}
"""Padding and border of the style sheet, in pixels; a label's size hint may be stale after it was
given another fixed width, so labels are measured by their words."""


def clipped(root: QWidget) -> list[str]:
    """One line for each visible part of ``root`` that is cut off."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not _has_own_window(widget, root):
            found += [f"{_name(widget)}: {what}" for what in _faults(widget)]
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    """What is wrong with one widget."""
    yield from _outside(widget)
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        if widget.text():
            yield from _narrower(widget, widget.text(), None)
    elif isinstance(widget, QComboBox):
        yield from _narrower(widget, widget.currentText(), _COMBO_FRAME)
    elif isinstance(widget, QAbstractSpinBox):
        yield from _narrower(widget, widget.text(), _FIELD_FRAME)
    elif isinstance(widget, QHeaderView):
        yield from _header(widget)


def _label(label: QLabel) -> Iterator[str]:
    """A label that elides tells all in its tooltip; every other shows all of its text."""
    if isinstance(label, ElidedLabel) or not label.text():
        return
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _ROUNDING:
            yield f"{label.text()!r} needs {needed} high, has {label.height()}"
    else:
        bare = label.property("tone") == "done"
        frame = 0 if bare else _LABEL_FRAMES.get(label.property("kind"), 0)
        yield from _narrower(label, label.text(), frame)


def _narrower(widget: QWidget, text: str, frame: int | None) -> Iterator[str]:
    """A widget too small for its text and the frame beside it (None: as its size hint says)."""
    metrics, lines = widget.fontMetrics(), text.split("\n")
    wide = widget.sizeHint().width()
    if frame is not None:
        wide = max(metrics.horizontalAdvance(line) for line in lines) + frame
    if wide > widget.width() + _ROUNDING:
        yield f"{text!r} needs {wide} wide, has {widget.width()}"
    line = metrics.height() * len(lines)
    if line > widget.height() + _ROUNDING:
        yield f"{text!r} needs {line} high, has {widget.height()}"


def _header(header: QHeaderView) -> Iterator[str]:
    """Column titles wider than their columns."""
    model = header.model()
    if header.orientation() is not Qt.Orientation.Horizontal or model is None:
        return
    for section in range(header.count()):
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        wide = header.fontMetrics().horizontalAdvance(title) + _HEADER_FRAME
        if title and not header.isSectionHidden(section) and wide > header.sectionSize(section):
            yield f"column {title!r} needs {wide}, has {header.sectionSize(section)}"


def _outside(widget: QWidget) -> Iterator[str]:
    """A widget that reaches beyond its parent, unless the parent scrolls."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolls(parent):
        return
    room = parent.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
    if not widget.size().isEmpty() and not room.contains(widget.geometry()):
        box = widget.geometry().getRect()
        yield f"at {box} reaches beyond its parent {parent.size().toTuple()}"


def _scrolls(parent: QWidget) -> bool:
    """Whether the widget is the viewport of something that scrolls."""
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is parent


def _has_own_window(widget: QWidget, root: QWidget) -> bool:
    """Whether the widget belongs to a window above ``root`` (a menu, a dialog)."""
    return widget.window() is not root.window()


def _name(widget: QWidget) -> str:
    """Where the widget stands: its own name and those above it."""
    names: list[str] = []
    step: QWidget | None = widget
    while step is not None and len(names) < 4:
        names.append(step.objectName() or type(step).__name__)
        step = step.parentWidget()
    return " < ".join(names)


def walk(desk: StillDesk, pages: tuple[str, ...]) -> list[str]:
    """What is cut off on the pages, in every size and theme."""
    from safetydesk.ui.theme_switch import Appearance

    found: list[str] = []
    for page in pages:
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            for size in SIZES:
                shown = desk.show(page, size=size, appearance=appearance)
                where = f"{page} {appearance.value} {size[0]}x{size[1]}"
                found += [f"{where}: {line}" for line in clipped(shown)]
    return found


def main() -> int:
    """Walks the pages of a data folder."""
    from safetydesk.app.paths import Paths
    from safetydesk.app.still_desk import PAGES, StillDesk

    parser = argparse.ArgumentParser(description="find text that is cut off")
    parser.add_argument("--data", type=Path, required=True)
    with StillDesk.of(Paths.of(parser.parse_args().data)) as desk:
        found = walk(desk, PAGES)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
