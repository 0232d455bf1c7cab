"""Contact lists as tables: a row a person, unit rows between, or several people a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.contact_sheet import ContactDraft
from safetydesk.domain.person_names import looks_like_name, plain_name, plain_unit
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.exchange.contact_ledger import ContactLedger, distinct
from safetydesk.exchange.contact_words import (
    ContactColumn,
    chapter_title,
    contact_column,
    ends_like_unit,
    is_desk,
    is_suspicious,
    is_vacant,
    phone_kind,
    split_unit_line,
)
from safetydesk.exchange.roster_words import squeezed

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import Sheet

_HEADING_ROWS = 30
_LONGEST_NAME = 20


@dataclass(frozen=True)
class PersonColumns:
    """The columns of one person in a row."""

    name: int
    role: str = ""
    singles: tuple[tuple[ContactColumn, int], ...] = ()
    phones: tuple[tuple[PhoneKind, int], ...] = ()

    def column(self, kind: ContactColumn) -> int | None:
        """The person's own column of a kind."""
        return next((index for found, index in self.singles if found is kind), None)


@dataclass(frozen=True)
class ContactTable:
    """A table of contacts: its heading row, what belongs to the row, and its people."""

    sheet: Sheet
    heading_row: int
    singles: dict[ContactColumn, int]
    people: tuple[PersonColumns, ...]
    unit_phones: tuple[tuple[PhoneKind, int], ...] = ()


def find_table(sheet: Sheet) -> ContactTable | None:
    """The table, where a row heads names and numbers."""
    for row in range(min(_HEADING_ROWS, len(sheet.rows))):
        if sheet.spans_whole_row(row):
            continue
        kinds = [contact_column(sheet.text(row, column)) for column in range(sheet.width)]
        if ContactColumn.PHONE in kinds and (
            ContactColumn.NAME in kinds or ContactColumn.UNIT in kinds
        ):
            return _table(sheet, row, kinds)
    return None


def _table(sheet: Sheet, row: int, kinds: list[ContactColumn]) -> ContactTable:
    names = [index for index, kind in enumerate(kinds) if kind is ContactColumn.NAME]
    phones = [
        (phone_kind(sheet.text(row, index)) or PhoneKind.LANDLINE, index)
        for index, kind in enumerate(kinds)
        if kind is ContactColumn.PHONE
    ]
    singles = {kind: index for index, kind in reversed(list(enumerate(kinds)))}
    if len(names) <= 1:
        unit_phones = [phone for phone in phones if not names or _is_of_unit(phone, names[0])]
        theirs = tuple(phone for phone in phones if phone not in unit_phones)
        people = tuple(PersonColumns(name, phones=theirs) for name in names)
        return ContactTable(sheet, row, singles, people, tuple(unit_phones))
    people_list: list[PersonColumns] = []
    for number, name in enumerate(names):
        end = names[number + 1] if number + 1 < len(names) else len(kinds)
        own = tuple((kinds[i], i) for i in range(name, end) if kinds[i] is ContactColumn.TITLE)
        own_phones = tuple(
            (kind, index)
            for kind, index in phones
            if name < index < end and kind not in {PhoneKind.DUTY, PhoneKind.FAX}
        )
        role = squeezed(sheet.text(row, name)).replace("姓名", "")
        people_list.append(PersonColumns(name, role, own, own_phones))
    taken = {index for person in people_list for _, index in person.phones}
    rest = tuple((kind, index) for kind, index in phones if index not in taken)
    singles.pop(ContactColumn.TITLE, None)
    return ContactTable(sheet, row, singles, tuple(people_list), rest)


def _is_of_unit(phone: tuple[PhoneKind, int], name: int) -> bool:
    """Whether a number is the unit's and no person's: duty phone or fax before the name."""
    kind, index = phone
    return kind in {PhoneKind.DUTY, PhoneKind.FAX} and index < name


