"""Whether the annex of a report (a list of casualties, a table of numbers) agrees with the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.domain.report import Annex, table_rows
from safetydesk.domain.report_remarks import Remark, RemarkCode

if TYPE_CHECKING:
    from safetydesk.domain.casualties import CasualtyState

_STATES = (
    ("dead", re.compile(r"死亡|遇难|死者|抢救无效|已故")),
    ("missing", re.compile(r"失联|失踪|下落不明")),
    ("trapped", re.compile(r"被困")),
    ("severely_injured", re.compile(r"重伤|危重|病危|急性.*中毒")),
    ("lightly_injured", re.compile(r"轻伤|轻微伤")),
    ("injured", re.compile(r"受伤|伤者|伤员")),
)
_DENIED = re.compile(r"无|未|没有|已找到|已脱险|已出院|获救")
_STATE_HEAD = re.compile(r"伤情|伤亡|情况|状态|状况|类别|结果|备注")
_COUNT_HEADS = {
    "死亡": "dead",
    "失联": "missing",
    "失踪": "missing",
    "被困": "trapped",
    "重伤": "severely_injured",
    "轻伤": "lightly_injured",
    "受伤": "injured",
}
_NAME_HEAD = re.compile(r"姓名")
_TOTAL = re.compile(r"合计|总计|小计")
_NUMBER = re.compile(r"\d+")
_ANNEX = re.compile(
    r"^附件[：:]?[ \t]*(?P<title>[^\n\t|｜]*)\n(?P<rows>(?:[^\n]*[\t|｜][^\n]*(?:\n|$))+)",
    re.MULTILINE,
)
_INJURED = ("severely_injured", "lightly_injured")


@dataclass(frozen=True)
class _Counted:
    """What a table counts: people by measure, totals it states itself, names that stand twice."""

    numbers: Mapping[str, int]
    stated: Mapping[str, int]
    twice: tuple[str, ...]


def split_annex(text: str) -> tuple[str, Annex]:
    """A plain text (复制全文) as its body and the table behind it."""
    found = _ANNEX.search(text)
    if found is None:
        return text, Annex()
    return text[: found.start()], Annex(found["title"].strip(), table_rows(found["rows"]))


def annex_remarks(
    annex: Annex, said: Mapping[str, int], recorded: CasualtyState | None
) -> Iterator[Remark]:
    """The rows against the sums of the text (``said``) and the casualty table; it never blocks."""
    counted = _counted(annex.rows)
    if counted is None:
        return
    for measure, number in counted.numbers.items():
        label = MEASURE_NAMES.get(measure, "受伤")
        in_text = said.get(measure)
        if in_text is not None and in_text != number:
            words = f"附件{label}{number}人，正文{in_text}人"
            yield Remark(RemarkCode.ANNEX_DIFFERS, words)
        on_record = _of_record(measure, recorded)
        if on_record is not None and on_record != number:
            words = f"附件{label}{number}人，事实表{on_record}人"
            yield Remark(RemarkCode.ANNEX_DIFFERS, words)
    for measure, number in counted.stated.items():
        summed = counted.numbers.get(measure)
        if summed is not None and summed != number:
            label = MEASURE_NAMES.get(measure, "受伤")
            words = f"附件{label}合计{number}人，逐行相加{summed}人"
            yield Remark(RemarkCode.SUM_MISMATCH, words)
    if counted.twice:
        names = "、".join(counted.twice)
        yield Remark(RemarkCode.ANNEX_TWICE, f"附件中重复出现：{names}（请核对是否同名）")


def _of_record(measure: str, recorded: CasualtyState | None) -> int | None:
    if recorded is None:
        return None
    if measure == "injured":
        parts = [getattr(recorded, name) for name in _INJURED]
        return sum(part or 0 for part in parts) if any(p is not None for p in parts) else None
    value = getattr(recorded, measure)
    return None if value is None else int(value)


def _counted(rows: Sequence[Sequence[str]]) -> _Counted | None:
    """A list of people by their state, or a table with a column for each measure."""
    if len(rows) < 2:  # noqa: PLR2004 - a head and something below it
        return None
    head, *body = rows
    columns = {
        place: measure
        for place, cell in enumerate(head)
        for word, measure in _COUNT_HEADS.items()
        if cell.startswith(word) and _all_numbers(body, place)
    }
    if columns:
        return _of_columns(columns, body)
    column = _state_column(head, body)
    return None if column is None else _of_people(head, body, column)


def _of_columns(columns: Mapping[int, str], body: Sequence[Sequence[str]]) -> _Counted:
    numbers: Counter[str] = Counter()
    stated: dict[str, int] = {}
    for row in body:
        is_total = any(_TOTAL.search(cell) for cell in row)
        for place, measure in columns.items():
            value = _number(_cell(row, place))
            if is_total:
                stated[measure] = value
            else:
                numbers[measure] += value
    return _Counted(numbers, stated, ())


def _of_people(head: Sequence[str], body: Sequence[Sequence[str]], column: int) -> _Counted:
    people = [row for row in body if not any(_TOTAL.search(cell) for cell in row)]
    numbers = Counter(measure for row in people if (measure := _state(_cell(row, column))))
    if "injured" in numbers:
        for name in _INJURED:
            numbers["injured"] += numbers.pop(name, 0)
    place = next((place for place, cell in enumerate(head) if _NAME_HEAD.search(cell)), None)
    names = Counter(_cell(row, place) for row in people) if place is not None else Counter[str]()
    twice = tuple(name for name, times in names.items() if times > 1 and name.strip("×xX*某不详 "))
    return _Counted(numbers, {}, twice)


def _state_column(head: Sequence[str], body: Sequence[Sequence[str]]) -> int | None:
    """The column that tells how each one is: by its head, else by what stands in it."""
    found = [
        (bool(_STATE_HEAD.search(cell)), share, place)
        for place, cell in enumerate(head)
        if (share := sum(_state(_cell(row, place)) is not None for row in body)) * 2 > len(body)
    ]
    return max(found)[2] if found else None


def _state(cell: str) -> str | None:
    """The measure under which a person counts."""
    if _DENIED.match(cell):
        return None
    return next((measure for measure, form in _STATES if form.search(cell)), None)


def _all_numbers(body: Sequence[Sequence[str]], place: int) -> bool:
    cells = [_cell(row, place) for row in body]
    return any(map(_NUMBER.search, cells)) and all(
        not cell or cell in "-—/" or _NUMBER.fullmatch(cell.rstrip("人名")) for cell in cells
    )


def _number(cell: str) -> int:
    found = _NUMBER.search(cell)
    return int(found.group()) if found else 0


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
