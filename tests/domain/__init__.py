"""Tests of domain."""

from __future__ import annotations
