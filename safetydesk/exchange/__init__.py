"""Files in and out: foreign files become frozen sheets, never the other way round."""

from __future__ import annotations
