"""Who a written name means among the people of the office, and whether the post is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.person_names import looks_like_name, plain_name, surname_of
from safetydesk.domain.phone_numbers import digits_of
from safetydesk.domain.roster_sheet import KnownPerson, RosterPost
from safetydesk.domain.sheet_findings import FindingCode, Severity

if TYPE_CHECKING:
    from safetydesk.exchange.people_cell import WrittenPerson

_LOST = re.compile(r"[?□�■*]+")
_ALIKE = 60.0
_SUGGESTIONS = 3
_DESK_POSTS = frozenset({RosterPost.PRIMARY, RosterPost.DEPUTY, RosterPost.OFFICER})
_STAFF_POSTS = _DESK_POSTS | {RosterPost.STANDBY}


@dataclass(frozen=True)
class Match:
    """What became of a written name; an empty ``name`` is not to be assigned."""

    name: str
    code: FindingCode | None = None
    severity: Severity = Severity.ERROR
    suggest: tuple[str, ...] = ()
    resolved_by: str = ""
    person: KnownPerson | None = None


class PeopleBook:
    """The people of the office by name and number; with None names stand as written."""

    def __init__(self, people: Sequence[KnownPerson] | None) -> None:
        self._people = people
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._by_phone: dict[str, KnownPerson] = {}
        for person in people or ():
            self._by_name.setdefault(plain_name(person.name), []).append(person)
            for phone in person.phones:
                self._by_phone.setdefault(digits_of(phone), person)

    @property
    def names(self) -> frozenset[str]:
        """All names known."""
        return frozenset(self._by_name)

    def match(self, written: WrittenPerson, phone: str, post: RosterPost, column: str) -> Match:
        """Whom the name means; ``column`` is the heading whose number may settle the matter."""
        if written.damaged:
            return self._restore(written.name, phone, column)
        if self._people is None:
            return self._unmatched(written)
        found = self._by_name.get(written.name, [])
        if len(found) == 1:
            return Match(written.name, person=found[0])
        if found or written.vague:
            return self._choose(written, found, phone, post)
        return Match(
            written.name,
            FindingCode.UNKNOWN_PERSON,
            suggest=self._suggest(written.name, phone),
            resolved_by=column if phone in self._by_phone else "",
        )

    def misfit(self, person: KnownPerson | None, post: RosterPost) -> Severity | None:
        """How wrong the post is for the person: an error between leaders, staff and drivers."""
        if person is None or not person.posts:
            return None
        held = frozenset(person.posts)
        fitting = _DESK_POSTS if post is RosterPost.OFFICER else frozenset({post})
        if RosterPost.OFFICER in held:
            held |= _DESK_POSTS
        if held & fitting:
            return None
        same_family = post in _STAFF_POSTS and held & _STAFF_POSTS
        return Severity.WARNING if same_family else Severity.ERROR

    def wrong_phone(self, person: KnownPerson | None, phone: str) -> str:
        """The number on record where the written one is another, else an empty text."""
        if person is None or not phone or not person.phones:
            return ""
        known = [digits_of(number) for number in person.phones]
        return "" if phone in known else known[0]

    def _unmatched(self, written: WrittenPerson) -> Match:
        if written.vague:
            return Match(written.name, FindingCode.AMBIGUOUS_PERSON, Severity.WARNING)
        if not looks_like_name(written.name):
            return Match("", FindingCode.UNREADABLE_NAME, Severity.WARNING)
        return Match(written.name)

    def _restore(self, name: str, phone: str, column: str) -> Match:
        """A name with lost characters: the number decides, else there is only a suggestion."""
        pattern = re.compile(".{1,2}".join(re.escape(part) for part in _LOST.split(name)))
        candidates = tuple(known for known in self._by_name if pattern.fullmatch(known))
        owner = self._by_phone.get(phone)
        if owner is not None and plain_name(owner.name) in candidates:
            return Match(
                plain_name(owner.name),
                FindingCode.UNREADABLE_NAME,
                Severity.WARNING,
                candidates,
                column,
                owner,
            )
        return Match("", FindingCode.UNREADABLE_NAME, Severity.WARNING, candidates)

    def _choose(
        self, written: WrittenPerson, found: list[KnownPerson], phone: str, post: RosterPost
    ) -> Match:
        """Several people of one name, or only a family name."""
        surname = written.name.lstrip("老小大阿")[:1] or written.name[:1]
        candidates = found or [
            person
            for name, people in self._by_name.items()
            for person in people
            if surname_of(name) == surname and self.misfit(person, post) is None
        ]
        by_phone = [p for p in candidates if phone and phone in map(digits_of, p.phones)]
        if len(by_phone) == 1:
            return Match(plain_name(by_phone[0].name), person=by_phone[0])
        fitting = [p for p in found if self.misfit(p, post) is None]
        if len(fitting) == 1:
            return Match(written.name, person=fitting[0])
        suggest = tuple(dict.fromkeys(plain_name(person.name) for person in candidates))
        return Match(written.name if found else "", FindingCode.AMBIGUOUS_PERSON, suggest=suggest)

    def _suggest(self, name: str, phone: str) -> tuple[str, ...]:
        from rapidfuzz import fuzz, process

        alike = process.extract(
            name, list(self._by_name), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_SUGGESTIONS
        )
        owner = self._by_phone.get(phone)
        first = [plain_name(owner.name)] if owner is not None else []
        return tuple(dict.fromkeys([*first, *(choice for choice, _, _ in alike)]))
