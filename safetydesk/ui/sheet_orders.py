"""Knows how each printed sheet is ordered: from the print service to a PDF with its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.domain.access import Actor
    from safetydesk.services.printing import PrintService
    from safetydesk.services.sheets import RosterForm
    from safetydesk.ui.perform import CarriesChanges


@dataclass(frozen=True)
class MadeSheet:
    """A sheet ready to look at: ``name`` says which, ``text`` is its plain text where it has one.

    ``name`` is printed Chinese and also proposes the name of the file. ``word`` makes the same
    words as a Word document where there is such a thing, on a thread of its own.
    """

    name: str
    pdf: bytes
    text: str = ""
    word: Callable[[], bytes] | None = None


@dataclass(frozen=True)
class SheetOrder:
    """How a preview gets its sheet, again if need be, and whom it tells that one left the program.

    ``make`` runs on a thread of its own. ``handed_out`` takes the sheet's name and ``printed``,
    ``saved`` or ``copied``; where it fails nothing may leave.
    """

    title: str
    make: Callable[[], MadeSheet]
    handed_out: Callable[[str, str], CarriesChanges]


class SheetOrders:
    """Orders for each kind of sheet, in the name of a person.

    ReportLab is imported when the first sheet is made, on the thread that makes it.
    """

    def __init__(self, prints: PrintService) -> None:
        self._prints = prints

    def shift_log(self, actor: Actor, shift_id: int | None = None) -> SheetOrder:
        """值班日志 of a shift, by default the running one."""

        def make() -> MadeSheet:
            from safetydesk.documents import shift_log_pdf as paper

            wanted = self._prints.shift_id() if shift_id is None else shift_id
            sheet = self._prints.shift_log(actor, wanted).value
            return MadeSheet(f"{paper.TITLE} {sheet.number}", paper.render(sheet))

        return self._order("值班日志", actor, make)

    def handover(self, actor: Actor, handover_id: int) -> SheetOrder:
        """交接班记录 of a handover."""

        def make() -> MadeSheet:
            from safetydesk.documents import handover_pdf as paper

            sheet = self._prints.handover(actor, handover_id).value
            return MadeSheet(f"{paper.TITLE} {sheet.number}", paper.render(sheet))

        return self._order("交接班记录", actor, make)

    def report(self, actor: Actor, report_id: int) -> SheetOrder:
        """A report, signed or a draft; it can be copied as text too."""

        def make() -> MadeSheet:
            from safetydesk.documents import report_pdf as paper
            from safetydesk.documents.plain_text import report_text

            report = self._prints.report(actor, report_id).value
            sheet = report.sheet

            def word() -> bytes:
                from safetydesk.exchange import report_docx

                return report_docx.render(sheet)

            return MadeSheet(report.name, paper.render(sheet), report_text(sheet), word)

        return self._order("信息报告", actor, make)

    def timeline(self, actor: Actor, incident_id: int) -> SheetOrder:
        """处置大事记 of an incident."""

        def make() -> MadeSheet:
            from safetydesk.documents import timeline_pdf as paper

            sheet = self._prints.timeline(actor, incident_id).value
            return MadeSheet(f"{paper.TITLE} {sheet.number}", paper.render(sheet))

        return self._order("处置大事记", actor, make)

    def calls(self, actor: Actor, warning_id: int) -> SheetOrder:
        """预警叫应记录表 of a warning."""

        def make() -> MadeSheet:
            from safetydesk.documents import calling_pdf as paper

            sheet = self._prints.calls(actor, warning_id).value
            return MadeSheet(f"{paper.TITLE} {sheet.number}", paper.render(sheet))

        return self._order("预警叫应记录表", actor, make)

    def roster(self, actor: Actor, form: RosterForm, day: date) -> SheetOrder:
        """值班安排表 of the month, the week or the holiday of a day."""

        def make() -> MadeSheet:
            from safetydesk.documents import roster_pdf as paper

            sheet = self._prints.roster(actor, form, day).value
            return MadeSheet(sheet.title, paper.render(sheet))

        return self._order("值班安排表", actor, make)

    def _order(self, title: str, actor: Actor, make: Callable[[], MadeSheet]) -> SheetOrder:
        def handed_out(name: str, means: str) -> CarriesChanges:
            return self._prints.handed_out(actor, name, means)

        return SheetOrder(title, make, handed_out)
