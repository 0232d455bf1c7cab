"""Knows which kind of file a roster is written to, by the suffix of its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from safetydesk.domain.access import Actor
    from safetydesk.services.duty_export import DutyExport

SUFFIXES = (".xlsx", ".ics", ".csv")


def roster_file(export: DutyExport, actor: Actor, first: date, last: date, file_name: str) -> bytes:
    """The roster of ``[first, last]`` as the file that the name asks for.

    Raises:
        BadInput: another suffix than xlsx, ics or csv, or a period that cannot be.
    """
    suffix = PurePath(file_name).suffix.lower()
    maker = _MAKERS.get(suffix)
    if maker is None:
        raise BadInput("duty.export_kind", where=file_name, expected="xlsx、ics、csv 之一")
    return maker(export, actor, first, last, file_name)


def _xlsx(export: DutyExport, actor: Actor, first: date, last: date, name: str) -> bytes:
    from safetydesk.exchange.roster_xlsx import roster_xlsx

    return roster_xlsx(export.sheet(actor, first, last, name).value)


def _csv(export: DutyExport, actor: Actor, first: date, last: date, name: str) -> bytes:
    from safetydesk.exchange.roster_csv import roster_csv

    return roster_csv(export.sheet(actor, first, last, name).value)


def _ics(export: DutyExport, actor: Actor, first: date, last: date, name: str) -> bytes:
    from safetydesk.exchange.roster_ics import roster_ics

    return roster_ics(export.calendar(actor, first, last, name).value)


_MAKERS: Mapping[str, Callable[[DutyExport, Actor, date, date, str], bytes]] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".ics": _ics,
}
