"""Tests of outside notices against servers that the test starts."""

from __future__ import annotations
