"""Measurements as ratios to a limit taken in the same run; each exits 1 when its goal is missed."""

from __future__ import annotations
