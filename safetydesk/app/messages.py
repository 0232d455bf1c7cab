"""What a command says on stderr: one Chinese line for each expected failure, and its exit code."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import datetime

from safetydesk.app.sentences import SENTENCES
from safetydesk.domain.errors import (
    AccessDenied,
    BadInput,
    NotFound,
    RuleViolation,
    SafetyDeskError,
    StaleVersion,
    StorageUnavailable,
)

ANSWER_IS_NO = 1
BAD_INPUT = 2

_FAMILIES: tuple[tuple[type[SafetyDeskError], str, int], ...] = (
    (AccessDenied, "没有办理此事的权限", ANSWER_IS_NO),
    (RuleViolation, "按规定不能这样办理", BAD_INPUT),
    (BadInput, "输入不符合要求", BAD_INPUT),
    (StaleVersion, "别人刚刚改过同一项，请重新查看后再改", ANSWER_IS_NO),
    (NotFound, "没有找到", BAD_INPUT),
    (StorageUnavailable, "数据库现在不能使用", BAD_INPUT),
)

_SYSTEM_SENTENCES: Mapping[int, str] = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "这里已有同名的文件，应为文件夹",
    errno.EACCES: "没有读写权限",
    errno.EPERM: "没有读写权限",
    errno.EISDIR: "这是文件夹，应为文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满，没有写入",
    errno.EFBIG: "磁盘已满，没有写入",
    errno.EROFS: "所在磁盘只读，没有写入",
}


def sentence(error: SafetyDeskError) -> str:
    """One Chinese line for an expected failure: where, what is wrong, what was expected."""
    where = _plain(error.fields.get("where"))
    expected = _plain(error.fields.get("expected"))
    text = _known(error) or (f"应为{expected}" if expected else _unnamed(error))
    return f"{where}：{text}" if where else text


def _known(error: SafetyDeskError) -> str:
    """The code's own sentence with its fields; empty where it has none."""
    fields = {name: _plain(value) for name, value in error.fields.items()}
    # What is wrong with a file is told by its reader, in a sentence of its own.
    own = "{expected}" if error.code.startswith("file.") else ""
    return _plain(SENTENCES.get(error.code, own).format_map(_Gaps(fields)))


class _Gaps(dict[str, str]):
    """Fields in which a missing one shows as a question mark instead of failing."""

    def __missing__(self, name: str) -> str:
        """What stands for a field that the error does not carry."""
        return "？"


def _unnamed(error: SafetyDeskError) -> str:
    """The sentence of the family, with the code and fields for whoever asks further."""
    return f"{_family(error)[1]}（{_plain(str(error))}）"


def _family(error: SafetyDeskError) -> tuple[type[SafetyDeskError], str, int]:
    """The row of the error's family."""
    for row in _FAMILIES:
        if isinstance(error, row[0]):
            return row
    return SafetyDeskError, "没有办成", ANSWER_IS_NO


def exit_code(error: SafetyDeskError) -> int:
    """2 where nothing could be done with what was given, 1 where the answer is no."""
    return _family(error)[2]


def system_sentence(error: OSError) -> str:
    """One Chinese line for a file that cannot be read or written."""
    text = _SYSTEM_SENTENCES.get(error.errno or 0, _plain(error.strerror) or "读写出错")
    name = error.filename2 or error.filename  # of a renaming, the name that was wanted
    return f"{_plain(name)}：{text}" if name else text


def _plain(value: object) -> str:
    """A value on one line; an instant as the site's wall clock shows it."""
    if isinstance(value, datetime):
        value = f"{_at_the_site(value):%Y年%m月%d日 %H:%M}"
    return "" if value is None else " ".join(str(value).split())


def _at_the_site(instant: datetime) -> datetime:
    """The wall clock of the place; imported here, since every start imports this module."""
    from zoneinfo import ZoneInfo

    from safetydesk.domain.founding import SITE_ZONE

    return instant.astimezone(ZoneInfo(SITE_ZONE))
