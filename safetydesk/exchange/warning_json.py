"""The JSON in which a CAP file that was read is handed on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from safetydesk.domain.warning import MessageKind, WarningStepKind

if TYPE_CHECKING:
    from safetydesk.domain.warning_policy import WarningPolicy
    from safetydesk.exchange.warning_cap import CapWarning

JsonObject = dict[str, Any]
_ACTIONS = {
    MessageKind.ISSUED: "new",
    MessageKind.UPDATED: "update",
    MessageKind.CANCELLED: "cancel",
    MessageKind.LIFTED: "cancel",
}
_WITHIN = {
    WarningStepKind.LEADER_TOLD: "phone_leader_within_minutes",
    WarningStepKind.FORWARDED: "forward_within_minutes",
}


def warning_json(read: CapWarning, policy: WarningPolicy) -> JsonObject:
    """The fields of the sample warnings; what the desk owes is by the policy."""
    kind = read.kind if read.is_actual else None
    answer = {**_head(read), **_content(read), "action": _ACTIONS[kind] if kind else "log_only"}
    if kind is None:
        return answer
    if kind is not MessageKind.ISSUED:
        answer["supersedes"] = [reference.identifier for reference in read.references]
    answer["in_force_after"] = [] if kind.ends else [_in_force(read)]
    answer["desk"] = {
        **{_WITHIN[one.step]: one.within // timedelta(minutes=1) for one in policy.tellings},
        "call_list_groups": [] if kind.ends else [area.name for area in read.areas],
    }
    if read.minded:
        answer["attention"] = list(read.minded)
    return answer


def _head(read: CapWarning) -> JsonObject:
    return {
        "identifier": read.identifier,
        "sender": read.sender,
        "sent": read.sent.isoformat(),
        "status": read.status,
        "msg_type": read.msg_type,
        "scope": read.scope,
        "references": [
            {
                "sender": reference.sender,
                "identifier": reference.identifier,
                "sent": reference.sent.isoformat(),
            }
            for reference in read.references
        ],
    }


def _content(read: CapWarning) -> JsonObject:
    said = read.statement
    return {
        "issuer": said.issuer,
        "hazard": said.hazard or None,
        "event": said.hazard or None,
        "event_code": read.event_code or None,
        "effective": _iso(said.in_force_from),
        "onset": _iso(read.onset),
        "expires": _iso(said.in_force_until),
        "headline": said.title or None,
        "description": said.matters or None,
        "instruction": said.measures or None,
        "color": said.level.word if said.level else None,
        "level": int(said.level) if said.level else None,
        "areas": [{"name": area.name, "geocode": area.geocode or None} for area in read.areas],
        "missing": list(said.missing),
    }


def _in_force(read: CapWarning) -> JsonObject:
    level = read.statement.level
    return {
        "identifier": read.identifier,
        "color": level.word if level else None,
        "areas": [area.name for area in read.areas],
    }


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant is not None else None
