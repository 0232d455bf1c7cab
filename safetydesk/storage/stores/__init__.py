"""Queries and the mapping between rows and domain values, one store per area."""

from __future__ import annotations
