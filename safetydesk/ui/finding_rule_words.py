"""What each rule about rosters, each finding and each level is called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.domain.roster_findings import Level, Rule
from safetydesk.domain.staff import Protection

if TYPE_CHECKING:
    from safetydesk.services.views_findings import FindingView


class FindingRuleWords(QObject):
    """The words for findings, in the language of the screen."""

    def level(self, level: Level) -> str:
        """What a level does."""
        return {
            Level.OFF: self.tr("off"),
            Level.WARN: self.tr("warns"),
            Level.DENY: self.tr("keeps back"),
        }[level]

    def rule(self, rule: Rule) -> str:
        """The rule, as the settings list it."""
        return {**self._rules(), **self._rules_of_people()}[rule]

    def measure(self, rule: Rule) -> str:
        """What the measure of a rule counts; empty where it has none."""
        return {
            Rule.TINY_GAP: self.tr("minutes"),
            Rule.REST: self.tr("hours"),
            Rule.CONSECUTIVE: self.tr("days"),
            Rule.TWO_PERSON: self.tr("people"),
            Rule.KEY_STAFF: self.tr("people"),
            Rule.UNVERIFIED_PHONE: self.tr("days"),
        }.get(rule, "")

    def short(self, finding: FindingView) -> str:
        """The finding in a few words, without the day."""
        words = {**self._of_posts(), **self._of_people()}[finding.rule]
        return words.format(post=finding.label, name=finding.name, other=finding.other)

    def detail(self, finding: FindingView) -> str:
        """What else is to be said at the right of a line."""
        if finding.rule is Rule.REST:
            return self.tr("{count} h of rest").format(count=finding.measure)
        if finding.rule is Rule.CONSECUTIVE:
            return self.tr("{count} days").format(count=finding.measure)
        if finding.rule is Rule.LAW:
            return self._article(finding.other)
        if finding.rule in {Rule.LEAVE, Rule.LEADER_ABSENT}:
            return finding.other
        if finding.rule is Rule.UNVERIFIED_PHONE:
            return self.tr("not reached") if finding.other else self.tr("not tried")
        return "" if finding.rule in {Rule.GAP, Rule.DOUBLE, Rule.KEY_LEADER} else finding.label

    def _article(self, protection: str) -> str:
        """The article of 女职工劳动保护特别规定; that there is a law, for whoever may not know."""
        return (
            {
                Protection.PREGNANT: self.tr("Provisions, art. 6"),
                Protection.NURSING: self.tr("Provisions, art. 9"),
            }.get(Protection(protection), "")
            if protection
            else self.tr("protected by law")
        )

    def _of_posts(self) -> dict[Rule, str]:
        return {
            Rule.GAP: self.tr("{post}: nobody"),
            Rule.TINY_GAP: self.tr("{post}: short gap"),
            Rule.TWO_PERSON: self.tr("Alone at the desk"),
            Rule.EMPTY: self.tr("{name} has left the office"),
            Rule.DOUBLE: self.tr("{name}: {post} and {other}"),
            Rule.REST: self.tr("{name}: duties too close"),
            Rule.CONSECUTIVE: self.tr("{name}: day after day"),
            Rule.KEY_LEADER: self.tr("Key period: no duty leader"),
            Rule.KEY_STAFF: self.tr("Key period: too few at the desk"),
        }

    def _of_people(self) -> dict[Rule, str]:
        return {
            Rule.LAW: self.tr("{name}: no night duty"),
            Rule.LEADER_ABSENT: self.tr("{name} is away"),
            Rule.LEAVE: self.tr("{name} is on leave"),
            Rule.UNTRAINED: self.tr("{name}: not trained"),
            Rule.PAIR: self.tr("{name}: without {other}"),
            Rule.MENTOR: self.tr("{name}: without the mentor {other}"),
            Rule.NOT_ELIGIBLE: self.tr("{name}: not a post of hers or his"),
            Rule.NIGHT_AVOIDED: self.tr("{name}: better no nights"),
            Rule.WOMAN_ALONE_AT_NIGHT: self.tr("{name}: women only at night"),
            Rule.NO_PHONE: self.tr("{name}: no telephone"),
            Rule.UNVERIFIED_PHONE: self.tr("{name}: telephone not verified"),
        }

    def _rules(self) -> dict[Rule, str]:
        return {
            Rule.GAP: self.tr("Post without people"),
            Rule.TINY_GAP: self.tr("Gap that is likely a slip, up to"),
            Rule.EMPTY: self.tr("Planned person has left"),
            Rule.DOUBLE: self.tr("Two posts at once"),
            Rule.REST: self.tr("Rest after a duty, at most"),
            Rule.CONSECUTIVE: self.tr("Days in a row, more than"),
            Rule.TWO_PERSON: self.tr("People at the desk, at least"),
            Rule.KEY_LEADER: self.tr("Key period without a duty leader"),
            Rule.KEY_STAFF: self.tr("People at the desk in key periods, at least"),
        }

    def _rules_of_people(self) -> dict[Rule, str]:
        return {
            Rule.LAW: self.tr("Nights of late pregnancy and nursing"),
            Rule.LEADER_ABSENT: self.tr("Duty leader away"),
            Rule.LEAVE: self.tr("On leave or away"),
            Rule.UNTRAINED: self.tr("Not trained yet"),
            Rule.PAIR: self.tr("Primary and deputy of a pair apart"),
            Rule.MENTOR: self.tr("In training without the mentor"),
            Rule.NOT_ELIGIBLE: self.tr("Not a post of the person"),
            Rule.NIGHT_AVOIDED: self.tr("Nights to be avoided for health"),
            Rule.WOMAN_ALONE_AT_NIGHT: self.tr("Women only at night (custom)"),
            Rule.NO_PHONE: self.tr("No telephone number"),
            Rule.UNVERIFIED_PHONE: self.tr("Number not verified for"),
        }
