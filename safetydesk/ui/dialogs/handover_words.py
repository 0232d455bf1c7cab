"""The handover in words: its steps, its areas with their counts, and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain.handover import HandoverPhase
from safetydesk.services.views_handover import INCIDENT, MATTER, NOTE
from safetydesk.ui.dialogs.handover_areas import Area
from safetydesk.ui.dialogs.handover_steps import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.handover import HandoverItem
    from safetydesk.services.views_handover import HandoverView, ShiftSide
    from safetydesk.ui.wording import Wording

_WELL = "正常"
"""The state the drafted equipment list is written with; office data, not words of the screen."""


class HandoverWords(QObject):
    """Puts one view into words, with the formatter of this desk."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def title(self, view: HandoverView) -> str:
        """「交接班 周一班（6日）→ 周二班（7日）」."""
        text = self.tr("Handover  {outgoing} → {incoming}")
        return text.format(outgoing=self._side(view.outgoing), incoming=self._side(view.incoming))

    def steps(self, view: HandoverView) -> tuple[Step, ...]:
        """The five steps with what is known of each."""
        handover = view.handover
        time = self._wording.time
        frozen = self.tr("{time} · {count} entries").format(
            time=time(handover.started_at), count=f"{handover.frozen_seq:,}"
        )
        waiting = view.unexplained
        explained = (
            self.tr("%n to explain", "", waiting) if waiting else self.tr("everything explained")
        )
        reader = view.name(handover.joined_by)
        read = self.tr("nobody yet")
        if handover.joined_at is not None:
            read = self.tr("{name} since {time}").format(name=reader, time=time(handover.joined_at))
        moved = handover.incoming_signed_at
        signed = self.tr("responsibility moves here")
        if moved is not None:
            signed = self.tr("responsibility moved {time}").format(time=time(moved))
        leader = handover.leader_signed_at
        return (
            Step(self.tr("Freeze and draft"), frozen),
            Step(self.tr("Outgoing explains"), explained),
            Step(self.tr("Incoming reads back"), read),
            Step(self.tr("Both sign"), signed),
            Step(self.tr("Leader"), time(leader) if leader else self.tr("may follow later")),
        )

    def areas(self, view: HandoverView) -> tuple[Area, ...]:
        """What the sheet holds, area by area."""
        content = view.handover.content
        faulty = sum(1 for _, state in content.equipment if state not in {"", _WELL})
        things = self.tr("%n faulty", "", faulty) if faulty else self.tr("well")
        objections = len(view.handover.objections)
        return (
            _items(INCIDENT, self.tr("Open incidents"), view.items_of(INCIDENT)),
            _items(MATTER, self.tr("Matters"), view.items_of(MATTER)),
            _items(NOTE, self.tr("Added by hand"), view.items_of(NOTE)),
            Area("contingencies", self.tr("What if"), str(len(content.contingencies))),
            Area("instructions", self.tr("Instructions"), _filled(content.instructions)),
            Area("whereabouts", self.tr("Leaders"), _filled(content.whereabouts)),
            Area("warnings", self.tr("Warnings"), _filled(content.warnings)),
            Area("things", self.tr("Equipment"), things),
            Area("counts", self.tr("Keys and seals"), str(len(content.hand_items))),
            Area("words", self.tr("Log lines"), ""),
            Area("objections", self.tr("Not taken over"), str(objections)),
            Area("later", self.tr("After the freeze"), str(len(view.later))),
        )

    def missing(self, view: HandoverView) -> str:
        """What stands between now and the signatures; empty when nothing does."""
        if view.phase >= HandoverPhase.COUNTERSIGN:
            return ""
        parts = [
            self.tr("%n to explain", "", view.unexplained) if view.unexplained else "",
            self.tr("%n newly opened", "", len(view.unlisted)) if view.unlisted else "",
            self.tr("nobody has come") if view.handover.joined_at is None else "",
            self.tr("%n to tick", "", view.unticked) if view.unticked else "",
            self.tr("read-back not confirmed") if view.wants_read_back else "",
        ]
        return self.tr(", ").join(part for part in parts if part)

    def _side(self, side: ShiftSide) -> str:
        day = self._wording.today(side.planned_from)
        weekday = self._wording.words.short_weekdays[day.weekday()]
        return self.tr("{weekday} shift (day {day})").format(weekday=weekday, day=day.day)


def _items(key: str, name: str, items: Sequence[HandoverItem]) -> Area:
    """An area of items: their number, and their gravest level while it is one to be ticked."""
    levels = [item.level for item in items if item.must_be_ticked]
    return Area(key, name, str(len(items)), min(levels, default=0))


def _filled(text: str) -> str:
    """A tick where something was written."""
    return "✓" if text.strip() else "—"
