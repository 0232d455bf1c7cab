"""What each remark about a hand-made sheet is called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from safetydesk.domain.sheet_findings import FindingCode as Code
from safetydesk.domain.sheet_findings import Severity


class FindingWords(QObject):
    """The words for findings, in the language of the screen."""

    def severity(self, severity: Severity) -> str:
        """How grave a finding is."""
        return {
            Severity.ERROR: self.tr("error"),
            Severity.WARNING: self.tr("notice"),
            Severity.INFO: self.tr("remark"),
        }[severity]

    def of(self, code: Code) -> str:
        """What was found."""
        for words in (self._rosters(), self._marks(), self._contacts()):
            if code in words:
                return words[code]
        return code.value

    def _rosters(self) -> dict[Code, str]:
        return {
            Code.DUPLICATE_PERSON: self.tr("the same person twice"),
            Code.UNKNOWN_PERSON: self.tr("not among the people of the office"),
            Code.AMBIGUOUS_PERSON: self.tr("a name that two people bear"),
            Code.OVER_CAPACITY: self.tr("more people than the post has"),
            Code.EMPTY_POST: self.tr("post left empty"),
            Code.ROLE_MISMATCH: self.tr("does not serve this post"),
            Code.COLUMNS_SWAPPED: self.tr("columns may be swapped"),
            Code.ROW_SHIFTED: self.tr("row may be shifted"),
            Code.UNREADABLE_CELL: self.tr("cannot be understood"),
            Code.UNREADABLE_NAME: self.tr("name is garbled"),
            Code.UNREADABLE_PHONE: self.tr("number is garbled"),
            Code.PHONE_MISMATCH: self.tr("number differs from the list"),
            Code.MISSING_DATE: self.tr("day is missing"),
            Code.DUPLICATE_DATE: self.tr("day appears twice"),
            Code.INVALID_DATE: self.tr("no such day"),
            Code.DATE_OUT_OF_PERIOD: self.tr("day outside the period"),
            Code.DATE_INFERRED: self.tr("day was inferred"),
            Code.WEEKDAY_MISMATCH: self.tr("weekday does not fit the date"),
            Code.CONSECUTIVE_DAYS: self.tr("on duty on consecutive days"),
            Code.NOTE_MENTIONS_CHANGE: self.tr("note speaks of a change"),
            Code.COMMENT_MENTIONS_CHANGE: self.tr("comment speaks of a change"),
            Code.CANCELLED_PERSON: self.tr("person is cancelled"),
            Code.DITTO_RESOLVED: self.tr("ditto replaced by the cell above"),
        }

    def _marks(self) -> dict[Code, str]:
        return {
            Code.STRUCK_TEXT: self.tr("struck text was not read"),
            Code.TRACKED_CHANGE: self.tr("tracked change was not read"),
            Code.INVISIBLE_TEXT: self.tr("invisible text was not read"),
            Code.HIDDEN_ROW: self.tr("hidden row was not read"),
            Code.HIDDEN_COLUMN: self.tr("hidden column was not read"),
            Code.HIDDEN_SHEET: self.tr("hidden sheet was not read"),
        }

    def _contacts(self) -> dict[Code, str]:
        return {
            Code.VACANT: self.tr("post is vacant"),
            Code.NO_NAME: self.tr("neither name nor unit"),
            Code.NO_PHONE: self.tr("no number"),
            Code.NO_AREA_CODE: self.tr("area code is missing"),
            Code.BAD_PHONE: self.tr("number cannot be dialled"),
            Code.DUPLICATE: self.tr("repeats an earlier entry"),
            Code.SUSPICIOUS_TEXT: self.tr("looks like a formula, not read"),
        }