class ContactTableWalk:
    """Walks down one table and writes what it finds into the ledger."""

    def __init__(self, table: ContactTable, ledger: ContactLedger) -> None:
        self._table = table
        self._sheet = table.sheet
        self._ledger = ledger
        self._unit = ""
        self._group = ""
        self._department = ""
        self._fills_down = self._unit_is_written_once()

    def run(self) -> None:
        """Reads every row under the headings."""
        for row in range(self._table.heading_row + 1, len(self._sheet.rows)):
            if self._sheet.row_is_empty(row) or self._is_heading(row):
                continue
            if row in self._sheet.hidden_rows:
                source = self._sheet.row_place(row)
                self._ledger.remark(FindingCode.HIDDEN_ROW, source, self._shown(row))
            elif not self._read_line(row):
                self._read_row(row)

    def _shown(self, row: int) -> str:
        return " ".join(cell.text for cell in self._sheet.rows[row] if not cell.empty)

    def _is_heading(self, row: int) -> bool:
        heading = self._table.heading_row
        return [cell.text for cell in self._sheet.rows[row]] == [
            cell.text for cell in self._sheet.rows[heading]
        ]

    def _unit_is_written_once(self) -> bool:
        """Whether units stand on their first row only, and are meant for those beneath."""
        column = self._table.singles.get(ContactColumn.UNIT)
        if column is None or not self._table.people:
            return False
        name = self._table.people[0].name
        named = [
            row
            for row in range(self._table.heading_row + 1, len(self._sheet.rows))
            if self._sheet.text(row, name)
        ]
        bare = [row for row in named if not self._sheet.text(row, column)]
        return len(bare) * 4 >= len(named) > 0

    def _read_line(self, row: int) -> bool:
        """Whether the row was a chapter or unit line (or a line of notes) and no entry."""
        shown = [index for index, cell in enumerate(self._sheet.rows[row]) if not cell.empty]
        if len(shown) != 1:
            return False
        text = self._sheet.own(row, shown[0]).text.strip()
        merged = self._sheet.spans_whole_row(row)
        chapter = chapter_title(text)
        if chapter is not None and (merged or shown[0] == 0):
            self._group, self._unit = chapter, ""
            return True
        unit, numbers = split_unit_line(text)
        line = merged or (bool(numbers) and bool(unit) and ends_like_unit(unit))
        bare_unit = shown[0] == 0 and not looks_like_name(plain_name(text)) and ends_like_unit(unit)
        if not line and not bare_unit:
            return False
        if self._table.singles.get(ContactColumn.UNIT) is None and ends_like_unit(unit):
            self._begin_unit(row, unit, numbers)
        return True

    def _begin_unit(self, row: int, unit: str, numbers: str) -> None:
        self._unit = plain_unit(unit)
        source = self._sheet.row_place(row)
        phones = self._ledger.phones(numbers, PhoneKind.DUTY, source) if numbers else ()
        if phones:
            self._ledger.add(
                ContactDraft(None, self._unit, distinct(list(phones)), source, group=self._group)
            )

    def _read_row(self, row: int) -> None:
        unit = plain_unit(self._word(row, ContactColumn.UNIT))
        if unit:
            self._unit = unit
        elif self._fills_down or self._table.singles.get(ContactColumn.UNIT) is None:
            unit = self._unit
        department = self._word(row, ContactColumn.DEPARTMENT)
        lists_units = self._table.singles.get(ContactColumn.UNIT) is not None
        self._department = department if department or lists_units else self._department
        if is_suspicious(unit):
            self._ledger.remark(FindingCode.SUSPICIOUS_TEXT, self._sheet.row_place(row), unit)
        for person in self._table.people:
            self._read_person(row, unit, person)
        own = self._numbers(row, self._table.unit_phones)
        if own and unit:
            self._ledger.add(self._draft(row, None, unit, own))

    def _read_person(self, row: int, unit: str, person: PersonColumns) -> None:
        source = self._sheet.row_place(row)
        written = self._sheet.text(row, person.name)
        name = plain_name(written)
        title_column = person.column(ContactColumn.TITLE)
        title = (
            self._sheet.text(row, title_column)
            if title_column is not None
            else self._word(row, ContactColumn.TITLE)
        )
        if is_suspicious(written):
            self._ledger.reject(FindingCode.SUSPICIOUS_TEXT, source, written)
        elif is_vacant(name):
            self._ledger.reject(FindingCode.VACANT, source, written)
        elif not name or is_desk(name) or len(name) > _LONGEST_NAME:
            self._read_desk(row, unit or (name if is_desk(name) else ""), person, title)
        else:
            phones = self._numbers(row, person.phones)
            if not phones:
                self._read_unreachable(source, name, known=bool(unit or title))
            if phones or unit or title:
                draft = self._draft(row, name, unit, phones)
                self._ledger.add(replace(draft, title=title, role=person.role or draft.role))

    def _read_unreachable(self, source: str, name: str, *, known: bool) -> None:
        if known:
            self._ledger.remark(FindingCode.NO_PHONE, source, name)
        else:
            self._ledger.reject(FindingCode.NO_PHONE, source, name)

    def _read_desk(self, row: int, unit: str, person: PersonColumns, title: str) -> None:
        """A row without a person: the unit's own numbers, or numbers that belong to nobody."""
        source = self._sheet.row_place(row)
        if person.role and len(self._table.people) > 1:
            return
        watch = any(word in title + self._sheet.text(row, person.name) for word in ("值班", "24"))
        phones = self._numbers(row, person.phones, watch=watch)
        if phones and unit:
            self._ledger.add(self._draft(row, None, unit, phones))
        elif phones:
            self._ledger.reject(
                FindingCode.NO_NAME, source, "、".join(phone.number for phone in phones)
            )

    def _draft(
        self, row: int, name: str | None, unit: str, phones: tuple[PhoneNumber, ...]
    ) -> ContactDraft:
        return ContactDraft(
            name,
            unit,
            phones,
            self._sheet.row_place(row),
            department=self._department,
            role=self._word(row, ContactColumn.ROLE),
            group=self._word(row, ContactColumn.GROUP) or self._group,
            email=self._word(row, ContactColumn.EMAIL),
            address=self._word(row, ContactColumn.ADDRESS),
            note=self._word(row, ContactColumn.NOTE),
        )

    def _numbers(
        self, row: int, columns: tuple[tuple[PhoneKind, int], ...], *, watch: bool = False
    ) -> tuple[PhoneNumber, ...]:
        """The row's numbers; at a desk that is manned round the clock landlines are duty phones."""
        found: list[PhoneNumber] = []
        source = self._sheet.row_place(row)
        for kind, column in columns:
            hint = PhoneKind.DUTY if watch and kind is PhoneKind.LANDLINE else kind
            found.extend(self._ledger.phones(self._sheet.text(row, column), hint, source))
        return distinct(found)

    def _word(self, row: int, kind: ContactColumn) -> str:
        column = self._table.singles.get(kind)
        return self._sheet.text(row, column) if column is not None else ""
