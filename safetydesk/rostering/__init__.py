"""Fair rosters by a solver in a process of its own; the only home of highspy."""

from __future__ import annotations
