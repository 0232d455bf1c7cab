"""P11 and P12: printing one shift log in a warm process, and the logs of a year.

    python -m tools.bench.printing [--shifts N]

The limit is a QPainter on a QPdfWriter that draws the same words and rules with the same face,
lines broken by counting signs: no kinsoku, no justification, no strikes (``painted_log.py``). The
desk makes a file for each shift, with its fonts in it; the limit makes one file of the year. The
same with a file a shift on both sides is told beside it. The times are those of the processor,
both sides in turn; the peaks of memory are those of children that print one shift and a year.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from safetydesk.documents import shift_log_pdf
from safetydesk.services.sheets import (
    Arrival,
    LogRow,
    PrintMark,
    SealMark,
    Segment,
    ShiftLogSheet,
    ShiftSummary,
    Signature,
    Signatures,
)
from tools.bench.measuring import Ratio, alternate, median_ratio
from tools.bench.peak import peak_kib

SHIFTS, ROWS, ROUNDS, YEARS = 365, 17, 21, 3
GOAL_SHIFT, GOAL_YEAR, GOAL_PEAK = 2.0, 2.5, 1.6
_ZONE = ZoneInfo("Asia/Shanghai")
_PEOPLE = ("黄志强", "何佳", "曾慧", "王伟", "吴昊", "李娜", "赵敏", "周强")
_PLACES = ("和平路", "东兴路", "解放路", "滨河路", "长青街", "化工园区")
_KINDS = ("来电", "去电", "现场反馈", "信息报送", "其他")
_TAILS = (
    "区消防大队值班员来电，巡查无异常，已转带班领导阅知",
    "街道值班室报道路积水，已通知区排水中心处置并要求反馈",
    "市局电话询问善后进展，已按要求答复，资料随后补送",
)


def sheets(count: int) -> list[ShiftLogSheet]:
    """Logs of invented shifts, one after the other."""
    chance = random.Random(21)  # noqa: S311 - the same shifts each run
    first = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    return [_sheet(chance, number, first + timedelta(days=number)) for number in range(count)]


def _sheet(chance: random.Random, number: int, start: datetime) -> ShiftLogSheet:
    end = start + timedelta(days=1)
    names = chance.sample(_PEOPLE, 4)
    signed = Signatures(
        Signature(tuple(names[1:3]), end), Signature((names[3],), end), Signature((names[0],), end)
    )
    return ShiftLogSheet(
        office="云川区应急管理局值班室",
        number=f"第 2026-{number + 1:03d} 号",
        day=date(start.year, start.month, start.day),
        zone=_ZONE,
        shift_from=start,
        shift_to=end,
        printed=PrintMark(end, names[3]),
        weather="小雨转阴 16—22℃",
        leader=names[0],
        leader_title="副局长",
        primary=Arrival(names[1], start),
        deputies=(Arrival(names[2], start),),
        rows=tuple(_row(chance, at + 1, start + timedelta(minutes=50 * at)) for at in range(ROWS)),
        summary=ShiftSummary("电话快报 3，首报 1", "暴雨黄色 1", "受查 1 次", "正常", ("危桥",)),
        signatures=signed,
        seal=SealMark("7F3A-91C2-04DE", number * ROWS + 1, (number + 1) * ROWS),
    )


def _row(chance: random.Random, number: int, at: datetime) -> LogRow:
    words = f"{chance.choice(_PLACES)}{chance.choice(_TAILS)}，编号{chance.randrange(10**6):06d}"
    kind, name = chance.choice(_KINDS), chance.choice(_PEOPLE)
    return LogRow(number, at, kind, (Segment(words),), "已转带班领导阅知", "办结", name)


def ours(wanted: Sequence[ShiftLogSheet]) -> int:
    """Every sheet as the desk prints it; how many bytes."""
    return sum(len(shift_log_pdf.render(sheet)) for sheet in wanted)


def peaks(shifts: int) -> Ratio:
    """The most memory that a process held: one shift printed, and a year."""
    one, year = (_peak_of_child(count) for count in (1, shifts))
    return Ratio("P12 peak memory, a year against one shift", one, year, GOAL_PEAK, "MiB")


def _peak_of_child(count: int) -> float:
    words = [sys.executable, "-m", "tools.bench.printing", "--peak", str(count)]
    run = subprocess.run(words, capture_output=True, text=True, check=True)
    return int(run.stdout) / 1024


def measured(year: Sequence[ShiftLogSheet]) -> list[Ratio]:
    """One shift, and all of them."""
    from tools.bench.painted_log import Painted

    limit = Painted()
    limit.pdf(year[:1])
    ours(year[:1])
    one = alternate(
        lambda number: limit.pdf([year[number % len(year)]]),
        lambda number: ours([year[number % len(year)]]),
        ROUNDS,
        time.process_time,
    )
    whole = alternate(lambda _: limit.pdf(year), lambda _: ours(year), YEARS, time.process_time)
    apart = alternate(
        lambda _: [limit.pdf([sheet]) for sheet in year], lambda _: None, 1, time.process_time
    )[0]
    told = median_ratio("    a file a shift on both sides", apart, whole[1], GOAL_YEAR)
    print(f"{told.name}: ratio {told.value:.2f}, QPainter {told.limit_ms:.0f} ms")
    print(f"    {len(limit.pdf(year[:1]))} bytes a shift by QPainter, {ours(year[:1])} by us")
    return [
        median_ratio("P11 one shift, warm", *one, GOAL_SHIFT),
        median_ratio(f"P12 {len(year)} shifts", *whole, GOAL_YEAR),
    ]


def main() -> int:
    """Prints the ratios; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shifts", type=int, default=SHIFTS)
    parser.add_argument("--peak", type=int, default=0, help="print so many, tell the peak, end")
    options = parser.parse_args()
    if options.peak:
        ours(sheets(options.peak))
        print(peak_kib())
        return 0
    ratios = [*measured(sheets(options.shifts)), peaks(options.shifts)]
    for ratio in ratios:
        print(ratio.line())
    return 0 if all(ratio.holds for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
