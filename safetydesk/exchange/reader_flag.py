"""The word with which a packed program is started to read one foreign file and nothing else."""

from __future__ import annotations

READER_FLAG = "--read-foreign-file"
