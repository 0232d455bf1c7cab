"""Queries of call lists with their lines and steps, and of the yearly roll."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import func, insert, or_, select

from safetydesk.domain.calling import Callee, CallLine, CallList, CallStep, CallStepKind
from safetydesk.domain.calling_list import Reachable
from safetydesk.domain.errors import NotFound
from safetydesk.domain.phone_numbers import PhoneKind
from safetydesk.domain.phone_wording import written_number
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.contacts import ContactGroupRow, ContactPhoneRow, ContactRow
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.tables.warnings import CallLineRow, CallListRow, CallRollRow, CallStepRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from safetydesk.domain.calling_list import NewLine


class CallingStore:
    """The only way to the rows of calls. Steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any], lines: Iterable[NewLine]) -> int:
        """A new list with its lines in their order; returns its id."""
        row = CallListRow(**values)
        self._session.add(row)
        self._session.flush()
        self.add_lines(row.id, lines, 1)
        return row.id

    def add_lines(self, list_id: int, lines: Iterable[NewLine], first: int) -> None:
        """Adds lines to a list, numbered from ``first``."""
        made = [
            {
                "list_id": list_id,
                "position": place,
                "target": line.target,
                "area": line.area,
                "ladder": [asdict(callee) for callee in line.ladder],
            }
            for place, line in enumerate(lines, start=first)
        ]
        if made:
            self._session.execute(insert(CallLineRow), made)

    def add_step(self, values: dict[str, Any]) -> None:
        """Writes a step."""
        self._session.execute(insert(CallStepRow).values(**values))

    def list_of_line(self, line_id: int) -> int:
        """The id of the list to which a line belongs.

        Raises:
            NotFound: there is no such line.
        """
        row = self._session.get(CallLineRow, line_id)
        if row is None:
            raise NotFound("calling.unknown_line", id=line_id)
        return row.list_id

    def get(self, list_id: int, *, lock: bool = False) -> CallList:
        """A list whole; ``lock`` keeps other writers away until the transaction ends.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(CallListRow, list_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("calling.unknown", id=list_id)
        return self._whole([row])[0]

    def of_warnings(self, ids: Sequence[int]) -> dict[int, list[CallList]]:
        """The lists of each warning, in the order in which they were made."""
        found: dict[int, list[CallList]] = {number: [] for number in ids}
        if not ids:
            return found
        rows = self._session.scalars(
            select(CallListRow).where(CallListRow.warning_id.in_(ids)).order_by(CallListRow.id)
        )
        for made in self._whole(list(rows)):
            found[made.warning_id].append(made)
        return found

    def last_called(self) -> int | None:
        """The warning of the newest list."""
        return self._session.scalar(
            select(CallListRow.warning_id).order_by(CallListRow.id.desc()).limit(1)
        )

    def add_roll(self, values: dict[str, Any]) -> None:
        """The yearly list was renewed and filed."""
        self._session.execute(insert(CallRollRow).values(**values))

    def roll_filed_at(self) -> datetime | None:
        """When the yearly list was filed last."""
        return self._session.scalar(
            select(CallRollRow.filed_at).order_by(CallRollRow.filed_at.desc()).limit(1)
        )

    def group_units(self) -> dict[str, tuple[str, ...]]:
        """The units of each group of the directory, in the order in which they came."""
        rows = self._session.execute(
            select(ContactGroupRow.name, ContactRow.unit, func.min(ContactRow.id))
            .join(ContactRow, ContactRow.id == ContactGroupRow.contact_id)
            .where(~ContactRow.removed, ContactRow.unit != "")
            .group_by(ContactGroupRow.name, ContactRow.unit)
            .order_by(func.min(ContactRow.id))
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row.name, []).append(row.unit)
        return {name: tuple(units) for name, units in found.items()}

    def reachable(self, areas: Sequence[str], groups: Sequence[str]) -> list[Reachable]:
        """Who can be called in the areas or belongs to the groups, in the directory's order.

        The number is the first that has not failed; a duty number goes before the others.
        """
        named = [ContactRow.unit.contains(area, autoescape=True) for area in areas]
        members = select(ContactGroupRow.contact_id).where(ContactGroupRow.name.in_(groups))
        contacts = self._session.scalars(
            select(ContactRow)
            .where(~ContactRow.removed, or_(ContactRow.id.in_(members), *named))
            .order_by(ContactRow.id)
        ).all()
        ids = [contact.id for contact in contacts]
        numbers, of_groups = self._numbers(ids), self._groups(ids)
        return [
            value_of(
                Reachable,
                contact,
                number=numbers.get(contact.id, ""),
                contact_id=contact.id,
                groups=frozenset(of_groups.get(contact.id, ())),
                place=f"{contact.note} {contact.address}",
            )
            for contact in contacts
        ]

    def _numbers(self, ids: Sequence[int]) -> dict[int, str]:
        """The number to be called first of each contact."""
        rows = self._session.scalars(
            select(ContactPhoneRow)
            .where(
                ContactPhoneRow.contact_id.in_(ids),
                ~ContactPhoneRow.failed,
                ContactPhoneRow.kind != PhoneKind.FAX.value,
            )
            .order_by(ContactPhoneRow.kind != PhoneKind.DUTY.value, ContactPhoneRow.position)
        )
        found: dict[int, str] = {}
        for row in rows:
            found.setdefault(row.contact_id, written_number(row.number, row.extension))
        return found

    def _groups(self, ids: Sequence[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        rows = self._session.scalars(
            select(ContactGroupRow).where(ContactGroupRow.contact_id.in_(ids))
        )
        for row in rows:
            found.setdefault(row.contact_id, []).append(row.name)
        return found

    def _whole(self, rows: Sequence[CallListRow]) -> list[CallList]:
        """The lists of the rows, their parts read in three queries."""
        ids = [row.id for row in rows]
        lines = list(
            self._session.scalars(
                select(CallLineRow)
                .where(CallLineRow.list_id.in_(ids))
                .order_by(CallLineRow.position)
            )
        )
        steps = self._steps([line.id for line in lines])
        of_list: dict[int, list[CallLine]] = {number: [] for number in ids}
        for line in lines:
            ladder = tuple(_callee(one) for one in line.ladder)
            of_list[line.list_id].append(
                value_of(CallLine, line, ladder=ladder, steps=tuple(steps[line.id]))
            )
        names = self._names({row.author_id for row in rows if row.author_id})
        return [
            value_of(
                CallList,
                row,
                within=timedelta(minutes=row.minutes),
                author_name=names.get(row.author_id or 0, ""),
                lines=tuple(of_list[row.id]),
            )
            for row in rows
        ]

    def _steps(self, line_ids: Sequence[int]) -> dict[int, list[CallStep]]:
        """The steps of each line in the order in which they were written."""
        found: dict[int, list[CallStep]] = {number: [] for number in line_ids}
        rows = self._session.execute(
            select(CallStepRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == CallStepRow.author_id)
            .where(CallStepRow.line_id.in_(line_ids))
            .order_by(CallStepRow.id)
        )
        for row, name in rows:
            kind = CallStepKind.of(row.kind)
            found[row.line_id].append(value_of(CallStep, row, kind=kind, author_name=name or ""))
        return found

    def _names(self, ids: set[int]) -> dict[int, str]:
        """The names of people by id."""
        rows = self._session.execute(
            select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(ids))
        )
        return {row.id: row.name for row in rows}


def _callee(stored: object) -> Callee:
    """Somebody of a stored ladder."""
    return Callee(**cast("Mapping[str, Any]", stored))
