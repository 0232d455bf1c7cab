"""Error codes in words: each area keeps its own table, this module finds the sentence.

An area adds ``messages/<area>.py`` with ``SENTENCES`` (code → ``QT_TRANSLATE_NOOP("Messages", …)``)
and one line here. Placeholders name fields of the error: ``{where}``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QCoreApplication

from safetydesk.domain.wording import clock_time
from safetydesk.ui.messages import (
    alarms,
    common,
    contacts,
    desk_records,
    drafts,
    duty_basis,
    handover,
    incidents,
    matters,
    office,
    paper,
    rosters,
    session,
    templates,
    warnings,
)
from safetydesk.ui.wording import SITE

if TYPE_CHECKING:
    from safetydesk.domain.errors import SafetyDeskError

_AREAS: Final[tuple[Mapping[str, str], ...]] = (
    alarms.SENTENCES,
    common.SENTENCES,
    contacts.SENTENCES,
    desk_records.SENTENCES,
    drafts.SENTENCES,
    duty_basis.SENTENCES,
    handover.SENTENCES,
    incidents.SENTENCES,
    matters.SENTENCES,
    office.SENTENCES,
    paper.SENTENCES,
    rosters.SENTENCES,
    session.SENTENCES,
    templates.SENTENCES,
    warnings.SENTENCES,
)


def sentence(error: SafetyDeskError) -> str:
    """The sentence for an error, in the language of the screen.

    A code without a sentence of its own is explained by the kind of the error and named, so that it
    can be told over the telephone.
    """
    source = _own_sentence(error.code) or common.kind_sentence(error)
    text = QCoreApplication.translate("Messages", source)
    return _filled(text, {"code": error.code, **error.fields})


def _own_sentence(code: str) -> str | None:
    return next((area[code] for area in _AREAS if code in area), None)


def _filled(text: str, fields: Mapping[str, object]) -> str:
    """The text with its places filled; a field that the error does not carry becomes a dash."""
    return text.format_map(_Fields({name: _shown(value) for name, value in fields.items()}))


def _shown(value: object) -> str:
    """A value as a sentence names it; an instant as the clock on the office's wall shows it."""
    if isinstance(value, datetime):
        return clock_time(value, SITE)
    if isinstance(value, tuple | list):
        return "、".join(str(part) for part in cast("Sequence[object]", value))
    return str(value)


class _Fields(dict[str, str]):
    """Fields of an error, with a dash for what is missing."""

    def __missing__(self, _name: str) -> str:
        return "—"
