"""The office's report templates: the shipped texts, its own copies of them, and filling them."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.errors import BadInput
from safetydesk.domain.report_daily import DAILY_HELP, daily_fields
from safetydesk.domain.report_fields import FIELD_HELP, NEWS_KEYS, fields_of
from safetydesk.domain.report_wording import content_with
from safetydesk.resources import locate
from safetydesk.services.day_facts import facts_of_the_day
from safetydesk.services.office_texts import OfficeText, change_text, edition_of, text_view
from safetydesk.services.report_material import drafting_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetydesk.domain.access import Actor
    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.report_fields import Fields
    from safetydesk.domain.report_series import Place, ReportType
    from safetydesk.services.report_material import Drafting
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_NEWEST = 20
_LISTS = ("时间变化", "情况变化", "新接事件", "在办事件")

Body = tuple[tuple[str, str], ...]


@lru_cache(maxsize=32)
def shipped_template(kind: ReportType) -> str:
    """The text that comes with the program."""
    return locate(f"templates/reports/{kind.value}.txt").read_text(encoding="utf-8")


def names_of(kind: ReportType) -> Mapping[str, str]:
    """Every name that a template of the kind may use, with what stands there."""
    return DAILY_HELP if kind.of_the_day else FIELD_HELP


def body_of(uow: UnitOfWork, kind: ReportType, fields: Fields) -> tuple[Body, BadInput | None]:
    """The words by the office's template; the shipped one helps where that is broken.

    The second value tells why the office's own could not be used.
    """
    from safetydesk.services.template_engine import rendered

    trouble: BadInput | None = None
    if own := uow.templates.own_text(kind.value):
        try:
            return rendered(own, fields), None
        except BadInput as error:
            trouble = error
    return rendered(shipped_template(kind), fields), trouble


def content_of(
    uow: UnitOfWork, drafting: Drafting, place: Place
) -> tuple[ReportContent, BadInput | None]:
    """The proposed words of a report, and why the office's template was not used, if so."""
    fields = fields_of(drafting.known, place.type, drafting.news, drafting.issued)
    body, trouble = body_of(uow, place.type, fields)
    return content_with(drafting.known, place, body), trouble


class ReportTemplates:
    """What supervisors do with templates; each text is kept with its author and reason."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def view(self, kind: ReportType) -> OfficeText:
        """A template as it stands."""
        with self._transactions.read() as uow:
            return text_view(uow, kind.value, shipped_template(kind))

    def edition(self, kind: ReportType, number: int) -> str:
        """The words of an earlier text; the shipped one where it was taken back."""
        with self._transactions.read() as uow:
            return edition_of(uow, kind.value, number, shipped_template(kind))

    def preview(self, kind: ReportType, text: str, incident_id: int | None = None) -> str:
        """What a text would make of an incident, or of the names themselves without one.

        Raises:
            BadInput: ``template.*`` with the line where the text is wrong.
        """
        from safetydesk.services.template_engine import checked_parts, rendered

        checked_parts(text, names_of(kind))
        fields = self._fields(kind, incident_id)
        body = rendered(text, fields)
        return "\n".join(f"{lead}。{words}" if lead else words for lead, words in body if words)

    def subjects(self, kind: ReportType) -> list[tuple[int, str]]:
        """What a preview can be made of: id and name of the newest incidents, or the day."""
        if kind.of_the_day:
            return [(0, "今天的值班情况")]
        with self._transactions.read() as uow:
            newest = uow.incidents.all(only_open=False, limit=_NEWEST)
            return [(one.id, f"{one.number} {one.title}") for one in newest]

    def put_in_force(self, actor: Actor, kind: ReportType, text: str, reason: str) -> Outcome[int]:
        """The office's own text from now on; drafts begun keep their words.

        Raises:
            BadInput: ``template.*`` with the line where the text is wrong.
            RuleViolation: no reason, or it is in force already.
        """
        self.preview(kind, text)
        return change_text(self._transactions, actor, self.view(kind), text, reason)

    def take_back(self, actor: Actor, kind: ReportType, reason: str) -> Outcome[int]:
        """The shipped text holds again.

        Raises:
            RuleViolation: no reason, or it holds already.
        """
        return change_text(self._transactions, actor, self.view(kind), "", reason)

    def _fields(self, kind: ReportType, incident_id: int | None) -> Fields:
        if incident_id is None:
            return _sample(kind)
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            if kind.of_the_day:
                return daily_fields(facts_of_the_day(uow, now))
            drafting = drafting_of(uow, uow.incidents.get(incident_id), now)
        return fields_of(drafting.known, kind, drafting.news, drafting.issued)


@dataclass(frozen=True)
class TemplateText:
    """One template, as the settings edit any text of the office (``EditsText``)."""

    templates: ReportTemplates
    kind: ReportType

    def view(self) -> OfficeText:
        """The template as it stands."""
        return self.templates.view(self.kind)

    def subjects(self) -> list[tuple[int, str]]:
        """The newest incidents, or the day."""
        return self.templates.subjects(self.kind)

    def names(self) -> Mapping[str, str]:
        """Every name that it may use."""
        return names_of(self.kind)

    def edition(self, number: int) -> str:
        """The words of an earlier text."""
        return self.templates.edition(self.kind, number)

    def preview(self, text: str, incident_id: int | None = None) -> str:
        """What a text makes of an incident, or of the names; ``BadInput`` where it is wrong."""
        return self.templates.preview(self.kind, text, incident_id)

    def put_in_force(self, actor: Actor, text: str, reason: str) -> Outcome[int]:
        """The office's own text from now on; raises what ``ReportTemplates`` does."""
        return self.templates.put_in_force(actor, self.kind, text, reason)

    def take_back(self, actor: Actor, reason: str) -> Outcome[int]:
        """The shipped text holds again; raises what ``ReportTemplates`` does."""
        return self.templates.take_back(actor, self.kind, reason)


def differences(shipped: str, text: str) -> tuple[str, ...]:
    """The lines in which a text differs from the shipped one: ``-`` theirs, ``+`` the office's."""
    lines = difflib.ndiff(shipped.splitlines(), text.splitlines())
    return tuple(line for line in lines if not line.startswith("?"))


def _sample(kind: ReportType) -> Fields:
    """Each name standing for itself, so that a text can be seen before anything happened."""
    shown = {name: f"〔{name}〕" for name in names_of(kind)}
    lists = {name: [f"〔{name}一〕", f"〔{name}二〕"] for name in _LISTS if name in shown}
    rows = {"变化": [{key: f"〔{key}〕" for key in NEWS_KEYS}]} if "变化" in shown else {}
    return {**shown, **lists, **rows}
