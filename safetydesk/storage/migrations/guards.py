"""What keeps the record append-only inside the database, and the full-text tables.

Statements of the first revision; a later revision adds its own instead of changing these. An
application connection can neither change nor remove a sealed line, in either database
(reliability S2). SQLite needs ``recursive_triggers`` for REPLACE to meet the delete trigger.
"""

from __future__ import annotations

APPEND_ONLY = (
    "log_entry",
    "incident_event",
    "incident_fact",
    "matter_step",
    "reminder_act",
    "audit",
)

_SIGNED = (
    "NEW.content IS DISTINCT FROM OLD.content OR NEW.title IS DISTINCT FROM OLD.title"
    " OR NEW.issue IS DISTINCT FROM OLD.issue OR NEW.kind IS DISTINCT FROM OLD.kind"
    " OR NEW.series IS DISTINCT FROM OLD.series"
    " OR NEW.signed_at IS DISTINCT FROM OLD.signed_at"
    " OR NEW.signed_by IS DISTINCT FROM OLD.signed_by"
)


def statements(dialect: str) -> list[str]:
    """The statements for a dialect, in order."""
    return _sqlite() if dialect == "sqlite" else _postgres()


def _sqlite() -> list[str]:
    """Triggers that abort, and a contentless FTS5 table."""
    made = [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]
    made.append(
        "CREATE TRIGGER log_entry_in_sequence BEFORE INSERT ON log_entry"
        " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log_entry)"
        " BEGIN SELECT RAISE(ABORT, 'log_entry is append-only'); END"
    )
    made.append(
        "CREATE TRIGGER report_signed BEFORE UPDATE ON report"
        f" WHEN OLD.signed_at IS NOT NULL AND ({_SIGNED})"
        " BEGIN SELECT RAISE(ABORT, 'a signed report is append-only'); END"
    )
    made.append(
        "CREATE TRIGGER report_kept BEFORE DELETE ON report WHEN OLD.signed_at IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'a signed report is append-only'); END"
    )
    made.append(
        "CREATE VIRTUAL TABLE log_grams USING fts5"
        "(grams, content='', tokenize='unicode61', prefix='1 2')"
    )
    return made


def _postgres() -> list[str]:
    """The same as functions and triggers, and a GIN index over tsvector."""
    made = [
        (
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        ),
        (
            "CREATE FUNCTION in_sequence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM log_entry) THEN"
            " RAISE EXCEPTION 'log_entry is append-only'; END IF; RETURN NEW; END $$"
        ),
    ]
    for table in APPEND_ONLY:
        made.append(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        made.append(
            f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    made.append(
        "CREATE TRIGGER log_entry_in_sequence BEFORE INSERT ON log_entry"
        " FOR EACH ROW EXECUTE FUNCTION in_sequence()"
    )
    made.append(
        "CREATE TRIGGER report_signed BEFORE UPDATE ON report FOR EACH ROW"
        f" WHEN (OLD.signed_at IS NOT NULL AND ({_SIGNED.replace('.content', '.content::text')}))"
        " EXECUTE FUNCTION refuse_change()"
    )
    made.append(
        "CREATE TRIGGER report_kept BEFORE DELETE ON report FOR EACH ROW"
        " WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION refuse_change()"
    )
    return [
        *made,
        "CREATE TABLE log_grams (seq bigint PRIMARY KEY, grams tsvector NOT NULL)",
        "CREATE INDEX log_grams_grams ON log_grams USING gin (grams)",
    ]
