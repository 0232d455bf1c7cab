"""The rail at the left: one entry a page, with its count and the marker of the page shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.services.views_frame import PageCount
from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import paint_icon
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import CONTROL_HEIGHT, NAVIGATION_WIDTH, NAVIGATION_WIDTH_NARROW, TEXT
from safetydesk.ui.widgets.key_cap import KeyCap
from safetydesk.ui.widgets.plain import PlainLabel, set_plain_tooltip

_HEIGHT, _HEIGHT_NARROW, _LEAST_NARROW = 40, 54, 44
_ICON, _LOCK = 20, 16


class Navigation(QFrame):
    """Emits ``chosen`` with the name of the page the person asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, NavigationItem] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._foot = _KeyHints()
        self._column.addStretch(1)
        self._column.addWidget(self._foot)
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_narrow(False)

    def add_item(self, name: str, title: str, icon: str, *, separated: bool = False) -> None:
        """Adds an entry at the end; ``separated`` draws a line above it."""
        item = NavigationItem(name, title, icon, self)
        item.set_narrow(self._narrow)
        place = self._column.count() - 2
        if separated:
            line = QFrame()
            line.setProperty("kind", "divider")
            line.setFixedHeight(1)
            self._column.insertSpacing(place, 6)
            self._column.insertWidget(place + 1, line)
            self._column.insertSpacing(place + 2, 6)
            place += 3
        self._group.addButton(item)
        self._items[name] = item
        self._column.insertWidget(place, item)

    def mark(self, name: str) -> None:
        """Marks the page that is shown."""
        self._items[name].setChecked(True)

    def offer(self, name: str, *, offered: bool) -> None:
        """Opens an entry, or greys it for whoever may not use its page, and says whose it is."""
        self._items[name].withhold("" if offered else self.tr("Set by the supervisor"))

    def offered(self) -> list[tuple[str, str]]:
        """Names and titles of the pages that are offered now, in their order."""
        return [(name, item.text()) for name, item in self._items.items() if not item.withheld]

    def withheld(self) -> list[tuple[str, str]]:
        """Titles of the pages that are greyed now, each with the reason."""
        return [(item.text(), item.withheld) for item in self._items.values() if item.withheld]

    def show_counts(self, counts: dict[str, PageCount]) -> None:
        """Shows a number beside each entry that has one."""
        for name, item in self._items.items():
            item.show_count(counts.get(name, PageCount()))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Icons over short labels instead of beside them."""
        self._narrow = narrow
        self.setFixedWidth(NAVIGATION_WIDTH_NARROW if narrow else NAVIGATION_WIDTH)
        side = 4 if narrow else 8
        self._column.setContentsMargins(side, 4 if narrow else 8, side, 12)
        self._column.setSpacing(0 if narrow else 2)
        self._foot.setVisible(not narrow)
        for item in self._items.values():
            item.set_narrow(narrow)

    def focus_order(self) -> list[QWidget]:
        """The entries from the top."""
        return [item for item in self._items.values() if not item.withheld]

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Up and down move between the entries."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        items = self.focus_order()
        focused = self.focusWidget()
        if step is None or focused not in items:
            super().keyPressEvent(event)
            return
        place = [item is focused for item in items].index(True) + step
        items[place % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, NavigationItem):
            self.chosen.emit(button.name)


class NavigationItem(QToolButton):
    """One entry, painted whole: marker, icon, title, count."""

    def __init__(self, name: str, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._icon = icon
        self._count = PageCount()
        self._narrow = False
        self.withheld = ""
        self.setProperty("kind", "nav")
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)

    def show_count(self, count: PageCount) -> None:
        """Shows a number; grey, or a red pill where something behind it is overdue."""
        if count == self._count:
            return
        self._count = count
        words = f"{self.text()} {count.count}" if count.count else self.text()
        self.setAccessibleName(words)
        self.update()

    def withhold(self, why: str) -> None:
        """Greys the entry for a reason, which is its tooltip; without one it is open."""
        self.withheld = why
        self.setEnabled(not why)
        set_plain_tooltip(self, why)
        self.setAccessibleDescription(why)
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Icon over the title."""
        self._narrow = narrow
        self.setFixedWidth(self.sizeHint().width())
        self.setMinimumHeight(_LEAST_NARROW if narrow else CONTROL_HEIGHT)
        self.setMaximumHeight(self.sizeHint().height())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """The width of the rail less its margins."""
        if self._narrow:
            return QSize(NAVIGATION_WIDTH_NARROW - 9, _HEIGHT_NARROW)
        return QSize(NAVIGATION_WIDTH - 17, _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the entry in the present theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or (self.underMouse() and not self.withheld):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc_soft" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen:
            painter.setBrush(colour("focus"))
            painter.drawRoundedRect(QRectF(0, 7, 3, box.height() - 14), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        ink = colour("t3" if self.withheld else "acc_ink" if chosen else "t2")
        self._paint_content(painter, ink.name(), bold=chosen)
        if self.withheld:
            left = self.width() - _LOCK - (4 if self._narrow else 10)
            top = 6 if self._narrow else (self.height() - _LOCK) / 2
            paint_icon(painter, "lock", ink.name(), QRectF(left, top, _LOCK, _LOCK))
        elif self._count.count:
            self._paint_count(painter)

    def _paint_content(self, painter: QPainter, ink: str, *, bold: bool) -> None:
        painter.setFont(sized(self.font(), TEXT, bold=bold))
        painter.setPen(ink)
        if self._narrow:
            left = (self.width() - _ICON) / 2
            top = (self.height() - 44) / 2 + 1
            paint_icon(painter, self._icon, ink, QRectF(left, top, _ICON, _ICON))
            line = QRectF(0, top + 22, self.width(), 20)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), self.text())
            return
        middle = (self.height() - _ICON) / 2
        paint_icon(painter, self._icon, ink, QRectF(12, middle, _ICON, _ICON))
        line = QRectF(44, 0, self.width() - 44, self.height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _paint_count(self, painter: QPainter) -> None:
        text = str(self._count.count)
        width = max(20, painter.fontMetrics().horizontalAdvance(text) + 10)
        top = 2 if self._narrow else (self.height() - 20) / 2
        box = QRectF(self.width() - width - (2 if self._narrow else 6), top, width, 20)
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        if self._count.overdue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("r"))
            painter.drawRoundedRect(box, 10, 10)
            painter.setPen(colour("r_on"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class _KeyHints(QWidget):
    """F1 explains the page, ? lists the keys."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        for key, text in (("F1", self.tr("This page")), ("?", self.tr("All keys"))):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(KeyCap(key))
            row.addWidget(PlainLabel(text, role="sub"))
            row.addStretch()
            column.addLayout(row)
