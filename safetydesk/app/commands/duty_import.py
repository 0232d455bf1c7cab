"""`safetydesk duty import`: reads a hand-made roster; stores it only with ``--apply``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.arguments import calendar_day
from safetydesk.app.demo_clock import clock_of
from safetydesk.app.importing import fingerprint, print_findings, words_of
from safetydesk.app.paths import Paths
from safetydesk.app.printing import print_json, print_line
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.founding import SITE_ZONE
from safetydesk.domain.sheet_findings import FindingCode, Severity
from safetydesk.exchange.people_json import read_people
from safetydesk.exchange.reading_json import roster_json
from safetydesk.exchange.roster_reader import read_roster

if TYPE_CHECKING:
    import argparse

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.roster_sheet import KnownPerson, RosterReading
    from safetydesk.services.views_duty import RosterDraft

HELP = "读入手工排的值班表（xlsx、xls、csv、docx），先给出识别结果；加 --apply 才写入"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The sheet, and how to read it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="值班表文件")
    parser.add_argument("--apply", action="store_true", help="写入值班表（可整体撤销）")
    parser.add_argument(
        "--add-people",
        action="store_true",
        help="与 --apply 同用：表上不在本单位的人员一并加入（随导入撤销）",
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument(
        "--today",
        type=calendar_day,
        metavar="D",
        help="读表的日期，决定年份，如 2025-09-26",
    )
    parser.add_argument(
        "--people", type=Path, metavar="NAMES.json", help="已知人员（JSON），用来核对姓名和电话"
    )


def run(args: argparse.Namespace) -> int:
    """Prints what was recognised; 1 when it was to be stored and may not be.

    Raises:
        BadInput: the sheet or the list of names cannot be read.
        OSError: the list of names cannot be read.
    """
    names: Path | None = args.people
    known = read_people(names.read_bytes(), names.name) if names else None
    if args.apply:
        with desk_of(args) as desk:
            return _apply(args, desk, known)
    now = clock_of(Paths.of(args.data), args.demo_time).now()
    zone = ZoneInfo(SITE_ZONE)  # a preview may be asked for without an office
    reading = read_roster(args.file, args.today or now.astimezone(zone).date(), known)
    _show(args, reading)
    return 0


def _apply(args: argparse.Namespace, desk: Desk, known: list[KnownPerson] | None) -> int:
    """Stores the roster as a whole, or nothing of it.

    Raises:
        BadInput: a cell is in doubt.
        RuleViolation: a post or person is not of the office.
    """
    from safetydesk.services.people_known import known_people

    path: Path = args.file
    sha256 = fingerprint(path)
    today = args.today or desk.clock.now().astimezone(desk.office().zoneinfo).date()
    people = known if known is not None else known_people(desk.people.all())
    reading = read_roster(path, today, people)
    draft = desk.duty.draft(reading)
    joining = _joining(draft) if args.add_people else frozenset[str]()
    _refuse_doubt(path.name, reading, draft, joining)
    actor = actor_of(args, desk)
    desk.duty.apply(actor, draft, file_name=path.name, sha256=sha256, admit=joining)
    added = sum(len(one.turns) for one in draft.newcomers if one.name in joining)
    _show(args, reading, applied=len(draft.turns) + added)
    return 0


def _refuse_doubt(
    name: str, reading: RosterReading, draft: RosterDraft, joining: frozenset[str]
) -> None:
    """Refuses a roster that cannot be stored whole.

    Raises:
        BadInput: a cell is in doubt.
        RuleViolation: a post or person is not of the office.
    """
    errors = [
        finding
        for finding in reading.findings
        if finding.severity is Severity.ERROR
        and not (finding.code is FindingCode.UNKNOWN_PERSON and finding.text.strip() in joining)
    ]
    if errors:
        raise BadInput(
            "duty.roster_in_doubt",
            where=f"{name} {errors[0].source}",
            expected=words_of(errors[0]),
            count=str(len(errors)),
        )
    if draft.foreign_posts:
        label, cell = draft.foreign_posts[0]
        raise RuleViolation("duty.roster_other_post", where=f"{name} {cell}", post=label)
    strangers = [row for row in draft.unmatched if row[0] not in joining]
    if strangers:
        person, cell = strangers[0]
        count = len({one for one, _ in strangers})
        raise RuleViolation(
            "duty.roster_strangers", where=f"{name} {cell}", name=person, count=count
        )


def _joining(draft: RosterDraft) -> frozenset[str]:
    """Who of the strangers can be added unseen: nobody whose name may be another's misspelt."""
    return frozenset(one.name for one in draft.newcomers if not one.alike)


def _show(args: argparse.Namespace, reading: RosterReading, applied: int = 0) -> None:
    """The reading as JSON or in lines."""
    if args.json:
        print_json({**roster_json(reading), "applied": applied})
        return
    days = {assignment.day for assignment in reading.assignments}
    print_line(f"{reading.title}：{len(days)} 天 {len(reading.assignments)} 班次")
    print_findings(reading.findings)
    print_line(f"已写入 {applied} 班次" if applied else "未写入；核对无误后加 --apply 写入")
