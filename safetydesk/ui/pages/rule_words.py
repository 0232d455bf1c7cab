"""The words of rule packs and rules on the page of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.ui.messages import sentence
from safetydesk.ui.models.rows_model import Cell, Column

if TYPE_CHECKING:
    from safetydesk.services.views_rules import PackView, RuleLine
    from safetydesk.ui.wording import Wording


class RuleWords(QObject):
    """The words of packs and rules; what the law says stays Chinese."""

    def __init__(self, parent: QObject, wording: Wording) -> None:
        super().__init__(parent)
        self._wording = wording

    def columns(self) -> list[Column[RuleLine]]:
        """Id, what, term, to whom, how sure, and whether it is in use."""
        return [
            Column(self.tr("No."), lambda line: Cell(line.id, tone=_tone(line)), 64),
            Column(self.tr("Rule"), lambda line: Cell(line.title, tone=_tone(line), bold=line.on)),
            Column(self.tr("Term"), lambda line: Cell(line.term, tone=_tone(line)), 144),
            Column(self.tr("To"), lambda line: Cell(_recipients(line), tone="t2"), 140),
            Column(self.tr("Source"), self._source, 88),
            Column(self.tr("State"), self._standing, 60),
        ]

    def pack(self, pack: PackView) -> str:
        """A pack in the list of packs."""
        marks = [self.tr("in use")] if pack.in_use else []
        if pack.added:
            marks.append(self.tr("our own"))
        if pack.own:
            marks.append(self.tr("changed by the office"))
        return f"{pack.name}（{'、'.join(marks)}）" if marks else pack.name

    def state(self, pack: PackView) -> str:
        """Whose text of a pack is in force, since when, and what of it cannot be read."""
        unread = [
            self.tr("Text no. {number} cannot be read as a whole: {fault}").format(
                number=number, fault=sentence(fault)
            )
            for number, fault in pack.unread
        ]
        return "\n".join([self._in_force(pack), *unread])

    def _in_force(self, pack: PackView) -> str:
        if pack.since is None:
            return self.tr("The shipped text is in force.")
        since = self._wording.full_time(pack.since)
        if pack.added and not pack.own:
            added = self.tr("Added by the office, in force since {since}, {author}: {reason}")
            return added.format(since=since, author=pack.author, reason=pack.reason)
        if not pack.own:
            return self.tr("The shipped text is in force since {since}.").format(since=since)
        own = self.tr("Text of the office no. {number}, in force since {since}, {author}: {reason}")
        words = own.format(number=pack.edition, since=since, author=pack.author, reason=pack.reason)
        if pack.shipped_moved:
            moved = self.tr("The shipped text has changed since: compare it.")
            return f"{words}  {moved}"
        return words

    def detail(self, line: RuleLine) -> str:
        """Citation, dates, condition and remark of a rule."""
        days = [
            self.tr("from {day}").format(day=line.effective_from) if line.effective_from else "",
            self.tr("until {day}").format(day=line.effective_to) if line.effective_to else "",
        ]
        dated = " ".join(day for day in days if day)
        head = "  ".join(part for part in (line.citation, dated) if part)
        sent = f"{line.report} → {_recipients(line)}"
        below = [part for part in (sent, line.condition, line.note) if part]
        return "\n".join([f"{line.id} {line.title}", head, *below])

    def use(self, *, on: bool) -> str:
        """The act that takes a pack into use or out of it."""
        return self.tr("Use this pack…") if on else self.tr("Use it no more…")

    def switch(self, *, on: bool) -> str:
        """The act that takes a rule into use or out of it."""
        return self.tr("Switch on…") if on else self.tr("Switch off…")

    def _source(self, line: RuleLine) -> Cell:
        badge = "o" if line.confidence.weak else "plain"
        return Cell(line.confidence.chinese_name, badge=badge)

    def _standing(self, line: RuleLine) -> Cell:
        if not line.on:
            return Cell(self.tr("off"), badge="todo")
        return Cell(self.tr("changed"), badge="i") if line.changed else Cell("")


def _recipients(line: RuleLine) -> str:
    return "、".join(to.chinese_name for to in line.recipients)


def _tone(line: RuleLine) -> str:
    return "t1" if line.on else "t3"
