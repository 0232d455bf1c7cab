"""What a message denies of people: 无人员伤亡, 无被困人员; and what it does not know: 伤亡情况不明."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetydesk.domain.intake_people_words import HEARSAY, NONE, SAFE, UNKNOWN, VERIFIED

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_HARM = ("dead", "injured", "severely_injured", "lightly_injured")
_HURT = ("injured", "severely_injured", "lightly_injured")
_REST = re.compile(r"(?:其他|其余|其它|余下|另外|新增|无其他)[^，。;]{0,8}$|有$")


class Denials:
    """无人员伤亡, 无被困人员, and 伤亡情况不明, which is neither."""

    def __init__(self, words: Words, poisoned: str) -> None:
        self._words, self._text = words, words.plain
        self._poisoned = poisoned
        self._unknown = [*UNKNOWN.finditer(self._text)]

    def write(self, numbers: dict[str, Said[int]]) -> Said[bool] | None:
        """Writes the zeros of 无人员被困 into the numbers; what is said of 伤亡 as a whole."""
        nobody: Said[bool] | None = None
        for match in NONE.finditer(self._text):
            if match["report"] or self._denies_others(match):
                continue
            for name in re.findall(r"伤亡|死亡|受伤|被困|受困|失联|失踪|中毒|伤", match["fates"]):
                if name == "伤亡":
                    nobody = self._nobody(match, numbers) or nobody
                else:
                    self._deny(_denied_key(name, self._poisoned), match, numbers)
        safe = next((m for m in SAFE.finditer(self._text) if not self._denies_others(m)), None)
        return nobody or (self._nobody(safe, numbers) if safe else None)

    def _nobody(self, match: re.Match[str], numbers: dict[str, Said[int]]) -> Said[bool] | None:
        """无人员伤亡; not where somebody is said to be hurt after all."""
        if any(numbers[key].value for key in _HARM if key in numbers):
            return None
        for key in ("dead", "injured"):
            self._deny(key, match, numbers)
        return self._words.said(True, *match.span())  # noqa: FBT003 - the value that is said

    def _deny(self, key: str, match: re.Match[str], numbers: dict[str, Said[int]]) -> None:
        before = numbers.get(key)
        graver = key == "injured" and any(name in numbers and numbers[name].value for name in _HURT)
        if graver or (before is not None and before.quotes[0].start > match.start()):
            return
        numbers[key] = self._words.said(0, *match.span())

    def _denies_others(self, match: re.Match[str]) -> bool:
        clause, _ = self._words.clause(match.start())
        before = self._text[clause : match.start()]
        asked = any(u.start() < match.end() and match.start() < u.end() for u in self._unknown)
        sentence, _ = self._words.sentence(match.start())
        story = self._text[sentence : match.start()]
        told = [*HEARSAY.finditer(story)]
        hearsay = bool(told) and not VERIFIED.search(story, told[-1].end())
        return asked or hearsay or bool(_REST.search(before))

    def nobody_knows(self, numbers: dict[str, Said[int]]) -> Said[bool] | None:
        """伤亡情况不明, while nobody is known to be dead or hurt."""
        harmed = any(numbers[key].value for key in _HARM if key in numbers)
        denied = [m for m in NONE.finditer(self._text) if m["report"]]
        found = [*self._unknown, *denied]
        if harmed or not found:
            return None
        return self._words.said(True, *found[0].span())  # noqa: FBT003 - the value that is said


def _denied_key(name: str, poisoned: str) -> str:
    keys = {"死亡": "dead", "受伤": "injured", "伤": "injured", "中毒": poisoned}
    trapped = "trapped" if name in {"被困", "受困"} else "missing"
    return keys.get(name, trapped)
