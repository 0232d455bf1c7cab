"""Whatever stands in a field of a case: it is read, or refused in one line naming file and field."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from safetydesk.domain.errors import BadInput
from safetydesk.exchange.case_json import read_case
from safetydesk.services.rule_packs import PACK_NAMES, shipped_rule_ids

T = "2023-05-01T09:05:00+08:00"
CASE: dict[str, Any] = {
    "zone": "Asia/Shanghai",
    "actor": "county",
    "packs": ["national", "shandong"],
    "family": "accident",
    "category": "hazardous_chemicals",
    "flags": ["sensitive_place"],
    "as_of": "2023-05-03T12:00:00+08:00",
    "events": [
        {"kind": "occurred", "time": T, "known_at": T},
        {"kind": "received", "time": T},
        {"kind": "casualties", "time": T, "dead": 0, "loss_yuan": 1.5, "reason": "x", "total": 8},
        {"kind": "report_sent", "time": T, "report": "phone", "to": "city", "medium": "phone"},
        {"kind": "flag", "time": T, "name": "hot_topic"},
        {"kind": "correction", "time": T, "known_at": T, "of": "received"},
        {"kind": "waived", "time": T, "rule": "N04", "reason": "r", "occurrence": 1, "to": "city"},
        {"kind": "query", "time": T, "from": "市政府"},
        {"kind": "rescue_ended", "time": T},
    ],
}
Path = tuple[str | int, ...]
ODD: tuple[Any, ...] = (
    None,
    [],
    {},
    "",
    -1,
    1.5,
    True,
    "x",
    [None],
    [[]],
    {"a": 1},
    float("inf"),
    float("nan"),
    "2023-05-01T08:36:00",
    "2023-02-30T08:36:00+08:00",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+14:00",
    "２０２３-05-01T08:36:00+08:00",
    "\ud800",
)


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    inner = value.items() if isinstance(value, dict) else ()
    for key, held in enumerate(value) if isinstance(value, list) else inner:
        yield from paths(held, (*path, key))


def changed(path: Path, value: Any) -> Any:
    whole: Any = copy.deepcopy(CASE)
    if not path:
        return value
    place = whole
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return whole


def named(path: Path) -> str:
    words = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return words.removeprefix(".")


@pytest.mark.parametrize("path", list(paths(CASE)), ids=named)
def test_a_field_is_read_or_refused_with_its_name_whatever_it_holds(path: Path) -> None:
    for odd in ODD:
        content = json.dumps(changed(path, odd)).encode("utf-8", "surrogatepass")
        try:
            read_case(content, "CASE.json", PACK_NAMES, shipped_rule_ids)
        except BadInput as refused:
            where, expected = str(refused.fields["where"]), str(refused.fields["expected"])
            assert where.startswith(f"CASE.json: {named(path)}" if path else "CASE.json")
            assert expected
            assert "\n" not in where + expected


HEADS: list[Path] = [("zone",), ("actor",), ("packs",), ("family",), ("as_of",), ("events",)]
OF_EVENTS: list[Path] = [("events", n, key) for n in range(9) for key in ("kind", "time")]


@pytest.mark.parametrize("path", HEADS + OF_EVENTS, ids=named)
def test_what_must_be_there_is_asked_for_by_name(path: Path) -> None:
    whole = changed(path, None)
    place = whole
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    with pytest.raises(BadInput) as refused:
        read_case(json.dumps(whole), "CASE.json", PACK_NAMES, shipped_rule_ids)
    assert refused.value.fields["where"] == f"CASE.json: {named(path)}"
