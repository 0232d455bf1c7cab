"""What kinds of telephone numbers are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safetydesk.domain.phone_numbers import PhoneKind


class PhoneWords(QObject):
    """The words for kinds of numbers, in the language of the screen."""

    def of(self, kind: str, label: str = "") -> str:
        """What stands before a number: its own label, else its kind."""
        return label or self.all().get(kind, kind)

    def all(self) -> dict[str, str]:
        """Every kind by its value, in the order in which an editor offers them."""
        return {
            PhoneKind.MOBILE.value: self.tr("Mobile"),
            PhoneKind.LANDLINE.value: self.tr("Office"),
            PhoneKind.DUTY.value: self.tr("Duty phone"),
            PhoneKind.FAX.value: self.tr("Fax"),
            PhoneKind.SHORT.value: self.tr("Short number"),
            PhoneKind.SATELLITE.value: self.tr("Satellite"),
            PhoneKind.HOTLINE.value: self.tr("Hotline"),
        }
