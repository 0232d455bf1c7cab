"""Tests of app."""

from __future__ import annotations
