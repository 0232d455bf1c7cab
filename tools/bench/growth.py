"""P15 and P7: what a log of five years costs against one of one year, and how it is searched.

    python -m tools.bench.growth [--years N] [--small N]

Two offices differ only in how many closed shifts of 91 entries lie behind the open one. What a
desk does all day must cost the same in both. Searching is measured in the larger office, for eight
kinds of query, against ``bytes.rfind`` for an absent word over the text of the whole log in
memory; every answer is compared with plain looking. The times are those of the processor, both
sides in turn.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from safetydesk.app.opening import key_name, key_store, open_database
from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.storage.grams import grams
from tools.bench.append import ACTOR
from tools.bench.measuring import Ratio, alternate, median_ratio, percentile
from tools.bench.start import surroundings
from tools.bench.year_office import ENTRIES_A_SHIFT, OFFICE

YEAR, ROUNDS, SEARCHES = 365, 60, 25
GOAL_FLAT, GOAL_SEARCH, GOAL_SCAN = 1.25, 3.0, 0.25
QUERIES = {
    "two signs, common": "巡查",
    "two signs, absent": "鳄鱼",
    "three signs, absent": "大鳄鱼",
    "four signs": "带班领导",
    "seven digits": "0000123",
    "two words": "和平路 街道",
    "one sign": "转",
    "road and number": "解放路第77次",
}
_ROADS = ("和平路", "东兴路", "解放路", "滨河路", "长青街")
_DAY = timedelta(days=1)
_CACHE_KIB, _DAYS_A_COMMIT = 1_000_000, 1_000
_SHIFT = (
    "INSERT INTO shift (id, number, planned_from, planned_to, opened_at, closed_at, weather,"
    " first_seq, last_seq, sealed_hash, closed_without_handover, kept, version)"
    " VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, '', '', NULL, 1)"
)
_ENTRY = (
    "INSERT INTO log_entry (seq, uuid, shift_id, event_at, entered_at, stored_at, author_name,"
    " desk, kind, text, handling, machine, digest, algorithm, previous, seal)"
    " VALUES (?, ?, ?, ?, ?, ?, '黄志强', '第一席', '来电', ?, '', 0, '', 'sm3', ?, ?)"
)


@dataclass(frozen=True)
class Grown:
    """An office, open, and the texts of its log by number."""

    desk: Desk
    texts: dict[int, str]


def words(number: int) -> str:
    """The text of an entry."""
    road = _ROADS[number % len(_ROADS)]
    return (
        f"区消防大队值班员来电：{road}第{number}次巡查无异常，联系电话199{number:08d}，"
        "已转带班领导阅知，并告街道值班室"
    )


def grow(folder: Path, days: int) -> Grown:
    """An office with so many closed shifts behind the open one, which has its entries too."""
    paths, clock = Paths.of(folder), SystemClock()
    paths.create()
    found_in(paths, clock, OFFICE)
    fill(paths, days)
    desk = build(open_database(paths), clock)
    for number in range(ENTRIES_A_SHIFT):
        desk.log.append(ACTOR, EntryDraft(EntryKind.INCOMING_CALL, words(10**7 + number)))
    return Grown(desk, {entry.seq: entry.text for entry in desk.log.newest(10**9)})


def fill(paths: Paths, days: int) -> None:
    """Writes closed shifts by hand: sealing a year one by one would take minutes."""
    key = key_store(paths).find(key_name(paths))
    connection: Any = importlib.import_module("sqlcipher3.dbapi2").connect(str(paths.database))
    connection.execute(f"PRAGMA key = \"x'{key.hex() if key else ''}'\"")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA synchronous = OFF")
    first = connection.execute("SELECT coalesce(max(seq), 0) FROM log_entry").fetchone()[0] + 1
    begin = datetime.now(UTC).replace(tzinfo=None) - (days + 1) * _DAY
    for day in range(days):
        seqs = range(first + day * ENTRIES_A_SHIFT, first + (day + 1) * ENTRIES_A_SHIFT)
        start = begin + day * _DAY
        edges = [str(start), str(start + _DAY)]
        row = (1000 + day, f"S{day}", *edges, *edges, seqs[0], seqs[-1])
        connection.execute(_SHIFT, row)
        connection.executemany(_ENTRY, entries(seqs, 1000 + day, edges[0]))
        connection.executemany(
            "INSERT INTO log_grams(rowid, grams) VALUES (?, ?)",
            [(seq, grams(words(seq))) for seq in seqs],
        )
        if day % _DAYS_A_COMMIT == 0:
            connection.commit()
    connection.commit()
    connection.close()


def entries(seqs: range, shift: int, at: str) -> Iterator[tuple[object, ...]]:
    """The rows of one shift; their seals are not verified here."""
    for seq in seqs:
        seal = f"{seq:064x}"
        yield seq, str(uuid4()), shift, at, at, at, words(seq), f"{seq - 1:064x}", seal


def flat(small: Grown, large: Grown) -> list[Ratio]:
    """What a desk does all day, in both offices in turn."""
    acts: dict[str, tuple[Callable[[Desk], object], float]] = {
        "open the current shift": (lambda desk: desk.log.sheet(), GOAL_FLAT),
        "open an old shift": (lambda desk: desk.log.sheet(1010), GOAL_FLAT),
        "desk page": (lambda desk: desk.overview.overview(), GOAL_FLAT),
        "append": (append, GOAL_FLAT),
        "search common": (lambda desk: desk.log.search("带班领导"), GOAL_SEARCH),
        "search absent": (lambda desk: desk.log.search("鳄鱼"), GOAL_SEARCH),
    }
    return [
        side_by_side(name, act, small.desk, large.desk, goal) for name, (act, goal) in acts.items()
    ]


def side_by_side(
    name: str, act: Callable[[Desk], object], small: Desk, large: Desk, goal: float
) -> Ratio:
    """One act in both offices in turn."""
    a, b = alternate(lambda _: act(small), lambda _: act(large), ROUNDS, time.process_time)
    return median_ratio(f"P15 {name}", a, b, goal)


def append(desk: Desk) -> object:
    """One entry."""
    return desk.log.append(ACTOR, EntryDraft(EntryKind.INCOMING_CALL, words(1)))


def searched(office: Grown) -> Ratio:
    """The slowest of eight kinds of query against looking through everything for nothing."""
    blob = "\n".join(office.texts.values()).encode()
    scan = alternate(
        lambda _number: blob.rfind("鳄鱼".encode()), lambda _number: None, 9, time.process_time
    )[0]
    slowest = 0.0
    for name, query in QUERIES.items():
        found = [entry.seq for entry in office.desk.log.search(query)]
        if found != plainly(office.texts, query):
            raise AssertionError(f"{name}: another answer than plain looking")
        taken = times_of(office.desk, query)
        slowest = max(slowest, percentile(taken, 0.99))
        print(f"    {name}: p99 {percentile(taken, 0.99):.2f} ms, {len(found)} found")
    name = f"P7 slowest search of {len(office.texts)} entries"
    return Ratio(name, percentile(scan, 0.5), slowest, GOAL_SCAN)


def times_of(desk: Desk, query: str) -> list[float]:
    """Seconds of the same search, many times."""
    return alternate(lambda _: desk.log.search(query), lambda _: None, SEARCHES, time.process_time)[
        0
    ]


def plainly(texts: dict[int, str], query: str, limit: int = 50) -> list[int]:
    """The newest entries that contain every word."""
    wanted = query.split()
    hits = (seq for seq in sorted(texts, reverse=True) if all(w in texts[seq] for w in wanted))
    return [seq for seq, _ in zip(hits, range(limit), strict=False)]


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=5)
    parser.add_argument("--small", type=float, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        surroundings(Path(name))
        small = grow(Path(name) / "small", int(options.small * YEAR))
        large = grow(Path(name) / "large", int(options.years * YEAR))
        search = searched(large)
        ratios = [search, *flat(small, large)]
        small.desk.database.close()
        large.desk.database.close()
    for ratio in ratios:
        print(ratio.line())
    return 0 if all(ratio.holds for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
