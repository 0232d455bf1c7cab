"""Knows where the text of a report stands on A4 by GB/T 9704-2012 (5.2.1): 156 mm × 225 mm."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm

from safetydesk.documents.layout import PAGE_HEIGHT

LEFT: Final = 28 * mm
TOP: Final = PAGE_HEIGHT - 37 * mm
WIDTH: Final = 156 * mm
LAST_BASE: Final = TOP - 225 * mm
