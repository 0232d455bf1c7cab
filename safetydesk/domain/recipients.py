"""To whom reports go: which level of the rules an office's name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from safetydesk.domain.incident import SUPERIOR_OF, ActorLevel, Medium, Recipient, ReportSent
from safetydesk.domain.report_series import ReportType

PARTY_COMMITTEE = "party_committee"
OTHER = "other"
PHONE_MEANS = "电话"

_ORGAN = r"(?:(?:人民)?政府|应急(?:管理)?(?:局|厅|办|委|指挥|部门))"
_TIER_SIGN = re.compile(
    rf"省|(?<!城)市(?!政(?!府)|场)|(?<=城)市(?={_ORGAN}|委)|(?<!社)(?<!小)(?<!园)区|县"
)
"""The sign of a tier in an office's name: not that of 市政, 市场, 城市 (but 盐城市政府), 园区."""
_TIERS = {
    "省": ActorLevel.PROVINCE,
    "市": ActorLevel.CITY,
    "区": ActorLevel.COUNTY,
    "县": ActorLevel.COUNTY,
}
_TIER_LEVEL = {
    ActorLevel.PROVINCE: Recipient.PROVINCE,
    ActorLevel.CITY: Recipient.CITY,
    ActorLevel.COUNTY: Recipient.COUNTY,
}
_FIXED = (
    ("省安委", Recipient.PROVINCIAL_SAFETY_OFFICE),
    ("省安全生产委员会", Recipient.PROVINCIAL_SAFETY_OFFICE),
    ("省人民政府安全生产委员会", Recipient.PROVINCIAL_SAFETY_OFFICE),
    ("国务院", Recipient.STATE_COUNCIL),
    ("应急管理部", Recipient.MINISTRY),
    ("矿山安", Recipient.MINE_SAFETY_BUREAU),
    ("统计岗", Recipient.STATISTICS_DESK),
    ("驻军", Recipient.GARRISON),
)
_DEPARTMENT = re.compile(r"[省市区县]级?应急管理部门")
"""A department of a tier is not the ministry whose name it begins with."""
_PEERS = (
    ("公安", ("公安",)),
    ("人社", ("人社", "人力资源", "劳动")),
    ("工会", ("工会",)),
    ("检察院", ("检察院",)),
)
"""The four whom 493号 art. 10 names, and the words by which an office's name shows them."""


@dataclass(frozen=True)
class Delivery:
    """A report on its way to one recipient: sent at an instant, and confirmed by whom.

    ``level`` is a ``Recipient`` value, ``party_committee`` or ``other``.
    """

    id: int
    report_id: int
    recipient: str
    level: str
    means: str
    sent_at: datetime
    confirmed_at: datetime | None
    confirmed_by: str
    version: int

    @property
    def medium(self) -> Medium:
        """By voice or in writing."""
        return Medium.PHONE if PHONE_MEANS in self.means else Medium.WRITTEN


def level_of(name: str, actor: ActorLevel, report: ReportType = ReportType.PHONE) -> str:
    """The level that an office's name stands for, seen from an office of level ``actor``.

    The name that the rules give a level, which the screen shows until an office is known by its
    own, is that level.
    ``区政府值班室`` is the own government of a county office; the government or department of a
    higher tier is that tier. What is not recognised is ``other`` and meets no obligation until a
    person says what it is.
    """
    if report is ReportType.FEEDBACK:
        return Recipient.ASKING_OFFICE.value
    if report is ReportType.NOTIFY and peers_in([name]):
        return Recipient.PEERS.value
    own = level_named(name)
    if own is not None:
        return (SUPERIOR_OF[actor] if own is Recipient.SUPERIOR else own).value
    for word, level in _FIXED:
        if word in name and not _DEPARTMENT.search(name):
            return level.value
    return _of_tier(name, actor)


def level_named(name: str) -> Recipient | None:
    """The level whose name in the rules this is, and nothing else."""
    return next((level for level in Recipient if level.chinese_name == name.strip()), None)


def _of_tier(name: str, actor: ActorLevel) -> str:
    """The level by the last tier before the organ: 临江市云川区政府 is a district's."""
    organ = re.search(_ORGAN, name)
    if organ is None:
        return PARTY_COMMITTEE if _is_committee(name) else OTHER
    signs = [found.group() for found in _TIER_SIGN.finditer(name) if found.start() < organ.start()]
    if not signs:
        return OTHER
    tier = _TIERS[signs[-1]]
    if tier is actor:
        return Recipient.GOVERNMENT.value if "政府" in organ.group() else OTHER
    return _TIER_LEVEL[tier].value


def _is_committee(name: str) -> bool:
    """Whether a tier's sign is followed by 委 at once: 区委, not 区管委会."""
    return any(name[found.end() :].startswith("委") for found in _TIER_SIGN.finditer(name))


def peers_in(names: Iterable[str]) -> frozenset[str]:
    """Which of the four peers of 493号 art. 10 the names cover."""
    text = "\n".join(names)
    return frozenset(peer for peer, words in _PEERS if any(word in text for word in words))


def missing_peers(names: Iterable[str]) -> tuple[str, ...]:
    """The peers that nobody has told yet, in the order of the article."""
    covered = peers_in(names)
    return tuple(peer for peer, _words in _PEERS if peer not in covered)


def sent_events(
    report: ReportType, deliveries: Sequence[Delivery], *, supplement: bool = False
) -> tuple[ReportSent, ...]:
    """What the deliveries of one report mean to the rules.

    The notice to the peers is complete with the last of the four; nothing counts before.
    """
    events: list[ReportSent] = []
    for kind in report.counts_as(supplement=supplement):
        for delivery in deliveries:
            if delivery.level in (OTHER, Recipient.PEERS.value):
                continue
            asked = delivery.level == Recipient.ASKING_OFFICE.value
            events.append(
                ReportSent(
                    time=delivery.sent_at,
                    known_at=delivery.sent_at,
                    report=kind,
                    to=delivery.recipient if asked else delivery.level,
                    medium=delivery.medium,
                )
            )
        complete = _peers_told_at(deliveries)
        if complete is not None:
            events.append(
                ReportSent(time=complete, known_at=complete, report=kind, to=Recipient.PEERS.value)
            )
    return tuple(events)


def _peers_told_at(deliveries: Sequence[Delivery]) -> datetime | None:
    told: list[str] = []
    for delivery in sorted(deliveries, key=lambda item: item.sent_at):
        if delivery.level == Recipient.PEERS.value:
            told.append(delivery.recipient)
            if not missing_peers(told):
                return delivery.sent_at
    return None
