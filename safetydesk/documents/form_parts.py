"""Knows the parts that several forms share: signature boxes and the footer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from reportlab.lib.units import mm

from safetydesk.documents import styles, wording
from safetydesk.documents.layout import CONFIDENTIAL, WIDTH, RuledTable
from safetydesk.documents.text_block import TextBlock

if TYPE_CHECKING:
    from reportlab.platypus import Table

    from safetydesk.documents.fonts import FontBook
    from safetydesk.services.sheets import PrintMark, SealMark, Signature, Signatures

_LABEL_WIDTH = 22 * mm


def signature_table(
    book: FontBook, signatures: Signatures, zone: ZoneInfo, *, height: float
) -> Table:
    """Three boxes for names and times: 交班人, 接班人, 领导阅签; empty ones wait for the pen."""
    box = WIDTH / 3 - _LABEL_WIDTH
    table = RuledTable(book, [_LABEL_WIDTH, box] * 3)
    signed = (signatures.outgoing, signatures.incoming, signatures.leader)
    labels = ("交班人", "接班人", "领导阅签")
    cells: list[str | TextBlock | list[TextBlock]] = []
    for label, signature in zip(labels, signed, strict=True):
        cells += [table.text(label, styles.LABEL), _signed(book, signature, zone)]
    tallest = max(len(signature.names) for signature in signed)
    row = table.row(cells, None if tallest > _NAMES_IN_BOX else height)
    table.shade(row, (0, 2, 4), styles.LABEL_GREY)
    return table.build()


_NAMES_IN_BOX = 3
"""More names than these need a higher box."""


def _signed(book: FontBook, signature: Signature, zone: ZoneInfo) -> list[TextBlock]:
    parts = [TextBlock(book, "　".join(signature.names), styles.SIGNED)]
    if signature.signed_at is not None:
        time = wording.clock_time(signature.signed_at, zone)
        parts.append(TextBlock(book, time, styles.SIGNED_AT))
    return parts


def footer(
    seal: SealMark | None, printed: PrintMark, zone: ZoneInfo, closing: str = CONFIDENTIAL
) -> tuple[str, str, str]:
    """The footer's left, middle and right words."""
    middle = f"打印 {wording.stamp(printed.at, zone)} {printed.by}"
    return _seal_words(seal), middle, closing


def _seal_words(seal: SealMark | None) -> str:
    if seal is None:
        return "未封存（草稿）"
    words = f"封存码 {seal.code}"
    if seal.first_seq is not None and seal.last_seq is not None:
        words += f"　第 {seal.first_seq:,}—{seal.last_seq:,} 条"
    if seal.unprinted:
        words += f"，机器记录 {seal.unprinted} 条未印"
    return words
