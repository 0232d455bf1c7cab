"""Whom a message names: caller, sender, signer, recorder, contact on the site, people told."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake_callers import read_caller
from safetydesk.domain.intake_person_forms import (
    HAN,
    PHONE,
    PHONE_FORM,
    Person,
    digits,
    split_person,
)
from safetydesk.domain.intake_senders import sender_of
from safetydesk.domain.intake_told import addressees, told, transferred

if TYPE_CHECKING:
    from safetydesk.domain.intake_kinds import Nature
    from safetydesk.domain.intake_text import Said, Words

_SITE_CONTACT = re.compile(
    rf"(?:现场)?联系人: *(?P<name>{HAN}{{2,4}}) *(?:\((?P<in>[^)\n]{{2,40}})\)|[，, ]*(?P<phone>{PHONE_FORM}))?"
)
_LABELLED = {
    "signed_by": re.compile(rf"签发(?:人)?: *(?P<v>{HAN}{{2,4}})"),
    "recorder": re.compile(
        rf"(?:记录人|记录|接电人|接听人|值班员): *(?P<v>{HAN}{{2,4}})(?=$|[ ，。;\n(])",
        re.MULTILINE,
    ),
}


@dataclass(frozen=True)
class PeopleSaid:
    """Everybody a message names by office."""

    caller: Person | None
    source_unit: Said[str] | None
    signed_by: Said[str] | None
    recorder: Said[str] | None
    contact_on_site: Person | None
    already_told: tuple[Said[str], ...]
    transferred_to: tuple[Said[str], ...]
    addressees: tuple[Said[str], ...]


def read_people(words: Words, nature: Nature | None) -> PeopleSaid:
    """Who called, who sent it, who signed."""
    caller = read_caller(words)
    contact = _site_contact(words)
    labelled = {name: pattern.search(words.plain) for name, pattern in _LABELLED.items()}
    said = {name: words.of(match, "v") if match else None for name, match in labelled.items()}
    sender = sender_of(words)
    if sender and caller and caller.name and sender.value.startswith(caller.unit + caller.name):
        sender = None
    if sender is None and caller is not None and caller.unit and nature is not None:
        sender = _unit_of(words, caller)
    return PeopleSaid(
        caller,
        sender,
        said["signed_by"],
        said["recorder"],
        contact,
        tuple(told(words)),
        tuple(transferred(words)),
        tuple(addressees(words)),
    )


def _unit_of(words: Words, caller: Person) -> Said[str] | None:
    at = words.plain.find(caller.unit)
    return words.said(caller.unit, at, at + len(caller.unit)) if at >= 0 else None


def _site_contact(words: Words) -> Person | None:
    match = _SITE_CONTACT.search(words.plain)
    if match is None:
        return None
    inside = match["in"] or ""
    phone = PHONE.search(inside) or (PHONE.search(match["phone"]) if match["phone"] else None)
    rest = PHONE.sub("", inside).strip("，,、 ")
    person = split_person(rest) if rest else Person()
    quote = words.quote(*match.span())
    number = digits(phone.group()) if phone else ""
    return Person(person.unit or "", match["name"], person.post, number, (quote,))
