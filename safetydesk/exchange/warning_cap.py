"""A warning in a CAP 1.2 file as the national release system writes it (GB/T 35965)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from safetydesk.domain.errors import BadInput
from safetydesk.domain.warning import MessageKind, WarningLevel, WarningStatement, areas_to_mind
from safetydesk.domain.warning_text import areas_named, short_area
from safetydesk.exchange.xml_tree import Element, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPES = {
    "Alert": MessageKind.ISSUED,
    "Update": MessageKind.UPDATED,
    "Cancel": MessageKind.CANCELLED,
}
_OTHER_TYPES = frozenset({"Ack", "Error"})
_STATUSES = frozenset({"Actual", "Exercise", "System", "Test", "Draft"})
_LEVELS = {level.word: level for level in WarningLevel} | {
    level.chinese_name: level for level in WarningLevel
}
_NUMERALS = {"I": 1, "II": 2, "III": 3, "IV": 4, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4} | {
    str(number): number for number in range(1, 5)
}
_SAID = re.compile(r"(?P<c>[红橙黄蓝])色")
_LIFTED = re.compile(r"解除")
_REFERENCE = re.compile(r"^[^,\s]+,[^,\s]+,[^,\s]+$")


@dataclass(frozen=True)
class CapReference:
    """An earlier message that this one speaks of."""

    sender: str
    identifier: str
    sent: datetime


@dataclass(frozen=True)
class CapArea:
    """A place of the warning: its name as the directory knows it, and its code."""

    name: str
    geocode: str


@dataclass(frozen=True)
class CapWarning:
    """What a file says. ``statement`` keeps the issuer's words; without <info> it names no sort.

    ``is_actual``: neither an exercise nor a test, an answer or a draft. ``minded``: areas that the
    text names and the file's list does not.
    """

    identifier: str
    sender: str
    sent: datetime
    status: str
    msg_type: str
    scope: str
    note: str
    references: tuple[CapReference, ...]
    kind: MessageKind | None
    statement: WarningStatement
    event_code: str
    onset: datetime | None
    areas: tuple[CapArea, ...]
    minded: tuple[str, ...]

    @property
    def is_actual(self) -> bool:
        """Whether the message concerns the office at all."""
        return self.status == "Actual" and self.kind is not None


def read_cap(content: bytes, name: str) -> CapWarning:
    """The warning of a file.

    Raises:
        BadInput: no CAP 1.2 alert; names the file, the element and what was expected.
    """
    return _Reader(read_tree(content, name), name).read()


class _Reader:
    """Reads one alert; refusals name the element."""

    def __init__(self, alert: Element, name: str) -> None:
        self._alert, self._name = alert, name

    def read(self) -> CapWarning:
        """Everything of the alert."""
        alert = self._alert
        if alert.name != "alert":
            self._refuse(alert.name, "根元素 alert（CAP 1.2）")
        status, msg_type = self._one_of("status", _STATUSES), self._msg_type()
        references = self._references()
        infos = self._infos()
        info = infos[0] if infos else None
        kind = self._kind(msg_type, info)
        if info is None and kind is not None and not kind.ends:
            self._refuse("info", "预警内容 info")
        areas = self._areas(infos)
        statement = self._statement(info, areas, references)
        said = f"{statement.matters}{statement.title}"
        return CapWarning(
            identifier=statement.identifier,
            sender=self._required("sender"),
            sent=self._sent(),
            status=status,
            msg_type=msg_type,
            scope=self._required("scope"),
            note=alert.word("note"),
            references=references,
            kind=kind,
            statement=statement,
            event_code=next((value for _, value in _valued(info, "eventCode")), ""),
            onset=self._instant(info, "onset") if info else None,
            areas=areas,
            minded=areas_to_mind(statement, areas_named(said)) if areas else (),
        )

    def _msg_type(self) -> str:
        return self._one_of("msgType", frozenset(_TYPES) | _OTHER_TYPES)

    def _kind(self, msg_type: str, info: Element | None) -> MessageKind | None:
        """What the message does; a lifting comes as Cancel or Update and says so in words."""
        kind = _TYPES.get(msg_type)
        words = self._alert.word("note") + (info.word("headline") if info else "")
        if kind in (MessageKind.CANCELLED, MessageKind.UPDATED) and _LIFTED.search(words):
            return MessageKind.LIFTED
        return kind

    def _infos(self) -> list[Element]:
        """The Chinese contents, or all where none is marked so; they must be of one warning."""
        infos = self._alert.all("info")
        chinese = [one for one in infos if one.word("language").lower().startswith("zh")]
        chosen = chinese or infos
        if len({(one.word("event"), self._level(one)) for one in chosen}) > 1:
            self._refuse("info", "一个文件只含一种灾害、一个级别；多个级别请分开录入")
        return chosen

    def _statement(
        self, info: Element | None, areas: Sequence[CapArea], references: Sequence[CapReference]
    ) -> WarningStatement:
        """The issuer's words; a cancellation without <info> leaves the sort to what it cancels."""
        sent = self._sent()
        identifier = self._required("identifier")
        refers_to = tuple(reference.identifier for reference in references)
        if info is None:
            return WarningStatement(
                "", None, self._required("sender"), sent, identifier=identifier, refers_to=refers_to
            )
        description = info.word("description")
        return WarningStatement(
            hazard=info.word("event") or self._refuse("event", "灾害种类"),
            level=self._level(info),
            issuer=info.word("senderName") or self._required("sender"),
            issued_at=sent,
            in_force_from=self._instant(info, "effective"),
            in_force_until=self._instant(info, "expires"),
            areas=tuple(area.name for area in areas),
            title=info.word("headline"),
            matters=description,
            measures=info.word("instruction"),
            identifier=identifier,
            refers_to=refers_to,
            text="\n".join(
                part
                for part in (info.word("headline"), description, info.word("instruction"))
                if part
            ),
        )

    def _level(self, info: Element) -> WarningLevel | None:
        """The level by colour, numeral or headline; contradicting ones are refused."""
        given = dict(_valued(info, "parameter"))
        said = _SAID.findall(info.word("headline"))
        found = [
            level
            for level in (
                _LEVELS.get(given.get("color", "").lower()),
                _numbered(given.get("level", "")),
                _LEVELS.get(f"{said[-1]}色") if said else None,
            )
            if level is not None
        ]
        if len(set(found)) > 1:
            self._refuse("parameter", "颜色、级别、标题一致的预警级别")
        return found[0] if found else None

    def _areas(self, infos: Sequence[Element]) -> tuple[CapArea, ...]:
        """The places of all contents, each once."""
        made = (
            CapArea(
                short_area(area.word("areaDesc") or self._refuse("areaDesc", "区域名称")),
                next((value for _, value in _valued(area, "geocode")), ""),
            )
            for info in infos
            for area in info.all("area")
        )
        return tuple(dict.fromkeys(made))

    def _references(self) -> tuple[CapReference, ...]:
        """``sender,identifier,sent`` for each earlier message."""
        found: list[CapReference] = []
        for part in self._alert.word("references").split():
            if not _REFERENCE.match(part):
                self._refuse("references", "发送方,编号,时间")
            sender, identifier, sent = part.split(",")
            found.append(CapReference(sender, identifier, self._time(sent, "references")))
        return tuple(found)

    def _instant(self, parent: Element, name: str) -> datetime | None:
        """An instant with its offset; None where it is left out."""
        text = parent.word(name)
        return self._time(text, name) if text else None

    def _sent(self) -> datetime:
        """When the message was sent."""
        return self._time(self._required("sent"), "sent")

    def _time(self, text: str, name: str) -> datetime:
        try:
            made = datetime.fromisoformat(text)
        except ValueError:
            self._refuse(name, "带时区的时间，如 2026-07-14T22:38:00+08:00")
        if made.tzinfo is None:
            self._refuse(name, "带时区的时间，如 2026-07-14T22:38:00+08:00")
        return made

    def _one_of(self, name: str, known: frozenset[str]) -> str:
        text = self._required(name)
        if text not in known:
            self._refuse(name, "、".join(sorted(known)) + " 之一")
        return text

    def _required(self, name: str) -> str:
        return self._alert.word(name) or self._refuse(name, "必填内容")

    def _refuse(self, element: str, expected: str) -> NoReturn:
        found = self._alert.first(element)
        line = f" 第 {found.line} 行" if found is not None else ""
        raise BadInput("file.cap", where=f"{self._name}{line} {element}", expected=expected)


def _valued(parent: Element | None, name: str) -> list[tuple[str, str]]:
    """The (valueName, value) pairs of an element's children."""
    children = parent.all(name) if parent is not None else []
    return [(child.word("valueName"), child.word("value")) for child in children]


def _numbered(text: str) -> WarningLevel | None:
    """The level of a numeral: I, Ⅱ, 3."""
    number = _NUMERALS.get(text.strip().upper().removesuffix("级"))
    return WarningLevel(number) if number else None
