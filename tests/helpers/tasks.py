"""A task runner that works at once, in the thread that asked."""

from __future__ import annotations

from safetydesk.ui.tasks import AtOnce


class SyncTaskRunner(AtOnce):
    """Carries work out before ``submit`` returns; nothing is ever under way."""

    busy = False
