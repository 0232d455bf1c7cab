"""Incident cases written as the contract writes them, short enough to read in a test."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from safetydesk.domain.incident import IncidentCase
from safetydesk.domain.obligations import Assessment, Obligation, assess
from safetydesk.exchange.case_json import read_case
from safetydesk.services.rule_packs import PACK_NAMES, load_packs

ZONE = ZoneInfo("Asia/Shanghai")
DAY = "2026-03-10"


def at(clock: str) -> datetime:
    """The instant of ``10:30``, ``11T10:30`` (of March 2026) or ``2025-01-01T10:30``."""
    text = clock if len(clock) > 8 else f"2026-03-{clock}" if "T" in clock else f"{DAY}T{clock}"
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def event(kind: str, time: str, known: str | None = None, **more: object) -> dict[str, Any]:
    known_at = {"known_at": at(known).isoformat()} if known else {}
    return {"kind": kind, "time": at(time).isoformat(), **known_at, **more}


def sent(report: str, to: str, time: str, **more: Any) -> dict[str, Any]:
    return event("report_sent", time, report=report, to=to, **more)


def case_of(events: Sequence[dict[str, Any]], as_of: str = "12:00", **more: Any) -> IncidentCase:
    document = {
        "zone": "Asia/Shanghai",
        "actor": "county",
        "packs": ["national"],
        "family": "accident",
        "as_of": at(as_of).isoformat(),
        "events": list(events),
        **more,
    }
    return read_case(json.dumps(document), "CASE.json", PACK_NAMES)


def assessed(events: Sequence[dict[str, Any]], as_of: str = "12:00", **more: Any) -> Assessment:
    case = case_of(events, as_of, **more)
    return assess(case, load_packs(case.packs))


def owed(answer: Assessment, rule: str, to: str | None = None) -> list[Obligation]:
    return [o for o in answer.obligations if o.rule == rule and to in (None, o.to)]


def only(answer: Assessment, rule: str, to: str | None = None) -> Obligation:
    (found,) = owed(answer, rule, to)
    return found


def codes(answer: Assessment) -> set[str]:
    return {alert.code.value for alert in answer.alerts}
