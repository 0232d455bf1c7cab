"""Sentences for acts on incidents and reports that a rule refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "incident.basis_known": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The {basis} time is recorded already: correct it instead.",
        )
    ),
    "incident.basis_unknown": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The {basis} time is not known yet: it cannot be corrected.",
        )
    ),
    "incident.closed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Incident {number} is closed; open it again first.",
        )
    ),
    "incident.correction_without_source": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "A correction of a time needs its evidence.",
        )
    ),
    "incident.empty_fact": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The fact needs words.",
        )
    ),
    "incident.negative_number": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "A number cannot be below nought.",
        )
    ),
    "incident.no_numbers": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "No number was given.",
        )
    ),
    "incident.nothing_taken": str(
        QT_TRANSLATE_NOOP("Messages", "Nothing of the message was accepted.")
    ),
    "incident.follow_up_without_source": str(
        QT_TRANSLATE_NOOP("Messages", "Say who sent the message.")
    ),
    "incident.before_occurrence": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The {basis} time cannot lie before the occurrence.",
        )
    ),
    "incident.no_leader": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say which leader was told.",
        )
    ),
    "incident.number_too_large": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The number is larger than can be: check it.",
        )
    ),
    "incident.unknown_flag": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nobody knows the circumstance “{name}”.",
        )
    ),
    "report.sent_before_received": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "It was told before it was received ({received_at}): correct the receipt first.",
        )
    ),
    "time.unbelievable": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The year {year} is not between 2000 and 2100.",
        )
    ),
    "incident.no_title": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The incident needs a title.",
        )
    ),
    "incident.nobody_asked": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say who asks.",
        )
    ),
    "incident.not_closed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Incident {number} is not closed.",
        )
    ),
    "incident.not_correctable": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The {basis} time cannot be corrected.",
        )
    ),
    "incident.numbers_fall_without_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The dead, or everybody together, become fewer: say why.",
        )
    ),
    "incident.reopen_without_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say why the incident is opened again.",
        )
    ),
    "incident.leader_must_agree": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{owed} reports are still owed: a leader agrees to their end, by name and PIN.",
        )
    ),
    "incident.revise_without_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say why the incident is of another kind.",
        )
    ),
    "incident.reports_missing": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{owed} reports are owed or the final report is missing: say why it ends nevertheless.",
        )
    ),
    "incident.same_time": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The {basis} time is this one already.",
        )
    ),
    "incident.time_in_future": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The time lies in the future.",
        )
    ),
    "incident.time_without_source": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "A time needs its source.",
        )
    ),
    "incident.waiver_unknown_rule": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "No rule {rule} applies to incidents of this office.",
        )
    ),
    "incident.waiver_without_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say why the report is excused.",
        )
    ),
    "report.confirmed_already": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{by} of {recipient} has confirmed it already.",
        )
    ),
    "report.confirmed_before_sent": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "It cannot have been confirmed before it was sent.",
        )
    ),
    "report.empty": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The report needs words.",
        )
    ),
    "report.no_recipient": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say to whom it goes.",
        )
    ),
    "report.drop_without_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say why the draft is thrown away.",
        )
    ),
    "report.no_title": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The report needs a title.",
        )
    ),
    "report.nobody_confirmed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say who confirmed it.",
        )
    ),
    "report.not_drafted": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{kind} is told, not drafted.",
        )
    ),
    "report.not_next": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{wanted} cannot be made now; {next_label} comes first.",
        )
    ),
    "report.not_routine": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{kind} is drafted and signed.",
        )
    ),
    "report.not_sent_to": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "It was not sent to {recipient}.",
        )
    ),
    "report.not_signed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{name} is not signed yet: it cannot have been sent.",
        )
    ),
    "report.sent_already": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "It went to {recipient} already.",
        )
    ),
    "report.sent_before_signed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "It cannot have been sent before it was signed.",
        )
    ),
    "report.signed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{name} is signed and cannot change; make a correction or a follow-up.",
        )
    ),
    "report.time_in_future": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The time lies in the future.",
        )
    ),
}
