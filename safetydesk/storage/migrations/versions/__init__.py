"""The revisions, oldest first; literal tables, never the mapped classes of today."""

from __future__ import annotations
