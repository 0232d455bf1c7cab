"""How many people a message says were killed, missing, trapped, hurt, ill, rescued, evacuated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake_denials import Denials
from safetydesk.domain.intake_mentions import Change, MentionReader, masked
from safetydesk.domain.intake_people_words import FALSE, HEARSAY, VERIFIED
from safetydesk.domain.intake_settling import settled

if TYPE_CHECKING:
    from safetydesk.domain.intake_mentions import Mention
    from safetydesk.domain.intake_text import Said, Words


_LONGEST_WAY = 400
"""So far hearsay reaches within a sentence."""


@dataclass(frozen=True)
class CasualtiesSaid:
    """What a message says of people; a key that is absent was not said, 0 was said to be none.

    ``others``: numbers of the same key that stand in the message too. ``unverified``: hearsay.
    """

    numbers: dict[str, Said[int]]
    others: dict[str, tuple[Said[int], ...]]
    unverified: dict[str, Said[int]]
    changes: tuple[Change, ...]
    unknown: Said[bool] | None
    nobody: Said[bool] | None


def read_casualties(words: Words, *, poisoned: str = "injured") -> CasualtiesSaid:
    """The numbers of people; ``poisoned``: whether 中毒 counts as ill or injured."""
    text = words.kept("masked", lambda: masked(words))
    mentions, changes = MentionReader(words, poisoned).read()
    heard = [mention for mention in mentions if _hearsay(words, text, mention)]
    known = [mention for mention in mentions if mention not in heard]
    numbers, others = settled(words, text, known)
    unverified, _ = settled(words, text, heard)
    denials = Denials(words, poisoned)
    nobody = denials.write(numbers)
    unknown = denials.nobody_knows(numbers)
    return CasualtiesSaid(numbers, others, unverified, changes, unknown, nobody)


def _hearsay(words: Words, text: str, mention: Mention) -> bool:
    sentence, _ = words.sentence(mention.start)
    before = text[max(sentence, mention.start - _LONGEST_WAY) : mention.start]
    if FALSE.match(text, mention.end):
        return True
    told = list(HEARSAY.finditer(before))
    return bool(told) and not VERIFIED.search(before, told[-1].end())
