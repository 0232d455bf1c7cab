"""What keeps the record append-only inside the database, and the full-text tables.

Statements of the first revision; a later revision adds its own instead of changing these. An
application connection can neither change nor remove a sealed line, in either database
(reliability S2). SQLite needs ``recursive_triggers`` for REPLACE to meet the delete trigger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safetydesk.domain.presence import RELIEVED, RELIEVED_LEFT

APPEND_ONLY = (
    "log_entry",
    "call_record",
    "incident_event",
    "incident_fact",
    "matter_step",
    "warning_message",
    "warning_step",
    "call_list",
    "call_line",
    "call_step",
    "call_roll",
    "roster_step",
    "swap_step",
    "reminder_act",
    "escalation_policy",
    "escalation_step",
    "escalation_fired",
    "notice_delivery",
    "rule_edition",
    "report_template",
    "report_review",
    "office_choice",
    "audit",
)
"""Tables in which nothing is ever changed or removed."""

_JSON = frozenset({"content"})
_REPORT = ("content", "title", "product", "issue", "kind", "series", "signed_at", "signed_by")
_HANDOVER = (
    *("shift_id", "next_shift_id", "frozen_seq", "started_at", "started_by"),
    *("joined_at", "joined_by", "content", "readback"),
    *("readback_confirmed_at", "readback_confirmed_by", "outgoing_signed_at", "outgoing_signed_by"),
    *("incoming_signed_at", "incoming_signed_by", "cancelled_at"),
)
_DELIVERY = ("report_id", "recipient", "level", "means", "sent_at")
_PRESENCE = ("person_id", "post", "checked_in_at", "entered_by")


_FUNCTIONS = (
    (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    ),
    (
        "CREATE FUNCTION in_sequence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM log_entry) THEN"
        " RAISE EXCEPTION 'log_entry is append-only'; END IF; RETURN NEW; END $$"
    ),
    (
        "CREATE FUNCTION handover_is_signed(wanted bigint) RETURNS boolean LANGUAGE sql AS"
        " $$ SELECT EXISTS (SELECT 1 FROM handover WHERE id = wanted"
        " AND incoming_signed_at IS NOT NULL) $$"
    ),
)
"""What the triggers of PostgreSQL run, and a question that their conditions ask."""


@dataclass(frozen=True)
class _Guard:
    """A trigger that refuses a change; without ``when`` it refuses every one.

    ``when`` is a condition on the rows OLD and NEW; ``<signed OLD>`` in it means that the handover
    to which the row belongs bears the incoming signature.
    """

    name: str
    table: str
    verb: str
    when: str = ""


def statements(dialect: str) -> list[str]:
    """The statements for a dialect, in order."""
    return _sqlite() if dialect == "sqlite" else _postgres()


def _changed(columns: Sequence[str], dialect: str) -> str:
    """Whether any of the columns gets another value; documents are compared as text."""

    def compared(row: str, column: str) -> str:
        cast = "::text" if column in _JSON and dialect != "sqlite" else ""
        return f"{row}.{column}{cast}"

    parts = (
        f"{compared('NEW', name)} IS DISTINCT FROM {compared('OLD', name)}" for name in columns
    )
    return f"({' OR '.join(parts)})"


def _guards(dialect: str) -> Iterator[_Guard]:
    """Every guard with a condition of its own; those of ``APPEND_ONLY`` have none."""
    yield from _handover_guards(dialect)
    yield _Guard(
        "report_signed",
        "report",
        "UPDATE",
        f"OLD.signed_at IS NOT NULL AND {_changed(_REPORT, dialect)}",
    )
    yield _Guard("report_kept", "report", "DELETE", "OLD.signed_at IS NOT NULL")
    confirmed = _changed(("confirmed_at", "confirmed_by"), dialect)
    yield _Guard(
        "report_delivery_sent",
        "report_delivery",
        "UPDATE",
        f"{_changed(_DELIVERY, dialect)} OR (OLD.confirmed_at IS NOT NULL AND {confirmed})",
    )
    yield _Guard("report_delivery_kept", "report_delivery", "DELETE")
    left = _changed(("checked_out_at", "note"), dialect)
    yield _Guard(
        "presence_noted",
        "presence",
        "UPDATE",
        f"{_changed(_PRESENCE, dialect)} OR (OLD.checked_out_at IS NOT NULL AND {left}"
        f" AND NOT (OLD.note = '{RELIEVED}' AND NEW.note = '{RELIEVED_LEFT}'"
        " AND NEW.checked_out_at IS NOT NULL))",
    )
    yield _Guard("presence_kept", "presence", "DELETE")
    yield _Guard("shift_sealed", "shift", "UPDATE", "OLD.closed_at IS NOT NULL")
    yield _Guard("shift_kept", "shift", "DELETE", "OLD.closed_at IS NOT NULL")


def _handover_guards(dialect: str) -> Iterator[_Guard]:
    """After the incoming signature only the leader's countersignature comes, once."""
    once = _changed(("leader_signed_at", "leader_signed_by"), dialect)
    yield _Guard(
        "handover_signed",
        "handover",
        "UPDATE",
        f"OLD.incoming_signed_at IS NOT NULL AND ({_changed(_HANDOVER, dialect)}"
        f" OR (OLD.leader_signed_at IS NOT NULL AND {once}))",
    )
    yield _Guard("handover_kept", "handover", "DELETE", "OLD.incoming_signed_at IS NOT NULL")
    for table in ("handover_item", "handover_objection"):
        yield _Guard(f"{table}_closed", table, "INSERT", "<signed NEW>")
        yield _Guard(f"{table}_signed", table, "UPDATE", "<signed OLD> OR <signed NEW>")
        yield _Guard(f"{table}_kept", table, "DELETE", "<signed OLD>")


