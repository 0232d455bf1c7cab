"""The JSON in which readings of rosters and contact lists are handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from safetydesk.domain.contact_sheet import ContactDraft, ContactReading
    from safetydesk.domain.phone_numbers import PhoneNumber
    from safetydesk.domain.roster_sheet import RosterAssignment, RosterReading
    from safetydesk.domain.sheet_findings import Finding

JsonObject = dict[str, Any]


def roster_json(reading: RosterReading) -> JsonObject:
    """A roster as a JSON object: layout, title, months, assignments, findings."""
    return {
        "layout": reading.layout.value,
        "meta": {"title": reading.title, "months": list(reading.months)},
        "assignments": [_assignment(assignment) for assignment in reading.assignments],
        "findings": [_finding(finding) for finding in reading.findings],
    }


def contacts_json(reading: ContactReading) -> JsonObject:
    """A contact list as a JSON object: contacts, rejected rows, findings."""
    return {
        "contacts": [_contact(contact) for contact in reading.contacts],
        "rejected": [_finding(finding) for finding in reading.rejected],
        "findings": [_finding(finding) for finding in reading.findings],
    }


def _filled(**values: Any) -> JsonObject:
    """The values that say something."""
    return {key: value for key, value in values.items() if value}


def _assignment(assignment: RosterAssignment) -> JsonObject:
    return {
        "date": assignment.day.isoformat(),
        "post": assignment.post.value,
        "label": assignment.label,
        "person": assignment.person,
        "shift": assignment.shift.value,
        "from": assignment.start.isoformat() if assignment.start else None,
        "to": assignment.end.isoformat() if assignment.end else None,
        "source": assignment.source,
        **_filled(
            unit=assignment.unit,
            phone=assignment.phone,
            title=assignment.title,
            department=assignment.department,
        ),
    }


def _finding(finding: Finding) -> JsonObject:
    lists = {
        "suggest": finding.suggest,
        "related": finding.related,
        "people": finding.people,
    }
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "source": finding.source,
        "date": finding.day.isoformat() if finding.day else None,
        "text": finding.text,
        **{key: list(value) for key, value in lists.items() if value},
        **_filled(expected=finding.expected, resolved_by=finding.resolved_by),
    }


def _contact(contact: ContactDraft) -> JsonObject:
    return {
        "name": contact.name,
        "unit": contact.unit,
        "phones": [_phone(phone) for phone in contact.phones],
        "source": contact.source,
        **_filled(
            title=contact.title,
            department=contact.department,
            role=contact.role,
            group=contact.group,
            email=contact.email,
            address=contact.address,
            note=contact.note,
        ),
    }


def _phone(phone: PhoneNumber) -> JsonObject:
    return {
        "kind": phone.kind.value,
        "number": phone.number,
        **_filled(ext=phone.ext, label=phone.label),
    }
