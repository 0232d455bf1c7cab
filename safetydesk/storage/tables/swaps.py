"""Rows of swaps and substitutions: what was asked, and every step since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from safetydesk.storage.base import Base, RowId, Versioned


class SwapRow(Versioned, Base):
    """Somebody's duty, or a part of it, for which another is wanted."""

    __tablename__ = "swap"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    post: Mapped[str] = mapped_column(ForeignKey("post.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    start_at: Mapped[datetime] = mapped_column(index=True)
    end_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)


class SwapStepRow(Base):
    """One step of a swap; never changed. ``author_id`` recorded what ``person_id`` decided.

    The return columns hold the duty that the other gives in exchange, where there is one.
    """

    __tablename__ = "swap_step"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    swap_id: Mapped[int] = mapped_column(ForeignKey("swap.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taker_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    return_post: Mapped[str | None] = mapped_column(ForeignKey("post.id"))
    return_start_at: Mapped[datetime | None]
    return_end_at: Mapped[datetime | None]
    text: Mapped[str] = mapped_column(Text)
