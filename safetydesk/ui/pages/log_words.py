"""What the log page says about a shift: its name, its state, its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain import wording as words
from safetydesk.domain.seal import short_code
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.ui.models.log_lines import Shown, wanted

if TYPE_CHECKING:
    from safetydesk.services.views_duty import ShiftView
    from safetydesk.services.views_log import LogSheet
    from safetydesk.ui.wording import Wording


class LogWords(QObject):
    """Sentences of the log page in the language of the screen."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def shift_name(self, shift: ShiftView) -> str:
        """「11月21日 周六班」; what was written while no shift was open has no such name."""
        if shift.id == OUTSIDE_SHIFTS:
            return self.tr("Outside the shifts")
        day = self._wording.today(shift.planned_from)
        terms = self._wording.words
        date = words.day_text(day, terms.month_day)
        weekday = terms.short_weekdays[day.weekday()]
        return self.tr("{date} {weekday} shift").format(date=date, weekday=weekday)

    def state(self, shift: ShiftView) -> str:
        """Whether the sheet can still grow."""
        if shift.id == OUTSIDE_SHIFTS:
            return self.tr("No sheet of a shift")
        if shift.closed_at is None:
            return self.tr("This shift, not sealed")
        return self.tr("Sealed")

    def foot(self, sheet: LogSheet, *, machine: bool) -> str:
        """What the sheet leaves out, and what is still open."""
        hidden = sum(made.line.entry.machine for made in sheet.lines)
        parts = [self.tr("Not closed: {count}").format(count=sheet.open_items)]
        if hidden and not machine:
            parts.insert(0, self.tr("Machine lines hidden: {count}").format(count=hidden))
        return "\u2003".join(parts)

    def seal(self, shift: ShiftView) -> str:
        """The seal of a closed shift, or when it comes."""
        if shift.id == OUTSIDE_SHIFTS:
            return self.tr("A sheet begins with the handover (F8)")
        if not shift.sealed_hash:
            return self.tr("Sealed when the outgoing officer signs")
        return self.tr("Sealed {code}").format(code=short_code(shift.sealed_hash))

    def choices(self, sheet: LogSheet) -> list[tuple[str, str]]:
        """The choices of lines with how many each has, machine lines not counted."""
        lines = [made.line for made in sheet.lines if not made.line.entry.machine]
        names = {
            Shown.ALL: self.tr("All"),
            Shown.REPORTS: self.tr("Reports"),
            Shown.CALLS: self.tr("Calls"),
        }
        return [
            (choice.value, f"{name} {sum(wanted(line, choice) for line in lines)}")
            for choice, name in names.items()
        ]
