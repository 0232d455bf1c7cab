"""The reminders of a desk, on both databases."""

from __future__ import annotations
