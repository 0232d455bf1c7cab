"""The directory of the demonstration office: units, streets, enterprises, teams, experts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber, read_phones
from safetydesk.services.contact_writing import row_values, stored_phones
from safetydesk.services.views_contacts import ContactFields

if TYPE_CHECKING:
    from safetydesk.app.wiring import Desk

Row = Mapping[str, Any]
_NUMBERS = (
    ("duty_phone", PhoneKind.DUTY),
    ("control_room", PhoneKind.DUTY),
    ("fax", PhoneKind.FAX),
)
_LABELS = {"control_room": "中控室"}
_CHECKED = date(2025, 9, 20)
"""When the office last went through the part of its list that bears no date of its own."""


def write_contacts(desk: Desk, given: Row) -> None:
    """All contacts of the sample office, in the groups it names."""
    groups = _groups_of(given)
    with desk.database.write() as uow:
        for fields in _contacts(given, groups):
            values = {**row_values(fields), "import_id": None}
            uow.contacts.add(values, stored_phones(fields.phones), fields.groups)
        uow.commit()


def _groups_of(given: Row) -> dict[str, tuple[str, ...]]:
    """The groups of each unit by its id."""
    found: dict[str, list[str]] = {}
    for group in given["groups"]:
        for member in group["members"]:
            found.setdefault(member, []).append(group["name"])
    return {member: tuple(names) for member, names in found.items()}


def _contacts(given: Row, groups: Mapping[str, tuple[str, ...]]) -> Iterator[ContactFields]:
    """Everybody, in the order of the file."""
    for unit in given["units"]:
        checked = date.fromisoformat(unit["verified_on"])
        note = f"值班时间：{unit['duty_hours']}" if unit.get("duty_hours") else ""
        yield from _of_unit(unit, groups.get(unit["id"], (unit["group"],)), checked, note)
    for street in given["streets"]:
        note = f"{street['communities']}个村社区；{'、'.join(street['hazards'])}"
        yield from _of_unit(street, groups[street["id"]], _CHECKED, note)
    for enterprise in given["enterprises"]:
        yield from _of_unit(enterprise, groups[enterprise["id"]], _CHECKED, _hazards(enterprise))
    for team in given["rescue_teams"]:
        leader = [{"name": team["leader"], "title": "队长", "mobile": team["mobile"]}]
        note = f"{team['kind']}，{team['people']}人；{team['equipment']}"
        yield from _of_unit({**team, "contacts": leader}, groups[team["id"]], _CHECKED, note)
    yield from _experts_and_keepers(given, groups)


def _of_unit(
    unit: Row, groups: tuple[str, ...], checked: date, note: str
) -> Iterator[ContactFields]:
    """The unit's own numbers, then its people, each once with all their roles."""
    numbers = tuple(
        PhoneNumber(number.number, number.ext, kind, _LABELS.get(field, ""))
        for field, kind in _NUMBERS
        for number in read_phones(unit.get(field) or "", kind).numbers
    )
    address = unit.get("address", "")
    yield ContactFields(
        "",
        unit["name"],
        note=note,
        address=address,
        groups=groups,
        phones=numbers,
        verified_on=checked,
    )
    people: dict[tuple[str, str], dict[str, Any]] = {}
    for person in unit["contacts"]:
        known = people.setdefault((person["name"], person["mobile"]), {**person, "role": ""})
        roles = [role for role in (known["role"], person.get("role", "")) if role]
        known["role"] = "、".join(roles)
    for person in people.values():
        yield ContactFields(
            person["name"],
            unit["name"],
            title=person.get("title", ""),
            role=person["role"],
            groups=groups,
            phones=_mobile(person["mobile"]),
            verified_on=checked,
        )


def _hazards(enterprise: Row) -> str:
    """What lies at an enterprise, for whoever is called at night."""
    level = enterprise["major_hazard_level"]
    stored = "、".join(f"{one['name']}{one['quantity']}" for one in enterprise["materials"])
    head = f"{enterprise['kind']}，{enterprise['street']}"
    return f"{head}；{level}重大危险源；{stored}" if level else f"{head}；{stored}"


def _experts_and_keepers(
    given: Row, groups: Mapping[str, tuple[str, ...]]
) -> Iterator[ContactFields]:
    """Experts, keepers of depots, and those who answer for reservoirs."""
    for expert in given["experts"]:
        yield ContactFields(
            expert["name"],
            "应急专家库",
            title=f"{expert['field']}专家",
            groups=groups[expert["id"]],
            phones=_mobile(expert["mobile"]),
            verified_on=_CHECKED,
        )
    for depot in given["depots"]:
        yield ContactFields(
            depot["keeper"],
            depot["name"],
            title="保管员",
            note=depot["stock"],
            groups=("物资库",),
            phones=_mobile(depot["mobile"]),
            verified_on=_CHECKED,
        )
    for reservoir in given["reservoirs"]:
        for part, role in (("technical", "技术责任人"), ("patrol", "巡查责任人")):
            yield ContactFields(
                reservoir[part],
                reservoir["name"],
                title=role,
                note=reservoir["street"],
                groups=("水库责任人",),
                phones=_mobile(reservoir[f"mobile_{part}"]),
                verified_on=_CHECKED,
            )


def _mobile(number: str) -> tuple[PhoneNumber, ...]:
    return read_phones(number, PhoneKind.MOBILE).numbers
