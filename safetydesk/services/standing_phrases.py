"""The standing phrases of reports: the shipped list, or the office's own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.resources import locate
from safetydesk.services.office_texts import OfficeText, change_text, edition_of, text_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetydesk.domain.access import Actor
    from safetydesk.services.transaction import Outcome, Transactions

_KEY = "phrases"
_LONGEST, _MOST = 200, 60


@lru_cache(maxsize=1)
def shipped_phrases() -> str:
    """The list that comes with the program, one phrase a line."""
    return locate("templates/phrases.txt").read_text(encoding="utf-8")


class StandingPhrases:
    """What supervisors do with the list, and what the composer offers."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> tuple[str, ...]:
        """The phrases in force, in their order."""
        return _lines(self.view().text)

    def view(self) -> OfficeText:
        """The list as it stands."""
        with self._transactions.read() as uow:
            return text_view(uow, _KEY, shipped_phrases())

    def subjects(self) -> list[tuple[int, str]]:
        """Phrases are the same whatever has happened."""
        return []

    def names(self) -> Mapping[str, str]:
        """Phrases are plain words: nothing is put into them."""
        return {}

    def edition(self, number: int) -> str:
        """The words of an earlier list; the shipped one where it was taken back."""
        with self._transactions.read() as uow:
            return edition_of(uow, _KEY, number, shipped_phrases())

    def preview(self, text: str, incident_id: int | None = None) -> str:  # noqa: ARG002 - as of any text
        """The phrases as Alt+B offers them.

        Raises:
            BadInput: none at all, too many, or one too long (``template.*`` with the line).
        """
        phrases = _lines(text)
        if not phrases:
            raise BadInput("template.empty")
        if len(phrases) > _MOST:
            raise BadInput("template.too_many_phrases", limit=_MOST)
        for line, words in enumerate(text.splitlines(), start=1):
            if len(words.strip()) > _LONGEST:
                raise BadInput("template.phrase_too_long", line=line, limit=_LONGEST)
        return "\n".join(f"{place}. {words}" for place, words in enumerate(phrases, start=1))

    def put_in_force(self, actor: Actor, text: str, reason: str) -> Outcome[int]:
        """The office's own list from now on.

        Raises:
            BadInput: the list cannot be offered.
            RuleViolation: no reason, or it is in force already.
        """
        self.preview(text)
        return change_text(self._transactions, actor, self.view(), text, reason)

    def take_back(self, actor: Actor, reason: str) -> Outcome[int]:
        """The shipped list holds again.

        Raises:
            RuleViolation: no reason, or it holds already.
        """
        return change_text(self._transactions, actor, self.view(), "", reason)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
