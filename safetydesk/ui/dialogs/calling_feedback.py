"""What somebody who answered a call reports they do (反馈)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.calling import CallStepKind
from safetydesk.domain.log import EntryKind
from safetydesk.services.views_warnings import NewCallStep
from safetydesk.ui.dialogs.act_dialog import ActDialog

if TYPE_CHECKING:
    from safetydesk.domain.calling import CallLine
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.warning_services import WarningServices


class CallingFeedbackDialog(ActDialog):
    """One line of words; its entry in the log follows from it."""

    def __init__(self, parent: QWidget | None, services: WarningServices, line: CallLine) -> None:
        key = f"calling:{line.id}:feedback"
        super().__init__(
            parent, services.around, draft_key=key, kind=EntryKind.CALL_AND_ACKNOWLEDGE
        )
        self._callings, self._line = services.callings, line
        self.hide_entry()
        self.setWindowTitle(self.tr("Feedback of {target}").format(target=line.target))
        self._words, self._who = QLineEdit(), QLineEdit(line.answered_by)
        self._words.setPlaceholderText(self.tr("on post, how many people moved, roads closed"))
        self.add_field("words", self.tr("Feedback"), self._words)
        self.add_field("who", self.tr("Said by"), self._who)
        self.bring_back()
        self._words.setFocus()

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes step and line."""
        step = NewCallStep(self._line.id, who=self._who.text(), text=self._words.text())
        actor = self._services.session.require()
        return self._callings.record(actor, CallStepKind.FEEDBACK, step)
