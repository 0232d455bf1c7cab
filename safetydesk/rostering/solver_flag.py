"""The word with which a packed program is started to solve one roster and nothing else."""

from __future__ import annotations

SOLVER_FLAG = "--solve-roster"
