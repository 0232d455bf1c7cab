"""The schema number this program expects; compared by one raw read before Alembic is imported."""

from __future__ import annotations

HEAD = "0001"
