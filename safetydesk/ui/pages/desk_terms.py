"""What the acts on an alarm and the guard mean: what each does, does not do, and when it ends."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safetydesk.domain.alarm_state import ACKNOWLEDGED_FOR
from safetydesk.ui.alarm_panel import MUTE_BY_KEY, MUTE_MINUTES
from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.page import HelpTerm
from safetydesk.ui.widgets.alarm_row import SHELVE_MINUTES


class DeskTerms(QObject):
    """The words on the desk that an officer must not mistake for one another."""

    def all(self) -> tuple[HelpTerm, ...]:
        """The four acts of ``domain.alarm_state``, from the mildest, then the guard."""
        return (
            HelpTerm(self.tr("Mute"), self._mute()),
            HelpTerm(self.tr("Acknowledge"), self._acknowledge()),
            HelpTerm(self.tr("Shelve"), self._shelve()),
            HelpTerm(self.tr("Close"), self._close()),
            HelpTerm(self.tr("Guard"), self._guard()),
        )

    def _mute(self) -> str:
        return self.tr(
            "Stops the sound of all alarms, nothing else: they stay on the list and go on "
            "flashing. {key} mutes for {minutes} minutes, the button up to {longest}. The sound "
            "comes back when the time is over, with {key} pressed again, with a new alarm of "
            "the same or a higher level, and at the handover."
        ).format(key=KEYS[Command.UNMUTE], minutes=MUTE_BY_KEY, longest=max(MUTE_MINUTES))

    def _acknowledge(self) -> str:
        return self.tr(
            "You have seen it: this one neither sounds nor flashes, and your name is kept. The "
            "work is not done by it. It calls again after {minutes} minutes if it is not done "
            "by then, when its level rises, and at the handover."
        ).format(minutes=int(ACKNOWLEDGED_FOR.total_seconds() // 60))

    def _shelve(self) -> str:
        return self.tr(
            "Puts one alarm aside for {least} to {most} minutes, with a reason; then it calls "
            "again. Its term goes on. Level one cannot be shelved. It comes back sooner when "
            "its level rises, at the handover, or by hand from the list of what is shelved."
        ).format(least=min(SHELVE_MINUTES), most=max(SHELVE_MINUTES))

    def _close(self) -> str:
        return self.tr(
            "The work is done: the alarm does not call again, and what shows it goes into the "
            "log. Only alarms whose end the program cannot see have this; the others go by "
            "themselves once the act is recorded, for example the report as sent."
        )

    def _guard(self) -> str:
        return self.tr(
            "The part of the program that checks all terms without a pause and calls. At the "
            "bottom stands when it last looked. Where it says that the guard has stopped, "
            "alarms may not sound: watch the clock and restart the guard."
        )
