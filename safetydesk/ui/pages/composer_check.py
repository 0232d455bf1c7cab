"""The comparison of a report's words with the record while they are written; it never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.report_marks import TextCheck
from safetydesk.ui.pages.composer_finding import FindingRow
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.report_marks import MarkedRemark
    from safetydesk.services.report_checking import CheckBasis, DayBasis, ReportChecks
    from safetydesk.ui.tasks import Runs

DELAY = 500
_MOST, _MOST_NARROW = 4, 1
"""Findings shown at once; Alt+J reaches all of them."""

Answer = tuple[int, "CheckBasis | DayBasis | None", TextCheck]


class ComposerCheck(QWidget):
    """``found`` carries each ``TextCheck`` that is still about the words as they stand.

    ``jump_asked`` carries the ``TextMark`` to go to, ``set_asked`` those that become the fact.
    """

    found = Signal(object)
    jump_asked = Signal(object)
    set_asked = Signal(object)

    def __init__(self, checks: ReportChecks, tasks: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks, self._tasks = checks, tasks
        self._report_id = self._generation = self._next = 0
        self._content: ReportContent | None = None
        self._basis: CheckBasis | DayBasis | None = None
        self._check = TextCheck()
        self._most = _MOST
        self._verdict = PlainLabel()
        self._jump = KeyButton(self.tr("Next mark"), kind="link", key="Alt J")
        self._set = KeyButton(self.tr("Set to the fact"), kind="link", key="Alt G")
        self._rows: list[FindingRow] = []
        head = QHBoxLayout()
        head.addWidget(self._verdict, 1)
        head.addWidget(self._set)
        head.addWidget(self._jump)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.check_now)
        self._jump.clicked.connect(self.jump)
        self._set.clicked.connect(self.set_now)
        self.hide()

    @property
    def check(self) -> TextCheck:
        """What was found in the words last compared."""
        return self._check

    def begin(self, report_id: int, content: ReportContent, *, draft: bool) -> None:
        """Compares another report, or the same after the record has changed."""
        self._report_id, self._content, self._basis = report_id, content, None
        self._generation += 1
        self._timer.stop()
        if draft:
            self.check_now()
        else:
            self._content = None
            self._show(TextCheck())
            self.hide()

    def typed(self, content: ReportContent) -> None:
        """Other words: compared once typing rests."""
        if self._content is not None and content != self._content:
            self._content = content
            self._timer.start()

    @Slot()
    def check_now(self) -> None:
        """Compares the newest words on another thread."""
        if self._content is None:
            return
        self._timer.stop()
        self._generation += 1
        work = comparison(
            self._checks, self._basis, self._report_id, self._content, self._generation
        )
        self._tasks.submit(work, succeeded=self._on_found, failed=self._on_failed)

    def stop(self) -> None:
        """Forgets what is still to be compared."""
        self._timer.stop()
        self._content = None
        self._generation += 1

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Fewer lines on small screens."""
        self._most = _MOST_NARROW if narrow else _MOST
        self._show_rows(self._check)

    @Slot()
    def jump(self) -> None:
        """Alt+J: to the next mark, round and round."""
        marks = [mark for remark in self._check.remarks for mark in remark.marks]
        if marks:
            self._next %= len(marks)
            self.jump_asked.emit(marks[self._next])
            self._next += 1

    @Slot()
    def set_now(self) -> None:
        """Alt+G: the mark jumped to last becomes the fact, else the first finding that can."""
        marks = [mark for remark in self._check.remarks for mark in remark.marks]
        jumped = marks[self._next - 1] if marks and self._next else None
        remarks = [remark for remark in self._check.remarks if remark.fixes]
        meant = [one for one in remarks if any(mark.covers(jumped) for mark in one.fixes)]
        if meant or remarks:
            self._on_set((meant or remarks)[0])

    @Slot(object)
    def _on_set(self, remark: MarkedRemark) -> None:
        """All places of a finding are written as the record has it, and compared again."""
        self.set_asked.emit(remark.fixes)
        self.check_now()

    @Slot(object)
    def _on_found(self, answer: Answer) -> None:
        generation, basis, check = answer
        if generation != self._generation:
            return
        self._basis = basis
        self.setVisible(basis is not None)
        self._show(check)

    @Slot(object)
    def _on_failed(self, _error: SafetyDeskError) -> None:
        """The report has gone meanwhile: nothing to compare."""
        self.hide()

    def _show(self, check: TextCheck) -> None:
        self._check, self._next = check, 0
        errors = sum(remark.is_error for remark in check.remarks)
        if errors:
            self._verdict.setText(
                self.tr("%n statements differ from the facts; sending goes on", "", errors)
            )
        elif check.remarks:
            self._verdict.setText(self.tr("No number or time contradicts the facts"))
        else:
            self._verdict.setText(self.tr("✓ Numbers and times agree with the facts"))
        self._verdict.set_tone("r" if errors else "ok")
        self._jump.setVisible(any(remark.marks for remark in check.remarks))
        self._set.setVisible(any(remark.fixes for remark in check.remarks))
        self._show_rows(check)
        self.found.emit(check)

    def _show_rows(self, check: TextCheck) -> None:
        """A line for each finding; a click goes to its words."""
        shown = check.remarks[: self._most]
        while len(self._rows) > len(shown):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(shown):
            row = FindingRow()
            row.jump_asked.connect(self.jump_asked)
            row.set_asked.connect(self._on_set)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, remark in zip(self._rows, shown, strict=True):
            row.show_remark(remark)


def comparison(
    checks: ReportChecks,
    basis: CheckBasis | DayBasis | None,
    report_id: int,
    content: ReportContent,
    generation: int,
) -> Callable[[], Answer]:
    """The work of one comparison, for a thread of its own; reads the record where none is given."""

    def work() -> Answer:
        known = basis or checks.basis(report_id)
        return generation, known, known.check(content) if known else TextCheck()

    return work
