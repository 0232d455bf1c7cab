"""Tests of ui."""

from __future__ import annotations
