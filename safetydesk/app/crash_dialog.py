"""How the person at the desk learns of a bug: one quiet window, never two, and no false "saved"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from safetydesk.app.crash import CrashNotice


class CrashDialog(QObject):
    """Shows crash notices on the main thread, whichever thread they come from."""

    _crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self._crashed.connect(self._on_crashed)

    def announce(self, notice: CrashNotice) -> None:
        """Tells the person; may be called on any thread and inside a paint event."""
        self._crashed.emit(notice)

    @Slot(object)
    def _on_crashed(self, notice: CrashNotice) -> None:
        """In the main thread; what is under way there, a paint perhaps, ends first."""
        QTimer.singleShot(0, self, lambda: self._show(notice))

    def _show(self, notice: CrashNotice) -> None:
        """Opens the window unless one is open already."""
        if self._box is not None:
            return
        from PySide6.QtWidgets import QMessageBox

        from safetydesk.ui.widgets.plain import plain_box  # only when something broke

        text = self.tr(
            "The program met an internal error ({code}). What you typed is kept; "
            "only what was shown as saved is saved. Reminders go on."
        ).format(code=notice.code)
        place = self.tr("A report without personal data lies here: {path}")
        detail = "" if notice.report is None else place.format(path=notice.report)
        box = plain_box(None, text, detail)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.destroyed.connect(self._on_closed)
        self._box = box
        box.show()

    @Slot()
    def _on_closed(self) -> None:
        """The next notice may be shown."""
        self._box = None
