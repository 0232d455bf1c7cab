"""Screens: they render views and emit intents, and decide nothing."""

from __future__ import annotations
