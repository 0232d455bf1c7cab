"""The page on which an office is founded in an empty folder, and its recovery key is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.documents.recovery_sheet import recovery_lines
from safetydesk.domain.founding import USUAL_TURNOVER, Fault, Field, Founding, faults
from safetydesk.domain.incident import ActorLevel
from safetydesk.ui.dialogs.founding_words import show_fault, words_of
from safetydesk.ui.fonts import fixed_font, sized
from safetydesk.ui.forms.ui_set_up_form import Ui_SetUpForm
from safetydesk.ui.page import Page
from safetydesk.ui.recovery_paper import RecoveryPaper

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from safetydesk.ui.bus import Bus
    from safetydesk.ui.widgets.plain import PlainLabel

_PACK_COLUMNS = 4
_WIDEST, _WIDEST_KEY, _KEY_PIXELS = 1240, 760, 20
_MASTHEAD = "{name}值班信息"
_LEVELS = (
    ActorLevel.COUNTY,
    ActorLevel.CITY,
    ActorLevel.PROVINCE,
    ActorLevel.TOWNSHIP,
    ActorLevel.ENTERPRISE,
)


class SetUpPage(Page):
    """First the answers, then the key.

    ``founding_asked`` carries a ``Founding`` without faults; ``continued`` comes once the key is
    said to be kept; ``demonstration_asked`` when somebody wants to look before.
    """

    bare = True
    founding_asked = Signal(object)
    continued = Signal()
    demonstration_asked = Signal()

    def __init__(self, *, bus: Bus, packs: Sequence[tuple[str, str]], folder: Path) -> None:
        super().__init__(bus=bus, topics=frozenset(), title="")
        self._folder = folder
        self._paper = RecoveryPaper(self, folder)
        self._tried = False
        self._ui = Ui_SetUpForm()
        holder = QWidget(self)
        self._ui.setupUi(holder)
        self.body.addWidget(holder)
        self.head.set_title(
            self.tr("Found the duty office"), self.tr("This folder holds no office yet")
        )
        self._packs = self._offer_packs(packs)
        self._fields = self._named_fields()
        self._prepare_fields()
        self._connect()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Stands in the middle of wide screens, as wide as lines can be read."""
        side = max(0, (event.size().width() - _WIDEST) // 2)
        self.setContentsMargins(side, 0, side, 0)
        super().resizeEvent(event)

    @override
    def refresh(self) -> None:
        """There is nothing to fetch before there is an office."""

    @override
    def help_text(self) -> str:
        """What is asked here, and why the key matters."""
        return self.tr(
            "Answer for your office; everything can be changed later in the settings. The first "
            "person adds the others. The recovery key opens the data when this computer is lost: "
            "print it and put it into the safe."
        )

    def take_focus(self) -> None:
        """The cursor goes into the first field."""
        self._ui.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """The office could not be founded: says why; the answers stay."""
        self._ui.problem_label.setText(text)
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While the database is made, nothing can be asked twice."""
        self._ui.found_button.setEnabled(not busy)
        self._ui.scroll.setEnabled(not busy)

    def show_key(self, key: str, made_at: datetime) -> None:
        """The office stands: shows its recovery key; ``made_at`` is local wall-clock time."""
        office = self._ui.name_edit.text().strip()
        self._paper.lines = recovery_lines(office, key, made_at, str(self._folder))
        groups = key.split()
        half = len(groups) // 2
        self._ui.key_label.setText(
            "\u2002".join(groups[:half]) + "\n" + "\u2002".join(groups[half:])
        )
        self._ui.steps.setCurrentWidget(self._ui.recovery)
        self.head.set_title(office, self.tr("The duty office stands"))
        self._ui.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> Founding:
        """What stands in the form."""
        ui = self._ui
        return Founding(
            name=ui.name_edit.text(),
            short_name=ui.short_name_edit.text(),
            district=ui.district_edit.text(),
            level=str(ui.level_combo.currentData()),
            duty_phone=ui.duty_phone_edit.text(),
            masthead=ui.masthead_edit.text(),
            number=ui.number_edit.text(),
            person=ui.person_edit.text(),
            mobile=ui.mobile_edit.text(),
            pin=ui.pin_edit.text(),
            pin_again=ui.pin_again_edit.text(),
            turnover=ui.turnover_edit.time().toString("HH:mm"),
            packs=tuple(name for name, box in self._packs.items() if box.isChecked()),
            leads=ui.leader_radio.isChecked(),
        )

    def _offer_packs(self, packs: Sequence[tuple[str, str]]) -> dict[str, QCheckBox]:
        boxes = {name: QCheckBox(title) for name, title in packs}
        for place, box in enumerate(boxes.values()):
            self._ui.packs_grid.addWidget(box, *divmod(place, _PACK_COLUMNS))
        before: QWidget = self._ui.masthead_edit
        for box in boxes.values():
            QWidget.setTabOrder(before, box)
            before = box
        return boxes

    def _named_fields(self) -> dict[Field, tuple[QWidget, PlainLabel]]:
        ui = self._ui
        return {
            Field.NAME: (ui.name_edit, ui.name_fault),
            Field.SHORT_NAME: (ui.short_name_edit, ui.short_name_fault),
            Field.DISTRICT: (ui.district_edit, ui.district_fault),
            Field.TURNOVER: (ui.turnover_edit, ui.turnover_fault),
            Field.DUTY_PHONE: (ui.duty_phone_edit, ui.duty_phone_fault),
            Field.MASTHEAD: (ui.masthead_edit, ui.masthead_fault),
            Field.NUMBER: (ui.number_edit, ui.number_fault),
            Field.PERSON: (ui.person_edit, ui.person_fault),
            Field.MOBILE: (ui.mobile_edit, ui.mobile_fault),
            Field.PIN: (ui.pin_edit, ui.pin_fault),
            Field.PIN_AGAIN: (ui.pin_again_edit, ui.pin_again_fault),
        }

    def _prepare_fields(self) -> None:
        for field, label in self._fields.values():
            show_fault(field, label, "")
        self._ui.key_frame.setMaximumWidth(_WIDEST_KEY)
        self._ui.key_label.setFont(sized(fixed_font(), _KEY_PIXELS, bold=True))
        for level in _LEVELS:
            self._ui.level_combo.addItem(level.chinese_name, level.value)
        self._ui.turnover_edit.setTime(QTime.fromString(USUAL_TURNOVER, "HH:mm"))

    def _connect(self) -> None:
        ui = self._ui
        for field, _label in self._fields.values():
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self._on_found)
                field.textEdited.connect(self._on_edited)
        ui.name_edit.textEdited.connect(self._on_name_edited)
        ui.found_button.clicked.connect(self._on_found)
        ui.demo_button.clicked.connect(self.demonstration_asked)
        ui.print_button.clicked.connect(self._paper.print)
        ui.save_button.clicked.connect(self._paper.ask_file)
        self._paper.saved.connect(self._on_saved)
        self._paper.refused.connect(self._on_refused)
        ui.kept_check.toggled.connect(ui.continue_button.setEnabled)
        ui.continue_button.clicked.connect(self.continued)

    @Slot()
    def _on_name_edited(self) -> None:
        """The masthead follows the name until somebody writes another."""
        if not self._ui.masthead_edit.isModified():
            name = self._ui.name_edit.text().strip()
            self._ui.masthead_edit.setText(_MASTHEAD.format(name=name) if name else "")

    @Slot()
    def _on_edited(self) -> None:
        """After the first attempt the remarks follow what is typed."""
        if self._tried:
            self._show_faults()

    @Slot()
    def _on_found(self) -> None:
        self._tried = True
        wrong = self._show_faults()
        if wrong:
            self._fields[next(iter(wrong))][0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._ui.problem_label.setText("")
        self.set_busy(busy=True)
        self.founding_asked.emit(self.answers())

    def _show_faults(self) -> dict[Field, Fault]:
        found = dict(faults(self.answers()))
        for field, (widget, label) in self._fields.items():
            fault = found.get(field)
            show_fault(widget, label, words_of(fault) if fault else "")
        return found

    @Slot(str)
    def _on_saved(self, words: str) -> None:
        self._ui.key_problem_label.setText("")
        self._ui.kept_label.setText(words)

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self._ui.kept_label.setText("")
        self._ui.key_problem_label.setText(words)
