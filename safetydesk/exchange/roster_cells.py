"""How one cell of a roster becomes assignments: marks, ditto signs, people, doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.phone_numbers import PhoneFault, read_phones
from safetydesk.domain.roster_sheet import RosterPost, RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.exchange.people_cell import DITTO, NOBODY, WrittenPerson, read_people
from safetydesk.exchange.roster_words import post_of, shift_of, squeezed

if TYPE_CHECKING:
    from safetydesk.exchange.roster_ledger import Ledger, Turn
    from safetydesk.exchange.roster_people import Match, PeopleBook
    from safetydesk.exchange.sheets import Cell, Sheet

CHANGE = re.compile(r"替|代班|顶班|换班|调班|对调|互换|调换|改为|改由|变更|调整")
SETTLED = re.compile(r"已批|已报|已备案|已调|已同意|经批准")
_ERROR_VALUE = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|#{3,}", re.IGNORECASE)
_ROLE_NOTES = {"主": RosterPost.PRIMARY, "副": RosterPost.DEPUTY, "备": RosterPost.STANDBY}


class CellState(StrEnum):
    """What a cell for people turned out to hold."""

    PEOPLE = "people"
    NOBODY = "nobody"
    BLANK = "blank"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class CellReport:
    """The state of a cell and how many people it names."""

    state: CellState
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhoneCell:
    """The cell that holds the numbers of the people in another one."""

    row: int
    column: int
    label: str


def note_marks(ledger: Ledger, cell: Cell, place: str, turn: Turn) -> None:
    """Remarks on everything that is there but must not be taken over silently."""
    for code, text, severity in (
        (FindingCode.STRUCK_TEXT, cell.struck, Severity.WARNING),
        (FindingCode.INVISIBLE_TEXT, cell.invisible, Severity.WARNING),
        (FindingCode.TRACKED_CHANGE, cell.deleted or cell.inserted, Severity.WARNING),
    ):
        if text:
            ledger.remark(code, severity, place, text, turn.day)
    if cell.comment and CHANGE.search(cell.comment):
        ledger.remark(
            FindingCode.COMMENT_MENTIONS_CHANGE, Severity.WARNING, place, cell.comment, turn.day
        )


class CellReader:
    """Reads cells of one sheet into the ledger, with the people of the office at hand."""

    def __init__(self, sheet: Sheet, ledger: Ledger, people: PeopleBook) -> None:
        self._sheet = sheet
        self._ledger = ledger
        self._people = people

    def read(
        self, row: int, column: int, turn: Turn, phones: PhoneCell | None = None
    ) -> CellReport:
        """Writes down what the cell says for the turn."""
        cell = self._sheet.cell(row, column)
        place = self._sheet.place(*self._sheet.anchor(row, column))
        note_marks(self._ledger, cell, place, turn)
        text = self._resolve_ditto(row, column, place, turn)
        if not text:
            return CellReport(CellState.BLANK)
        if text in NOBODY or squeezed(text) in NOBODY:
            return CellReport(CellState.NOBODY)
        if _ERROR_VALUE.search(text):
            self._ledger.remark(FindingCode.UNREADABLE_CELL, Severity.ERROR, place, text, turn.day)
            return CellReport(CellState.UNREADABLE)
        written = read_people(text, self._people.names)
        if not written:
            return self._without_names(text, place, turn, phones)
        numbers = self._numbers(written, turn, phones)
        names = [
            self._take(person, number, place, turn, phones)
            for person, number in zip(written, numbers, strict=True)
        ]
        return CellReport(CellState.PEOPLE, tuple(name for name in names if name))

    def _resolve_ditto(self, row: int, column: int, place: str, turn: Turn) -> str:
        """The text of the cell, or of the one above where it only points there."""
        text = self._sheet.text(row, column)
        if text not in DITTO:
            return text
        above = row - 1
        while above >= 0 and self._sheet.text(above, column) in DITTO | {""}:
            above -= 1
        found = self._sheet.text(above, column) if above >= 0 else ""
        if found:
            self._ledger.remark(FindingCode.DITTO_RESOLVED, Severity.INFO, place, text, turn.day)
        return found

    def _without_names(
        self, text: str, place: str, turn: Turn, phones: PhoneCell | None
    ) -> CellReport:
        """A number where names belong: columns are swapped, or nothing can be made of it."""
        other = self._sheet.text(phones.row, phones.column) if phones else ""
        swapped = [person.name for person in read_people(other, self._people.names)]
        if phones is not None and swapped:
            self._ledger.note(
                Finding(
                    FindingCode.COLUMNS_SWAPPED,
                    Severity.ERROR,
                    place,
                    text,
                    turn.day,
                    suggest=tuple(swapped),
                    related=(self._sheet.place(phones.row, phones.column),),
                )
            )
        else:
            self._ledger.remark(FindingCode.UNREADABLE_NAME, Severity.ERROR, place, text, turn.day)
        return CellReport(CellState.UNREADABLE)

    def _numbers(
        self, written: list[WrittenPerson], turn: Turn, phones: PhoneCell | None
    ) -> list[str]:
        """A number for each person: their own, else those of the column in the same order."""
        listed: list[str] = []
        if phones is not None:
            text = self._sheet.text(phones.row, phones.column)
            reading = read_phones(text)
            listed = [phone.number for phone in reading.numbers]
            bad = PhoneFault.BAD_PHONE in reading.faults or not listed
            if text and bad and squeezed(text) not in NOBODY | DITTO:
                place = self._sheet.place(*self._sheet.anchor(phones.row, phones.column))
                self._ledger.remark(
                    FindingCode.UNREADABLE_PHONE, Severity.WARNING, place, text, turn.day
                )
                listed = []
        if len(listed) != len(written) and not (len(written) == 1 and listed):
            listed = []
        given = listed[: len(written)] or [""] * len(written)
        return [person.phone or number for person, number in zip(written, given, strict=True)]

    def _take(
        self,
        person: WrittenPerson,
        phone: str,
        place: str,
        turn: Turn,
        phones: PhoneCell | None,
    ) -> str:
        """Writes one person down; the name that was taken, or an empty text."""
        if person.cancelled:
            self._ledger.remark(
                FindingCode.CANCELLED_PERSON, Severity.WARNING, place, person.name, turn.day
            )
            return ""
        if CHANGE.search(person.note) and not SETTLED.search(person.note):
            self._ledger.remark(
                FindingCode.NOTE_MENTIONS_CHANGE, Severity.INFO, place, person.note, turn.day
            )
        turn = _adjusted(turn, person)
        match = self._people.match(person, phone, turn.post, phones.label if phones else "")
        self._note_doubt(match, person, place, turn)
        if not match.name:
            return ""
        phone_place = self._sheet.place(phones.row, phones.column) if phones else place
        expected = self._people.wrong_phone(match.person, phone)
        if expected:
            where = place if person.phone else phone_place
            self._ledger.note(
                Finding(
                    FindingCode.PHONE_MISMATCH,
                    Severity.WARNING,
                    where,
                    phone,
                    turn.day,
                    expected=expected,
                )
            )
        kept = "" if expected else phone
        self._ledger.assign(turn, match.name, place, phone=kept, title=person.title)
        return match.name

    def _note_doubt(self, match: Match, person: WrittenPerson, place: str, turn: Turn) -> None:
        """Remarks on a name that is not simply known, and on a post that is not the person's."""
        if match.code is not None:
            self._ledger.note(
                Finding(
                    match.code,
                    match.severity,
                    place,
                    person.name,
                    turn.day,
                    suggest=match.suggest,
                    resolved_by=match.resolved_by,
                )
            )
        misfit = self._people.misfit(match.person, turn.post)
        if match.name and misfit is not None:
            self._ledger.remark(FindingCode.ROLE_MISMATCH, misfit, place, match.name, turn.day)


def _adjusted(turn: Turn, person: WrittenPerson) -> Turn:
    """The turn as the words beside the name change it: 白班：…, …（备）."""
    shift: RosterShift | None = shift_of(person.label) or shift_of(person.note)
    if shift is not None and shift is not turn.shift:
        turn = replace(turn, shift=shift, hours=None)
    post = _ROLE_NOTES.get(person.note) or post_of(person.label)
    if post is not None and post is not RosterPost.OFFICER:
        turn = replace(turn, post=post, label=person.label or turn.label)
    return turn
