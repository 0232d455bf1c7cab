"""The dialog in which a supervisor adds somebody to the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from safetydesk.domain.access import Role
from safetydesk.domain.founding import Fault, is_phone, pin_fault
from safetydesk.ui.dialogs.founding_words import show_fault, words_of
from safetydesk.ui.forms.ui_person_form import Ui_PersonForm
from safetydesk.ui.perform import perform
from safetydesk.ui.typed_words import TypedWordsDialog

if TYPE_CHECKING:
    from safetydesk.domain.people import Post
    from safetydesk.services.people import NewPerson, PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.widgets.plain import PlainLabel

_COLUMNS = 3
_GENDERS = ("", "男", "女")
_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.OFFICER, str(QT_TRANSLATE_NOOP("PersonDialog", "Duty officer"))),
    (Role.LEADER, str(QT_TRANSLATE_NOOP("PersonDialog", "Duty leader"))),
    (Role.SUPERVISOR, str(QT_TRANSLATE_NOOP("PersonDialog", "Supervisor"))),
    (Role.AUDITOR, str(QT_TRANSLATE_NOOP("PersonDialog", "Auditor"))),
    (Role.READER, str(QT_TRANSLATE_NOOP("PersonDialog", "Reader"))),
)


class PersonDialog(TypedWordsDialog):
    """Closes with ``Accepted`` once the person is stored; what is refused is said beside it."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        people: PeopleService,
        posts: Sequence[Post],
        session: Session,
        bus: Bus,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._people = people
        self._session = session
        self._bus = bus
        self._tried = False
        self._ui = Ui_PersonForm()
        self._ui.setupUi(self)
        self._posts = _boxes(self._ui.posts_grid, [(post.id, post.label) for post in posts])
        self._roles = _boxes(
            self._ui.roles_grid,
            [
                (role.value, QCoreApplication.translate("PersonDialog", name))
                for role, name in _ROLES
            ],
        )
        self._roles[Role.OFFICER.value].setChecked(True)
        self._ui.gender_combo.addItems(list(_GENDERS))
        self._order_boxes()
        self._show_faults({})
        self._connect()
        self._ui.name_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why the person was not added; everything typed stays."""
        self._ui.problem_label.setText(text)

    def _connect(self) -> None:
        self._ui.add_button.clicked.connect(self._on_add)
        self._ui.cancel_button.clicked.connect(self.reject)
        for field, _label in self._fields().values():
            if isinstance(field, QLineEdit):
                field.textEdited.connect(self._on_edited)
        for box in self._roles.values():
            box.toggled.connect(self._on_edited)

    def _order_boxes(self) -> None:
        """Tab goes through the boxes where they stand: after the telephone, before the PIN."""
        before: QWidget = self._ui.mobile_edit
        for box in (*self._posts.values(), *self._roles.values(), self._ui.pin_edit):
            QWidget.setTabOrder(before, box)
            before = box

    def _fields(self) -> dict[str, tuple[QWidget, PlainLabel]]:
        ui = self._ui
        return {
            "name": (ui.name_edit, ui.name_fault),
            "number": (ui.number_edit, ui.number_fault),
            "mobile": (ui.mobile_edit, ui.mobile_fault),
            "roles": (self._roles[Role.OFFICER.value], ui.roles_fault),
            "pin": (ui.pin_edit, ui.pin_fault),
            "pin_again": (ui.pin_again_edit, ui.pin_again_fault),
        }

    def _faults(self) -> dict[str, Fault]:
        """What is wrong, by field in the order of the form."""
        ui = self._ui
        mobile = ui.mobile_edit.text().strip()
        found: dict[str, Fault | None] = {
            "name": None if ui.name_edit.text().strip() else Fault.MISSING,
            "number": None if ui.number_edit.text().strip() else Fault.MISSING,
            "mobile": Fault.NO_PHONE if mobile and not is_phone(mobile) else None,
            "roles": None if _ticked(self._roles) else Fault.MISSING,
            "pin": pin_fault(ui.pin_edit.text()),
            "pin_again": Fault.PIN_DIFFERS
            if ui.pin_edit.text() != ui.pin_again_edit.text()
            else None,
        }
        return {field: fault for field, fault in found.items() if fault}

    def _show_faults(self, found: dict[str, Fault]) -> None:
        for name, (field, label) in self._fields().items():
            show_fault(field, label, words_of(found[name]) if name in found else "")

    @Slot()
    def _on_edited(self) -> None:
        """After the first attempt the remarks follow what is typed."""
        if self._tried:
            self._show_faults(self._faults())

    @Slot()
    def _on_add(self) -> None:
        self._tried = True
        self.show_problem("")
        found = self._faults()
        self._show_faults(found)
        if found:
            self._fields()[next(iter(found))][0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        new, pin = self._new_person(), self._ui.pin_edit.text()
        done = perform(
            self,
            lambda: self._people.add(self._session.require(), new, pin),
            bus=self._bus,
            initiator=self,
        )
        if done is not None:
            self.accept()

    def _new_person(self) -> NewPerson:
        from safetydesk.services.people import NewPerson

        ui = self._ui
        return NewPerson(
            number=ui.number_edit.text().strip(),
            name=ui.name_edit.text().strip(),
            posts=tuple(_ticked(self._posts)),
            roles=frozenset(Role(name) for name in _ticked(self._roles)),
            gender=ui.gender_combo.currentText(),
            section=ui.section_edit.text().strip(),
            title=ui.title_edit.text().strip(),
            mobile=ui.mobile_edit.text().strip(),
        )


def _boxes(grid: QGridLayout, choices: Sequence[tuple[str, str]]) -> dict[str, QCheckBox]:
    """A tick box for each choice, a few to a line."""
    made = {key: QCheckBox(label) for key, label in choices}
    for place, box in enumerate(made.values()):
        grid.addWidget(box, *divmod(place, _COLUMNS))
    return made


def _ticked(boxes: dict[str, QCheckBox]) -> list[str]:
    """The choices that are ticked."""
    return [key for key, box in boxes.items() if box.isChecked()]
