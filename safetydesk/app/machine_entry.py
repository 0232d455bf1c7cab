"""How the program itself writes a line into the shift log, and who hears of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from safetydesk.domain.access import system
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.log import EntryDraft, EntryKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor
    from safetydesk.ui.bus import Bus

_log = logging.getLogger("safetydesk.run")


def write_machine_entry(
    desk: Desk,
    bus: Bus,
    initiator: QObject,
    text: str,
    *,
    kind: EntryKind = EntryKind.OTHER,
    actor: Actor | None = None,
) -> None:
    """Writes a line marked as the machine's, for the desk itself where no ``actor`` is given.

    Where it cannot be written the program's own log says so: whoever tells has been heard already.
    """
    entry = EntryDraft(kind, text, machine=True)
    try:
        written = desk.log.append(actor or system(desk.heartbeats.desk), entry)
    except SafetyDeskError:
        _log.exception("a line of the program itself could not be written")
    else:
        bus.publish(written.changes, initiator)
