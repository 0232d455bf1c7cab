"""Which office a message is from: in its heading, before its words, or below them."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetydesk.domain.intake_told import LONG_ORG, ORG, is_office

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_SIGNING_ORG = ORG.replace("[一-龥", '[“”"·一-龥')
"""Also 望溪县“7·5”道路交通事故应急指挥部."""
_SENDER_LINE = re.compile(
    rf"^ *[-—]*\(?(?!已|并|请|由|报|同时|目前|现|正|待|将)(?P<org>{_SIGNING_ORG})\)? *(?:\(?\d{{4}}年[^\n]*|\d{{1,2}}月[^\n]*|\d{{1,2}}[:时]\d{{2}}分?)?(?:报|报告|上报)?$"
)
_HEADER = re.compile(rf"^ *(?P<org>{ORG}) +(?:签发人|签发|\d{{4}}年)", re.MULTILINE)
_ABOUT = re.compile(
    rf"^ *(?P<org>{ORG})关于[^\n]{{4,70}}(?:报告|首报|初报|续报|终报|补报|通报|快报|情况)[^\n]{{0,6}}$",
    re.MULTILINE,
)
"""云川区应急管理局关于…的续报（三）."""
_BRACKETED = re.compile(rf"^(?:【|\[)(?P<org>{ORG})(?:】|\])", re.MULTILINE)
_PRODUCT = re.compile(
    rf"^ *(?P<org>{ORG})(?:值班信息|值班快报|信息专报|应急专报|事故快报|信息快报|事故信息|突发事件信息|灾情快报|火情快报|险情报告|专报|快报|简报|信息)(?:\n| |$|:)",
    re.MULTILINE,
)
_GAP = re.compile(r"(?<=[^ ]) +")
_OPEN_ORG = LONG_ORG.replace(
    "[一-龥()A-Za-z0-9]", "(?:(?!报告|来电|通报|反映|电话|转报|快报)[一-龥()A-Za-z0-9])"
)
OPENING = re.compile(
    rf"^ *(?P<org>(?P<v>{_OPEN_ORG}))(?:值班|调度|信息|快报|消息|转?报告|转报|转警|通报|电话|来电){{0,3}}(?:(?<=报告)[一-龥]{{2,8}})?(?:\((?P<in>[^)\n]{{1,40}})\))?: *(?=[^\n ])(?!请|你|现将|各)"
)
"""城关镇应急办：19时02分…: the office that writes stands before its words."""


def sender_of(words: Words) -> Said[str] | None:
    """The office in the heading, else the one that signs below the text."""
    header = _HEADER.search(words.plain)
    if header is not None:
        return words.of(header, "org")
    lines = [(at, line) for at, line in words.lines() if line.strip()]
    below = [(at, line) for at, line in reversed(lines[1:]) if not line.rstrip().endswith(":")]
    for at, line in [*below, *tails(lines)]:
        match = _SENDER_LINE.match(line)
        if match is not None and is_office(match["org"]):
            start = at + match.start("org")
            return words.said(match["org"], start, start + len(match["org"]))
    for pattern in (_ABOUT, _BRACKETED, _PRODUCT, OPENING):
        if match := pattern.search(words.plain):
            return words.of(match, "org")
    return None


def tails(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """What stands behind the last sentence of the last line: …四十万元。北塘街道安监办 蒋欣.

    A line without stops ends with the last two or three words between gaps.
    """
    if not lines:
        return []
    at, line = lines[-1]
    plain = line.rstrip("。 ")
    cut = max(plain.rfind(mark) + len(mark) for mark in ("。", "!", "?", "--"))
    gaps = [match.end() for match in _GAP.finditer(plain)]
    cuts = ([cut] if cut > 1 else []) + [gap for gap in gaps[-3:] if gap > max(cut, 1)]
    return [(at + first, line[first:].rstrip("。 ")) for first in cuts]
