"""Which entries of the log contain some words: candidates by the index, then the words themselves.

The index knows pieces of runs, not where one run ends and the next begins (``K12段`` is two runs):
a candidate holds all the pieces, and its text decides. Where few candidates stand the test, older
ones are looked at, up to the first entry of the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from safetydesk.storage.grams import Phrase, folded, phrases
from safetydesk.storage.tables.log import LogEntryRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST_AT_ONCE = 4_000
_FTS = text(
    "SELECT rowid FROM log_grams WHERE log_grams MATCH :match AND rowid < :before"
    " ORDER BY rowid DESC LIMIT :limit"
)
# ``seq+0`` keeps the planner off the id index.
_TSQUERY = text(
    "SELECT seq FROM log_grams WHERE grams @@ to_tsquery('simple', :match) AND seq < :before"
    " ORDER BY seq + 0 DESC LIMIT :limit"
)
_NEWEST = 2**62


def find(session: Session, query: str, limit: int, *, sqlite: bool) -> list[int]:
    """The numbers of entries that contain every word of the query, newest first."""
    wanted, words = phrases(query), folded(query).split()
    if not wanted or limit < 1:
        return []
    statement, match = (_FTS, _fts(wanted)) if sqlite else (_TSQUERY, _tsquery(wanted))
    found: list[int] = []
    before, size = _NEWEST, limit
    while len(found) < limit:
        known = {"match": match, "before": before, "limit": size}
        candidates = list(session.execute(statement, known).scalars())
        found += _holding(session, candidates, words)
        if len(candidates) < size:
            break
        before, size = candidates[-1], min(size * 4, _MOST_AT_ONCE)
    return found[:limit]


def _holding(session: Session, seqs: Sequence[int], words: list[str]) -> list[int]:
    """Those of the entries in whose text the words stand as typed, newest first."""
    rows = session.execute(
        select(LogEntryRow.seq, LogEntryRow.text, LogEntryRow.handling)
        .where(LogEntryRow.seq.in_(seqs))
        .order_by(LogEntryRow.seq.desc())
    )
    return [seq for seq, content, handling in rows if _contains(f"{content} {handling}", words)]


def _contains(content: str, words: list[str]) -> bool:
    shown = folded(content)
    return all(word in shown for word in words)


def _fts(wanted: list[Phrase]) -> str:
    """The query for FTS5."""
    return " AND ".join(
        '"' + " ".join(phrase.pieces) + '"' + ("*" if phrase.goes_on else "") for phrase in wanted
    )


def _tsquery(wanted: list[Phrase]) -> str:
    """The query for PostgreSQL."""
    return " & ".join(
        " <-> ".join(f"'{piece}'" for piece in phrase.pieces) + (":*" if phrase.goes_on else "")
        for phrase in wanted
    )
