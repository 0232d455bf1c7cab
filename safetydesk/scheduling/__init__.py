"""APScheduler's only home: the beat, and what guards it."""

from __future__ import annotations
