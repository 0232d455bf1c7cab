"""How an entry is sealed and written within a use case; every service writes through here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from safetydesk.domain.changes import Topic
from safetydesk.domain.log import EntryDraft, LogEntry, check_draft
from safetydesk.domain.plain_words import plainly
from safetydesk.domain.seal import sealed_form
from safetydesk.services.sealing import ALGORITHM, sm3

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.services.transaction import Act


def append_entry(
    act: Act, draft: EntryDraft, *, shift_id: int | None = None, author: Actor | None = None
) -> LogEntry:
    """Seals and writes an entry; sending the same ``uuid`` again gives the first one back.

    The entry belongs to the open shift unless ``shift_id`` names another (the closing line of a
    handover), and is the actor's unless ``author`` names another (both sides of a handover sign
    in one act). Reading the last seal and writing happen under the writer's lock.

    Raises:
        RuleViolation: empty, in the future, or a broken link.
    """
    draft = plainly(draft)
    check_draft(draft, act.now)
    uow = act.uow
    if draft.uuid and (written := uow.log.by_uuid(draft.uuid)):
        return written
    shift = uow.shifts.current_id() if shift_id is None else shift_id
    unsealed = _unsealed(act, draft, shift, author or act.actor)
    entry = replace(unsealed, seal=sm3(sealed_form(unsealed)))
    uow.log.append(entry)
    act.audit("log.append", Topic.LOG, entry.seq)
    return entry


def _unsealed(act: Act, draft: EntryDraft, shift_id: int | None, writer: Actor) -> LogEntry:
    """The entry behind the newest one; everything but its seal."""
    head = act.uow.log.head()
    return LogEntry(
        seq=head.seq + 1,
        uuid=draft.uuid or str(uuid4()),
        shift_id=shift_id,
        event_at=draft.event_at or act.now,
        entered_at=act.now,
        stored_at=act.uow.log.stored_at(act.now),
        author_id=writer.person_id,
        author_name=writer.name,
        desk=writer.desk,
        kind=draft.kind,
        text=draft.text,
        handling=draft.handling,
        machine=draft.machine,
        link=draft.link,
        links_to=draft.links_to,
        incident_id=draft.incident_id,
        matter_id=draft.matter_id,
        digest=draft.digest,
        algorithm=ALGORITHM,
        previous=head.seal,
        seal="",
    )
