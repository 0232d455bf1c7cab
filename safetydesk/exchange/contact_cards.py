"""vCards as contacts: components, escapes, labelled numbers, names with the unit in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.contact_sheet import ContactDraft
from safetydesk.domain.person_names import plain_name, plain_unit
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.exchange.contact_ledger import ContactLedger, distinct
from safetydesk.exchange.contact_words import ends_like_unit, is_desk, is_suspicious, phone_kind

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import CardLine

_COMPONENTS = re.compile(r"(?<!\\);")
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_SUFFIX = re.compile(r"(.+?)[(（][^()（）]*[)）]?$")
_TYPES: tuple[tuple[str, PhoneKind], ...] = (
    ("FAX", PhoneKind.FAX),
    ("CELL", PhoneKind.MOBILE),
    ("MOBILE", PhoneKind.MOBILE),
    ("WORK", PhoneKind.LANDLINE),
    ("HOME", PhoneKind.LANDLINE),
)


def read_card(card: Sequence[CardLine], number: int, ledger: ContactLedger) -> None:
    """Writes one card down: a person, a unit's own numbers, or a card that reaches nobody."""
    source = f"card {number}"
    unit, department = (*_parts(card, "ORG"), "", "")[:2]
    written = _first(card, "FN") or _joined_name(card)
    name: str | None = plain_name(_without_suffix(written))
    is_unit = _is_unit(card, name or "")
    if is_suspicious(written):
        ledger.reject(FindingCode.SUSPICIOUS_TEXT, source, written)
        return
    if is_unit:
        unit, name = unit or name or "", None
    phones = _phones(card, ledger, source, is_unit=is_unit)
    if not phones:
        ledger.reject(FindingCode.NO_PHONE, source, written or unit)
    elif not name and not unit:
        text = "、".join(phone.number for phone in phones)
        ledger.reject(FindingCode.NO_NAME, source, text)
    else:
        ledger.add(
            ContactDraft(
                name or None,
                plain_unit(unit),
                phones,
                source,
                title=_first(card, "TITLE"),
                department=department,
                role=_first(card, "ROLE"),
                group="、".join(_split(_first_raw(card, "CATEGORIES"), ",")),
                email=_first(card, "EMAIL"),
                address=_address(card),
                note=_first(card, "NOTE"),
            )
        )


def _is_unit(card: Sequence[CardLine], name: str) -> bool:
    """Whether the card is a desk's: no parts of a name, and a name such as 值班室 or the unit's."""
    has_parts = any(part for part in _parts(card, "N"))
    if is_desk(name) and not _has_mobile_only(card):
        return True
    return not has_parts and bool(name) and ends_like_unit(name)


def _has_mobile_only(card: Sequence[CardLine]) -> bool:
    types = [line.types for line in card if line.name == "TEL"]
    return bool(types) and all("CELL" in found for found in types)


def _phones(
    card: Sequence[CardLine], ledger: ContactLedger, source: str, *, is_unit: bool
) -> tuple[PhoneNumber, ...]:
    labels = {line.group: _unescape(line.value) for line in card if line.name == "X-ABLABEL"}
    found: list[PhoneNumber] = []
    for line in card:
        if line.name != "TEL":
            continue
        hint = next((kind for word, kind in _TYPES if word in line.types), None)
        label = labels.get(line.group, "")
        hint = phone_kind(label) or hint if label else hint
        if is_unit and hint in {None, PhoneKind.LANDLINE}:
            hint = PhoneKind.DUTY
        value = _unescape(line.value).removeprefix("tel:").replace(";ext=", "转")
        found.extend(ledger.phones(value, hint, source))
    return distinct(found)


def _joined_name(card: Sequence[CardLine]) -> str:
    family, given = (*_parts(card, "N"), "", "")[:2]
    return family + given


def _without_suffix(name: str) -> str:
    """The name before a unit in brackets: 柴强（云川区消防救）."""
    match = _SUFFIX.fullmatch(name.strip())
    return match.group(1) if match else name


def _address(card: Sequence[CardLine]) -> str:
    """Town and street; the province and the country go without saying."""
    parts = _parts(card, "ADR")
    _, extended, street, town, *_rest = (*parts, "", "", "", "")
    return f"{town}{street}{extended}"


def _first_raw(card: Sequence[CardLine], name: str) -> str:
    return next((line.value for line in card if line.name == name and line.value.strip()), "")


def _first(card: Sequence[CardLine], name: str) -> str:
    return _unescape(_first_raw(card, name)).strip()


def _parts(card: Sequence[CardLine], name: str) -> list[str]:
    return [_unescape(part).strip() for part in _COMPONENTS.split(_first_raw(card, name))]


def _split(text: str, mark: str) -> list[str]:
    return [_unescape(part).strip() for part in text.split(mark) if part.strip()]


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda m: "\n" if m.group(1) in "nN" else m.group(1), text)
