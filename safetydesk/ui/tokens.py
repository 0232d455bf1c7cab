"""The colours of both themes, one frozen set each; sizes that the whole window shares."""

from __future__ import annotations

from typing import NamedTuple


class Theme(NamedTuple):
    """One theme: every colour by its token name (``acc_ink`` is ``acc-ink`` of the style sheet).

    Letters: ``r`` level I, ``o`` level II, ``y`` level III, ``i`` information, ``f`` system fault,
    ``g`` shelved, ``ok`` done; ``_on`` is text on the fill, ``_ink`` text on a plain surface,
    ``_soft`` a tinted surface, ``_line`` its border. A named tuple: the first frame would wait
    five times as long for a dataclass of so many fields.
    """

    name: str
    canvas: str
    panel: str
    card: str
    raised: str
    hover: str
    sunk: str
    shade: str
    sel: str
    line: str
    line2: str
    line3: str
    t1: str
    t2: str
    t3: str
    acc: str
    acc_on: str
    acc_ink: str
    acc_soft: str
    acc_line: str
    focus: str
    r: str
    r_on: str
    r_ink: str
    r_soft: str
    r_line: str
    o: str
    o_on: str
    o_ink: str
    o_soft: str
    o_line: str
    y: str
    y_on: str
    y_ink: str
    y_soft: str
    y_line: str
    i: str
    i_on: str
    i_ink: str
    i_soft: str
    i_line: str
    f: str
    f_on: str
    f_ink: str
    f_soft: str
    f_line: str
    g: str
    ok: str
    ok_ink: str
    ok_soft: str

    def places(self) -> dict[str, str]:
        """The colours by the names that the style sheet template uses (``acc-ink``)."""
        return {
            name.replace("_", "-"): value
            for name, value in zip(self._fields, self, strict=True)
            if name != "name"
        }


LIGHT = Theme(
    name="light",
    canvas="#E8EBEF",
    panel="#F2F4F6",
    card="#FCFDFE",
    raised="#FFFFFF",
    hover="#EBEEF2",
    sunk="#EEF1F4",
    shade="#DDE1E7",
    sel="#E0E9F4",
    line="#D6DBE2",
    line2="#BCC4CE",
    line3="#838D9A",
    t1="#18202A",
    t2="#434E5D",
    t3="#596472",
    acc="#1D4F91",
    acc_on="#FFFFFF",
    acc_ink="#1D4F91",
    acc_soft="#E0E9F4",
    acc_line="#A8BFDD",
    focus="#1D4F91",
    r="#B4231A",
    r_on="#FFFFFF",
    r_ink="#8E1B14",
    r_soft="#FAE6E4",
    r_line="#DF9F99",
    o="#B65000",
    o_on="#FFFFFF",
    o_ink="#873A00",
    o_soft="#FCECDF",
    o_line="#E3B48C",
    y="#EABB12",
    y_on="#241C00",
    y_ink="#655000",
    y_soft="#FBF4D6",
    y_line="#D6BE63",
    i="#2563A8",
    i_on="#FFFFFF",
    i_ink="#1D4F8A",
    i_soft="#E3EDF8",
    i_line="#A9C6E6",
    f="#9A1B78",
    f_on="#FFFFFF",
    f_ink="#7C1360",
    f_soft="#F6E4F0",
    f_line="#D79CC5",
    g="#66707D",
    ok="#3D7061",
    ok_ink="#335E51",
    ok_soft="#E4EDEA",
)

DARK = Theme(
    name="dark",
    canvas="#11151A",
    panel="#171C22",
    card="#1D232A",
    raised="#262D36",
    hover="#252C35",
    sunk="#181E25",
    shade="#0C0F13",
    sel="#1E2E43",
    line="#2D353F",
    line2="#414B58",
    line3="#75808E",
    t1="#E3E8EE",
    t2="#B4BECA",
    t3="#97A2B0",
    acc="#2F66AE",
    acc_on="#FFFFFF",
    acc_ink="#92B9EE",
    acc_soft="#1E2E43",
    acc_line="#3C5C86",
    focus="#5B93DE",
    r="#CC4036",
    r_on="#FFFFFF",
    r_ink="#FF9F96",
    r_soft="#38201F",
    r_line="#7A3B36",
    o="#B8590F",
    o_on="#FFFFFF",
    o_ink="#F4AE73",
    o_soft="#36281C",
    o_line="#74502F",
    y="#DDB021",
    y_on="#241C00",
    y_ink="#EACB60",
    y_soft="#312C19",
    y_line="#6A5C2B",
    i="#3572B8",
    i_on="#FFFFFF",
    i_ink="#93C0F3",
    i_soft="#1B2A3C",
    i_line="#3B5C82",
    f="#B24296",
    f_on="#FFFFFF",
    f_ink="#F09FD9",
    f_soft="#341F30",
    f_line="#77406A",
    g="#8A95A3",
    ok="#6FA893",
    ok_ink="#8CC0AD",
    ok_soft="#1D2A27",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

HEAT_LIGHT = ("#E1E8F1", "#CBD7E6", "#B5C5DB", "#9EB4D0", "#8CA6C8", "#285896")
"""Cell colours of the statistics for 1 to 6 and more; the last one takes white text."""

# Logical pixels; Qt scales them.
S1, S2, S3, S4, S5 = 4, 8, 12, 16, 24
HEADER_HEIGHT = 60
CLOCK_WIDTH_NARROW = 132
CARD_HEAD_HEIGHT, CARD_HEAD_HEIGHT_NARROW = 44, 38
ROW_HEIGHT = 32
CONTROL_HEIGHT = 32
NAVIGATION_WIDTH, NAVIGATION_WIDTH_NARROW = 152, 72
ALARMS_WIDTH, ALARMS_WIDTH_NARROW = 336, 312
QUICK_HEIGHT, STATUS_HEIGHT = 48, 28
NARROW_BELOW = 1440
"""Windows narrower than this (or lower than 800) take the narrow variant."""
LOW_BELOW = 800

TEXT_SMALL, TEXT, TEXT_TITLE, TEXT_PAGE, TEXT_LARGE = 12, 14, 16, 20, 28
