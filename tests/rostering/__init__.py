"""Tests of the solver of rosters."""

from __future__ import annotations
