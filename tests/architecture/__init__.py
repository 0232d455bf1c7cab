"""Tests of architecture."""

from __future__ import annotations
