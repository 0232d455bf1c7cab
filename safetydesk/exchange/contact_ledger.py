"""Where readers of contact lists write down entries, and how a repeated one is noticed."""

from __future__ import annotations

from dataclasses import dataclass, field

from safetydesk.domain.contact_sheet import ContactDraft, ContactReading
from safetydesk.domain.phone_numbers import PhoneFault, PhoneKind, PhoneNumber, read_phones
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity

_FAULTS = {
    PhoneFault.BAD_PHONE: FindingCode.BAD_PHONE,
    PhoneFault.NO_AREA_CODE: FindingCode.NO_AREA_CODE,
}


@dataclass
class ContactLedger:
    """Entries, rejected rows and findings in the order of the file."""

    contacts: list[ContactDraft] = field(default_factory=list[ContactDraft])
    rejected: list[Finding] = field(default_factory=list[Finding])
    findings: list[Finding] = field(default_factory=list[Finding])
    _by_key: dict[tuple[str, str], list[ContactDraft]] = field(
        default_factory=dict[tuple[str, str], list[ContactDraft]]
    )

    def add(self, draft: ContactDraft) -> None:
        """Takes an entry, unless it says nothing that an earlier one has not said."""
        earlier = self._same(draft)
        if earlier is not None:
            self.findings.append(
                Finding(
                    FindingCode.DUPLICATE,
                    Severity.WARNING,
                    draft.source,
                    draft.name or draft.unit,
                    related=(earlier.source,),
                )
            )
            return
        self.contacts.append(draft)
        for number in {phone.number for phone in draft.phones}:
            self._by_key.setdefault((draft.name or "", number), []).append(draft)

    def reject(self, code: FindingCode, source: str, text: str) -> None:
        """Turns a row down, with the reason."""
        self.rejected.append(Finding(code, Severity.ERROR, source, text))

    def remark(self, code: FindingCode, source: str, text: str) -> None:
        """Writes down a remark."""
        finding = Finding(code, Severity.WARNING, source, text)
        if finding not in self.findings:
            self.findings.append(finding)

    def phones(self, text: str, hint: PhoneKind | None, source: str) -> tuple[PhoneNumber, ...]:
        """The numbers of a text; doubts about them become findings."""
        reading = read_phones(text, hint)
        for fault in reading.faults:
            self.remark(_FAULTS[fault], source, text.strip())
        return reading.numbers

    def finish(self) -> ContactReading:
        """The reading as a value."""
        return ContactReading(tuple(self.contacts), tuple(self.rejected), tuple(self.findings))

    def _same(self, draft: ContactDraft) -> ContactDraft | None:
        """An earlier entry of this name with all these numbers, in the same unit or in none."""
        numbers = {phone.number for phone in draft.phones}
        if not numbers:
            return None
        for earlier in self._by_key.get((draft.name or "", next(iter(numbers))), []):
            same_unit = earlier.unit == draft.unit or not (earlier.unit and draft.unit)
            if same_unit and numbers <= {phone.number for phone in earlier.phones}:
                return earlier
        return None


def distinct(phones: list[PhoneNumber]) -> tuple[PhoneNumber, ...]:
    """The numbers in their order, each once."""
    kept: dict[tuple[str, str], PhoneNumber] = {}
    for phone in phones:
        kept.setdefault((phone.number, phone.ext), phone)
    return tuple(kept.values())
