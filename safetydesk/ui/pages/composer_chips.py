"""To whom a report goes, as chips that can be taken away, and a field for one more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from safetydesk.ui.icons import put_icon
from safetydesk.ui.widgets.flow_layout import FlowLayout
from safetydesk.ui.widgets.key_cap import KeyButton

_ADD_WIDTH = 128


class AddresseeChips(QWidget):
    """``changed`` comes with each name added or taken away by the person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._chips: list[KeyButton] = []
        self._flow = FlowLayout(self)
        self._add = QLineEdit()
        self._add.setPlaceholderText(self.tr("Add an addressee"))
        self._add.setAccessibleName(self.tr("Add an addressee"))
        self._add.setFixedWidth(_ADD_WIDTH)
        self._flow.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._add.returnPressed.connect(self._on_add)

    def names(self) -> tuple[str, ...]:
        """The addressees in their order; a name typed and not yet confirmed counts too."""
        typed = self._add.text().strip()
        return tuple(dict.fromkeys((*self._names, *((typed,) if typed else ()))))

    def set_names(self, names: tuple[str, ...]) -> None:
        """Shows other addressees."""
        if list(names) == self._names:
            return
        self._names = list(names)
        self._add.clear()
        self._show()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - one bit of the report's state
        """Signed reports keep their addressees."""
        self._add.setVisible(not read_only)
        for chip in self._chips:
            chip.setEnabled(not read_only)

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._flow.removeWidget(self._add)
        for name in self._names:
            chip = KeyButton(name, self)
            put_icon(chip, "close", size=14)
            chip.setProperty("name", name)
            chip.setAccessibleName(self.tr("Take away {name}").format(name=name))
            chip.clicked.connect(self._on_remove)
            chip.show()
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self.updateGeometry()

    @Slot()
    def _on_add(self) -> None:
        if self._add.text().strip():
            self.set_names(self.names())
            self._add.setFocus()
            self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton):
            gone = str(sender.property("name"))
            self.set_names(tuple(name for name in self._names if name != gone))
            self._add.setFocus()
            self.changed.emit()
