"""Text as text: the only place where labels, message boxes and tooltips are made.

Qt takes whatever looks like HTML for HTML and would open files it names. Everything here shows the
characters that were typed, 「死亡<3人>」 included.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from safetydesk.ui.theme import restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class PlainLabel(QLabel):
    """A label that never interprets its text.

    ``role`` (``label``, ``sub``, ``strong``, ``title``, ``name``, ``page``, ``large``) and ``tone``
    (``r``, ``o``, ``y``, ``i``, ``f``, ``g``) choose its look in the style sheet.
    """

    def __init__(
        self,
        text: str | QWidget | None = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        tone: str = "",
        wrap: bool = False,
    ) -> None:
        words, parent = words_and_parent(text, parent)
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setText(words)

    def set_tone(self, tone: str) -> None:
        """Changes the ink; the style is only asked again when it is another one."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class ElidedLabel(PlainLabel):
    """A one-line label that ends in … when short of room and then tells all in its tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        """A few characters: the label gives way before its neighbours do."""
        return QSize(self.fontMetrics().height() * 3, super().minimumSizeHint().height())

    @override
    def setText(self, text: str, /) -> None:
        """Shows a new text."""
        super().setText(text)
        self._tell_all()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Decides anew whether the tooltip is needed."""
        super().resizeEvent(event)
        self._tell_all()

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)

    def _tell_all(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        set_plain_tooltip(self, self.text() if wide else "")


def words_and_parent(
    first: str | QWidget | None, parent: QWidget | None
) -> tuple[str, QWidget | None]:
    """Sorts the arguments of a widget that hand-written code gives a text and forms a parent."""
    return (first, parent) if isinstance(first, str) else ("", first or parent)


def set_plain_tooltip(widget: QWidget, text: str) -> None:
    """Gives a widget a tooltip that shows exactly these characters."""
    widget.setToolTip(plain_tooltip(text))


def plain_tooltip(text: str) -> str:
    """The text in the form that a tooltip shows unchanged (item views: ``ToolTipRole``)."""
    if not text:
        return ""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"


def tell(parent: QWidget, text: str, detail: str = "") -> QMessageBox:
    """Tells something the person's own act has led to; blocks nothing, Enter or Esc closes it."""
    from PySide6.QtWidgets import QMessageBox

    box = plain_box(parent, text, detail)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def ask(
    parent: QWidget,
    text: str,
    *,
    yes: str,
    no: str,
    accepted: Callable[[], object],
    detail: str = "",
) -> QMessageBox:
    """Asks before what cannot be undone; ``yes`` names the act (「发出」), never just 「是」.

    Opens without blocking; ``accepted`` (a bound method) is called on yes. Enter chooses *no*.
    """
    from PySide6.QtWidgets import QMessageBox

    box = plain_box(parent, text, detail)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    agree.setProperty("kind", "primary")
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    agree.clicked.connect(accepted)
    box.open()
    return box


def plain_box(parent: QWidget | None, text: str, detail: str = "") -> QMessageBox:
    """An unshown message box in plain text; the informative text of Qt would be interpreted."""
    from PySide6.QtWidgets import QMessageBox  # not needed before the first frame

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{text}\n\n{detail}" if detail else text)
    if parent is not None:
        box.setWindowTitle(parent.window().windowTitle())
    return box
