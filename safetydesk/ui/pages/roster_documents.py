"""The line over the roster: how the month's roster stands, its filing, its versions, the swaps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.roster_state import RosterState
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty_patterns import DutyPatternService
    from safetydesk.services.people import PeopleService
    from safetydesk.services.roster_states import RosterStateService
    from safetydesk.services.swaps import SwapService
    from safetydesk.services.views_rosters import RosterView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_TOPICS = (Topic.DUTY, Topic.ROSTERS, Topic.SWAPS, Topic.OFFICE)
_URGENT = (RosterState.CHANGED, RosterState.DRAFT, RosterState.PUBLISHED)
"""Which roster of several is shown first."""


class RosterDocuments(QFrame):
    """``cell`` tells which day, post and person are selected in the table below, if any.

    The state is in words and in a badge; the acts are those that this person may do now.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        rosters: RosterStateService,
        swaps: SwapService,
        patterns: DutyPatternService,
        people: PeopleService,
        posts: Callable[[], tuple[tuple[str, str], ...]],
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
        cell: Callable[[], tuple[date, str, int | None] | None],
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedHeight(44)
        self._rosters, self._swaps, self._people = rosters, swaps, people
        self._session, self._bus, self._clock, self._wording = session, bus, clock, wording
        self._patterns, self._posts, self._cell = patterns, posts, cell
        self._days: tuple[date, date] | None = None
        self._views: list[RosterView] = []
        self._badge, self._told = Badge(), ElidedLabel(role="sub")
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Roster"))
        self._publish = KeyButton(self.tr("Publish…"), icon="send")
        self._file = KeyButton(self.tr("File…"), icon="send")
        self._compare = KeyButton(self.tr("Versions"), icon="copy")
        self._open_patterns = KeyButton(self.tr("Patterns…"), icon="restart")
        self._open_swaps = KeyButton(self.tr("Swaps"), icon="swap", key="Ctrl E")
        self._lay_out()
        self._bus.changed.connect(self._on_changed)
        self._session.changed.connect(self._show_chosen)

    @Slot(object)
    def show_days(self, days: tuple[date, date]) -> None:
        """The days ``[first, last]`` in view."""
        self._days = days
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Reads the rosters of the days in view; the chosen one stays."""
        if self._days is None:
            return
        chosen = self._choice.currentData()
        self._views = sorted(self._rosters.of_days(*self._days), key=_first)
        self._choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._choice.clear()
        for view in self._views:
            self._choice.addItem(view.title, view.id)
        found = self._choice.findData(chosen)
        self._choice.setCurrentIndex(max(0, found) if self._views else -1)
        self._choice.blockSignals(False)  # noqa: FBT003
        self._choice.setVisible(len(self._views) > 1)
        self._show_chosen()

    @Slot()
    def open_swaps(self) -> None:
        """The swaps that are not over."""
        from safetydesk.ui.dialogs.swap import SwapDialog

        dialog = SwapDialog(
            self.window(),
            swaps=self._swaps,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
        )
        dialog.ask_asked.connect(self.ask_swap)
        dialog.open()

    @Slot()
    def ask_swap(self) -> None:
        """A new swap, of the cell selected where there is one."""
        from safetydesk.ui.dialogs.swap_ask import SwapAsk

        dialog = SwapAsk(
            self.window(),
            swaps=self._swaps,
            people=self._people,
            session=self._session,
            bus=self._bus,
            clock=self._clock,
            wording=self._wording,
        )
        cell = self._cell()
        dialog.begin(*(cell or (None, "", None)))
        dialog.open()

    @Slot()
    def open_patterns(self) -> None:
        """The shift patterns in force, and a new one."""
        from safetydesk.ui.dialogs.duty_pattern import DutyPatternDialog

        cell, today = self._cell(), self._wording.today(self._clock.now())
        DutyPatternDialog(
            self.window(),
            patterns=self._patterns,
            people=self._people,
            posts=self._posts(),
            first_day=max(cell[0], today) if cell else today,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
        ).open()

    @Slot()
    def publish(self) -> None:
        """The chosen draft becomes the plan."""
        from safetydesk.ui.dialogs.roster_filing import PublishDialog

        view = self._chosen()
        if view is not None:
            PublishDialog(
                self.window(),
                view,
                rosters=self._rosters,
                session=self._session,
                bus=self._bus,
                wording=self._wording,
            ).open()

    @Slot()
    def file(self) -> None:
        """The chosen roster was given to the superior."""
        from safetydesk.ui.dialogs.roster_filing import FilingDialog

        view = self._chosen()
        if view is not None:
            FilingDialog(
                self.window(),
                view,
                rosters=self._rosters,
                session=self._session,
                bus=self._bus,
                clock=self._clock,
                wording=self._wording,
            ).open()

    @Slot()
    def compare(self) -> None:
        """The versions of the chosen roster."""
        from safetydesk.ui.dialogs.roster_versions import VersionsDialog

        view = self._chosen()
        if view is not None:
            VersionsDialog(self.window(), view, rosters=self._rosters, wording=self._wording).open()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._badge)
        row.addWidget(self._choice)
        row.addWidget(self._told, 1)
        for button, act in (
            (self._open_patterns, self.open_patterns),
            (self._open_swaps, self.open_swaps),
            (self._compare, self.compare),
            (self._file, self.file),
            (self._publish, self.publish),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        self._open_swaps.setShortcut("Ctrl+E")
        self._choice.currentIndexChanged.connect(self._show_chosen)

    def _chosen(self) -> RosterView | None:
        at = self._choice.currentIndex()
        return self._views[at] if 0 <= at < len(self._views) else None

    @Slot()
    def _show_chosen(self) -> None:
        """The state in words, and the acts that fit it and the person."""
        view, actor = self._chosen(), self._session.actor
        draft = view is not None and view.state is RosterState.DRAFT
        changes = actor is not None and actor.may(Permission.DUTY_CHANGE)
        edits = actor is not None and actor.may(Permission.DUTY_EDIT)
        self._badge.setVisible(view is not None)
        self._compare.setVisible(view is not None and not draft)
        self._file.setVisible(view is not None and not draft and changes)
        self._publish.setVisible(draft and edits)
        self._open_swaps.setVisible(actor is not None)
        self._open_patterns.setVisible(edits)
        if view is None:
            self._told.setText(self.tr("No roster for these days."))
            return
        self._badge.setText(view.state.chinese_name)
        self._badge.set_tone("o" if view.state is RosterState.CHANGED else "")
        self._told.setText(self._wording.words.between.join(self._told_of(view)))
        self._file.setText(
            self.tr("File again…") if view.state is RosterState.CHANGED else self.tr("File…")
        )

    def _told_of(self, view: RosterView) -> list[str]:
        """When it was published and filed, and what differs since."""
        now, words = self._clock.now(), [] if len(self._views) > 1 else [view.title]
        if view.state is RosterState.CHANGED:
            differ = self.tr("{count} cells differ from what {who} has").format(
                count=view.differences, who="、".join(view.outstanding)
            )
            words.append(differ)
        elif view.filed_at is not None:
            at = self._wording.moment(view.filed_at, now)
            words.append(self.tr("with {who} since {at}").format(who=view.filed_with, at=at))
            if view.receipt:
                words.append(self.tr("receipt {receipt}").format(receipt=view.receipt))
        elif view.published_at is not None:
            at = self._wording.moment(view.published_at, now)
            words.append(self.tr("published {at} by {who}").format(at=at, who=view.published_by))
            if view.superior and view.filing_due_at is not None:
                due = self._wording.countdown(view.filing_due_at, now).text
                words.append(
                    self.tr("to be filed with {who}: {due}").format(who=view.superior, due=due)
                )
        return words

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(*_TOPICS):
            self.refresh()


def _first(view: RosterView) -> tuple[int, int]:
    """What asks for something stands first, then the newest."""
    rank = _URGENT.index(view.state) if view.state in _URGENT else len(_URGENT)
    return rank, -view.id
