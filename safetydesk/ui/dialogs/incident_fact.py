"""Recording a fact in words: which field, what, from whom, and whether it is verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident_entries import fact_words
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog

if TYPE_CHECKING:
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_TALL = 72


class FactDialog(ActDialog):
    """Alt+F. ``name`` is the field it begins with; its present words stand there to be changed."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        view: IncidentView,
        name: FactField | None = None,
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:fact",
            kind=EntryKind.SITE_FEEDBACK,
        )
        self._view = view
        self.setWindowTitle(self.tr("Record a fact"))
        self._name = QComboBox()
        self._name.addItems([field.chinese_name for field in FactField])
        self._value = QPlainTextEdit()
        self._value.setTabChangesFocus(True)
        self._value.setFixedHeight(_TALL)
        self._source = QLineEdit()
        self._source.setPlaceholderText(self.tr("Unit and person, as they gave their names"))
        self._verified = QCheckBox(self.tr("Verified"))
        self._verified.setChecked(True)
        self.add_field("name", self.tr("Field"), self._name)
        self.add_field("value", self.tr("Words"), self._value)
        self.add_field("source", self.tr("Source"), self._source)
        self.add_field("verified", self.tr("Standing"), self._verified)
        self._name.currentTextChanged.connect(self._show_present)
        self.bring_back()
        if name is not None:
            self._name.setCurrentText(name.chinese_name)
        self._show_present()
        self._value.setFocus()

    @override
    def proposed(self) -> str:
        """``区消防大队报告：现场：明火扑灭``."""
        value = self._value.toPlainText().strip()
        if not value:
            return ""
        source, verified = self._source.text().strip(), self._verified.isChecked()
        return fact_words(self._field, value, source, verified=verified)

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes fact and line."""
        services = self._services
        return services.incidents.record_fact(
            services.session.require(),
            self._view.summary.id,
            self._field,
            self._value.toPlainText(),
            source=self._source.text().strip(),
            verified=self._verified.isChecked(),
            entry=self.entry(),
        )

    @property
    def _field(self) -> FactField:
        return list(FactField)[max(0, self._name.currentIndex())]

    def _show_present(self) -> None:
        """Shows the words that hold now, where nothing else is being typed."""
        present = {fact.value for fact in self._view.facts}
        if not self._value.toPlainText() or self._value.toPlainText() in present:
            self._value.setPlainText(self._view.fact(self._field))
