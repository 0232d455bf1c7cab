"""A report as it is written, signed off, sent and confirmed; its standing is always derived."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from safetydesk.domain.recipients import Delivery, sent_events
from safetydesk.domain.report_series import Place, ReportType, issue_text

if TYPE_CHECKING:
    from safetydesk.domain.incident import ReportSent


_CELLS = re.compile(r"\t|[|｜]")


class ReportState(StrEnum):
    """How far a report has come; the value is the word on screen."""

    DRAFT = "起草"
    SIGNED = "已签发"
    SENT = "已报送"
    CONFIRMED = "已回执"


@dataclass(frozen=True)
class Section:
    """A paragraph with its heading (``一、基本情况``), run in before the text."""

    lead: str
    text: str


@dataclass(frozen=True)
class TextPart:
    """Where a field of a report stands in its plain text: ``section:0`` begins at ``start``."""

    field: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """The position behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Covers:
    """Up to where the record of the incident went into a report: the newest event and fact."""

    event_id: int = 0
    fact_id: int = 0
    at: datetime | None = None


@dataclass(frozen=True)
class Annex:
    """A table behind the report (附件): its title, and rows of words, the first one the head."""

    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The table as plain text, columns parted by tabs."""
        if not self.rows:
            return ""
        return "\n".join((f"附件：{self.title}", *("\t".join(row) for row in self.rows)))


def table_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as pasted from a sheet (tabs) or typed with | between the cells."""
    lines = (line for line in text.splitlines() if line.strip())
    return tuple(tuple(cell.strip() for cell in _CELLS.split(line)) for line in lines)


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """The rows for typing on: ``姓名 | 性别``."""
    return "\n".join(" | ".join(row) for row in rows)


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """The words of a report. Plain text throughout.

    ``body`` is what is compared with the record, ``text`` has the annex too. ``copies_to`` is the
    抄送 line, ``supplement`` marks a 续报 that is a 补报 at the same time, ``printed`` is how many
    copies are made (共印×份; 0 says nothing of it).
    """

    title: str
    subtitle: str = ""
    urgency: str = ""
    addressees: tuple[str, ...] = ()
    copies_to: str = ""
    opening: str = ""
    sections: tuple[Section, ...] = ()
    contact: str = ""
    reviewer: str = ""
    supplement: bool = False
    next_report_at: datetime | None = None
    covers: Covers = Covers()
    annex: Annex = Annex()
    printed: int = 0

    @property
    def text(self) -> str:
        """The whole report as plain text, for other systems (复制全文)."""
        return "\n".join(filter(None, (self.body, self.annex.text)))

    @property
    def body(self) -> str:
        """The words of the report without its annex."""
        return "\n".join(f"{before}{text}{after}" for _, before, text, after in self._lines())

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """Each field with its place in ``body``, so that a finding leads back to where it was."""
        found: list[TextPart] = []
        at = 0
        for name, before, text, after in self._lines():
            found.append(TextPart(name, at + len(before), text))
            at += len(before) + len(text) + len(after) + 1
        return tuple(found)

    def _lines(self) -> Iterator[tuple[str, str, str, str]]:
        """Field, what stands before its words, the words, what follows; empty ones left out."""
        fields = [
            ("title", "", self.title, ""),
            ("subtitle", "（", self.subtitle, "）"),
            ("addressees", "", "、".join(self.addressees), "："),
            ("opening", "", self.opening, ""),
            *(
                (f"section:{place}", f"{section.lead}。", section.text, "")
                for place, section in enumerate(self.sections)
            ),
            ("contact", "现场联系人：", self.contact, ""),
        ]
        yield from (line for line in fields if line[2])

    def as_json(self) -> dict[str, Any]:
        """The stored document; its digest goes into the log."""
        annex = {"title": self.annex.title, "rows": [list(row) for row in self.annex.rows]}
        return {
            **({"annex": annex} if self.annex.rows else {}),
            **({"printed": self.printed} if self.printed else {}),
            "title": self.title,
            "subtitle": self.subtitle,
            "urgency": self.urgency,
            "addressees": list(self.addressees),
            "copies_to": self.copies_to,
            "opening": self.opening,
            "sections": [{"lead": s.lead, "text": s.text} for s in self.sections],
            "contact": self.contact,
            "reviewer": self.reviewer,
            "supplement": self.supplement,
            "next_report_at": _iso(self.next_report_at),
            "covers": {
                "event": self.covers.event_id,
                "fact": self.covers.fact_id,
                "at": _iso(self.covers.at),
            },
        }

    @classmethod
    def of_json(cls, stored: Mapping[str, Any]) -> ReportContent:
        """The content of a stored document."""
        covers = stored["covers"]
        annex = stored.get("annex", {"title": "", "rows": []})
        return cls(
            title=stored["title"],
            subtitle=stored["subtitle"],
            urgency=stored["urgency"],
            addressees=tuple(stored["addressees"]),
            copies_to=stored["copies_to"],
            opening=stored["opening"],
            sections=tuple(Section(s["lead"], s["text"]) for s in stored["sections"]),
            contact=stored["contact"],
            reviewer=stored["reviewer"],
            supplement=stored["supplement"],
            next_report_at=_instant(stored["next_report_at"]),
            covers=Covers(covers["event"], covers["fact"], _instant(covers["at"])),
            annex=Annex(annex["title"], tuple(tuple(row) for row in annex["rows"])),
            printed=stored.get("printed", 0),
        )


@dataclass(frozen=True)
class Report:
    """A report with its deliveries. Once ``signed_at`` is set nothing of its words changes.

    What is said on the telephone is fixed when it was said; it has no issue number.
    """

    id: int
    incident_id: int | None
    matter_id: int | None
    type: ReportType
    series: int
    year: int
    issue: int | None
    title: str
    content: ReportContent
    drafted_at: datetime
    drafted_by: int | None
    signed_at: datetime | None
    signed_by: int | None
    digest: str
    entry_seq: int | None
    version: int
    deliveries: tuple[Delivery, ...] = ()

    @property
    def place(self) -> Place:
        """Its place in the series."""
        return Place(self.type, self.series)

    @property
    def is_fixed(self) -> bool:
        """Whether it was signed off (or said) and cannot change."""
        return self.signed_at is not None

    @property
    def name(self) -> str:
        """``首报〔2025〕第37期``, ``电话快报``."""
        return f"{self.place.label}{issue_text(self.year, self.issue)}"

    @property
    def first_sent_at(self) -> datetime | None:
        """When it first went out."""
        return min((delivery.sent_at for delivery in self.deliveries), default=None)

    @property
    def state(self) -> ReportState:
        """Confirmed only when every recipient has confirmed."""
        if not self.is_fixed:
            return ReportState.DRAFT
        if not self.deliveries:
            return ReportState.SIGNED
        waiting = any(delivery.confirmed_at is None for delivery in self.deliveries)
        return ReportState.SENT if waiting else ReportState.CONFIRMED

    @property
    def events(self) -> tuple[ReportSent, ...]:
        """What its deliveries mean to the rules."""
        return sent_events(self.type, self.deliveries, supplement=self.content.supplement)


def issued_places(reports: list[Report]) -> list[Place]:
    """The places taken by reports that are fixed, in the order of signing."""
    fixed = [(report.signed_at, report.id, report.place) for report in reports if report.signed_at]
    return [place for _at, _id, place in sorted(fixed, key=lambda item: item[:2])]


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
