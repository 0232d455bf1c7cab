"""Taking a warning in: by form, from pasted words, or from a CAP file; the level is only quoted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.log import EntryKind
from safetydesk.domain.note_time import note_time
from safetydesk.domain.warning import MessageKind, WarningLevel, WarningStatement
from safetydesk.domain.warning_text import read_pasted
from safetydesk.services.views_warnings import NewMessage
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.file_asking import FileAsked
from safetydesk.ui.messages import sentence
from safetydesk.ui.qt_time import show_instant
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.warning import WarningSignal
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.warning_services import WarningServices

HAZARDS = (
    *(
        "暴雨",
        "大风",
        "雷电",
        "大雾",
        "高温",
        "寒潮",
        "暴雪",
        "道路结冰",
        "冰雹",
        "台风",
        "霾",
        "干旱",
    ),
    *("山洪灾害", "地质灾害", "洪水", "森林火险", "重污染天气", "城市内涝"),
)
"""Sorts that are offered; another one is typed."""
MEANS = ("系统", "传真", "电话", "短信", "工作群", "文件")
_LINES = 52


class WarningMessageDialog(ActDialog):
    """A new warning, or the next message of one; ``warning`` None: a new one, or what is found."""

    def __init__(
        self,
        parent: QWidget | None,
        services: WarningServices,
        *,
        warning: WarningSignal | None = None,
        pasted: str = "",
    ) -> None:
        key = f"warning:{warning.id}:message" if warning else "warning:new"
        super().__init__(parent, services.around, draft_key=key, kind=EntryKind.WARNING)
        self._warnings = services.warnings
        self._read: WarningStatement | None = None
        self.hide_entry()
        self.setWindowTitle(self.tr("Update or lift") if warning else self.tr("Take in a warning"))
        self.show_effect(self.tr("Quote the issuer unchanged; only the issuer alters a level."))
        self._add_sources()
        self._add_fields()
        self._offer_warnings(warning)
        self.setMinimumWidth(720)
        self.bring_back()
        if pasted:
            self.read_text(pasted)
        self._hazard.setFocus()

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes message and line."""
        services = self._services
        actor = services.session.require()
        new = NewMessage(
            self._statement(),
            self._chosen_kind(),
            received_at=min(self.instant(self._received), services.clock.now()),
            means=self._means.currentText().strip(),
        )
        warning_id = self._belongs.currentData()
        if warning_id:
            return self._warnings.follow(actor, int(warning_id), new, self.entry())
        if new.kind is MessageKind.UPDATED:
            return self._warnings.begin_anyway(actor, new, self.entry())
        return self._warnings.take_in(actor, new, self.entry())

    def read_text(self, text: str) -> None:
        """Fills the fields from pasted words; what they do not say stays as it is."""
        services = self._services
        found = read_pasted(text, services.clock.now(), services.wording.zone)
        if found.statement is None:
            self.show_problem(self.tr("No warning was found in the text: fill in the form."))
            return
        self._show(found.kind, found.statement)

    @Slot(str)
    def read_file(self, path: str) -> None:
        """Fills the fields from a CAP file; an exercise or test is only said."""
        from safetydesk.exchange.warning_cap import read_cap

        try:
            found = read_cap(Path(path).read_bytes(), Path(path).name)
        except SafetyDeskError as error:
            self.show_problem(sentence(error))
            return
        except OSError:
            self.show_problem(self.tr("The file cannot be read."))
            return
        if not found.is_actual:
            words = self.tr(
                "The file is no warning in earnest ({status}): only note it in the log."
            )
            self.show_problem(words.format(status=found.status))
            return
        statement, kind = found.statement, found.kind or MessageKind.ISSUED
        if not statement.hazard:
            statement = replace(statement, hazard=self._hazard.currentText())
        self._show(kind, statement)
        if found.minded:
            words = self.tr("The text also names {areas}, which the file does not list.")
            self.show_problem(words.format(areas="、".join(found.minded)))

    def _show(self, kind: MessageKind, said: WarningStatement) -> None:
        """Shows what was read, and the warning to which it belongs."""
        self.show_problem("")
        zone = self._services.wording.zone
        self._read = said
        self._hazard.setCurrentText(said.hazard)
        self._level.setCurrentIndex(int(said.level or 0))
        self._issuer.setText(said.issuer)
        show_instant(self._issued, said.issued_at, zone)
        self._until.setText(self._until_words(said.in_force_until))
        self._areas.setText("、".join(said.areas))
        self._title.setText(said.title)
        self._matters.setPlainText(said.matters)
        self._measures.setPlainText(said.measures)
        self._kind.setCurrentText(kind.chinese_name)
        candidates = self._warnings.candidates(NewMessage(said, kind))
        if kind is not MessageKind.ISSUED and candidates:
            self._belongs.setCurrentIndex(max(self._belongs.findData(candidates[-1].id), 0))

    def _statement(self) -> WarningStatement:
        """The statement as the fields have it."""
        level = self._level.currentIndex()
        read = self._read
        areas = self._areas.text().replace(",", "、").replace("，", "、").split("、")
        return WarningStatement(
            hazard=self._hazard.currentText().strip(),
            level=WarningLevel(level) if level > 0 else None,
            issuer=self._issuer.text().strip(),
            issued_at=self.instant(self._issued),
            in_force_until=self._until_at(),
            areas=tuple(dict.fromkeys(area.strip() for area in areas if area.strip())),
            title=self._title.text().strip(),
            matters=self._matters.toPlainText().strip(),
            measures=self._measures.toPlainText().strip(),
            identifier=read.identifier if read else "",
            refers_to=read.refers_to if read else (),
            text=read.text if read else "",
        )

    def _chosen_kind(self) -> MessageKind:
        return list(MessageKind)[max(0, self._kind.currentIndex())]

    def _until_words(self, until: datetime | None) -> str:
        """``07-15 04:40``; empty where no end is stated."""
        zone = self._services.wording.zone
        return until.astimezone(zone).strftime("%m-%d %H:%M") if until else ""

    def _until_at(self) -> datetime | None:
        """The end as it was typed: the next such time after the issue, or with its day.

        Raises:
            BadInput: it says no time.
        """
        text = self._until.text().strip()
        if not text:
            return None
        return note_time(text, self.instant(self._issued), self._services.wording.zone)

    def _add_sources(self) -> None:
        """The two buttons that fill the form."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        paste = KeyButton(self.tr("From the clipboard"), icon="paste-warning")
        file = KeyButton(self.tr("CAP file…"), icon="import")
        paste.clicked.connect(self._on_paste)
        file.clicked.connect(self._on_file)
        for button in (paste, file):
            line.addWidget(button)
        line.addStretch()
        self.add_row(self.tr("Read"), row)

    def _add_fields(self) -> None:
        """Everything that art. 64 asks for, and how it came."""
        self._kind, self._belongs = QComboBox(), QComboBox()
        self._kind.addItems([kind.chinese_name for kind in MessageKind])
        self._hazard, self._level, self._means = QComboBox(), QComboBox(), QComboBox()
        self._hazard.setEditable(True)
        self._hazard.addItems(list(HAZARDS))
        self._level.addItems(
            [self.tr("not stated"), *(f"{one.chinese_name} {one.grade}" for one in WarningLevel)]
        )
        self._means.setEditable(True)
        self._means.addItems(list(MEANS))
        self._issuer, self._areas, self._title = QLineEdit(), QLineEdit(), QLineEdit()
        self._until = QLineEdit()
        self._until.setPlaceholderText(self.tr("04:40 or 07-15 04:40; empty where not stated"))
        self._areas.setPlaceholderText(self.tr("streets and towns, between 、"))
        self._issued, self._received = self.time_field(), self.time_field()
        self._matters, self._measures = QPlainTextEdit(), QPlainTextEdit()
        for lines in (self._matters, self._measures):
            lines.setFixedHeight(_LINES)
            lines.setTabChangesFocus(True)
        self._add_pair(self.tr("Message"), self._kind, self.tr("Belongs to"), self._belongs)
        self._add_pair(self.tr("Sort"), self._hazard, self.tr("Level as issued"), self._level)
        self.add_row(self.tr("Issuer"), self._issuer)
        self._add_pair(self.tr("Issued at"), self._issued, self.tr("In force until"), self._until)
        self.add_row(self.tr("Area"), self._areas)
        self.add_row(self.tr("Headline"), self._title)
        self.add_row(self.tr("What to heed"), self._matters)
        self.add_row(self.tr("What to do"), self._measures)
        self._add_pair(self.tr("Received"), self._received, self.tr("How it came"), self._means)
        self._watch_fields()

    def _watch_fields(self) -> None:
        """What a draft keeps."""
        kept: tuple[tuple[str, QWidget], ...] = (
            ("hazard", self._hazard),
            ("level", self._level),
            ("issuer", self._issuer),
            ("until", self._until),
            ("areas", self._areas),
            ("title", self._title),
            ("matters", self._matters),
            ("measures", self._measures),
            ("kind", self._kind),
            ("issued", self._issued),
            ("received", self._received),
            ("means", self._means),
        )
        for name, field in kept:
            self.watch(name, field)

    def _add_pair(self, label: str, first: QWidget, other: str, second: QWidget) -> None:
        """Two labelled fields on one row."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        beside = PlainLabel(other, role="label")
        beside.setBuddy(second)
        line.addWidget(first, 1)
        line.addWidget(beside)
        line.addWidget(second, 1)
        self.add_row(label, row)
        first.setAccessibleName(label)
        second.setAccessibleName(other)

    def _offer_warnings(self, warning: WarningSignal | None) -> None:
        """The open warnings to which the message may belong."""
        self._belongs.addItem(self.tr("a new warning"), 0)
        for view in self._warnings.in_force():
            one = view.warning
            self._belongs.addItem(f"{one.number} {one.title}", one.id)
        if warning is not None:
            said = warning.current.statement
            self._belongs.setCurrentIndex(max(self._belongs.findData(warning.id), 0))
            self._kind.setCurrentText(MessageKind.UPDATED.chinese_name)
            self._hazard.setCurrentText(said.hazard)
            self._level.setCurrentIndex(int(said.level or 0))
            self._issuer.setText(said.issuer)
            self._areas.setText("、".join(said.areas))

    @Slot()
    def _on_paste(self) -> None:
        self.read_text(QApplication.clipboard().text())

    @Slot()
    def _on_file(self) -> None:
        asked = FileAsked(self, self.tr("Open a CAP file"), ["CAP (*.xml)"])
        asked.fileSelected.connect(self.read_file)
        asked.to_read()
