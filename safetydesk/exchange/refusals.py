"""The limits on foreign files, and the refusals that name what was wrong with one."""

from __future__ import annotations

from safetydesk.domain.errors import BadInput

MAX_FILE_BYTES = 30 * 1024 * 1024
MAX_UNPACKED_BYTES = 120 * 1024 * 1024
MAX_PARTS = 2_000
MAX_ROWS = 100_000
MAX_COLUMNS = 1_024
MAX_CELLS = 3_000_000
MAX_CELL_CHARS = 30_000
MAX_CARDS = 100_000


def refusal(code: str, where: str, expected: str) -> BadInput:
    """A refusal as messages need it: the place, and in Chinese what was expected."""
    return BadInput(f"file.{code}", where=where, expected=expected)


def damaged(where: str) -> BadInput:
    """The file is cut short or its contents do not hold together."""
    return refusal("damaged", where, "文件不完整或已损坏，请重新取得或另存一份完整的文件")


def too_large(where: str, found: str) -> BadInput:
    """The file is larger than any roster or address book can be."""
    return refusal(
        "too_large",
        where,
        f"文件过大或有超远的单元格（{found}）：最多{MAX_ROWS}行、{MAX_COLUMNS}列，请删去多余内容后另存",
    )
