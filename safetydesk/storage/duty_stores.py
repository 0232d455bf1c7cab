"""The stores of the duty plan, of the rules and of warnings that a unit of work offers."""

from __future__ import annotations

from functools import cached_property

from safetydesk.storage.snapshot import Snapshot
from safetydesk.storage.stores.calendar import CalendarStore
from safetydesk.storage.stores.callings import CallingStore
from safetydesk.storage.stores.duty import DutyStore, ImportStore
from safetydesk.storage.stores.duty_counts import DutyCountStore
from safetydesk.storage.stores.records import RecordStore
from safetydesk.storage.stores.rosters import DutyRuleStore, RosterStore
from safetydesk.storage.stores.rule_editions import RuleEditionStore
from safetydesk.storage.stores.staff import StaffStore
from safetydesk.storage.stores.swaps import SwapStore
from safetydesk.storage.stores.templates import ChoiceStore, ReviewStore, TemplateStore
from safetydesk.storage.stores.warnings import WarningStore
from safetydesk.storage.stores.wishes import WishStore


class DutyStores(Snapshot):
    """What is planned, changed, served, published and counted; each store made when asked for."""

    @cached_property
    def duty(self) -> DutyStore:
        """Rosters, changes and presence."""
        return DutyStore(self.session)

    @cached_property
    def duty_counts(self) -> DutyCountStore:
        """What duty is worth, and what went out in calendar files."""
        return DutyCountStore(self.session)

    @cached_property
    def rosters(self) -> RosterStore:
        """What was done with rosters: published, filed."""
        return RosterStore(self.session)

    @cached_property
    def duty_rules(self) -> DutyRuleStore:
        """Rotations and recurring duties."""
        return DutyRuleStore(self.session)

    @cached_property
    def records(self) -> RecordStore:
        """The rows behind the log, as they are sealed with a shift."""
        return RecordStore(self.session)

    @cached_property
    def swaps(self) -> SwapStore:
        """Swaps and substitutions."""
        return SwapStore(self.session)

    @cached_property
    def calendar(self) -> CalendarStore:
        """The yearly holiday notices."""
        return CalendarStore(self.session)

    @cached_property
    def staff(self) -> StaffStore:
        """What duty rules know of people."""
        return StaffStore(self.session)

    @cached_property
    def rule_editions(self) -> RuleEditionStore:
        """The texts of rule packs that were in force."""
        return RuleEditionStore(self.session)

    @cached_property
    def wishes(self) -> WishStore:
        """What people ask of the roster."""
        return WishStore(self.session)

    @cached_property
    def imports(self) -> ImportStore:
        """Applied imports."""
        return ImportStore(self.session)

    @cached_property
    def warnings(self) -> WarningStore:
        """Warnings, their messages and steps."""
        return WarningStore(self.session)

    @cached_property
    def callings(self) -> CallingStore:
        """Call lists, their lines and steps."""
        return CallingStore(self.session)

    @cached_property
    def templates(self) -> TemplateStore:
        """The office's own report templates."""
        return TemplateStore(self.session)

    @cached_property
    def reviews(self) -> ReviewStore:
        """Who read a report before it was signed."""
        return ReviewStore(self.session)

    @cached_property
    def choices(self) -> ChoiceStore:
        """What the office chose."""
        return ChoiceStore(self.session)
