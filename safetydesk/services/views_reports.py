"""What the composer and lists receive about reports; everything is derived for one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.errors import BadInput
    from safetydesk.domain.recipients import Delivery
    from safetydesk.domain.report import Covers, ReportContent, ReportState
    from safetydesk.domain.report_check import Element, TitleCheck
    from safetydesk.domain.report_news import News
    from safetydesk.domain.report_series import Place, ReportType
    from safetydesk.services.views_incidents import ObligationView


@dataclass(frozen=True)
class PhoneScript:
    """What to say on the telephone: who calls, the points with their headings, what to ask for."""

    greeting: str
    points: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """The points as one text, as they are put on record."""
        return "".join(words for _, words in self.points)

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """Everything to tick off, the greeting first and the read-back last."""
        closing = "请对方复述时间、地点、伤亡，记下姓名和时间。"
        return (("自报家门", self.greeting), *self.points, ("对方复述", closing))


@dataclass(frozen=True)
class ReportView:
    """A report for the composer.

    ``former``: the label of the report that ``news`` compares with, empty for the first.
    ``stale``: something was recorded that the draft does not know; ``covers_now`` is what a draft
    that takes it in covers, ``proposal`` what it would say. ``offers``: what can be made instead of
    changing a signed report. ``entry_words``: the proposed line of the log. ``sealed``: the words
    are those whose digest stands in the log. ``template_trouble``: why the office's own template
    could not be used for the proposal. ``review_wanted``: a second person signs by PIN;
    ``reviewed_at``: when that was done for these words.
    """

    id: int
    incident_id: int | None
    incident_number: str
    place: Place
    name: str
    state: ReportState
    year: int
    issue: int | None
    next_issue: int
    content: ReportContent
    version: int
    drafted_at: datetime
    drafter: str
    signed_at: datetime | None
    signer: str
    deliveries: tuple[Delivery, ...]
    former: str = ""
    news: tuple[News, ...] = ()
    elements: tuple[Element, ...] = ()
    title: TitleCheck | None = None
    obligations: tuple[ObligationView, ...] = ()
    stale: bool = False
    covers_now: Covers | None = None
    proposal: ReportContent | None = None
    offers: tuple[ReportType, ...] = ()
    entry_words: str = ""
    sealed: bool = False
    template_trouble: BadInput | None = None
    review_wanted: bool = False
    reviewed_at: datetime | None = None

    @property
    def is_reviewed(self) -> bool:
        """Whether 核稿 is done: by PIN where the office wants it, else by a name."""
        if self.review_wanted:
            return self.reviewed_at is not None
        return bool(self.content.reviewer)

    @property
    def due_at(self) -> datetime | None:
        """The nearest term that this report would meet."""
        return min((item.due_at for item in self.obligations), default=None)
