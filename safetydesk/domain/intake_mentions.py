"""Where a message counts people: every number with its measure, and what it corrects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake_numbers import whole_number
from safetydesk.domain.intake_people_words import (
    ADMITTED,
    ADMITTED_PART,
    ALL_OUT,
    ALSO,
    BODIES,
    COMPACT,
    COMPACT_FATES,
    CORRECTED,
    COUNTED,
    FOUND_DEAD,
    HURT_BADLY,
    ILL_IN_ALL,
    IN_BRACKETS,
    INSIDE,
    LAST_ONE,
    LAST_OUT,
    LATER,
    LEFT_BEHIND,
    MOVED,
    OF_THEM,
    REPLACED,
    RESOLVED,
    SINGLE,
    SPOKEN_CORRECTION,
    STATED,
    WITH_ME,
    fate_of,
)
from safetydesk.domain.intake_time_forms import find_times

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Quote, Words

_RESCUERS = re.compile(
    r"(?:出动|调派|派出|调集|投入|组织|去了|安排|派|消防员?|消防指战员|指战员|民警|交警|医护人员|队员|救援人员|志愿者|民兵|增援)[^，。;\d]{0,10}$"
)
_RESCUING = re.compile(
    r"搜救|救援|搜寻|营救|抢救|护送|负责|进行|开展|赶赴|参与|到场|协助|排查|值守|看守"
)
_DISCHARGED = re.compile(r"(?:人员|者|员)?(?:已|均|全部)*(?:治愈|康复)?(?:出院|离院)")
_STILL_SOUGHT_WORDS = re.compile(r"被困|受困|失联|失踪|被埋")
_INHABITANTS = re.compile(
    r"(?:住户|居民|群众|村民|员工|职工|师生|学生|顾客|商户|旅客|游客)[^，。;]{0,4}$"
)
_AMONG = re.compile(r"(?:人员|者|群众|工人|矿工)?(?:中|里|当中)(?!毒)")
_NOT_THESE = re.compile(r"(?:未|没|没有|无|[一二两三四五六七八九十])$")
"""4人未受伤; 夫妻二人一死一伤: the second number is the one of the dead."""
_PAST = re.compile(r"去年|上年|同期|历史上|以往|演练|假设|模拟|假定")
_STILL_SOUGHT = frozenset({"missing", "trapped"})
_SEARCHING = frozenset({"打捞", "搜寻", "搜救", "寻找", "找"})
_FOUND_DEAD_LATER = re.compile(r"后(?:被|经[^，。;]{0,6})?(?:确认|证实|宣布)?(?:死亡|遇难|身亡)")
"""1人失踪后确认死亡."""
_LAST = re.compile(r"最后(?:的)?$")
_WRONGLY = re.compile(
    r"误?将[“\"][^”\"\n]{2,30}[”\"](?:误)?(?:报|写|报送|上报)(?:为|成)(?P<was>[“\"][^”\"\n]{2,30}[”\"])"
)
"""误将“2人死亡”报为“3人死亡”: the second was wrong."""
_MOST_TAKEN = 300
_MASK = "※"
_SPOKEN = {ord("俩"): "两", ord("仨"): "三"}
_NO_COUNT = re.compile(
    r"(?<!\d)(?:120|119|110|122|12345|12350)(?![\d人名个位余多])|\d{1,3}(?:多|余)?(?:周)?岁(?:的|左右)?|1[3-9]\d{9}|0\d{2,3}-\d{7,8}"
)
_RANGE = re.compile(r"(?:\d|[一二两三四五六七八九十])[、\-~至到或]$")


@dataclass(frozen=True)
class Change:
    """A number of people that the message itself corrects or carries on."""

    key: str
    before: int
    after: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Mention:
    """A number of people for one measure; ``final``: a correction, which outdoes all others."""

    key: str
    value: int
    start: int
    end: int
    final: bool = False


class MentionReader:
    """Collects every number of people in one message, with the measure it is of."""

    def __init__(self, words: Words, poisoned: str) -> None:
        self._words, self._text = words, words.kept("masked", lambda: masked(words))
        self._poisoned = poisoned
        self._taken: list[tuple[int, int]] = []
        self._mentions: list[Mention] = []
        self._changes: list[Change] = []
        self._ahead: dict[re.Pattern[str], re.Match[str] | None] = {}

    def read(self) -> tuple[list[Mention], tuple[Change, ...]]:
        """Corrections first, then numbers; in the order of the text."""
        self._corrections()
        self._resolved()
        self._circumstances()
        self._plain_numbers()
        self._later_fates()
        self._single_people()
        self._mentions.sort(key=lambda item: item.start)
        return self._mentions, tuple(self._changes)

    def _key(self, name: str) -> str:
        return self._poisoned if name == "poisoned" else name

    def _corrections(self) -> None:
        for pattern, group in ((CORRECTED, "k"), (REPLACED, "r")):
            for match in pattern.finditer(self._text):
                if self._is_taken(match.start(), match.end()):
                    continue
                before, after = _number(match["from"]), _number(match["to"])
                if before is None or after is None:
                    continue
                key = self._key(fate_of(match, group))
                self._take(match)
                self._mentions.append(Mention(key, after, *match.span(), final=True))
                self._changes.append(Change(key, before, after, (self._quote(match),)))

        for match in SPOKEN_CORRECTION.finditer(self._text):
            group = "u" if match["to"] else "v"
            before = _number(match["from"] or match["from2"])
            after = _number(match["to"] or match["to2"])
            if before is None or after is None or self._is_taken(*match.span()):
                continue
            key = self._key(fate_of(match, group))
            self._take(match)
            self._mentions.append(Mention(key, after, *match.span(), final=True))
            self._changes.append(Change(key, before, after, (self._quote(match),)))

    def _resolved(self) -> None:
        for match in RESOLVED.finditer(self._text):
            if self._is_taken(match.start(), match.end()):
                continue
            kind = match["kind"] or match["kind2"] or match["kind3"]
            key = "missing" if kind in {"失联", "失踪"} else "trapped"
            count = _number(match["n"] or match["n2"] or "")
            self._take(match)
            self._mentions.append(Mention(key, 0, *match.span()))
            if count is None:
                continue
            if match["end"] not in {"找到", "取得联系", "联系上"}:
                self._mentions.append(Mention("rescued", count, *match.span()))
            if key == "missing" and not _LAST.search(self._text[: match.start()]):
                self._changes.append(Change(key, count, 0, (self._quote(match),)))

        self._last_ones()
        self._bodies()

    def _bodies(self) -> None:
        """两具遗体; 打捞起1名失踪人员，已无生命体征."""
        for match in (*FOUND_DEAD.finditer(self._text), *BODIES.finditer(self._text)):
            number = match["n"] or match["n2"] if match.re is BODIES else match["n"]
            value = _number(number)
            if value is not None and not self._is_taken(*match.span()):
                self._take(match)
                self._mentions.append(Mention("dead", value, *match.span()))

    def _last_ones(self) -> None:
        """The last one is out, or all of them are."""
        for match in (*LAST_ONE.finditer(self._text), *LAST_OUT.finditer(self._text)):
            key = "missing" if match["kind"] in {"失联", "失踪"} else "trapped"
            self._take(match)
            self._mentions.append(Mention(key, 0, *match.span()))
        for match in ALL_OUT.finditer(self._text):
            count = _number(match["n"])
            if count is not None and not self._is_taken(*match.span()):
                self._take(match)
                self._mentions.append(Mention("trapped", 0, *match.span()))
                self._mentions.append(Mention("rescued", count, *match.span()))

    def _circumstances(self) -> None:
        """Numbers whose fate the situation shows: in the lift, ill in all."""
        stuck = re.search(r"电梯|轿厢|罐笼|吊笼|升降机", self._text) and re.search(
            r"困|卡|停|坠|断", self._text
        )
        patterns = [(ILL_IN_ALL, "ill")] + ([(INSIDE, "trapped")] if stuck else [])
        for match in OF_THEM.finditer(self._text):
            value = _number(match["n"])
            if value is not None and not self._is_taken(*match.span()):
                severe = match["o_severely_injured"] is not None
                key = "severely_injured" if severe else "lightly_injured"
                self._take(match)
                self._mentions.append(Mention(key, value, *match.span()))
        self._besides_the_number()
        for match in WITH_ME.finditer(self._text):
            value = _number(match["n"])
            if value is not None:
                self._take(match)
                self._mentions.append(Mention("trapped", value + 1, *match.span()))
        patterns.append((MOVED, "evacuated"))
        for pattern, key in patterns:
            for match in pattern.finditer(self._text):
                value = _number(_counted(match))
                if value is not None and not self._is_taken(*match.span()):
                    self._take(match)
                    self._mentions.append(Mention(key, value, *match.span()))

    def _besides_the_number(self) -> None:
        """What brackets or the next clause add; the number itself is read by other forms too."""
        for match in IN_BRACKETS.finditer(self._text):
            value = _number(match["n"])
            if value is not None:
                key = self._key(fate_of(match, "q"))
                self._mentions.append(Mention(key, value, *match.span()))
        for pattern, name in ((HURT_BADLY, "severely_injured"), (LEFT_BEHIND, "trapped")):
            for match in pattern.finditer(self._text):
                value = _number(match["n"])
                sought = pattern is LEFT_BEHIND and match["how"] in _SEARCHING
                key = "missing" if sought else name
                if value is not None and not self._is_taken(*match.span()):
                    self._take(match)
                    self._mentions.append(Mention(key, value, *match.span()))
        for match in ADMITTED.finditer(self._text):
            parts = [_number(part["n"]) for part in ADMITTED_PART.finditer(match["all"])]
            if not self._is_taken(*match.span()):
                self._take(match)
                total = sum(part for part in parts if part is not None)
                self._mentions.append(Mention("hospitalised", total, *match.span()))

    def _plain_numbers(self) -> None:
        at = 0
        while len(self._taken) < _MOST_TAKEN and (match := self._next(at)) is not None:
            key = self._accepted(match)
            at = match.end() if key else _behind_number(match)
            value = _number(match["n"])
            if key and value is not None:
                self._take(match)
                self._mentions.append(Mention(key, value, *match.span()))
                self._second_fate(match, key, value)

    def _second_fate(self, match: re.Match[str], key: str, value: int) -> None:
        """2人被埋压失联: both hold for the same people."""
        also = ALSO.match(self._text, match.end()) if match.re is COUNTED else None
        second = self._key(fate_of(also, "z")) if also is not None else key
        if also is not None and second != key and second in _STILL_SOUGHT:
            self._mentions.append(Mention(second, value, match.start(), also.end()))

    def _next(self, at: int) -> re.Match[str] | None:
        """The mention that begins first; of two that begin together the one that is told fully."""
        for pattern in (STATED, COUNTED, COMPACT):
            ahead = self._ahead.get(pattern)
            if pattern not in self._ahead or (ahead is not None and ahead.start() < at):
                self._ahead[pattern] = pattern.search(self._text, at)
        found = [match for match in self._ahead.values() if match is not None]
        return min(found, key=lambda match: (match.start(), -match.end()), default=None)

    def _accepted(self, match: re.Match[str]) -> str:
        """The measure of a mention, or nothing where the number counts something else."""
        if self._is_taken(match.start(), match.end()) or self._counts_others(match):
            return ""
        if match.re is COMPACT:
            return COMPACT_FATES[match["c"]]
        key = self._key(fate_of(match, "a" if match.re is STATED else "b"))
        dead = key in _STILL_SOUGHT and _FOUND_DEAD_LATER.match(self._text, match.end())
        return "dead" if dead else key

    def _counts_others(self, match: re.Match[str]) -> bool:
        clause, _ = self._words.clause(match.start())
        sentence, _ = self._words.sentence(match.start())
        before = self._text[clause : match.start("n")]
        if _RANGE.search(before) or _PAST.search(self._text[sentence : match.end()]):
            return True
        sought = _STILL_SOUGHT_WORDS.search(match.group())
        if _DISCHARGED.match(self._text, match.end()):
            return True
        if sought and _AMONG.match(self._text, match.end()):
            return True
        return match.re is COUNTED and self._of_somebody_else(match, before)

    def _of_somebody_else(self, match: re.Match[str], before: str) -> bool:
        """Those who are unharmed or help, or another number right before the fate."""
        if _NOT_THESE.search(match["who"]):
            return True
        evacuated = match["b_evacuated"] is not None and _INHABITANTS.search(before)
        return not evacuated and bool(_RESCUERS.search(before) or _RESCUING.search(match["who"]))

    def _later_fates(self) -> None:
        known = {mention.key for mention in self._mentions}
        for match in LATER.finditer(self._text):
            key = self._key(fate_of(match, "l"))
            clause, _ = self._words.clause(match.start())
            rescuers = _RESCUERS.search(self._text[clause : match.start()])
            rescuing = _RESCUING.search(match["who"])
            value = _number(match["n"])
            taken = self._is_taken(match.start(), match.end())
            if key in known or rescuers or rescuing or value is None or taken:
                continue
            known.add(key)
            self._mentions.append(Mention(key, value, *match.span()))

    def _single_people(self) -> None:
        """死者男: one, where no number of the dead was said."""
        match = SINGLE.search(self._text)
        if match is not None and not any(mention.key == "dead" for mention in self._mentions):
            self._take(match)
            self._mentions.append(Mention("dead", 1, *match.span()))

    def _take(self, match: re.Match[str]) -> None:
        self._taken.append(match.span())

    def _is_taken(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self._taken)

    def _quote(self, match: re.Match[str]) -> Quote:
        return self._words.quote(*match.span())


def masked(words: Words) -> str:
    """The text without numbers that count nobody: times, ages, 120 and 119."""
    signs = list(words.plain)
    spans = [(form.start, form.end) for form in find_times(words) if form.hour is not None]
    spans += [match.span("was") for match in _WRONGLY.finditer(words.plain)]
    spans += [match.span() for match in _NO_COUNT.finditer(words.plain)]
    for start, end in spans:
        signs[start:end] = _MASK * (end - start)
    return "".join(signs).translate(_SPOKEN)


def _behind_number(match: re.Match[str]) -> int:
    """Where reading goes on behind a number that counts something else."""
    return max(match.start() + 1, match.end("n") if match.re is COUNTED else match.start() + 1)


def _number(text: str) -> int | None:
    """A whole number, or None where the words are vague (两三)."""
    try:
        return whole_number(text)
    except ValueError:
        return None


def _counted(match: re.Match[str]) -> str:
    """The number of a match; a second form of the same pattern has a group of its own."""
    return match["n"] or (match["n2"] if "n2" in match.re.groupindex else "")
