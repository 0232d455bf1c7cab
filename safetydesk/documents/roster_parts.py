"""Knows what the three forms of the roster share: the page, its notes and its signers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from safetydesk.documents import styles, wording
from safetydesk.documents.fonts import Face
from safetydesk.documents.layout import CONFIDENTIAL, EndsLine, FormPage, spread_title
from safetydesk.documents.text_block import TextBlock
from safetydesk.documents.typesetting import Span
from safetydesk.services.sheets import DayShade

if TYPE_CHECKING:
    from safetydesk.documents.fonts import FontBook
    from safetydesk.services.sheets import RosterSheet

USUAL_PAD, TIGHT_PAD = 0.85 * mm, 0.35 * mm
_ONE_PAGE = 224 * mm
"""A table up to this high leaves room on its page for head, notes and signers."""

REST = frozenset({DayShade.WEEKEND, DayShade.STATUTORY, DayShade.BRIDGE})


def page_of(sheet: RosterSheet, *, landscape: bool = False) -> FormPage:
    """What frames the pages of a roster."""
    printed = f"打印 {wording.stamp(sheet.printed.at, sheet.zone)} {sheet.printed.by}"
    return FormPage(
        title=sheet.title,
        author=sheet.office,
        running_head=f"{sheet.title}（续）",
        footer=(printed, "", CONFIDENTIAL),
        made_at=sheet.printed.at.astimezone(sheet.zone),
        landscape=landscape,
    )


def fitted(make: Callable[[float], Table], page: FormPage) -> Table:
    """The table as usual, with narrower rows where it would push the signers to a second page."""
    table = make(USUAL_PAD)
    return table if table.wrap(page.width, page.size[1])[1] <= _ONE_PAGE else make(TIGHT_PAD)


def head(book: FontBook, sheet: RosterSheet, page: FormPage) -> Iterator[Flowable]:
    """The title, the phones and the hours."""
    yield spread_title(book, sheet.title, styles.ROSTER_TITLE, page.width)
    yield EndsLine(book, sheet.contact_line, sheet.pattern_line, above=1.5 * mm, below=1.5 * mm)


def foot(book: FontBook, sheet: RosterSheet) -> Iterator[Flowable]:
    """The notes, the superiors' phones, the filing, and who made, checked and signed the roster."""
    yield Spacer(1, 2 * mm)
    if sheet.notes:
        listed = " ".join(f"{number}. {note}" for number, note in enumerate(sheet.notes, 1))
        yield TextBlock(book, [Span("注意事项：", Face.HEI), Span(listed)], styles.BODY)
    if sheet.upward_phones:
        yield Spacer(1, 1.5 * mm)
        yield TextBlock(book, sheet.upward_phones, styles.BODY)
    if sheet.filing_line:
        filed = [Span("报备：", Face.HEI), Span(sheet.filing_line)]
        yield Spacer(1, 1 * mm)
        yield TextBlock(book, filed, styles.BODY)
    yield KeepTogether([Spacer(1, 2 * mm), _signers(book, sheet)])


def _signers(book: FontBook, sheet: RosterSheet) -> Flowable:
    people = (("制表", sheet.prepared_by), ("审核", sheet.reviewed_by), ("签发", sheet.signed_by))
    left: list[Span] = []
    for label, name in people:
        left += [Span(f"{label}："), Span(name or "　　　", Face.KAI), Span("　　　")]
    issued = wording.long_date(sheet.issued_on) if sheet.issued_on else ""
    return EndsLine(book, left, f"{sheet.office}（盖章）　{issued}")
