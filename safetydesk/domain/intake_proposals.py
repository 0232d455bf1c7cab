"""What a message that was read proposes for the fields of an incident or a telephone record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from safetydesk.domain.call import CallCategory
from safetydesk.domain.casualties import MEASURE_NAMES, MEASURES
from safetydesk.domain.incident import Casualties, Category, Flag
from safetydesk.domain.incident_entries import FLAG_NAMES
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.intake_kinds import Nature
from safetydesk.domain.intake_text import Quote, Said
from safetydesk.domain.intake_times import Precision
from safetydesk.domain.report_news import day_hour_minute

if TYPE_CHECKING:
    from safetydesk.domain.intake import Intake
    from safetydesk.domain.intake_person_forms import Person

NUMBER, FACT, FLAG = "number", "fact", "flag"
"""The families of targets: ``number.dead``, ``fact.measures``, ``flag.elevator``."""
_UNSPLIT = {"injured": "受伤", "hospitalised": "送医", "ill": "患病", "rescued": "救出"}
"""What a casualty table has no column for; it is noted in words, as the text says it."""
_SENSITIVE_PLACES = (
    "学校",
    "小学",
    "中学",
    "幼儿园",
    "医院",
    "养老",
    "敬老",
    "福利院",
    "商场",
    "景区",
)
_PARKS = ("化工园区", "工业园", "产业园", "园区")
_LONGEST_TITLE = 40


@dataclass(frozen=True)
class Proposal:
    """One value for one field. Without ``target`` it is shown only.

    ``value`` is what the field takes, ``shown`` how it reads in Chinese; ``doubt`` says why it
    should be looked at before it is taken.
    """

    target: str
    label: str
    shown: str
    value: object
    quotes: tuple[Quote, ...]
    doubt: str = ""


@dataclass(frozen=True)
class TimeProposed:
    """A time with what is known of its exactness."""

    at: datetime
    approximate: bool


def incident_proposals(read: Intake, zone: ZoneInfo) -> tuple[Proposal, ...]:
    """Everything of a message that a new incident can take, in the order of its window."""
    return (
        *_head(read, zone),
        *_numbers(read),
        *_facts(read),
        *_flags(read),
        *_hearsay(read),
    )


def call_proposals(read: Intake) -> tuple[Proposal, ...]:
    """Everything of a message that a telephone record can take."""
    found: list[Proposal] = []
    caller = read.caller
    if caller is not None:
        parts = (
            ("number", "号码", caller.phone),
            ("unit", "单位", caller.unit),
            ("name", "姓名", caller.name),
            ("title", "职务", caller.post),
        )
        found += [
            Proposal(target, label, words, words, caller.quotes)
            for target, label, words in parts
            if words
        ]
    category = _call_category(read)
    if category is not None and read.kind.nature is not None:
        quotes = read.kind.nature.quotes
        found.append(Proposal("category", "类别", category.value, category, quotes))
    found += [
        Proposal(f"told.{said.value}", "已报告", said.value, said.value, said.quotes)
        for said in read.people.already_told
    ]
    return tuple(found)


def numbers_of(
    taken: Sequence[Proposal], time: datetime, known_at: datetime, source: str
) -> Casualties | None:
    """The row of the casualty table that the proposals taken make; None where none does."""
    said = {
        item.target.removeprefix(f"{NUMBER}."): item.value
        for item in taken
        if item.target.startswith(f"{NUMBER}.")
    }
    if not said:
        return None
    return Casualties(time=time, known_at=known_at, source=source, **_typed(said))


def facts_of(taken: Sequence[Proposal]) -> tuple[tuple[FactField, str], ...]:
    """The facts in words that the proposals taken make."""
    found: dict[FactField, list[str]] = {}
    for item in taken:
        if item.target.startswith(f"{FACT}."):
            name = FactField(item.target.split(".")[1])
            found.setdefault(name, []).append(str(item.value))
    return tuple((name, "；".join(words)) for name, words in found.items())


def _typed(said: dict[str, object]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if isinstance(value, int | Decimal)}


def _head(read: Intake, zone: ZoneInfo) -> Iterator[Proposal]:
    title = _title(read)
    if title is not None:
        yield title
    if category := read.category.category:
        shown = category.value.chinese_name
        yield Proposal("category", "类别", shown, category.value, category.quotes)
    if occurred := read.occurred:
        exact = occurred.precision in {Precision.MINUTE, Precision.HOUR}
        about = occurred.approximate or not exact
        shown = day_hour_minute(occurred.at, zone) + ("许" if about else "")
        value = TimeProposed(occurred.at, about)
        doubt = "" if exact else "原文没有写明几时"
        yield Proposal("occurred", "事发时间", shown, value, (occurred.quote,), doubt)
    for target, label, said in (
        ("place", "地点", read.place.place),
        ("unit", "单位", read.place.unit),
    ):
        if said is not None:
            yield Proposal(target, label, said.value, said.value, said.quotes)
    if source := _source(read):
        yield source


def _title(read: Intake) -> Proposal | None:
    """From the unit (or place) to the event, where the text says it in one breath."""
    words = read.category.event_words
    named = [said for said in (read.place.unit, read.place.place) if said is not None]
    if not words or not named:
        return None
    before = [said for said in named if said.quotes[0].start < words[0].quotes[0].start]
    for said in before:
        if whole := _in_one_breath(read, said):
            return whole
    first = (before or named[::-1])[0]
    shown = f"{first.value}{words[0].value}"
    return Proposal("title", "名称", shown, shown, (*first.quotes, *words[0].quotes))


def _in_one_breath(read: Intake, first: Said[str]) -> Proposal | None:
    start = first.quotes[0].start
    words = read.category.event_words
    ends = [word.quotes[0].end for word in words if word.quotes[0].end > start]
    text = read.text[start : min(ends)] if ends else ""
    if not text or len(text) > _LONGEST_TITLE or set(text) & set("，,。；;\n（("):
        return None
    quote = Quote(start, min(ends), text)
    return Proposal("title", "名称", text.strip(), text.strip(), (quote,))


def _source(read: Intake) -> Proposal | None:
    caller = read.caller
    if caller is not None:
        words = _named(caller)
        if words:
            return Proposal("source", "来源", words, words, caller.quotes)
    if read.source_unit is not None:
        said = read.source_unit
        return Proposal("source", "来源", said.value, said.value, said.quotes)
    return None


def _named(person: Person) -> str:
    phone = f"（{person.phone}）" if person.phone else ""
    return f"{person.unit}{person.post}{person.name}{phone}"


def _numbers(read: Intake) -> Iterator[Proposal]:
    said = read.casualties
    for name in MEASURES:
        number = said.numbers.get(name)
        if number is None:
            continue
        others = "、".join(f"{other.value}人" for other in said.others.get(name, ()))
        doubt = f"原文另有：{others}" if others else ""
        shown = f"{number.value}人"
        label = MEASURE_NAMES[name]
        yield Proposal(f"{NUMBER}.{name}", label, shown, number.value, number.quotes, doubt)
    if loss := read.amounts.loss_yuan:
        shown = f"{loss.value / 10_000:f}万元"
        label = MEASURE_NAMES["loss_yuan"]
        yield Proposal(f"{NUMBER}.loss_yuan", label, shown, loss.value, loss.quotes)
    if area := read.amounts.burned_area:
        shown = f"{area.value.hectares:f}公顷"
        label = MEASURE_NAMES["burned_ha"]
        yield Proposal(f"{NUMBER}.burned_ha", label, shown, area.value.hectares, area.quotes)


def _facts(read: Intake) -> Iterator[Proposal]:
    nature = read.category.event_words[:1]
    groups = (
        (FactField.NATURE, nature),
        (FactField.MEASURES, read.amounts.measures),
        (FactField.REQUEST, read.amounts.requests),
    )
    for name, said in groups:
        for place, item in enumerate(said):
            target = f"{FACT}.{name.value}.{place}"
            yield Proposal(target, name.chinese_name, item.value, item.value, item.quotes)
    for key, word in _UNSPLIT.items():
        number = read.casualties.numbers.get(key)
        if number is not None and number.value:
            shown = f"{word}{number.value}人"
            target = f"{FACT}.{FactField.SITUATION.value}.{key}"
            label = FactField.SITUATION.chinese_name
            yield Proposal(target, label, shown, shown, number.quotes, "未分轻重，记入现场情况")
    if contact := read.people.contact_on_site:
        words = _named(contact)
        target = f"{FACT}.{FactField.SITE_CONTACT.value}"
        yield Proposal(target, "现场联系人", words, words, contact.quotes)


def _flags(read: Intake) -> Iterator[Proposal]:
    """Circumstances that rules know and the words show; each is only offered."""
    lift = next((word for word in read.category.event_words if word.value == "电梯"), None)
    category = read.category.category
    if lift is not None and category and category.value is Category.SPECIAL_EQUIPMENT:
        yield _flag(Flag.ELEVATOR, lift.quotes)
    place = read.place.full or read.place.place
    if place is not None and any(word in place.value for word in _PARKS):
        yield _flag(Flag.INDUSTRIAL_PARK, place.quotes)
    if place is not None and any(word in place.value for word in _SENSITIVE_PLACES):
        yield _flag(Flag.SENSITIVE_PLACE, place.quotes)
    persons = read.amounts.sensitive_persons
    if persons and read.occurred is not None:
        yield _flag(Flag.SENSITIVE_PERSON, tuple(q for said in persons for q in said.quotes))


def _flag(flag: Flag, quotes: tuple[Quote, ...]) -> Proposal:
    return Proposal(f"{FLAG}.{flag.value}", "标记", FLAG_NAMES[flag], flag.value, quotes)


def _hearsay(read: Intake) -> Iterator[Proposal]:
    """Hearsay is shown and never taken."""
    for name, number in read.casualties.unverified.items():
        word = MEASURE_NAMES.get(name) or _UNSPLIT.get(name, name)
        shown = f"{word}{number.value}人"
        yield Proposal("", "传闻", shown, number.value, number.quotes, "未经核实，不记入伤亡")
    if unknown := read.casualties.unknown:
        yield Proposal("", "伤亡", "不明", None, unknown.quotes, "不明不等于无伤亡")


def _call_category(read: Intake) -> CallCategory | None:
    if read.nature is Nature.DUTY_CHECK:
        return CallCategory.DUTY_CHECK
    if read.nature in {Nature.INITIAL, Nature.FOLLOW_UP, Nature.FINAL}:
        return CallCategory.INCIDENT
    return None
