"""Tests of helpers."""

from __future__ import annotations
