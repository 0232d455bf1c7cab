"""Whether the words of a report hold together, and agree with the facts on record.

It marks and never blocks (domain dossier §2.6 no. 10): every number of people, the loss and every
time in the text is compared with the casualty table and the basis times, the grade in the title
with the grade the numbers reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from safetydesk.domain.casualties import MEASURE_NAMES, MEASURES, CasualtyState
from safetydesk.domain.grading_tables import table_for
from safetydesk.domain.incident import BasisKind, Category, Family, Grade, graver
from safetydesk.domain.intake_text import Quote
from safetydesk.domain.intake_time_roles import TimeRole
from safetydesk.domain.intake_times import Precision
from safetydesk.domain.report_check import check_title
from safetydesk.domain.report_figures import unknown_figures
from safetydesk.domain.report_fixes import with_loss, with_number, with_time
from safetydesk.domain.report_news import day_hour_minute
from safetydesk.domain.report_remarks import RecordedFacts, Remark, RemarkCode

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.intake import Intake
    from safetydesk.domain.intake_occurrence import TimeSaid
    from safetydesk.domain.intake_text import Said

_CAUSE = re.compile(r"原因")
_TITLE = re.compile(
    r"^.*(?:关于.+(?:报告|续报|终报|补报|核报|更正)|(?:续报|终报|首报)).*$", re.MULTILINE
)
_SUBTITLE = re.compile(r"^\s*[（(][^）)\n]{2,40}[）)]\s*$", re.MULTILINE)
_GRADE = re.compile(
    r"(?P<g>特别重大|重大|较大|一般)(?![^，。\n]{0,4}(?:隐患|危险源|风险|涉险))[^，。\n]{0,10}?(?:事故|火灾|灾害|事件)"
)
_BASES = {
    TimeRole.OCCURRED: BasisKind.OCCURRED,
    TimeRole.RECEIVED: BasisKind.RECEIVED,
    TimeRole.EXTINGUISHED: BasisKind.EXTINGUISHED,
    TimeRole.ENDED: BasisKind.RESCUE_ENDED,
}
_DATE = re.compile(
    r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:(?P<h>\d{1,2})时(?P<n>\d{1,2})分)?"
)
_COUNTED_TIMES = (Precision.MINUTE, Precision.HOUR)
_HURT = ("severely_injured", "lightly_injured")
_MORE = re.compile(r"[余多](?:人|名|万|元)|[万亿][余多]")
_ABOUT = re.compile(r"约|近\d|左右|估")
_TELLING = 4
"""Words of a number shorter than 死亡2人 may mean somebody else where they stand again."""


def own_date(text: str, zone: ZoneInfo) -> datetime | None:
    """The date that a report bears in heading or signature; the end of the day without a clock."""
    found = list(_DATE.finditer(text))
    if not found:
        return None
    last = found[-1]
    year, month, day = (int(last[name]) for name in ("y", "m", "d"))
    hour, minute = (int(last["h"]), int(last["n"])) if last["h"] else (23, 59)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def check_text(read: Intake, zone: ZoneInfo, facts: RecordedFacts | None) -> tuple[Remark, ...]:
    """Everything to be looked at in a report's text; contradictions first."""
    found = [*_consistency(read, zone), *_grade(read, facts), *_elements(read)]
    if facts is not None:
        found += [*_numbers(read, facts), *_times(read, facts, zone)]
        found += unknown_figures(read, facts, zone)
    return tuple(sorted(found, key=lambda remark: not remark.is_error))


def numbers_said(read: Intake) -> dict[str, int]:
    """The numbers of people that a text gives; 受伤 is added up where only its parts are said."""
    said = {name: int(number.value) for name, number in read.casualties.numbers.items()}
    if "injured" not in said and all(name in said for name in _HURT):
        said["injured"] = sum(said[name] for name in _HURT)
    return said


def _elements(read: Intake) -> Iterator[Remark]:
    """The elements of 493号 art. 12 as far as a text shows them, and the rule of the title."""
    numbers = read.casualties
    told = bool(numbers.numbers or numbers.unknown or numbers.nobody)
    present = {
        "时间": read.occurred is not None,
        "地点": read.place.place is not None,
        "单位": read.place.unit is not None,
        "伤亡": told,
        "措施": bool(read.amounts.measures),
        "直接损失": read.amounts.loss_yuan is not None,
        "原因": bool(_CAUSE.search(read.text)),
    }
    for label, there in present.items():
        if not there:
            yield Remark(RemarkCode.MISSING_ELEMENT, f"没有写{label}（可待续报）")
    title, subtitle = _TITLE.search(read.text), _SUBTITLE.search(read.text)
    checked = check_title(title.group() if title else "", subtitle.group() if subtitle else "")
    parts = (
        ("地点", checked.place),
        ("类型", checked.type),
        ("伤亡", checked.casualties),
        ("进展", checked.progress),
    )
    lacking = "、".join(label for label, there in parts if not there)
    if lacking:
        words = f"标题没有写{lacking}" if title else "没有标题"
        yield Remark(RemarkCode.TITLE_INCOMPLETE, words, _spot(title))


