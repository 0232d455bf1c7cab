"""How the program starts: a command of the table, or the window of the desk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from safetydesk.app import arguments, commands, crash, messages
from safetydesk.app.watch_flag import WATCH_FLAG
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.exchange.reader_flag import READER_FLAG
from safetydesk.rostering.solver_flag import SOLVER_FLAG

if TYPE_CHECKING:
    import argparse

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs what the arguments ask for (by default those of the process); the exit code.

    Raises:
        SystemExit: the arguments are wrong (2), or only help was asked for (0).
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [READER_FLAG]:
        return _read_foreign_file(words)
    if words[:1] == [SOLVER_FLAG]:
        return _solve_roster(words)
    if words[:1] == [WATCH_FLAG]:
        return _watch_desk(words)
    arguments.speak_utf8()
    parser, front = arguments.parse_front(words)
    if front.help:
        parser.print_help()
        return 0
    if not front.rest:
        return _answered(_open_window, front)
    name = commands.find(front.rest)
    if name is None:
        parser.error(f"没有“{' '.join(front.rest[:2])}”这个命令；--help 列出全部命令")
    command = commands.load(name)
    follow = arguments.command_parser(name, command)
    return _answered(command.run, follow.parse_args(front.rest[len(name) :], front))


def _read_foreign_file(words: list[str]) -> int:
    """The reading process of a packed program, which has no interpreter of its own to start."""
    from safetydesk.exchange.reader_process import main as read

    return read(words)


def _watch_desk(words: list[str]) -> int:
    """The second process, which looks after a running desk."""
    from safetydesk.app.watch_process import main as watch

    return watch(words)


def _solve_roster(words: list[str]) -> int:
    """The solving process of a packed program."""
    from safetydesk.rostering.solver_process import main as solve

    return solve(words)


def _open_window(front: argparse.Namespace) -> int:
    """Opens the desk; only now is Qt imported."""
    from safetydesk.app import interpreter
    from safetydesk.app.plain_imports import load_qt

    interpreter.loading()
    load_qt()
    from safetydesk.app.window import open_desk

    return open_desk(front)


def _answered(call: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """The exit code of a call; an expected failure becomes one line on stderr."""
    try:
        return crash.contained(call, args)
    except SafetyDeskError as error:
        _say(messages.sentence(error))
        return messages.exit_code(error)
    except BrokenPipeError:
        sys.stdout = None
        return messages.ANSWER_IS_NO
    except OSError as error:
        _say(messages.system_sentence(error))
        return messages.BAD_INPUT
    except KeyboardInterrupt:
        return _INTERRUPTED


def _say(line: str) -> None:
    """One line on stderr, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"safetydesk：{line}\n")
