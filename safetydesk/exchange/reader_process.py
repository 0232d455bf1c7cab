"""The process that reads one foreign file: it limits itself and writes one JSON answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from safetydesk.domain.errors import BadInput
from safetydesk.exchange.book_json import dump_book
from safetydesk.exchange.book_reader import read_book
from safetydesk.exchange.refusals import refusal

_ARGUMENTS = 4


def limit_resources(megabytes: int, seconds: int) -> None:
    """Bounds memory and processor time of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(path: Path) -> str:
    """The book as JSON, or the refusal as JSON."""
    try:
        return '{"book":' + dump_book(read_book(path)) + "}"
    except BadInput as error:
        return _refused(error)
    except (MemoryError, RecursionError):
        return _refused(refusal("too_large", path.name, "文件过大或过于复杂，读取时超出内存限制"))


def _refused(error: BadInput) -> str:
    return json.dumps({"refusal": {"code": error.code, **error.fields}}, ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """``reader_process FILE MEGABYTES SECONDS``: writes the answer to standard output."""
    if len(arguments) != _ARGUMENTS:
        return 2
    _, path, megabytes, seconds = arguments
    limit_resources(int(megabytes), int(seconds))
    sys.stdout.buffer.write(answer(Path(path)).encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
