"""For whom a command acts: the person named, else the primary officer on duty, proven by PIN."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from safetydesk.app.demo_clock import clock_of
from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor


COMMAND_DESK = "命令"
"""What a command is called as a desk: the open window hears of its acts as of any other desk's."""


@contextmanager
def desk_of(args: argparse.Namespace) -> Generator[Desk]:
    """The desk of the folder that a command was given; closed afterwards.

    Raises:
        StorageUnavailable: there is no office, or it cannot be opened.
    """
    from safetydesk.app.wiring import build

    paths = Paths.of(args.data)
    database = open_database(paths)
    try:
        yield build(database, clock_of(paths, args.demo_time), desk_name=COMMAND_DESK)
    finally:
        database.close()


def actor_of(args: argparse.Namespace, desk: Desk) -> Actor:
    """The person a writing command acts for, after the PIN was right.

    Raises:
        RuleViolation: nobody of that name, nobody on duty, or a wrong PIN.
    """
    person_id = desk.people.named(args.as_name).id if args.as_name else _primary(desk)
    return desk.people.verify_pin(person_id, _pin())


def _primary(desk: Desk) -> int:
    """The primary officer on duty now: who is there, else who is planned."""
    primaries = [view for view in desk.duty.on_post() if view.post == "primary"]
    for view in sorted(primaries, key=lambda view: not view.is_here):
        return view.person_id
    raise RuleViolation("acting.nobody_on_duty")


def _pin() -> str:
    """The PIN from the environment, else asked for."""
    given = os.environ.get("SAFETYDESK_PIN")
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise RuleViolation("acting.no_pin")
    try:
        return getpass.getpass("口令：")
    except EOFError as error:
        raise RuleViolation("acting.no_pin") from error
