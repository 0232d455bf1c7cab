"""Everything that the screens of warnings and calls work with, in one parcel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.services.callings import CallingService
    from safetydesk.services.warnings import WarningService
    from safetydesk.ui.incident_services import IncidentServices


@dataclass(frozen=True, kw_only=True)
class WarningServices:
    """The services of warnings, and the surroundings that they share with other screens."""

    warnings: WarningService
    callings: CallingService
    around: IncidentServices
