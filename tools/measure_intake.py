"""Measures what is read out of pasted messages: precision and recall of each field.

    python -m tools.measure_intake                 each corpus of the tests by itself
    python -m tools.measure_intake --misses        also every field that was missed or wrong
    python -m tools.measure_intake SOURCE …        other messages (see ``tools.intake_corpus``)

A proposal is right when it says what the expectation says, wrong when it says something else or
where the text is silent; a value that is expected and not proposed is missed. Casualties are
counted number by number, the caller part by part, ``must_not`` values as violations.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from safetydesk.domain.intake import read_message
from safetydesk.exchange.intake_json import intake_json
from tools.intake_corpus import PLAIN, Message, messages

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    ROOT / "tests/data/samples/messages",
    ROOT / "tests/data/messages",
    *sorted((ROOT / "tests/data/intake").glob("*.toml")),
)
ZONE = ZoneInfo("Asia/Shanghai")
_DIGITS_OF = {"minute": 16, "hour": 13, "day": 10}


@dataclass
class Score:
    """How often a field was right, proposed wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was proposed, how much was right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what was to be found, how much was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Report:
    """The scores of all fields, and what went wrong where."""

    scores: dict[str, Score] = field(default_factory=dict[str, Score])
    misses: list[str] = field(default_factory=list[str])
    violations: list[str] = field(default_factory=list[str])
    files: int = 0

    def count(self, name: str, where: str, got: Any, wanted: Any, *, right: bool) -> None:
        """Counts one comparison; nothing proposed where nothing was expected is no event."""
        score = self.scores.setdefault(name, Score())
        silent, proposed = _says_nothing(wanted), not _says_nothing(got)
        if right and not silent:
            score.right += 1
        elif not right:
            score.wrong += proposed
            score.missed += not silent
            self.misses.append(f"{where}\t{name}\t得 {_short(got)}\t应 {_short(wanted)}")


def read(message: Message) -> dict[str, Any]:
    """What the program makes of a message."""
    return intake_json(read_message(message.text, message.received_at, ZONE), ZONE)


def measure(*sources: Path) -> Report:
    """Compares every message of folders and sets with its expectation."""
    report = Report()
    for source in sources:
        for message in messages(source):
            report.files += 1
            compare(report, message.name, read(message), message.expected)
    return report


def compare(report: Report, name: str, got: dict[str, Any], expected: dict[str, Any]) -> None:
    """Counts every field of one message."""
    wanted = expected["expect"]
    for key in PLAIN:
        if key in wanted:
            report.count(key, name, got[key], wanted[key], right=fits(key, got, wanted))
    for key, (mine, theirs) in _numbers(got["casualties"], wanted.get("casualties", {})):
        if theirs is None and mine in wanted.get("maybe", {}).get(key, ()):
            continue
        report.count(f"casualties.{key}", name, mine, theirs, right=mine == theirs)
    _compare_caller(report, name, got, wanted)
    _compare_corrections(report, name, got, wanted)
    _compare_notices(report, name, got, wanted)
    for rule in expected.get("must_not", []):
        if violates(got, rule):
            report.violations.append(f"{name}\t{rule['field']} = {rule['value']}（{rule['why']}）")


def _numbers(
    got: dict[str, int], wanted: dict[str, int]
) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    for key in sorted({*got, *wanted}):
        yield key, (got.get(key), wanted.get(key))


def _compare_notices(
    report: Report, name: str, got: dict[str, Any], wanted: dict[str, Any]
) -> None:
    for key in ("warning", "duty_check"):
        mine: dict[str, Any] = got[key] or {}
        theirs: dict[str, Any] = wanted.get(key) or {}
        for part, value in theirs.items():
            report.count(key, name, mine.get(part), value, right=mine.get(part) == value)


