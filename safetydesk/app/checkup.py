"""What `safetydesk doctor` looks at: each part of the desk, and what to do where it is not well."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.app.messages import sentence, system_sentence
from safetydesk.app.seal_words import backwards_words, verdict_words
from safetydesk.domain.errors import SafetyDeskError, StorageUnavailable
from safetydesk.services.competence_book import CompetenceService
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.integrity import is_whole

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths
    from safetydesk.app.wiring import Desk

LOW_DISK = 1 << 30
NO_DISK = 200 << 20
BACKUP_AGE = timedelta(hours=24)
LOOK_AHEAD = 7


class Standing(StrEnum):
    """How a part is doing."""

    WELL = "ok"
    WATCH = "warn"
    ILL = "fault"


@dataclass(frozen=True)
class Finding:
    """One part of the desk: how it is, and in words what was seen."""

    part: str
    standing: Standing
    text: str


def examine(desk: Desk, paths: Paths) -> list[Finding]:
    """Looks at every part; a part that cannot be looked at is ill, the others go on."""
    parts: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("数据库", lambda: _database(desk)),
        ("封存链", lambda: _seal(desk)),
        ("时钟", lambda: _clock(desk)),
        ("字体", _fonts),
        ("声音", _sound),
        ("磁盘", lambda: _disk(paths)),
        ("备份", lambda: _backup(paths)),
        ("规则包", lambda: _packs(desk)),
        ("通讯录", lambda: _contacts(desk)),
        ("值班表", lambda: _roster(desk)),
    )
    return [_looked_at(part, look) for part, look in parts]


def _looked_at(part: str, look: Callable[[], Finding]) -> Finding:
    """One part's finding, whatever happens."""
    try:
        return look()
    except SafetyDeskError as error:
        return Finding(part, Standing.ILL, f"查不了：{sentence(error)}")
    except OSError as error:
        return Finding(part, Standing.ILL, f"查不了：{system_sentence(error)}")


def _database(desk: Desk) -> Finding:
    """Opens, reads, is whole, and of which kind it is."""
    location = desk.database.location
    if isinstance(location, SqliteLocation) and not is_whole(location):
        return Finding("数据库", Standing.ILL, sentence(StorageUnavailable("storage.damaged")))
    kind = "本机加密文件" if desk.database.engines.is_sqlite else "共享服务器"
    return Finding("数据库", Standing.WELL, f"{kind}，{desk.log.count():,} 条日志")


def _seal(desk: Desk) -> Finding:
    """Every entry as it was written, and all that the entries seal."""
    verdict = desk.log.verify()
    if not verdict.holds:
        return Finding("封存链", Standing.ILL, verdict_words(verdict))
    if verdict.backwards is not None:
        return Finding("封存链", Standing.WATCH, f"完好；{backwards_words(verdict)}")
    return Finding("封存链", Standing.WELL, f"已核 {verdict.checked:,} 条，完好")


def _clock(desk: Desk) -> Finding:
    """Not before the newest entry: a clock set back makes late reports look timely."""
    newest = desk.log.newest(1)
    now = desk.clock.now()
    if newest and now < newest[0].entered_at - timedelta(seconds=60):
        return Finding("时钟", Standing.ILL, "早于最近一条日志的登记时间，请校准")
    shown = now.astimezone(desk.office().zoneinfo)
    return Finding("时钟", Standing.WELL, f"{shown:%Y-%m-%d %H:%M:%S}，不早于最近一条日志")


def _fonts() -> Finding:
    """The faces that printed sheets will use."""
    from safetydesk.documents.fonts import machine_fonts

    choices = machine_fonts().choices()
    stand_ins = [choice.face for choice in choices if choice.substitute]
    text = "、".join(f"{choice.face} {choice.file}" for choice in choices)
    standing = Standing.WATCH if stand_ins else Standing.WELL
    return Finding("字体", standing, text + ("（部分为代用字体）" if stand_ins else ""))


def _sound() -> Finding:
    """A device to sound alarms on."""
    try:
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtMultimedia import QMediaDevices

        _app = QCoreApplication.instance() or QCoreApplication([])
    except ImportError as error:
        return Finding("声音", Standing.WATCH, f"声音库不能载入（{error}），提醒只在屏幕上")
    if QMediaDevices.defaultAudioOutput().isNull():
        return Finding("声音", Standing.WATCH, "没有声音设备，提醒只在屏幕上")
    return Finding("声音", Standing.WELL, QMediaDevices.defaultAudioOutput().description())


def _disk(paths: Paths) -> Finding:
    """Room for the log and its copies."""
    free = shutil.disk_usage(paths.data).free
    standing = Standing.WELL if free > LOW_DISK else Standing.WATCH
    return Finding(
        "磁盘", standing if free > NO_DISK else Standing.ILL, f"余 {free / (1 << 30):.1f} GB"
    )


def _backup(paths: Paths) -> Finding:
    """A copy not older than a day."""
    copies = sorted(paths.backups.glob("*.db"), key=lambda path: path.stat().st_mtime)
    if not copies:
        return Finding("备份", Standing.WATCH, "还没有备份")
    written = datetime.fromtimestamp(copies[-1].stat().st_mtime, UTC)
    from safetydesk.domain.clock import SystemClock

    old = SystemClock().now() - written > BACKUP_AGE
    return Finding("备份", Standing.WATCH if old else Standing.WELL, copies[-1].name)


def _packs(desk: Desk) -> Finding:
    """Every rule pack in force reads, shipped or the office's own; an outdated copy is named."""
    packs = desk.rules.view().packs
    rules = sum(len(pack.rules) for pack in packs)
    own = "、".join(pack.name for pack in packs if pack.own)
    told = f"{len(packs)} 个规则包，{rules} 条规则" + (f"；本单位已改：{own}" if own else "")
    moved = "、".join(pack.name for pack in packs if pack.shipped_moved)
    unread = [
        f"{pack.name}第 {number} 版 {sentence(fault)}"
        for pack in packs
        for number, fault in pack.unread
    ]
    fault = CompetenceService(desk.transactions).view().fault
    if fault is not None:
        unread.append(f"主管部门表（按随附文本）{sentence(fault)}")
    if unread:
        words = "；".join(unread)
        return Finding("规则包", Standing.ILL, f"{told}；有读不了的文本，其余规则照常：{words}")
    if moved:
        return Finding("规则包", Standing.WATCH, f"{told}；随附文本已更新，请对照：{moved}")
    return Finding("规则包", Standing.WELL, told)


def _contacts(desk: Desk) -> Finding:
    """Somebody to call."""
    with desk.transactions.read() as uow:
        count = uow.contacts.counts()[0]
    if not count:
        return Finding("通讯录", Standing.WATCH, "还没有联系人")
    return Finding("通讯录", Standing.WELL, f"{count} 条")


def _roster(desk: Desk) -> Finding:
    """Nobody missing in the days to come."""
    now, zone = desk.clock.now(), desk.office().zoneinfo
    today = now.astimezone(zone).date()
    days = [today + timedelta(days=n) for n in range(LOOK_AHEAD)]
    months = {(day.year, day.month) for day in days}
    rows = [row for year, month in months for row in desk.duty.month(year, month).days]
    empty = sorted(row.day for row in rows if row.day in days and row.gaps)
    if empty:
        shown = "、".join(f"{day.month}月{day.day}日" for day in empty)
        return Finding("值班表", Standing.WATCH, f"今后 {LOOK_AHEAD} 天有空岗：{shown}")
    return Finding("值班表", Standing.WELL, f"今后 {LOOK_AHEAD} 天无空岗")
