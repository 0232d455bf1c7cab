"""The JSON in which a message that was read is handed on, each field with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from safetydesk.domain.intake_kinds import Nature

if TYPE_CHECKING:
    from safetydesk.domain.intake import Intake
    from safetydesk.domain.intake_kinds import SeriesSaid
    from safetydesk.domain.intake_notices import DutyCheckSaid, WarningSaid
    from safetydesk.domain.intake_occurrence import TimeSaid
    from safetydesk.domain.intake_person_forms import Person
    from safetydesk.domain.intake_text import Quote, Said

JsonObject = dict[str, Any]
AT_RISK = "at_risk"
_WHY = "电梯困人满2小时成为一般事故"


def intake_json(read: Intake, zone: ZoneInfo) -> JsonObject:
    """The fields of the sample messages; ``sources`` holds the words behind each of them."""
    return {
        "received_at": _iso(read.received_at, zone),
        **_kind(read),
        **_times(read, zone),
        **_place(read),
        **_numbers(read, zone),
        **_people(read),
        **_notices(read, zone),
        "sources": _sources(read),
    }


def _kind(read: Intake) -> JsonObject:
    kind, category = read.kind, read.category
    return {
        "nature": (read.nature or Nature.OTHER).value,
        "detail": _value(kind.detail),
        "series_no": _value(kind.series_no),
        "series": _series(kind.series),
        "follows": _series(kind.follows),
        "family": str(category.family.value) if category.family else None,
        "category": str(category.category.value) if category.category else None,
        "accident_type": list(category.accident_types),
        "event_words": [said.value for said in category.event_words],
    }


def _times(read: Intake, zone: ZoneInfo) -> JsonObject:
    times = read.times
    return {
        "occurred": _occurred(read.occurred, zone),
        "as_of": _iso(times.as_of.at, zone) if times.as_of else None,
        "times": [
            {"at": _iso(time.at, zone), "role": time.role.value, "text": time.quote.text}
            for time in times.all
        ],
    }


def _occurred(time: TimeSaid | None, zone: ZoneInfo) -> JsonObject | None:
    if time is None:
        return None
    row: JsonObject = {
        "from": _iso(time.at, zone),
        "precision": time.precision.value,
        "approximate": time.approximate,
        "text": time.quote.text,
    }
    return row | ({"to": _iso(time.until, zone)} if time.until else {})


def _place(read: Intake) -> JsonObject:
    return {
        "place": _value(read.place.place),
        "place_full": _value(read.place.full),
        "unit": _value(read.place.unit),
    }


def _numbers(read: Intake, zone: ZoneInfo) -> JsonObject:
    said, amounts = read.casualties, read.amounts
    counted = {name: number.value for name, number in said.numbers.items()}
    at_risk = counted.pop(AT_RISK, None)
    area = amounts.burned_area.value if amounts.burned_area else None
    return {
        "casualties": counted,
        "at_risk": at_risk,
        "casualties_unknown": said.unknown is not None,
        "no_casualties": said.nobody is not None,
        "unverified": {name: number.value for name, number in said.unverified.items()},
        "conflicts": {name: [item.value for item in items] for name, items in said.others.items()},
        "corrections": _corrections(read, zone),
        "loss_yuan": _plain(amounts.loss_yuan.value) if amounts.loss_yuan else None,
        "burned_area": {"value": _plain(area.value), "unit": area.unit} if area else None,
        "response_level": _value(amounts.response_level),
        "dispatched": _said_only(
            vehicles=_value(amounts.forces.vehicles), people=_value(amounts.forces.people)
        ),
        "measures": [measure.value for measure in amounts.measures],
        "requests": [request.value for request in amounts.requests],
        "sensitive_persons": [person.value for person in amounts.sensitive_persons],
    }


def _corrections(read: Intake, zone: ZoneInfo) -> list[JsonObject]:
    rows: list[JsonObject] = [
        {"field": change.key, "from": change.before, "to": change.after}
        for change in read.casualties.changes
    ]
    if moved := read.time_corrected:
        rows.append(
            {
                "field": "occurred",
                "from": _iso(moved.before, zone),
                "to": _iso(moved.after, zone),
            }
        )
    return rows


def _people(read: Intake) -> JsonObject:
    people = read.people
    contact = people.contact_on_site
    return {
        "caller": _person(read.caller),
        "source_unit": _value(read.source_unit),
        "signed_by": _value(people.signed_by),
        "recorder": _value(people.recorder),
        "contact_on_site": _person(contact),
        "already_told": [said.value for said in people.already_told],
        "transferred_to": [said.value for said in people.transferred_to],
        "addressees": [said.value for said in people.addressees],
    }


def _person(person: Person | None) -> JsonObject | None:
    if person is None:
        return None
    return {
        "unit": person.unit or None,
        "name": person.name or None,
        "post": person.post or None,
        "phone": person.phone or None,
    }


def _notices(read: Intake, zone: ZoneInfo) -> JsonObject:
    at = read.becomes_accident_at
    return {
        "warning": _warning(read.warning, zone),
        "duty_check": _duty_check(read.duty_check, zone),
        "future_trigger": {"at": _iso(at, zone), "why": _WHY} if at else None,
    }


def _warning(warning: WarningSaid | None, zone: ZoneInfo) -> JsonObject | None:
    if warning is None:
        return None
    return {
        "hazard": warning.hazard,
        "color": warning.colour,
        "level": warning.level,
        "issuer": warning.issuer or None,
        "issued_at": _iso(warning.issued_at, zone),
        "valid_from": _iso(warning.issued_at, zone),
        "valid_to": _iso(warning.valid_to, zone),
        "areas": list(warning.areas),
        "rain_mm": [_plain(value) for value in warning.rain_mm],
    }


def _duty_check(check: DutyCheckSaid | None, zone: ZoneInfo) -> JsonObject | None:
    if check is None:
        return None
    return {
        "checker_unit": check.checker_unit or None,
        "checker": check.checker or None,
        "rings": check.rings,
        "answered": check.answered,
        "call_back_limit_minutes": check.call_back_minutes,
        "called_back_at": _iso(check.called_back_at, zone),
    }


def _sources(read: Intake) -> JsonObject:
    """The words behind each field that says something, with their place in the text."""
    said: Mapping[str, Sequence[Quote]] = {
        "nature": _quotes(read.kind.nature),
        "detail": _quotes(read.kind.detail),
        "series_no": _quotes(read.kind.series_no),
        "series": _quotes(read.kind.series),
        "follows": _quotes(read.kind.follows),
        "family": _quotes(read.category.family),
        "category": _quotes(read.category.category),
        "occurred": (read.occurred.quote,) if read.occurred else (),
        "as_of": (read.times.as_of.quote,) if read.times.as_of else (),
        "place": _quotes(read.place.place),
        "unit": _quotes(read.place.unit),
        "casualties_unknown": _quotes(read.casualties.unknown),
        "no_casualties": _quotes(read.casualties.nobody),
        "loss_yuan": _quotes(read.amounts.loss_yuan),
        "burned_area": _quotes(read.amounts.burned_area),
        "response_level": _quotes(read.amounts.response_level),
        "measures": [q for measure in read.amounts.measures for q in measure.quotes],
        "requests": [q for request in read.amounts.requests for q in request.quotes],
        "caller": read.caller.quotes if read.caller else (),
        "source_unit": _quotes(read.source_unit),
        "signed_by": _quotes(read.people.signed_by),
        "recorder": _quotes(read.people.recorder),
        "warning": read.warning.quotes if read.warning else (),
        "duty_check": read.duty_check.quotes if read.duty_check else (),
        **{f"casualties.{name}": n.quotes for name, n in read.casualties.numbers.items()},
        **{f"unverified.{name}": n.quotes for name, n in read.casualties.unverified.items()},
        **{f"corrections.{change.key}": change.quotes for change in read.casualties.changes},
    }
    if moved := read.time_corrected:
        said = {**said, "corrections.occurred": moved.quotes}
    return {
        name: [{"text": q.text, "from": q.start, "to": q.end} for q in quotes]
        for name, quotes in said.items()
        if quotes
    }


def _quotes(said: Said[Any] | None) -> tuple[Quote, ...]:
    return said.quotes if said else ()


def _value(said: Said[Any] | None) -> Any:
    return said.value if said else None


def _series(said: Said[SeriesSaid] | None) -> JsonObject | None:
    return {"year": said.value.year, "issue": said.value.issue} if said else None


def _said_only(**values: Any) -> JsonObject:
    return {key: value for key, value in values.items() if value is not None}


def _plain(value: Any) -> int | float:
    """A number without a needless decimal point."""
    return int(value) if value == int(value) else float(value)


def _iso(at: datetime | None, zone: ZoneInfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None
