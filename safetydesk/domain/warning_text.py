"""What a pasted warning says, as a proposal: an officer confirms it, nobody rewords it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake import read_message
from safetydesk.domain.warning import MessageKind, WarningLevel, WarningStatement

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

_STREET = r"[一-龥]{2,4}?(?:街道|镇|乡)"
_NOT_NAMES = r"(?!各|有关|相关|所有|全部|其他|其它|辖区|上述|以上|该)"
_NAMED = re.compile(rf"(?:^|(?<=[^一-龥]|[省市区县旗内和及与]))(?P<name>{_NOT_NAMES}{_STREET})")
_LONG_NAME = re.compile(
    rf"[一-龥]{{2,8}}?[市区县旗](?P<name>{_STREET}|[一-龥]{{2,8}}(?:园区|农场))"
)
_MEASURES = re.compile(r"(?:防御指南|防御措施|防范措施|防范建议|应采取的措施)[:：]?\s*")
_LAST_REQUEST = re.compile(r"[，。；]\s*(?P<ask>请[^。]*。?)\s*(?:（|$)")
_KINDS = (
    (re.compile(r"取消"), MessageKind.CANCELLED),
    (re.compile(r"解除"), MessageKind.LIFTED),
    (
        re.compile(r"升级为|降级为|降为|变更为|调整为|更新为|继续发布|变更|更新"),
        MessageKind.UPDATED,
    ),
)
_HEADLINE = re.compile(r"^[^。\n]{4,60}?预警(?:信号)?(?:\[[^\]\n]{1,20}\])?")


@dataclass(frozen=True)
class WarningProposal:
    """What was read; ``statement`` is None where the text is no warning."""

    kind: MessageKind
    statement: WarningStatement | None


def areas_named(text: str) -> tuple[str, ...]:
    """Every street, town or township that a text names, in its order, each once."""
    return tuple(dict.fromkeys(match["name"] for match in _NAMED.finditer(text)))


def short_area(name: str) -> str:
    """``白沙镇`` of ``云川区白沙镇``: as the directory knows the street or town."""
    match = _LONG_NAME.fullmatch(name.strip())
    return match["name"] if match else name.strip()


def kind_said(text: str) -> MessageKind:
    """What the message does, by its own words before the first full stop; else it is issued."""
    head = re.split(r"[:：。]", text.strip(), maxsplit=1)[0]
    return next((kind for words, kind in _KINDS if words.search(head)), MessageKind.ISSUED)


def read_pasted(text: str, received_at: datetime, zone: ZoneInfo) -> WarningProposal:
    """Reads a message that came at ``received_at`` (aware); times without a date are of ``zone``.

    The level is taken from the text as it stands and proposed with it, never inferred.
    """
    kind = kind_said(text)
    said = read_message(text, received_at, zone).warning
    if said is None:
        return WarningProposal(kind, None)
    matters, measures = _parts(text.strip())
    statement = WarningStatement(
        hazard=said.hazard,
        level=WarningLevel(said.level),
        issuer=said.issuer,
        issued_at=said.issued_at or received_at,
        in_force_from=said.issued_at,
        in_force_until=None if kind.ends else said.valid_to,
        areas=said.areas,
        title=_headline(text),
        matters=matters,
        measures=measures,
        text=text.strip(),
    )
    return WarningProposal(kind, statement)


def _headline(text: str) -> str:
    """The first line where it is a headline."""
    first = text.strip().splitlines()[0].strip(" 【】")
    found = _HEADLINE.match(first)
    return found.group() if found else ""


def _parts(text: str) -> tuple[str, str]:
    """What to heed and what to do, both in the words of the text."""
    marked = _MEASURES.search(text)
    if marked is not None:
        return text[: marked.start()].strip(), text[marked.end() :].strip()
    asked = _LAST_REQUEST.search(text)
    return text, asked["ask"].strip() if asked else ""