def _compare_caller(report: Report, name: str, got: dict[str, Any], wanted: dict[str, Any]) -> None:
    if "caller" not in wanted:
        return
    mine: dict[str, Any] = got["caller"] or {}
    theirs: dict[str, Any] = wanted["caller"] or {}
    for part in ("unit", "name", "phone"):
        right = _good(mine.get(part), theirs.get(part), wanted.get(f"accept_caller_{part}", ()))
        report.count(f"caller.{part}", name, mine.get(part), theirs.get(part), right=right)


def _compare_corrections(
    report: Report, name: str, got: dict[str, Any], wanted: dict[str, Any]
) -> None:
    mine = Counter(json.dumps(row, sort_keys=True) for row in got["corrections"])
    theirs = Counter(json.dumps(row, sort_keys=True) for row in wanted.get("corrections", []))
    for row in mine | theirs:
        right = mine[row] == theirs[row]
        value = {"got": row if mine[row] else None, "wanted": row if theirs[row] else None}
        report.count("corrections", name, value["got"], value["wanted"], right=right)


def fits(key: str, got: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a field says what is expected, or one of the other good answers."""
    mine, theirs = got[key], wanted[key]
    if key == "occurred":
        others = wanted.get("accept_occurred", ())
        return _same_time(mine, theirs) or bool(mine and mine["from"].startswith((*others, "?")))
    if key == "place":
        return _same_place(got, wanted)
    return _good(mine, theirs, wanted.get(f"accept_{key}", ()))


def _good(mine: Any, theirs: Any, accepted: Sequence[Any]) -> bool:
    return bool((mine or None) == (theirs or None)) or (mine or "") in accepted


def _same_place(got: dict[str, Any], wanted: dict[str, Any]) -> bool:
    mine, full = got["place"] or "", got["place_full"] or ""
    accepted = (wanted["place"] or "", *wanted.get("accept_place", ()))
    words = wanted.get("place_has", ())
    return mine in accepted or bool(full and words and all(word in full for word in words))


def _same_time(mine: dict[str, Any] | None, theirs: dict[str, Any] | None) -> bool:
    """Equal to the precision that is expected; within the part of the day."""
    if mine is None or theirs is None:
        return mine is theirs
    if theirs["precision"] == "part":
        return bool(theirs["from"] <= mine["from"] < theirs.get("to", theirs["from"]))
    length = _DIGITS_OF[theirs["precision"]]
    return str(mine["from"])[:length] == str(theirs["from"])[:length]


def violates(got: dict[str, Any], rule: dict[str, Any]) -> bool:
    """Whether a value stands where it must not."""
    name, value = rule["field"], rule["value"]
    if name == "occurred":
        return bool(got["occurred"] and got["occurred"]["from"] == value)
    held: object = got[name] if name in got else got["casualties"].get(name)
    return held is not None and bool(held == value) and isinstance(held, type(value))


def _says_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {}) or value is False


def _short(value: Any) -> str:
    if isinstance(value, dict):
        row = cast("dict[str, Any]", value)
        return str(row.get("from", json.dumps(row, ensure_ascii=False)))
    return json.dumps(value, ensure_ascii=False)


def show(report: Report, *, misses: bool) -> None:
    """Prints a line for each field."""
    print(f"{report.files} messages")
    print(f"{'field':28}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}")
    total = Score()
    for name, score in sorted(report.scores.items()):
        print(_line(name, score))
        total.right += score.right
        total.wrong += score.wrong
        total.missed += score.missed
    print(_line("all", total))
    print(f"must_not violated: {len(report.violations)}")
    for line in [*report.violations, *(report.misses if misses else [])]:
        print(line)


def _line(name: str, score: Score) -> str:
    shares = f"{score.precision:>11.3f}{score.recall:>8.3f}"
    return f"{name:28}{score.right:>7}{score.wrong:>7}{score.missed:>8}{shares}"


def main() -> None:
    """Measures the sources named, by default each corpus of the tests by itself."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sources", nargs="*", type=Path, help="folders, or sets as .toml")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    asked = parser.parse_args()
    for source in asked.sources or SOURCES:
        print(f"{source.stem}: ", end="")
        show(measure(source), misses=asked.misses)


if __name__ == "__main__":
    main()
