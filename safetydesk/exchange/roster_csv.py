"""Writes a roster as comma-separated values that spreadsheet programs open as they are."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from safetydesk.exchange.harmless_cells import harmless
from safetydesk.exchange.roster_grid import headings, texts

if TYPE_CHECKING:
    from safetydesk.services.sheets import RosterSheet


def roster_csv(sheet: RosterSheet) -> bytes:
    """A head and a row a day, UTF-8 with the mark by which Excel knows it; dates as 2025-10-01."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(headings(sheet))
    for row in sheet.rows:
        cells = (text.replace("\n", "、") for text in texts(sheet, row))
        writer.writerow([row.day.isoformat(), *(harmless(text) for text in cells)])
    return target.getvalue().encode("utf-8-sig")
