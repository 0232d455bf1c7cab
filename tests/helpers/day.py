"""The sample day's log, people and handover entered through services, to make sheets from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from safetydesk.app.demo.office import PIN, write_office
from safetydesk.app.wiring import Desk, build
from safetydesk.domain.access import Actor
from safetydesk.domain.handover import HandoverContent, OpenItem
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.resources import locate
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.printing import PrintService
from safetydesk.services.views_duty import ChangeRequest
from safetydesk.storage.database import Database
from tests.helpers.clock import FakeClock

DAY = date(2025, 10, 6)
OPEN_ITEMS = (
    OpenItem("incident:1", 1, "2025-018 东河宏泰反应釜爆炸（较大）", "续报五已报", "终报"),
    OpenItem(
        "matter:63",
        2,
        "M-2025-063 区长批示善后安排",
        "12:58 书面反馈落实情况",
        "书面报告",
        datetime.fromisoformat("2025-10-07T10:00:00+08:00"),
    ),
    OpenItem(
        "matter:62",
        0,
        "M-2025-062 柳河镇危桥封闭情况反馈",
        "",
        "反馈",
        datetime.fromisoformat("2025-10-07T12:00:00+08:00"),
    ),
)
CONTENT = HandoverContent(
    contingencies=(("死亡人数再变", "30 分钟内电话报，当日书面补报"), ("记者来电", "转区委宣传部")),
    instructions="区长 11:05：全力搜救失联人员，10月7日10时前报善后安排",
    whereabouts="曾慧 在现场指挥部",
    warnings="暴雨黄色、橙色均已解除；危险化学品事故三级应急响应未终止",
    equipment=(("值班电话", "正常"), ("传真机", "正常"), ("打印机", "卡纸")),
    hand_items=(("值班室钥匙", 3), ("值班专用章", 1), ("应急物资库备用钥匙", 1)),
)


class OpenThings:
    """A source that always finds the same things open."""

    def items(self, uow: object, now: datetime) -> list[OpenItem]:
        return list(OPEN_ITEMS)


@dataclass(frozen=True)
class PlayedDay:
    """A desk on which the sample day was played, and its shift."""

    desk: Desk
    actors: Mapping[str, Actor]
    shift_id: int
    handovers: HandoverService
    signing: HandoverSigning
    prints: PrintService
    clock: FakeClock


def play_day(
    database: Database, clock: FakeClock, *, until: str = "2025-10-07T08:28:00+08:00"
) -> PlayedDay:
    """The demonstration office with the day's entries, arrivals and swap up to an instant.

    Beside the script entry 13 is corrected, entry 3 is entered twice and struck (No. 4 from then
    on), and the program writes one line of its own.
    """
    desk = build(database, clock)
    actors = dict(write_office(desk).actors)
    script = json.loads(locate("samples/d01-holiday-explosion.json").read_text("utf-8"))["script"]
    for step in script:
        if step["at"] >= until:
            break
        clock.to(step["at"])
        _play(desk, actors, step)
    shift = desk.shifts.current()
    assert shift is not None
    sources = [OpenThings()]
    return PlayedDay(
        desk,
        actors,
        shift.id,
        HandoverService(desk.transactions, desk.people, sources=sources),
        HandoverSigning(
            desk.transactions, desk.people, sources=sources, represent=lambda act: None
        ),
        PrintService(desk.transactions, sources=sources),
        clock,
    )


def hand_over(day: PlayedDay) -> int:
    """The handover of 08:28 to 08:38 with both signatures; returns its id."""
    clock, actors = day.clock, day.actors
    old, new = actors["黄志强"], actors["吴昊"]
    clock.to("2025-10-07T08:28:00+08:00")
    started = day.handovers.start(old).value
    day.handovers.write_content(old, started.id, CONTENT)
    for item in started.items:
        day.handovers.explain(old, item.id, "已当面说明", next_owner="吴昊")
    clock.to("2025-10-07T08:31:00+08:00")
    day.handovers.join(_id(new), PIN)
    day.handovers.object(new, started.id, "统计直报未列入交接")
    for item in started.items:
        day.handovers.tick(new, item.id)
    day.handovers.read_back(
        new, started.id, "爆炸死亡 4 人，终报由我起草；区长批示 10 时前书面报。"
    )
    clock.to("2025-10-07T08:35:00+08:00")
    day.handovers.confirm_read_back(old, started.id)
    clock.to("2025-10-07T08:36:00+08:00")
    day.signing.sign_outgoing(started.id, _id(old), PIN)
    clock.to("2025-10-07T08:38:00+08:00")
    day.signing.sign_incoming(started.id, _id(new), PIN)
    return started.id


def _id(actor: Actor) -> int:
    """The person behind an actor who is one."""
    assert actor.person_id is not None
    return actor.person_id


def _play(desk: Desk, actors: Mapping[str, Actor], step: dict[str, Any]) -> None:
    """One step of the script, as far as log, presence and plan are concerned."""
    match step["do"]:
        case "sign_in":
            person = actors[step["person"]]
            desk.duty.check_in(person, _id(person), step["post"])
        case "swap_approved":
            _swap(desk, actors)
        case "swap_effective":
            desk.duty.check_out(actors["徐丽华"], _id(actors["徐丽华"]), "deputy")
            desk.duty.check_in(actors["欧阳静"], _id(actors["欧阳静"]), "deputy")
        case "handover_receive":
            shift = desk.shifts.open_first(actors["黄志强"]).value
            desk.shifts.set_weather(actors["黄志强"], shift.id, "小雨转阴 16—22℃")
        case _:
            pass
    if "log_no" in step:
        _write(desk, actors[step["by"]], step)


def _swap(desk: Desk, actors: Mapping[str, Actor]) -> None:
    desk.duty.change(
        actors["何佳"],
        ChangeRequest(
            "replace",
            "deputy",
            datetime.fromisoformat("2025-10-06T13:00:00+08:00"),
            datetime.fromisoformat("2025-10-07T08:30:00+08:00"),
            _id(actors["徐丽华"]),
            _id(actors["欧阳静"]),
            "家人急病",
            "曾慧",
            "standby",
        ),
    )


def _write(desk: Desk, author: Actor, step: dict[str, Any]) -> None:
    """The step's entry, with what the helper adds to it."""
    event_at = datetime.fromisoformat(step["event_at"]) if "event_at" in step else None
    draft = EntryDraft(EntryKind(step["kind"]), step["summary"], event_at, step.get("handling", ""))
    entry = desk.log.append(author, draft).value
    if step["log_no"] == 3:
        twice = desk.log.append(author, draft).value
        desk.log.strike(author, twice.seq, "重复，见 3 号")
        desk.log.append(
            desk.people.system(), EntryDraft(EntryKind.SYSTEM_MESSAGE, "时钟校准", machine=True)
        )
    if step["log_no"] == 13:
        desk.log.correct(author, entry.seq, entry.text.replace("致1死2失联", "致1死2失联5伤"))
