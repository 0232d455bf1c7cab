"""Use cases of drafts: what was being typed, kept until it is saved or thrown away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.storage.drafts import DraftStore


class DraftService:
    """Drafts by key: ``quick``, ``call:new``, ``report:12`` … A form's draft is a JSON object."""

    def __init__(self, store: DraftStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, key: str, text: str) -> None:
        """Keeps the text of a field; an empty text forgets it."""
        self._store.keep(key, text, self._clock.now())

    def keep_form(self, key: str, fields: dict[str, Any]) -> None:
        """Keeps the fields of a form; a form without any text is forgotten."""
        filled = any(str(value).strip() for value in fields.values())
        self.keep(key, json.dumps(fields, ensure_ascii=False) if filled else "")

    def find(self, key: str) -> str:
        """The text kept under a key, or nothing."""
        return self._store.find(key)

    def find_form(self, key: str) -> dict[str, Any]:
        """The fields kept under a key, or none."""
        text = self._store.find(key)
        return dict(json.loads(text)) if text else {}

    def keys(self, prefix: str) -> list[str]:
        """The keys of drafts of one kind, oldest first."""
        return self._store.keys(prefix)

    def forget(self, key: str) -> None:
        """Forgets a draft that was saved for good."""
        self._store.forget(key)
