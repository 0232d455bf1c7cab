"""Use cases: one public method is one transaction and one change set."""

from __future__ import annotations
