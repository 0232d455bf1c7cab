"""Sentences for refused acts on rosters, recurring duties and swaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "roster.published_already": str(
        QT_TRANSLATE_NOOP("Messages", "“{title}” is published already.")
    ),
    "roster.not_published": str(
        QT_TRANSLATE_NOOP("Messages", "“{title}” is a draft: publish it before it is filed.")
    ),
    "roster.empty": str(QT_TRANSLATE_NOOP("Messages", "Nobody stands on “{title}”.")),
    "roster.no_superior": str(QT_TRANSLATE_NOOP("Messages", "Write with whom it was filed.")),
    "roster.filed_in_future": str(
        QT_TRANSLATE_NOOP("Messages", "It cannot have been filed in the future: check the time.")
    ),
    "roster.filed_already": str(
        QT_TRANSLATE_NOOP("Messages", "{to_whom} has this very roster since {at}.")
    ),
    "roster.no_version": str(QT_TRANSLATE_NOOP("Messages", "There is no such version.")),
    "duty.no_rule": str(QT_TRANSLATE_NOOP("Messages", "This recurring duty is ended already.")),
    "duty.no_rotation": str(QT_TRANSLATE_NOOP("Messages", "This rotation is ended already.")),
    "pattern.no_people": str(QT_TRANSLATE_NOOP("Messages", "Name the people who take turns.")),
    "pattern.too_few": str(
        QT_TRANSLATE_NOOP("Messages", "This pattern needs at least {least} groups.")
    ),
    "pattern.no_end": str(
        QT_TRANSLATE_NOOP("Messages", "Say until when: this pattern is for a time only.")
    ),
    "swap.past_due": str(
        QT_TRANSLATE_NOOP("Messages", "This duty has begun: what was served stays served.")
    ),
    "swap.not_now": str(
        QT_TRANSLATE_NOOP("Messages", "This is not possible now, it stands as: {state}.")
    ),
    "swap.own_duty": str(QT_TRANSLATE_NOOP("Messages", "Nobody stands in for oneself.")),
    "swap.not_yours": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Another person decides this; the supervisor may record it for them."
        )
    ),
    "swap.own_approval": str(
        QT_TRANSLATE_NOOP("Messages", "Somebody who is not part of the swap approves it.")
    ),
    "swap.no_taker": str(QT_TRANSLATE_NOOP("Messages", "Name the person who takes the duty.")),
    "swap.no_duty": str(
        QT_TRANSLATE_NOOP("Messages", "{name} has no duty then. There is: {duties}")
    ),
    "swap.no_duty_at_all": str(
        QT_TRANSLATE_NOOP("Messages", "{name} has no duty within two weeks of that time.")
    ),
    "swap.taker_gone": str(QT_TRANSLATE_NOOP("Messages", "{name} does not serve here any more.")),
    "swap.not_eligible": str(
        QT_TRANSLATE_NOOP("Messages", "{name} does not serve as {post}: change the person first.")
    ),
    "swap.double_duty": str(
        QT_TRANSLATE_NOOP("Messages", "{name} would serve {post} and {other} at once.")
    ),
    "duty.denied": str(
        QT_TRANSLATE_NOOP("Messages", "By the rules of the roster {name} must not take this duty.")
    ),
    "swap.denied": str(
        QT_TRANSLATE_NOOP("Messages", "By the rules of the roster {name} must not take this duty.")
    ),
    "swap.built_upon": str(
        QT_TRANSLATE_NOOP("Messages", "A later swap rests on this one: withdraw that one first.")
    ),
    "swap.unknown": str(QT_TRANSLATE_NOOP("Messages", "There is no such swap.")),
}
