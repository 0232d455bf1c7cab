"""Knows how a report reads as plain text, for copying into a message or another system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safetydesk.documents import wording

if TYPE_CHECKING:
    from safetydesk.services.sheets import ReportSheet

_INDENT = "　　"


def report_text(sheet: ReportSheet) -> str:
    """The report's words in the order of the page, paragraphs indented, one line each."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: ReportSheet) -> Iterator[str]:
    yield f"【{sheet.urgency}】{sheet.masthead}" if sheet.urgency else sheet.masthead
    yield f"{sheet.number}　签发人：{sheet.signer}".strip("　")
    yield ""
    yield sheet.title.replace("\n", "")
    if sheet.subtitle:
        yield sheet.subtitle if sheet.subtitle.startswith("（") else f"（{sheet.subtitle}）"
    yield sheet.addressees
    for paragraph in sheet.paragraphs:
        yield from (_INDENT + line for line in f"{paragraph.lead}{paragraph.text}".splitlines())
    if sheet.site_contact:
        yield f"{_INDENT}现场联系人：{sheet.site_contact}"
    if sheet.annex:
        yield ""
        yield f"附件：{sheet.annex_title}"
        yield from ("\t".join(row) for row in sheet.annex)
    yield ""
    yield from _imprint(sheet)


def _imprint(sheet: ReportSheet) -> Iterator[str]:
    if sheet.copies_to:
        yield f"送：{sheet.copies_to}"
    issued = f"　{wording.issue_time(sheet.issued_at, sheet.zone)}印发" if sheet.issued_at else ""
    yield sheet.issuing_office + issued
    yield "　".join(sheet.people)
