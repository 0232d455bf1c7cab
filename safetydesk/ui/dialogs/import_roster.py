"""How a hand-made roster is read for the import preview and put into the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from safetydesk.domain.roster_sheet import RosterLayout
from safetydesk.services.people_known import known_people
from safetydesk.ui.dialogs.import_source import (
    ImportReading,
    NewcomerRow,
    ReadRow,
    fingerprint,
    in_order,
)

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.roster_sheet import RosterAssignment, RosterReading
    from safetydesk.services.duty import DutyService
    from safetydesk.services.people import PeopleService
    from safetydesk.services.views_duty import Newcomer, RosterDraft
    from safetydesk.ui.perform import CarriesChanges


@dataclass(frozen=True)
class _Payload:
    draft: RosterDraft
    file_name: str
    sha256: str
    admit: frozenset[str] = frozenset()
    means: Mapping[str, str] = field(default_factory=dict[str, str])


class RosterImport(QObject):
    """An ``ImportSource`` for rosters; ``today`` decides the year where a sheet names none."""

    suffixes = ("*.xlsx", "*.xls", "*.csv", "*.docx")

    def __init__(
        self, duty: DutyService, people: PeopleService, *, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._duty, self._people, self._today = duty, people, today

    @property
    def title(self) -> str:
        """The head of the window."""
        return self.tr("Import roster")

    @property
    def purpose(self) -> str:
        """What the window is for."""
        return self.tr(
            "The roster as the office makes it in Excel or Word: a row a day, a holiday table, or"
            " people against days. Nothing is written before you import.",
        )

    def read(self, path: Path) -> ImportReading:
        """Reads the sheet and matches its people.

        Raises:
            BadInput: the file cannot be read, or is no roster.
        """
        from safetydesk.exchange import sandbox
        from safetydesk.exchange.roster_reader import read_roster_book

        sha256 = fingerprint(path)
        book = sandbox.read_book(path)
        reading = read_roster_book(book, self._today(), known_people(self._people.all()))
        draft = self._duty.draft(reading)
        payload = _Payload(draft, path.name, sha256)
        read = ImportReading(
            book=book,
            summary=self._summary(reading),
            titles=(
                self.tr("Day"),
                self.tr("Post"),
                self.tr("Person"),
                self.tr("Turn"),
            ),
            rows=tuple(self._row(turn) for turn in reading.assignments),
            findings=in_order(reading.findings),
            ready=0,
            consequence="",
            payload=payload,
            newcomers=tuple(map(_newcomer, draft.newcomers)),
        )
        return self._with(read, {})

    def apply(self, actor: Actor, reading: ImportReading) -> CarriesChanges:
        """Stores the roster, as one step."""
        given = cast("_Payload", reading.payload)
        return self._duty.apply(
            actor,
            given.draft,
            file_name=given.file_name,
            sha256=given.sha256,
            admit=given.admit,
            means=given.means,
        )

    def done(self, reading: ImportReading) -> str:
        """What to say when it is stored."""
        given = cast("_Payload", reading.payload)
        text = self.tr("Imported {file}: {what}")
        return text.format(file=given.file_name, what=reading.consequence)

    def _with(self, reading: ImportReading, chosen: Mapping[str, str]) -> ImportReading:
        """A reading with newcomers added to the office, or taken for somebody of it."""
        given = cast("_Payload", reading.payload)
        ready = len(given.draft.turns) + sum(
            len(one.turns) for one in given.draft.newcomers if one.name in chosen
        )
        return replace(
            reading,
            ready=ready,
            consequence=self._consequence(given.draft, chosen, ready),
            payload=replace(
                given,
                admit=frozenset(name for name, whom in chosen.items() if not whom),
                means={name: whom for name, whom in chosen.items() if whom},
            ),
            admit=partial(self._with, reading),
        )

    def _summary(self, reading: RosterReading) -> str:
        """Title, layout and how much was read."""
        layout = {
            RosterLayout.DAILY_TABLE: self.tr("a row a day"),
            RosterLayout.HOLIDAY_TABLE: self.tr("holiday table"),
            RosterLayout.CODE_MATRIX: self.tr("people against days"),
            RosterLayout.DATES_ACROSS: self.tr("days across"),
        }[reading.layout]
        days = len({assignment.day for assignment in reading.assignments})
        text = self.tr("{title} · {layout} · {days} days, {turns} turns")
        return text.format(
            title=reading.title, layout=layout, days=days, turns=len(reading.assignments)
        )

    def _consequence(self, draft: RosterDraft, chosen: Mapping[str, str], ready: int) -> str:
        """How many turns will be stored, who joins, and how many are left out and why."""
        parts = [self.tr("{turns} turns").format(turns=ready)]
        joining = [one.name for one in draft.newcomers if chosen.get(one.name) == ""]
        if joining:
            told = self.tr("{turns} turns, {people} people join")
            named = self.tr("joining the office: {names}").format(names="、".join(joining))
            parts = [told.format(turns=ready, people=len(joining)), named]
        taken = [f"{name} → {whom}" for name, whom in chosen.items() if whom]
        if taken:
            parts.append(self.tr("taken for: {names}").format(names="、".join(taken)))
        unmatched = [row for row in draft.unmatched if row[0] not in chosen]
        for left_out, words in (
            (
                draft.foreign_posts,
                self.tr("{count} left out, no such post here: {names}"),
            ),
            (
                unmatched,
                self.tr("{count} left out, not of the office: {names}"),
            ),
        ):
            if left_out:
                listed = "、".join(dict.fromkeys(name for name, _ in left_out))
                parts.append(words.format(count=len(left_out), names=listed))
        return "；".join(parts)

    def _row(self, turn: RosterAssignment) -> ReadRow:
        words = {
            "24h": self.tr("24 h"),
            "day": self.tr("day turn"),
            "evening": self.tr("evening turn"),
            "night": self.tr("night turn"),
        }
        day = f"{turn.day.month}-{turn.day.day:02}"
        return ReadRow(turn.source, (day, turn.label, turn.person, words[turn.shift.value]))


def _newcomer(one: Newcomer) -> NewcomerRow:
    """Somebody whom the office does not have, as the preview lists her or him."""
    return NewcomerRow(one.name, one.labels, len(one.turns), one.sources, one.alike)