def _spot(match: re.Match[str] | None) -> tuple[Quote, ...]:
    return (Quote(match.start(), match.end(), match.group()),) if match else ()


def _consistency(read: Intake, zone: ZoneInfo) -> Iterator[Remark]:
    numbers = read.casualties.numbers
    parts = [numbers.get(key) for key in ("severely_injured", "lightly_injured")]
    whole = numbers.get("injured")
    if whole is not None and all(parts):
        total = sum(part.value for part in parts if part)
        if total != whole.value:
            words = f"受伤{whole.value}人与重伤、轻伤合计{total}人不一致"
            quotes = (*whole.quotes, *(q for part in parts if part for q in part.quotes))
            yield Remark(RemarkCode.SUM_MISMATCH, words, quotes)
    corrected = {change.key for change in read.casualties.changes}
    for key, others in read.casualties.others.items():
        if key not in corrected:
            said = "、".join(f"{item.value}人" for item in (*others, numbers[key]))
            quotes = tuple(q for item in (*others, numbers[key]) for q in item.quotes)
            label = MEASURE_NAMES.get(key, key)
            yield Remark(RemarkCode.CONTRADICTION, f"文中{label}人数前后不同：{said}", quotes)
    yield from _order(read, zone)


def _order(read: Intake, zone: ZoneInfo) -> Iterator[Remark]:
    """Nothing is received, reported or counted before it happened."""
    occurred = read.occurred
    if occurred is None or occurred.precision not in _COUNTED_TIMES:
        return
    for time in read.times.all:
        late = time.role is not TimeRole.EARLIER_VALUE and time.at < occurred.at
        if late and time.precision in _COUNTED_TIMES:
            shown = day_hour_minute(time.at, zone)
            words = f"{shown}早于事发时间{day_hour_minute(occurred.at, zone)}"
            yield Remark(RemarkCode.TIME_ORDER, words, (time.quote, occurred.quote))


def _grade(read: Intake, facts: RecordedFacts | None) -> Iterator[Remark]:
    """The grade in the title against the numbers of the text and the grade on record."""
    title = _TITLE.search(read.text)
    named = _GRADE.search(read.text, *title.span()) if title else None
    if named is None:
        return
    said = next(grade for grade in Grade if grade.chinese_name == named["g"])
    reached = facts.grade if facts is not None else _grade_of_text(read)
    if reached is not None and said is not reached:
        words = f"标题写{said.chinese_name}，按伤亡和损失为{reached.chinese_name}"
        quote = Quote(named.start(), named.end(), named.group())
        fix = quote.text.replace(said.chinese_name, reached.chinese_name, 1)
        yield Remark(RemarkCode.GRADE_MISMATCH, words, (quote,), fixes=(fix,))


def _grade_of_text(read: Intake) -> Grade | None:
    category = read.category.category.value if read.category.category else Category.WORK_SAFETY
    family = read.category.family.value if read.category.family else Family.ACCIDENT
    table = table_for(family, category)
    if table is None:
        return None
    values: dict[str, Any] = dict(_values(read))
    state = CasualtyState(**values)
    found: Grade | None = None
    for criterion in table.criteria:
        found = graver(found, criterion.grade_of(state.number(criterion.measure)))
    return found


def _values(read: Intake) -> dict[str, int | Decimal | None]:
    said: dict[str, int | Decimal | None] = {
        name: number.value for name, number in read.casualties.numbers.items() if name in MEASURES
    }
    if loss := read.amounts.loss_yuan:
        said["loss_yuan"] = loss.value
    return said


def _numbers(read: Intake, facts: RecordedFacts) -> Iterator[Remark]:
    """Every number of the text against the casualty table, and what the text leaves out."""
    for name in MEASURES:
        recorded: int | Decimal | None = getattr(facts.casualties, name)
        said = _mentions(read, name)
        label = MEASURE_NAMES[name]
        within = name in _HURT and "injured" in read.casualties.numbers
        if not said and recorded and name != "burned_ha" and not within:
            words = f"文中没有写{label}，事实表为{_shown(recorded)}"
            yield Remark(RemarkCode.LEFT_OUT, words, measure=name)
        elif said and recorded is None:
            words = f"{label}{_shown(said[0].value)}没有记入事实表"
            yield Remark(RemarkCode.NOT_ON_RECORD, words, said[0].quotes)
        elif recorded is not None:
            yield from _differing(read.text, label, said, recorded)
    hurt = _mentions(read, "injured")
    parts = [getattr(facts.casualties, name) for name in _HURT]
    if hurt and any(part is not None for part in parts):
        yield from _differing(read.text, "受伤", hurt, sum(part or 0 for part in parts))