def _sqlite() -> list[str]:
    """Triggers that abort, and a contentless FTS5 table."""
    signed = (
        "EXISTS (SELECT 1 FROM handover WHERE id = {row}.handover_id"
        " AND incoming_signed_at IS NOT NULL)"
    )
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
    made += [
        f"CREATE TRIGGER {guard.name} BEFORE {guard.verb} ON {guard.table}"
        f"{_when(guard, signed)}"
        f" BEGIN SELECT RAISE(ABORT, '{guard.table} is append-only'); END"
        for guard in _guards("sqlite")
    ]
    made.append(
        "CREATE VIRTUAL TABLE log_grams USING fts5"
        "(grams, content='', tokenize='unicode61', prefix='1 2')"
    )
    return made


def _postgres() -> list[str]:
    """The same as functions and triggers, and a GIN index over tsvector."""
    made = list(_FUNCTIONS)
    made += [
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        for table in APPEND_ONLY
    ]
    guards = list(_guards("postgresql"))
    made += [
        f"CREATE TRIGGER {guard.name} BEFORE {guard.verb} ON {guard.table} FOR EACH ROW"
        f"{_when(guard, 'handover_is_signed({row}.handover_id)', '({when})')}"
        " EXECUTE FUNCTION refuse_change()"
        for guard in guards
    ]
    made += [
        f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        for table in dict.fromkeys((*APPEND_ONLY, *(guard.table for guard in guards)))
    ]
    made.append(
        "CREATE TRIGGER log_entry_in_sequence BEFORE INSERT ON log_entry"
        " FOR EACH ROW EXECUTE FUNCTION in_sequence()"
    )
    return [
        *made,
        "CREATE TABLE log_grams (seq bigint PRIMARY KEY, grams tsvector NOT NULL)",
        "CREATE INDEX log_grams_grams ON log_grams USING gin (grams)",
    ]


def _when(guard: _Guard, signed: str, form: str = "{when}") -> str:
    """The condition of a trigger, with the test for a signed handover written out."""
    when = guard.when
    for row in ("OLD", "NEW"):
        when = when.replace(f"<signed {row}>", signed.format(row=row))
    return f" WHEN {form.format(when=when)}" if when else ""
