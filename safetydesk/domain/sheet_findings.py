"""What a reader of hand-made sheets remarks about a cell, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding stands in the way of using the sheet."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class FindingCode(StrEnum):
    """The closed set of remarks; the first part is about rosters, the last about contacts."""

    DUPLICATE_PERSON = "duplicate_person"
    UNKNOWN_PERSON = "unknown_person"
    AMBIGUOUS_PERSON = "ambiguous_person"
    OVER_CAPACITY = "over_capacity"
    EMPTY_POST = "empty_post"
    ROLE_MISMATCH = "role_mismatch"
    COLUMNS_SWAPPED = "columns_swapped"
    ROW_SHIFTED = "row_shifted"
    UNREADABLE_CELL = "unreadable_cell"
    UNREADABLE_NAME = "unreadable_name"
    UNREADABLE_PHONE = "unreadable_phone"
    PHONE_MISMATCH = "phone_mismatch"
    MISSING_DATE = "missing_date"
    DUPLICATE_DATE = "duplicate_date"
    INVALID_DATE = "invalid_date"
    DATE_OUT_OF_PERIOD = "date_out_of_period"
    DATE_INFERRED = "date_inferred"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    CONSECUTIVE_DAYS = "consecutive_days"
    NOTE_MENTIONS_CHANGE = "note_mentions_change"
    COMMENT_MENTIONS_CHANGE = "comment_mentions_change"
    CANCELLED_PERSON = "cancelled_person"
    DITTO_RESOLVED = "ditto_resolved"
    STRUCK_TEXT = "struck_text"
    TRACKED_CHANGE = "tracked_change"
    INVISIBLE_TEXT = "invisible_text"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_SHEET = "hidden_sheet"
    VACANT = "vacant"
    NO_NAME = "no_name"
    NO_PHONE = "no_phone"
    NO_AREA_CODE = "no_area_code"
    BAD_PHONE = "bad_phone"
    DUPLICATE = "duplicate"
    SUSPICIOUS_TEXT = "suspicious_text"


@dataclass(frozen=True)
class Finding:
    """One remark about one place of a sheet.

    ``source`` is ``sheet!cell`` (``sheet!row`` for contacts, ``card n`` for vCards; csv has no
    sheet); ``text`` is what stands there. The rest is filled in where it helps: the duty day, the
    people that were probably meant, other cells that take part, what was expected, and what
    settled the matter.
    """

    code: FindingCode
    severity: Severity
    source: str
    text: str = ""
    day: date | None = None
    suggest: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    expected: str = ""
    resolved_by: str = ""
