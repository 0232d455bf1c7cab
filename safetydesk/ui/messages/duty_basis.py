"""Sentences for what the calendar, staff facts and the rules about rosters refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "calendar.no_holiday": str(
        QT_TRANSLATE_NOOP("Messages", "No holiday is named. Paste the words of the notice.")
    ),
    "calendar.no_break": str(QT_TRANSLATE_NOOP("Messages", "{where}: no days off are given.")),
    "calendar.no_such_day": str(QT_TRANSLATE_NOOP("Messages", "{where}: there is no such day.")),
    "calendar.break_too_long": str(
        QT_TRANSLATE_NOOP("Messages", "{where}: these days cannot be one break.")
    ),
    "calendar.day_twice": str(
        QT_TRANSLATE_NOOP("Messages", "{where} stands in two paragraphs of the notice.")
    ),
    "calendar.worked_anyway": str(
        QT_TRANSLATE_NOOP("Messages", "{where} is a workday anyway; look at the date.")
    ),
    "calendar.statutory_missing": str(
        QT_TRANSLATE_NOOP("Messages", "{where}: by law {day} is a holiday; the notice has it not.")
    ),
    "calendar.no_title": str(
        QT_TRANSLATE_NOOP("Messages", "Write the number or the name of the notice.")
    ),
    "calendar.day_outside": str(
        QT_TRANSLATE_NOOP("Messages", "{where} does not belong to the year.")
    ),
    "calendar.no_such_year": str(QT_TRANSLATE_NOOP("Messages", "{where} is no year to plan for.")),
    "calendar.nothing_new": str(
        QT_TRANSLATE_NOOP("Messages", "The calendar of {year} says the same already.")
    ),
    "calendar.no_period_name": str(QT_TRANSLATE_NOOP("Messages", "Write what the period is.")),
    "calendar.no_period": str(QT_TRANSLATE_NOOP("Messages", "This key period is not there.")),
    "calendar.period_over": str(
        QT_TRANSLATE_NOOP("Messages", "{name} is over: what was is not changed.")
    ),
    "calendar.report_term": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Write when reports are due as 15:00, 8:00、17:00 or 每周三 09:00."
        )
    ),
    "calendar.period_without_time": str(
        QT_TRANSLATE_NOOP("Messages", "The end must come after the beginning.")
    ),
    "staff.bad_phone": str(
        QT_TRANSLATE_NOOP("Messages", "“{number}” is no number that can be dialled.")
    ),
    "staff.left_before_joined": str(QT_TRANSLATE_NOOP("Messages", "Nobody leaves before joining.")),
    "staff.mentor_of_self": str(QT_TRANSLATE_NOOP("Messages", "Nobody trains oneself.")),
    "staff.mentor_not_primary": str(
        QT_TRANSLATE_NOOP("Messages", "{name} does not serve as primary officer: no mentor.")
    ),
    "staff.mentor_in_training": str(
        QT_TRANSLATE_NOOP("Messages", "{name} is part of another training: no chains of mentors.")
    ),
    "wish.unknown": str(QT_TRANSLATE_NOOP("Messages", "This wish was taken back already.")),
    "wish.kind": str(QT_TRANSLATE_NOOP("Messages", "A wish is one of: {expected}.")),
    "wish.turned_round": str(
        QT_TRANSLATE_NOOP("Messages", "The last day of a wish lies before the first.")
    ),
    "wish.day_is_over": str(
        QT_TRANSLATE_NOOP("Messages", "Wishes are for days to come: this day is over.")
    ),
    "wish.too_long": str(
        QT_TRANSLATE_NOOP("Messages", "A wish is for {days} days at most: longer is leave.")
    ),
    "wish.overlaps": str(
        QT_TRANSLATE_NOOP("Messages", "{name} has a wish for one of these days already.")
    ),
    "staff.paired_with_self": str(
        QT_TRANSLATE_NOOP("Messages", "The other half of a pair is somebody else.")
    ),
    "staff.stale": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Somebody else has changed this meanwhile. Your text is kept: look and save again.",
        )
    ),
    "staff.no_absence": str(QT_TRANSLATE_NOOP("Messages", "This absence was taken back already.")),
    "staff.absence_kind": str(QT_TRANSLATE_NOOP("Messages", "Choose one of: {expected}")),
    "staff.absence_without_time": str(
        QT_TRANSLATE_NOOP("Messages", "The end must come after the beginning.")
    ),
    "staff.absence_too_long": str(
        QT_TRANSLATE_NOOP("Messages", "An absence this long is a mistake; look at the dates.")
    ),
    "staff.filed_with_nobody": str(
        QT_TRANSLATE_NOOP("Messages", "Write with whom the absence was filed.")
    ),
    "roster.denied": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{count} findings keep this roster back; the first: {day} {post} {person}."
            " Mend them, then try again.",
        )
    ),
    "roster.rule_level": str(
        QT_TRANSLATE_NOOP("Messages", "This rule may only warn, it denies nothing.")
    ),
    "roster.rule_number": str(QT_TRANSLATE_NOOP("Messages", "Write a number between 1 and 1000.")),
}
