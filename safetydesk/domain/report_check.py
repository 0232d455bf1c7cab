"""Whether a report holds what the law asks for; it marks and never blocks (domain §2.6 no. 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.report_news import Snapshot

_PLACE = re.compile(r"省|市|区|县|镇|乡|村|街道|路|园|公司|厂|矿|学校|医院|小区")
_TYPE = re.compile(r"事故|事件|火灾|爆炸|泄漏|坍塌|坠落|中毒|灾害|洪水|地震|交通|突水|透水")
_CASUALTIES = re.compile(r"死亡|失联|被困|受伤|伤亡|人死|人伤")
_PROGRESS = re.compile(r"首报|续报|终报|补报|扑灭|结束|处置|搜救|可控|救援|核实")


class ElementStanding(StrEnum):
    """Whether an element can be stated; the value is the mark on screen."""

    PRESENT = "有"
    UNVERIFIED = "待核实"
    MISSING = "待续报"


@dataclass(frozen=True)
class Element:
    """One element of 493号 art. 12."""

    label: str
    standing: ElementStanding


@dataclass(frozen=True)
class TitleCheck:
    """Which of the four parts of the title rule are there.

    ``open_parts``: what the title says though the record does not know it for certain (地点, 伤亡).
    """

    place: bool
    type: bool
    casualties: bool
    progress: bool
    open_parts: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether 地点、类型、伤亡、进展 are all there."""
        return self.place and self.type and self.casualties and self.progress


_ELEMENTS = (
    ("地点", FactField.PLACE),
    ("单位", FactField.UNIT),
    ("经过", FactField.COURSE),
    ("措施", FactField.MEASURES),
    ("趋势", FactField.TREND),
    ("原因", FactField.CAUSE),
    ("物料数量", FactField.MATERIALS),
)


def check_elements(known: Snapshot) -> tuple[Element, ...]:
    """The elements in the order of the article; what is missing stays to be reported later."""
    occurred = known.bases.get(BasisKind.OCCURRED)
    time = ElementStanding.MISSING
    if occurred is not None:
        time = ElementStanding.UNVERIFIED if occurred.approximate else ElementStanding.PRESENT
    numbers = ElementStanding.MISSING
    if known.casualties_at is not None:
        numbers = ElementStanding.PRESENT
    loss = known.casualties.loss_yuan is not None or bool(known.words(FactField.LOSSES))
    return (
        Element("时间", time),
        *(Element(label, _of_fact(known, name)) for label, name in _ELEMENTS),
        Element("伤亡", numbers),
        Element("直接损失", ElementStanding.PRESENT if loss else ElementStanding.MISSING),
    )


def _of_fact(known: Snapshot, name: FactField) -> ElementStanding:
    fact = known.facts.get(name)
    if fact is None:
        return ElementStanding.MISSING
    return ElementStanding.PRESENT if fact.verified else ElementStanding.UNVERIFIED


def check_title(title: str, subtitle: str, elements: Sequence[Element] = ()) -> TitleCheck:
    """The title rule: place, type, casualties and progress (domain dossier §3.1).

    With the ``elements`` of the record a part that is said and not verified is named too, so that
    the title and the list of elements never tell two things.
    """
    both = f"{title}{subtitle}"
    said = {"地点": bool(_PLACE.search(title)), "伤亡": bool(_CASUALTIES.search(both))}
    doubtful = (e.label for e in elements if e.standing is not ElementStanding.PRESENT)
    return TitleCheck(
        place=said["地点"],
        type=bool(_TYPE.search(title)),
        casualties=said["伤亡"],
        progress=bool(_PROGRESS.search(both)),
        open_parts=tuple(label for label in doubtful if said.get(label)),
    )
