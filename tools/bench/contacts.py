"""P14 and P6: importing a list of ten thousand contacts, and finding them while typing.

    python -m tools.bench.contacts [--people N]

The limit of the import is reading the same workbook with calamine and nothing else: no checks, no
sounds of names, no database. The limit of a keystroke is ``bytes.find`` over one blob of
everybody's names, sounds and numbers in memory, up to the first fifty hits; what matters there is
the slowest per cent, since a common first letter fills fifty at once. The blob neither ranks nor
asks whether anybody wrote meanwhile; the directory does both. The times are those of the processor,
both sides in turn. What preparing the directory takes, and keeps, is said beside them.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from pypinyin import lazy_pinyin
from python_calamine import CalamineWorkbook

from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.domain.access import Actor, Role
from safetydesk.domain.clock import SystemClock
from safetydesk.exchange.book_reader import read_book
from safetydesk.exchange.contact_reader import read_contacts
from safetydesk.services.contacts import ContactService
from safetydesk.services.transaction import Transactions
from tools.bench.measuring import Ratio, alternate, median_ratio, percentile
from tools.bench.start import surroundings
from tools.bench.year_office import OFFICE

PEOPLE, KEYS, SHOWN, IMPORTS = 10_000, 200, 50, 3
GOAL_IMPORT, GOAL_KEY = 6.0, 0.5
SUPERVISOR = Actor(None, "王伟", frozenset(Role), "第一席")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"
_UNITS = ("云川区消防救援大队", "云川区公安分局", "云川区卫生健康局", "东关街道办事处", "和平镇")
_TITLES = ("主任", "副主任", "科长", "干事", "值班员")


def write_list(path: Path, people: int) -> list[tuple[str, str]]:
    """A workbook of invented people; their names and numbers."""
    chance = random.Random(5)  # noqa: S311 - the same people each run
    book = Workbook()
    sheet = book.active
    sheet.title = "通讯录"
    made: list[tuple[str, str]] = []
    rows = [("姓名", "单位", "职务", "手机")]
    for number in range(people):
        given = "".join(chance.choice(_GIVEN) for _ in range(chance.randint(1, 2)))
        made.append((chance.choice(_SURNAMES) + given, f"199{number:08d}"))
        rows.append((made[-1][0], chance.choice(_UNITS), chance.choice(_TITLES), made[-1][1]))
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    book.save(str(path))
    return made


def keystrokes(people: list[tuple[str, str]]) -> list[str]:
    """What is in the field after each key of many searches: names, letters, sounds, numbers."""
    chance = random.Random(99)  # noqa: S311 - the same keys each run
    typed: list[str] = []
    while len(typed) < KEYS:
        name, number = chance.choice(people)
        sounds = lazy_pinyin(name)
        word = chance.choice(
            [
                name,
                "".join(sound[0] for sound in sounds),
                "".join(sounds)[:6],
                number[: chance.randint(3, 8)],
                number[5:9],
            ]
        )
        typed += [word[: end + 1] for end in range(len(word))]
    return typed[:KEYS]


def scan(people: list[tuple[str, str]]) -> Callable[[str], list[int]]:
    """Searches one blob of everybody; the places of the first hits."""
    lines: list[str] = []
    for name, number in people:
        sounds = lazy_pinyin(name)
        lines.append(f"{name} {''.join(sounds)} {''.join(s[0] for s in sounds)} {number}")
    blob = "\n".join(lines).encode()

    def found(query: str) -> list[int]:
        wanted, places, at = query.encode(), list[int](), 0
        while len(places) < SHOWN and (at := blob.find(wanted, at)) >= 0:
            places.append(at)
            at = blob.find(b"\n", at)
            if at < 0:
                break
        return places

    return found


def imported(
    folder: Path, source: Path, number: int
) -> tuple[float, ContactService, ContactService]:
    """Seconds of reading and storing the list in an empty office; its directory at two desks."""
    paths, clock = Paths.of(folder / f"office{number}"), SystemClock()
    paths.create()
    found_in(paths, clock, OFFICE)
    transactions = Transactions(open_database(paths), clock)
    contacts = ContactService(transactions)
    began = time.process_time()
    reading = read_contacts(source, read_book)
    contacts.apply(SUPERVISOR, reading.contacts, file_name=source.name, sha256="0" * 64)
    seconds = time.process_time() - began
    return seconds, contacts, ContactService(transactions)


def read_alone(source: Path) -> float:
    """Seconds of what cannot be left out."""
    began = time.process_time()
    CalamineWorkbook.from_path(source).get_sheet_by_index(0).to_python()
    return time.process_time() - began


def preparing(contacts: ContactService, again: ContactService) -> str:
    """What reading the directory into memory takes (``again``) and keeps (``contacts``)."""
    tracemalloc.start()
    contacts.prepare()
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    began = time.process_time()
    again.prepare()
    seconds = time.process_time() - began
    return f"prepared once in {seconds:.2f} s; {kept >> 20} MB are kept, {most >> 20} MB at most"


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    wanted = parser.parse_args().people
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings(folder)
        source = folder / "contacts.xlsx"
        people = write_list(source, wanted)
        limits = [read_alone(source) for _ in range(IMPORTS)]
        runs = [imported(folder, source, number) for number in range(IMPORTS)]
        _, contacts, other = runs[-1]
        ours = [seconds for seconds, *_ in runs]
        stored = median_ratio(f"P14 import of {wanted} contacts", limits, ours, GOAL_IMPORT)
        print(stored.line())
        typed, blob = keystrokes(people), scan(people)
        prepared = preparing(contacts, other)
        raw, mine = alternate(
            lambda at: blob(typed[at]),
            lambda at: contacts.search(typed[at], limit=SHOWN),
            KEYS,
            time.process_time,
        )
    key = Ratio("P6 keystroke, p99", percentile(raw, 0.99), percentile(mine, 0.99), GOAL_KEY)
    print(key.line())
    print(f"    {prepared}")
    print(f"    p50 {percentile(mine, 0.5):.2f} ms, of the scan {percentile(raw, 0.5):.2f} ms")
    return 0 if stored.holds and key.holds else 1


if __name__ == "__main__":
    sys.exit(main())
