"""Rows of the texts of rule packs as the office had them in force."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId


class RuleEditionRow(Base):
    """A text of a rule pack and since when it was in force, append-only: the newest holds.

    ``origin`` as in ``domain.rule_edition``. ``based_on``: the digest of the shipped text that an
    office's text was made from. The matrix of competent departments has its texts here too, under
    a name with ``@`` that no pack can have.
    """

    __tablename__ = "rule_edition"
    __table_args__ = (UniqueConstraint("pack", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    pack: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    origin: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    based_on: Mapped[str] = mapped_column(String(64))
    since: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(String(300))
