"""What a pasted message says: every fact with the words it came from, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.incident import Category
from safetydesk.domain.intake_amounts import AmountsSaid, read_amounts
from safetydesk.domain.intake_casualties import CasualtiesSaid, read_casualties
from safetydesk.domain.intake_category import CategorySaid, read_category
from safetydesk.domain.intake_kinds import KindSaid, Nature, read_kind
from safetydesk.domain.intake_notices import (
    DutyCheckSaid,
    WarningSaid,
    read_duty_check,
    read_warning,
    warning_issuer,
)
from safetydesk.domain.intake_occurrence import Times, TimeSaid, read_times
from safetydesk.domain.intake_people import PeopleSaid, read_people
from safetydesk.domain.intake_place import PlaceSaid, read_place
from safetydesk.domain.intake_text import Quote, Said, Words

if TYPE_CHECKING:
    from decimal import Decimal

    from safetydesk.domain.intake_person_forms import Person

LONGEST = 20_000
"""Characters of the longest text that is read as one message."""
ENTRAPMENT = timedelta(hours=2)
"""After so long an entrapment in a lift is an accident (特种设备安全监察条例 art. 64)."""
_INCIDENTS = frozenset({Nature.INITIAL, Nature.FOLLOW_UP, Nature.FINAL})
_NOBODY_SAID = CasualtiesSaid({}, {}, {}, (), None, None)
_NOWHERE = PlaceSaid(None, None, None)


@dataclass(frozen=True)
class TimeCorrected:
    """The time of the occurrence as reported before, and as it is now."""

    before: datetime
    after: datetime
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Intake:
    """A message as read. Parts that a message of its kind cannot say are empty."""

    text: str
    received_at: datetime
    kind: KindSaid
    category: CategorySaid
    times: Times
    place: PlaceSaid
    casualties: CasualtiesSaid
    amounts: AmountsSaid
    people: PeopleSaid
    warning: WarningSaid | None
    duty_check: DutyCheckSaid | None
    source_unit: Said[str] | None

    @property
    def nature(self) -> Nature | None:
        """The kind of message, None where the text shows none."""
        return self.kind.nature.value if self.kind.nature else None

    @property
    def occurred(self) -> TimeSaid | None:
        """When it happened; a warning or a duty check tells of nothing that happened."""
        return self.times.occurred if self.nature in _INCIDENTS else None

    @property
    def time_corrected(self) -> TimeCorrected | None:
        """The correction of the occurrence time that the message itself makes."""
        earlier, now = self.times.earlier, self.occurred
        if earlier is None or now is None or earlier.at == now.at:
            return None
        return TimeCorrected(earlier.at, now.at, (earlier.quote, now.quote))

    @property
    def loss_yuan(self) -> Said[Decimal] | None:
        """Direct loss in yuan."""
        return self.amounts.loss_yuan

    @property
    def caller(self) -> Person | None:
        """Who called or sent it."""
        return self.people.caller

    @property
    def becomes_accident_at(self) -> datetime | None:
        """When people trapped in a lift make it an accident, if they are still trapped then."""
        trapped = self.casualties.numbers.get("trapped")
        lift = any(word.value == "电梯" for word in self.category.event_words)
        special = self.category.category
        if not lift or special is None or special.value is not Category.SPECIAL_EQUIPMENT:
            return None
        if trapped is None or not trapped.value or self.occurred is None:
            return None
        return self.occurred.at + ENTRAPMENT

    def quotes(self) -> Iterator[Quote]:
        """Every stretch of the text that something was read from."""
        for said in (self.kind.nature, self.category.category, self.place.place, self.place.unit):
            yield from said.quotes if said else ()
        for time in filter(None, (self.occurred, self.times.as_of, *self.times.all)):
            yield time.quote
        numbers = self.casualties
        for number in (*numbers.numbers.values(), *numbers.unverified.values()):
            yield from number.quotes
        for said_so in (numbers.unknown, numbers.nobody, self.amounts.loss_yuan):
            yield from said_so.quotes if said_so else ()
        for said in (*self.amounts.measures, *self.amounts.requests):
            yield from said.quotes
        for person in filter(None, (self.caller, self.people.contact_on_site)):
            yield from person.quotes


def read_message(text: str, received_at: datetime, zone: ZoneInfo) -> Intake:
    """Reads a message that was received at ``received_at`` (aware); times are in ``zone``."""
    words = Words(text)
    kind = read_kind(words)
    nature = kind.nature.value if kind.nature else None
    about_incident = nature in _INCIDENTS
    category = read_category(words, nature)
    times = read_times(words, received_at, zone)
    people = read_people(words, nature)
    warned = warning_issuer(words) if nature is Nature.WARNING else None
    ill = category.category is not None and category.category.value is Category.PUBLIC_HEALTH
    return Intake(
        text=text,
        received_at=received_at,
        kind=kind,
        category=category,
        times=times,
        place=read_place(words) if about_incident else _NOWHERE,
        casualties=(
            read_casualties(words, poisoned="ill" if ill else "injured")
            if about_incident
            else _NOBODY_SAID
        ),
        amounts=read_amounts(words),
        people=people,
        warning=read_warning(words, nature, times),
        duty_check=read_duty_check(words, nature, people, times),
        source_unit=warned or people.source_unit,
    )
