"""How a fault of the founding form is said beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from safetydesk.domain.founding import Fault
from safetydesk.ui.theme import restyle

if TYPE_CHECKING:
    from safetydesk.ui.widgets.plain import PlainLabel

_WORDS: Final[Mapping[Fault, str]] = {
    Fault.MISSING: str(QT_TRANSLATE_NOOP("Faults", "Please fill this in")),
    Fault.TOO_LONG: str(QT_TRANSLATE_NOOP("Faults", "This is too long")),
    Fault.NO_TIME: str(QT_TRANSLATE_NOOP("Faults", "A time such as 08:30")),
    Fault.NO_PHONE: str(QT_TRANSLATE_NOOP("Faults", "Not a telephone number")),
    Fault.PIN_SHORT: str(QT_TRANSLATE_NOOP("Faults", "At least 6 digits")),
    Fault.PIN_SIMPLE: str(QT_TRANSLATE_NOOP("Faults", "Not one digit repeated")),
    Fault.PIN_DIFFERS: str(QT_TRANSLATE_NOOP("Faults", "The two PINs differ")),
}


def words_of(fault: Fault) -> str:
    """The fault in the language of the screen."""
    return QCoreApplication.translate("Faults", _WORDS[fault])


def show_fault(field: QWidget, label: PlainLabel, text: str) -> None:
    """Marks a field and says beside it what is wrong; an empty text clears both."""
    label.setText(text)
    label.setVisible(bool(text))
    state = "wrong" if text else ""
    if isinstance(field, QLineEdit) and field.property("state") != state:
        field.setProperty("state", state)
        restyle(field)
    field.setAccessibleDescription(text)
