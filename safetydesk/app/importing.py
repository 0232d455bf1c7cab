"""What the importing commands share: how findings are printed, and a file's fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.finding_words import FINDINGS, SEVERITIES
from safetydesk.app.printing import print_columns
from safetydesk.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.sheet_findings import Finding


def print_findings(findings: Iterable[Finding]) -> None:
    """One line a finding: the cell, how grave, what, the text there, and what helps."""
    for finding in findings:
        cells = (finding.source, SEVERITIES[finding.severity], FINDINGS[finding.code])
        print_columns(*cells, finding.text, _hint(finding))


def words_of(finding: Finding) -> str:
    """What is wrong with a cell, what stands there, and what was expected, as one phrase."""
    hint = _hint(finding)
    there = f"“{finding.text}”" if finding.text.strip() else ""
    return f"{FINDINGS[finding.code]}{there}" + (f"（{hint}）" if hint else "")


def _hint(finding: Finding) -> str:
    """What helps."""
    helps = [*finding.suggest, finding.expected, finding.resolved_by]
    return "；".join(part for part in helps if part)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, kept with the import.

    Raises:
        BadInput: the file is gone.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BadInput("file.missing", where=path.name, expected="文件不存在或不能读取") from error
