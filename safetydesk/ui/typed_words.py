"""Windows without a draft: before words somebody typed are thrown away, they ask."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from safetydesk.ui.widgets.plain import ask


class TypedWordsDialog(QDialog):
    """Esc, the button that leaves and the cross ask where something was typed and is not saved."""

    @override
    def reject(self) -> None:
        """Leaves; with typed words only after the question. It blocks nothing but this window."""
        if not self.isVisible() or not typed_fields(self):
            super().reject()
            return
        if any(box.isVisible() for box in self.findChildren(QMessageBox)):
            return
        ask(
            self,
            self.tr("Throw away what was typed?"),
            yes=self.tr("Throw away"),
            no=self.tr("Go on writing"),
            accepted=self._throw_away,
        )

    def words_kept(self) -> None:
        """What stands in the fields was saved: leaving asks for nothing."""
        for field in typed_fields(self):
            if isinstance(field, QLineEdit):
                field.setModified(False)
            elif isinstance(field, QPlainTextEdit):
                field.document().setModified(False)

    @Slot()
    def _throw_away(self) -> None:
        self.words_kept()
        super().reject()


def typed_fields(window: QWidget) -> list[QWidget]:
    """The fields in which words stand that somebody typed; secrets and times are no words."""
    lines = [
        line
        for line in window.findChildren(QLineEdit)
        if line.isModified()
        and line.text().strip()
        and line.echoMode() is QLineEdit.EchoMode.Normal
        and not line.isReadOnly()
        and not isinstance(line.parent(), QAbstractSpinBox)
    ]
    texts = [
        text
        for text in window.findChildren(QPlainTextEdit)
        if text.document().isModified() and text.toPlainText().strip() and not text.isReadOnly()
    ]
    return [*lines, *texts]
