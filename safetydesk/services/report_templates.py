"""The office's report templates: the shipped texts, its own copies of them, and filling them."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.report_daily import DAILY_HELP
from safetydesk.domain.report_fields import FIELD_HELP, NEWS_KEYS, fields_of
from safetydesk.domain.report_wording import content_with
from safetydesk.resources import locate
from safetydesk.services.report_material import drafting_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.report_fields import Fields
    from safetydesk.domain.report_series import Place, ReportType
    from safetydesk.services.report_material import Drafting
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_LISTS = ("时间变化", "情况变化", "新接事件", "在办事件")

Body = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TemplateHistory:
    """A text that was put in force: when, by whom, why; ``own`` is False for the shipped one."""

    number: int
    since: datetime
    author: str
    reason: str
    own: bool


@dataclass(frozen=True)
class TemplateView:
    """A template for the settings: the text in force beside the shipped one."""

    kind: ReportType
    text: str
    shipped: str
    own: bool
    outdated: bool
    """Whether the shipped text has changed since the office made its copy."""
    history: tuple[TemplateHistory, ...]


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

    def view(self, kind: ReportType) -> TemplateView:
        """A template as it stands."""
        shipped = shipped_template(kind)
        with self._transactions.read() as uow:
            editions = uow.templates.of(kind.value)
            names = {person.id: person.name for person in uow.people.all(active=False)}
        last = editions[-1] if editions else None
        own = last is not None and bool(last.text)
        return TemplateView(
            kind,
            last.text if last and own else shipped,
            shipped,
            own,
            bool(last and own and last.based_on != _digest(shipped)),
            tuple(
                TemplateHistory(
                    e.number, e.since, names.get(e.author_id or 0, ""), e.reason, bool(e.text)
                )
                for e in editions
            ),
        )

    def edition(self, kind: ReportType, number: int) -> str:
        """The words of an earlier text; the shipped one where it was taken back."""
        with self._transactions.read() as uow:
            found = [e.text for e in uow.templates.of(kind.value) if e.number == number]
        return (found[0] if found else "") or shipped_template(kind)

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

    def put_in_force(self, actor: Actor, kind: ReportType, text: str, reason: str) -> Outcome[int]:
        """The office's own text from now on; drafts begun keep their words.

        Raises:
            BadInput: ``template.*`` with the line where the text is wrong.
            RuleViolation: no reason, or it is in force already.
        """
        self.preview(kind, text)
        if text.strip() == self.view(kind).text.strip():
            raise RuleViolation("template.same")
        return self._add(actor, kind, text, reason)

    def take_back(self, actor: Actor, kind: ReportType, reason: str) -> Outcome[int]:
        """The shipped text holds again.

        Raises:
            RuleViolation: no reason, or it holds already.
        """
        if not self.view(kind).own:
            raise RuleViolation("template.same")
        return self._add(actor, kind, "", reason)

    def _add(self, actor: Actor, kind: ReportType, text: str, reason: str) -> Outcome[int]:
        if not reason.strip():
            raise RuleViolation("template.no_reason")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            number = act.uow.templates.add(
                {
                    "kind": kind.value,
                    "text": text,
                    "based_on": _digest(shipped_template(kind)),
                    "since": act.now,
                    "author_id": act.actor.person_id,
                    "reason": reason.strip(),
                }
            )
            after = {"number": number, "own": bool(text), "reason": reason.strip()}
            act.audit("template.change", Topic.OFFICE, kind.value, after=after)
            act.touch(Topic.REPORTS)
        return act.outcome(number)

    def _fields(self, kind: ReportType, incident_id: int | None) -> Fields:
        if incident_id is None or kind.of_the_day:
            return _sample(kind)
        with self._transactions.read() as uow:
            incident = uow.incidents.get(incident_id)
            drafting = drafting_of(uow, incident, self._transactions.clock.now())
        return fields_of(drafting.known, kind, drafting.news, drafting.issued)


def differences(shipped: str, text: str) -> tuple[str, ...]:
    """The lines in which a text differs from the shipped one: ``-`` theirs, ``+`` the office's."""
    lines = difflib.ndiff(shipped.splitlines(), text.splitlines())
    return tuple(line for line in lines if not line.startswith("?"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sample(kind: ReportType) -> Fields:
    """Each name standing for itself, so that a text can be seen before anything happened."""
    shown = {name: f"〔{name}〕" for name in names_of(kind)}
    lists = {name: [f"〔{name}一〕", f"〔{name}二〕"] for name in _LISTS if name in shown}
    rows = {"变化": [{key: f"〔{key}〕" for key in NEWS_KEYS}]} if "变化" in shown else {}
    return {**shown, **lists, **rows}
