"""Hand-made contact lists (tables, vCards) in one form, with rejected rows and findings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.exchange import sandbox
from safetydesk.exchange.contact_cards import read_card
from safetydesk.exchange.contact_ledger import ContactLedger
from safetydesk.exchange.contact_table import ContactTableWalk, find_table
from safetydesk.exchange.refusals import refusal
from safetydesk.exchange.roster_columns import heads_a_roster

if TYPE_CHECKING:
    from safetydesk.domain.contact_sheet import ContactReading
    from safetydesk.exchange.sheets import Book


def read_contacts(
    path: Path, open_book: Callable[[Path], Book] = sandbox.read_book
) -> ContactReading:
    """The contacts of a file.

    Raises:
        BadInput: the file cannot be read, holds a duty roster, or nothing like a contact list.
    """
    return read_contact_book(open_book(path))


def read_contact_book(book: Book) -> ContactReading:
    """The same for a book that is open already."""
    ledger = ContactLedger()
    for number, card in enumerate(book.cards, 1):
        read_card(card, number, ledger)
    recognised = bool(book.cards)
    for sheet in book.sheets:
        table = find_table(sheet)
        if table is None:
            continue
        if sheet.hidden:
            ledger.remark(FindingCode.HIDDEN_SHEET, sheet.row_place(0), sheet.name)
            continue
        if heads_a_roster(sheet, table.heading_row):
            raise refusal(
                "is_a_roster",
                f"{book.name} {sheet.place(table.heading_row, 0)}",
                "这是一张值班表（有日期和带班、主班等岗位），不是通讯录；请用值班表的导入",
            )
        recognised = True
        ContactTableWalk(table, ledger).run()
    if not recognised:
        names = [sheet.name for sheet in book.sheets if sheet.name]
        raise refusal(
            "not_a_contact_list",
            f"{book.name} {names[0]}!A1" if names else book.name,
            "不像通讯录：需要一行表头，含“姓名”（或“单位”）和“手机、电话”等列",
        )
    return ledger.finish()
