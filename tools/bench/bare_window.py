"""The limit of P1: a bare PySide6 window with a table of a hundred rows; ends when it is painted.

    python -m tools.bench.bare_window

Prints one line of JSON with the peak memory in KiB.
"""

from __future__ import annotations

import json
import os
import sys

from pylopdf_fonts_zh_cn import sans_path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from typing_extensions import override


class FirstPaint(QObject):
    """Ends the process after the paint in which the window appears."""

    _seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Waits for the first paint; the turn after it, everything of the frame is on screen."""
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, end)
        return super().eventFilter(watched, event)


def end() -> None:
    """Reports and leaves at once: closing is not what is measured."""
    from tools.bench.peak import peak_kib

    sys.stdout.write(json.dumps({"peak_kib": peak_kib()}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def speak_chinese(app: QApplication) -> None:
    """The shipped face where the system has no Chinese one, as the program must do too."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        number = QFontDatabase.addApplicationFont(str(sans_path()))
        app.setFont(QFont(QFontDatabase.applicationFontFamilies(number)[0], 10))


def main() -> int:
    """Shows the window."""
    app = QApplication(sys.argv[:1])
    speak_chinese(app)
    model = QStandardItemModel(100, 6)
    for row in range(100):
        for column in range(6):
            model.setItem(row, column, QStandardItem(f"来电 {row} 区消防大队 {column}"))
    view = QTableView()
    view.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(view)
    window.resize(1600, 900)
    hook = FirstPaint()
    window.installEventFilter(hook)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
