"""Knows the sizes, leadings, rules and greys of the printed forms and reports."""

from __future__ import annotations

from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from safetydesk.documents.fonts import Face
from safetydesk.documents.typesetting import Align, TextStyle

OUTER_RULE: Final = 0.42 * mm
INNER_RULE: Final = 0.18 * mm

HEAD_GREY: Final[Color] = HexColor("#EDEDED")
LABEL_GREY: Final[Color] = HexColor("#F4F4F4")
REST_GREY: Final[Color] = HexColor("#EFEFEF")
REPORT_RED: Final[Color] = HexColor("#D2000F")

FORM_TITLE: Final = TextStyle(Face.TITLE, 20, 28, Align.CENTRE, tracking=6 * mm)
ROSTER_TITLE: Final = TextStyle(Face.TITLE, 20, 28, Align.CENTRE, tracking=1 * mm)
BODY: Final = TextStyle(Face.SONG, 9.5, 13)
BODY_CENTRE: Final = TextStyle(Face.SONG, 9.5, 13, Align.CENTRE)
BODY_HEI: Final = TextStyle(Face.HEI, 9.5, 13)
LABEL: Final = TextStyle(Face.HEI, 9.5, 13, Align.CENTRE)
SECTION: Final = TextStyle(Face.HEI_BOLD, 10.5, 15)
LOG_BODY: Final = TextStyle(Face.SONG, 9, 12.2)
LOG_CENTRE: Final = TextStyle(Face.SONG, 9, 12.2, Align.CENTRE)
LOG_LABEL: Final = TextStyle(Face.HEI, 9, 12.2, Align.CENTRE)
FOOTER: Final = TextStyle(Face.SONG, 8, 11)
READ_BACK: Final = TextStyle(Face.KAI, 11.5, 17)
SIGNED: Final = TextStyle(Face.KAI, 13, 17, Align.CENTRE)
SIGNED_AT: Final = TextStyle(Face.SONG, 9, 12, Align.CENTRE)

REPORT_PITCH: Final = 225 * mm / 22
"""Distance of the 22 lines of a report's page (GB/T 9704-2012, 5.2.3)."""

REPORT_BODY: Final = TextStyle(
    Face.FANG, 16, REPORT_PITCH, Align.JUSTIFY, first_indent=2, tracking=-0.07 * mm
)
REPORT_FLUSH: Final = TextStyle(Face.FANG, 16, REPORT_PITCH, tracking=-0.07 * mm)
REPORT_URGENCY: Final = TextStyle(Face.HEI_BOLD, 16, REPORT_PITCH)
REPORT_MASTHEAD: Final = TextStyle(
    Face.TITLE, 34, 48, Align.CENTRE, tracking=0.9 * mm, colour=REPORT_RED
)
REPORT_TITLE: Final = TextStyle(Face.TITLE, 22, 11 * mm, Align.CENTRE)
REPORT_SUBTITLE: Final = TextStyle(Face.KAI, 16, REPORT_PITCH, Align.CENTRE)
REPORT_IMPRINT: Final = TextStyle(Face.FANG, 14, 8.6 * mm)
REPORT_PAGE_NUMBER: Final = TextStyle(Face.SONG, 14, 14)