def _mentions(read: Intake, name: str) -> list[Said[int] | Said[Decimal]]:
    """Each value that the text gives for a number; the one that counts comes first."""
    if name == "loss_yuan":
        return [read.amounts.loss_yuan] if read.amounts.loss_yuan else []
    numbers = read.casualties.numbers
    changes = {change.key for change in read.casualties.changes}
    others = () if name in changes else read.casualties.others.get(name, ())
    return [numbers[name], *others] if name in numbers else []


def _differing(
    text: str, label: str, said: Sequence[Said[int] | Said[Decimal]], recorded: int | Decimal
) -> Iterator[Remark]:
    """One remark for each wrong value, with all its places."""
    found: dict[str, list[Quote]] = {}
    for mention in said:
        if mention.value != recorded and not _roughly(mention, recorded):
            found.setdefault(_shown(mention.value), []).extend(mention.quotes)
    for shown, first in found.items():
        quotes = _everywhere(text, first)
        words = f"{label}：文中{shown}，事实表{_shown(recorded)}"
        fixes = tuple(
            with_loss(quote.text, Decimal(recorded))
            if label == MEASURE_NAMES["loss_yuan"]
            else with_number(quote.text, int(recorded))
            for quote in quotes
        )
        yield Remark(RemarkCode.NUMBER_DIFFERS, words, quotes, fixes=fixes)


def _roughly(mention: Said[int] | Said[Decimal], recorded: int | Decimal) -> bool:
    """Whether 600余人 or 约900万元 is said of 621, of 868.5万元: by the words before and after."""
    words, said = "".join(quote.text for quote in mention.quotes), Decimal(mention.value)
    if _MORE.search(words):
        unit = Decimal(1)
        while said and said % (unit * 10) == 0:
            unit *= 10
        return said <= recorded < said + unit
    return bool(_ABOUT.search(words)) and abs(said - recorded) * 20 <= recorded


def _everywhere(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The words of the quotes wherever they stand in the text."""
    places = {
        (at.start(), at.end(), quote.text)
        for quote in quotes
        for at in re.finditer(f"(?<!\\d){re.escape(quote.text)}(?!\\d)", text)
        if len(quote.text) >= _TELLING
    }
    places |= {(quote.start, quote.end, quote.text) for quote in quotes}
    return tuple(Quote(*place) for place in sorted(places))


def _shown(number: int | Decimal) -> str:
    return f"{int(number)}" if number == int(number) else f"{number:f}"


def _times(read: Intake, facts: RecordedFacts, zone: ZoneInfo) -> Iterator[Remark]:
    """Every time of the text against the basis times."""
    times: list[TimeSaid] = [*read.times.all]
    if read.occurred is not None:
        times.append(read.occurred)
    for time in times:
        basis = _BASES.get(time.role)
        recorded = facts.bases.get(basis) if basis else None
        if basis is None or time.precision not in _COUNTED_TIMES:
            continue
        if recorded is None:
            words = f"{basis.chinese_name}时间{time.quote.text}没有记录"
            yield Remark(RemarkCode.NOT_ON_RECORD, words, (time.quote,))
        elif not _same(time, recorded, zone):
            label, shown = basis.chinese_name, day_hour_minute(recorded, zone)
            words = f"{label}时间：文中{time.quote.text}，记录{shown}"
            fix = with_time(time.quote.text, recorded, time.at, zone)
            yield Remark(RemarkCode.TIME_DIFFERS, words, (time.quote,), fixes=(fix,))
    yield from _as_of(read, facts, zone)


def _as_of(read: Intake, facts: RecordedFacts, zone: ZoneInfo) -> Iterator[Remark]:
    """截至: never before the time for which the numbers on record hold."""
    said, held = read.times.as_of, facts.casualties_at
    if said is None or held is None or said.precision is not Precision.MINUTE:
        return
    if said.at < held.replace(second=0, microsecond=0):
        words = f"截至时间：文中{said.quote.text}，伤亡数字为{day_hour_minute(held, zone)}"
        fix = with_time(said.quote.text, held, said.at, zone)
        yield Remark(RemarkCode.TIME_DIFFERS, words, (said.quote,), fixes=(fix,))


def _same(time: TimeSaid, recorded: datetime, zone: ZoneInfo) -> bool:
    there = recorded.astimezone(zone)
    said = time.at.astimezone(zone)
    if time.precision is Precision.HOUR:
        there = there.replace(minute=0)
    return there.replace(second=0, microsecond=0) == said.replace(second=0, microsecond=0)
