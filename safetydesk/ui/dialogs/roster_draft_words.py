"""A draft in words: why somebody was chosen, what is missing, what would help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import DraftRule
from safetydesk.domain.roster_draft_shortage import Relief
from safetydesk.domain.wording import day_text

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.domain.roster_draft import Draft
    from safetydesk.domain.roster_draft_shortage import Relaxation, Shortage
    from safetydesk.domain.roster_draft_why import Standing, Why
    from safetydesk.domain.wording import Words
    from safetydesk.services.views_draft import PreparedDraft

_DAYS_TOLD, _NAMES_TOLD = 6, 6


class DraftWords(QObject):
    """Speaks about drafts in the language of the desk."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._kinds = {
            FairKind.ALL: self.tr("all duties"),
            FairKind.ORDINARY: self.tr("ordinary days"),
            FairKind.WEEKEND: self.tr("days off"),
            FairKind.STATUTORY: self.tr("statutory days"),
            FairKind.SPRING_FESTIVAL: self.tr("Spring Festival"),
            FairKind.NIGHT: self.tr("nights"),
        }
        self._rules = {
            DraftRule.POST: self.tr("not for this post"),
            DraftRule.UNTRAINED: self.tr("not trained yet"),
            DraftRule.NEW_ALONE: self.tr("new, needs somebody experienced beside"),
            DraftRule.LEAVE: self.tr("away"),
            DraftRule.PREGNANT: self.tr("pregnant: no nights, no overtime (art. 6)"),
            DraftRule.NURSING: self.tr("nursing: no nights, no overtime (art. 9)"),
            DraftRule.HEALTH: self.tr("no nights for health"),
            DraftRule.WOMEN_BY_DAY: self.tr("women by day"),
            DraftRule.ELSEWHERE: self.tr("on another post then"),
            DraftRule.REST: self.tr("must rest"),
            DraftRule.PARTNER: self.tr("only with the partner"),
            DraftRule.MENTOR: self.tr("only with the mentor"),
        }

    def kind(self, kind: FairKind) -> str:
        """What a kind is called."""
        return self._kinds[kind]

    def why(self, prepared: PreparedDraft, answer: Why) -> str:
        """Why this person, in a few sentences."""
        names = prepared.names
        post = prepared.labels.get(answer.seat.post, answer.seat.post)
        head = f"{self._day(answer.seat.day)} {post}"
        if answer.person is None:
            return "\n".join(
                [
                    self.tr("{turn}: nobody can serve.").format(turn=head),
                    *self._out(prepared, answer),
                ]
            )
        name = names[answer.person]
        if answer.pinned:
            return self.tr("{turn}: {name}, fixed by hand.").format(turn=head, name=name)
        lines = [f"{head}：{name}", *self._standing(answer), *self._out(prepared, answer)]
        if answer.person in answer.unwanted:
            lines.append(self.tr("Asked not to serve that day; nobody else keeps the parts even."))
        return "\n".join(lines)

    def shortage(self, prepared: PreparedDraft, found: Shortage) -> str:
        """What is missing, by which rule, and what would help."""
        days = sorted({day for _, day in found.empty})
        lines = [
            self.tr("%n turn(s) stay empty: {days}", "", len(found.empty)).format(
                days=self._days(days)
            )
        ]
        for row in found.blocked[:3]:
            people = self._names(prepared, row.people)
            rule = self._rules[row.rule]
            post = prepared.labels.get(row.post, row.post)
            lines.append(f"{post} · {rule}：{people}" if people else f"{post} · {rule}")
        lines.append(self._relief(prepared, found.relaxation))
        return "\n".join(lines)

    def outcome(self, draft: Draft, missed: int, cost: int) -> str:
        """How good a draft is, in one line."""
        parts: list[str] = []
        if draft.widened:
            for row in draft.widened:
                told = self.tr("{kind}: up to {by} more or less than even")
                parts.append(told.format(kind=self._kinds[row.kind], by=row.by))
        elif missed:
            parts.append(self.tr("%n part(s) not even yet", "", missed))
        else:
            parts.append(self.tr("Even within one for every kind of day"))
        if cost > 0:
            parts.append(self.tr("wishes not met: {cost}").format(cost=cost))
        if draft.proven:
            parts.append(self.tr("proven best"))
        return self._words.between.join(parts)

    def _standing(self, answer: Why) -> list[str]:
        """Where the chosen one stood before the turn."""
        mine = answer.of(answer.person or "")
        if mine is None:
            return []
        place = answer.before.index(mine) + 1
        had = self.tr(
            "Before: {kind} {total} ({served} served, {drafted} drafted), fair part {share}."
        )
        lines = [
            had.format(
                total=mine.total,
                kind=self._kinds[answer.kind],
                served=mine.served,
                drafted=mine.drafted,
                share=_share(mine),
            )
        ]
        if place == 1:
            lines.append(self.tr("Of %n who could serve, owed it most.", "", len(answer.before)))
        else:
            told = self.tr(
                "Number {place} of %n who could serve; the others keep other days even.",
                "",
                len(answer.before),
            )
            lines.append(told.format(place=place))
        return lines

    def _out(self, prepared: PreparedDraft, answer: Why) -> list[str]:
        """Who could not, rule by rule."""
        by_rule: dict[DraftRule, list[str]] = {}
        for row in answer.excluded:
            by_rule.setdefault(row.rule, []).append(row.person)
        told = [
            f"{self._rules[rule]}：{self._names(prepared, people)}"
            for rule, people in by_rule.items()
        ]
        return [self.tr("Could not: {who}").format(who="；".join(told))] if told else []

    def _relief(self, prepared: PreparedDraft, relief: Relaxation | None) -> str:
        """The smallest thing that would help."""
        if relief is None:
            return self.tr("No single small change would fill them.")
        post = prepared.labels.get(relief.post, relief.post)
        if relief.relief is Relief.REST:
            told = self.tr("Enough: {hours} hours of rest instead of more.")
            return told.format(hours=relief.hours)
        if relief.relief is Relief.LEAVE:
            told = self.tr("Enough: {people} come back on {days}.")
            return told.format(
                people=self._names(prepared, relief.people), days=self._days(relief.days)
            )
        if relief.relief is Relief.WOMEN_BY_DAY:
            return self.tr("Enough: women serve at night too.")
        return self.tr("Enough: %n more person(s) for {post}.", "", relief.count).format(post=post)

    def _names(self, prepared: PreparedDraft, people: Iterable[str]) -> str:
        names = [prepared.names[person] for person in people]
        more = len(names) - _NAMES_TOLD
        shown = "、".join(names[:_NAMES_TOLD])
        return (
            self.tr("{names} and {more} more").format(names=shown, more=more) if more > 0 else shown
        )

    def _days(self, days: Iterable[date]) -> str:
        told = [self._day(day) for day in days]
        return "、".join(told[:_DAYS_TOLD]) + ("…" if len(told) > _DAYS_TOLD else "")

    def _day(self, day: date) -> str:
        return day_text(day, self._words.month_day)


def _share(standing: Standing) -> str:
    """A part with one decimal at most."""
    return f"{float(standing.share):.1f}".removesuffix(".0")
