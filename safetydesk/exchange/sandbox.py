"""How a foreign file is read without trusting it: in a child process with limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetydesk.domain.errors import BadInput
from safetydesk.exchange.book_json import load_book
from safetydesk.exchange.reader_flag import READER_FLAG
from safetydesk.exchange.refusals import damaged, refusal

if TYPE_CHECKING:
    from safetydesk.exchange.sheets import Book

MEMORY_MEGABYTES = 400
SECONDS = 9

_ROOT = Path(__file__).resolve().parents[2]


def read_book(path: Path, *, megabytes: int = MEMORY_MEGABYTES, seconds: int = SECONDS) -> Book:
    """The file as sheets or cards, read in a child process.

    Raises:
        BadInput: what ``book_reader.read_book`` refuses, or a file that exceeds memory or time, or
            brings the reader down.
    """
    command = [*_interpreter(), str(path), str(megabytes), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise refusal("too_slow", path.name, f"读取超过{seconds}秒，文件过大或过于复杂") from error
    if done.returncode != 0 or not done.stdout:
        raise damaged(path.name)
    return _understand(done.stdout, path)


def _understand(output: bytes, path: Path) -> Book:
    """The child's answer; nothing but its own JSON is believed."""
    try:
        answer: dict[str, Any] = json.loads(output)
        if "refusal" in answer:
            told: dict[str, str] = answer["refusal"]
            raise BadInput(
                str(told["code"]), where=str(told["where"]), expected=str(told["expected"])
            )
        return load_book(answer["book"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(path.name) from error


def _interpreter() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_FLAG]
    return [sys.executable, "-B", "-m", "safetydesk.exchange.reader_process"]


def _environment() -> dict[str, str]:
    kept = {
        key: os.environ[key]
        for key in ("SYSTEMROOT", "TMPDIR", "TEMP", "PATH")
        if key in os.environ
    }
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"}
