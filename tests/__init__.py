"""Tests of safetydesk; they read as sentences."""

from __future__ import annotations
