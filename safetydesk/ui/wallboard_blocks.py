"""The blocks of the wallboard: who is on duty, alarms, incidents in hand, what comes, the foot.

Only the duty leader's number may stand in them, and beside alarms nobody's name does.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF

from safetydesk.services.views_frame import AlarmState, AlarmView, FrameView, IncidentGlance, OnDuty
from safetydesk.ui.tokens import DARK
from safetydesk.ui.wallboard_warnings import WarningBlock

if TYPE_CHECKING:
    from safetydesk.ui.wallboard_brush import Brush
    from safetydesk.ui.wording import Wording

HIGH, HEAD, FOOT, GAP = 900.0, 190.0, 56.0, 20.0
ROWS = 7
_WIDE_ROW, _TWO_LINES = 100.0, 94.0
"""Where there are few rows they are higher, and have room for two lines."""
_TITLE, _ROW, _TOP_ROW, _AHEAD_ROW, _AHEAD_HIGH = 60.0, 76.0, 128.0, 62.0, 104.0
_FEW = 5
"""So few things to come have room for two lines each."""
_FULL, _COMPACT = 296.0, 112.0
_INCIDENTS = 3
_INK = {1: "r_ink", 2: "o_ink", 3: "y_ink"}


class Blocks(QObject):
    """Paints one block each into the box it is given."""

    def __init__(self, parent: QObject, wording: Wording, *, phones: bool = False) -> None:
        super().__init__(parent)
        self._wording, self._phones = wording, phones
        self._warnings = WarningBlock(self, wording)

    def paint(self, brush: Brush, view: FrameView, now: datetime) -> None:
        """Everything between the edges of the board but its foot and its veil."""
        self._head(brush, view, now)
        split, top, bottom = brush.width * 0.67, HEAD + GAP, HIGH - FOOT - GAP
        left = QRectF(GAP, top, split - 1.5 * GAP, bottom - top)
        incidents = self._room_for_incidents(view)
        if incidents:
            box = QRectF(left.left(), left.bottom() - incidents, left.width(), incidents)
            self._incidents(brush, view, box, now)
            left.setBottom(box.top() - GAP)
        self._alarms(brush, view, left, now)
        right = QRectF(split + GAP / 2, top, brush.width - split - 1.5 * GAP, bottom - top)
        warned = self._warnings.height(view.warnings)
        if warned:
            box = QRectF(right.left(), right.bottom() - warned, right.width(), warned)
            self._warnings.paint(brush, view.warnings, box, now)
            right.setBottom(box.top() - GAP)
        self._ahead(brush, view, right, now)

    def _head(self, brush: Brush, view: FrameView, now: datetime) -> None:
        """Clock, day, people on duty, the next handover."""
        brush.fill(QRectF(0, 0, brush.width, HEAD), DARK.panel)
        brush.fill(QRectF(0, HEAD - 2, brush.width, 2), DARK.line)
        clock = self._wording.time(now)
        wide = brush.write(QRectF(30, 20, 400, 110), clock, 112, bold=True)
        seconds = self._wording.time(now, seconds=True)[-2:]
        brush.write(QRectF(44 + wide, 66, 90, 60), seconds, 48, ink=DARK.t2, bold=True)
        day = self._wording.date_and_weekday(now)
        brush.write(QRectF(30, 132, 430, 40), day, 30, ink=DARK.t2)
        people = sorted(view.header.people, key=lambda person: not person.leads)
        blocks = [(p.post, p.name, self._below(p)) for p in people[:3]]
        if view.header.turnover_at is not None:
            at = view.header.turnover_at
            blocks.append((self.tr("Handover"), self._wording.time(at), self._until(at, now)))
        step = (brush.width - 470) / max(len(blocks), 1)
        for number, (label, strong, below) in enumerate(blocks):
            edge = 470 + number * step
            brush.fill(QRectF(edge, 0, 2, HEAD), DARK.line)
            box = QRectF(edge + 28, 26, step - 36, 40)
            brush.write(box, label, 26, ink=DARK.t2)
            brush.write(box.translated(0, 40).adjusted(0, 0, 0, 24), strong, 48, bold=True)
            brush.write(box.translated(0, 106), below, 28, ink=DARK.t2)

    def _below(self, person: OnDuty) -> str:
        """Whether somebody is there; the leader's number where it may be read."""
        number = person.phone if self._phones and person.leads else ""
        words = [word for word in (person.presence, number) if word]
        return " ".join(words) or "—"

    def _alarms(self, brush: Brush, view: FrameView, box: QRectF, now: datetime) -> None:
        """The alarms in their order; what does not fit is counted."""
        alarms = view.alarms.without_people().alarms
        if not alarms:
            self._calm(brush, view, box, now)
            return
        loud = alarms[0].level == 1 and alarms[0].state is AlarmState.ACTIVE
        first = _TOP_ROW if loud else _ROW
        room = min(1 + int((box.height() - first) // _ROW), ROWS)
        shown = alarms if len(alarms) <= room else alarms[: room - 1]
        count = min(len(alarms), room)
        high = min((box.height() - (first if loud else 0)) / max(count - loud, 1), _WIDE_ROW)
        high = max(high, _ROW)
        first = first if loud else high
        height = first + high * (count - 1)
        frame = QRectF(box.left(), box.top(), box.width(), height)
        brush.frame(frame, line=DARK.r if alarms[0].level == 1 else DARK.line, fill=DARK.card)
        top = box.top()
        for number, alarm in enumerate(shown):
            row = QRectF(box.left(), top, box.width(), first if number == 0 else high)
            self._alarm(brush, alarm, row, now, loud=loud and number == 0)
            top = row.bottom()
        if len(shown) < len(alarms):
            words = self.tr("{count} more at the desk").format(count=len(alarms) - len(shown))
            rest = QRectF(box.left() + 96, top, box.width() - 120, high)
            brush.write(rest, words, 34, ink=DARK.t2)

    def _alarm(
        self, brush: Brush, alarm: AlarmView, row: QRectF, now: datetime, *, loud: bool
    ) -> None:
        """One row: mark, what, how long; the gravest that nobody has seen fills its row."""
        if loud:
            brush.fill(row, DARK.r)
        else:
            brush.fill(QRectF(row.left(), row.top(), row.width(), 2), DARK.line)
        side = 64 if loud else 44
        mark = QRectF(row.left() + 32, row.center().y() - side / 2, side, side)
        brush.level(alarm.level, mark, inverse=loud)
        text = DARK.r_on if loud else DARK.t1
        due = self._due(alarm.due_at, now)
        ink = text if loud else getattr(DARK, _INK[alarm.level])
        if alarm.state is not AlarmState.ACTIVE:
            due, ink = self.tr("{due} · seen").format(due=due), DARK.t2
        pixels = 52 if loud else 38
        room = brush.width_of(due, 40, bold=True) + 12
        edge = QRectF(row.right() - 28 - room, row.top(), room, row.height())
        brush.write(edge, due, 40 if loud else 36, ink=ink, bold=True, right=True)
        left = row.left() + 124
        title = QRectF(left, row.top(), edge.left() - left - 16, row.height())
        roomy = row.height() >= _TWO_LINES and not loud
        if roomy and brush.width_of(alarm.title, pixels, bold=True) > title.width():
            pixels = 30
        if roomy and brush.width_of(alarm.title, pixels, bold=True) > title.width():
            brush.write_lines(title.adjusted(0, 5, 0, -2), alarm.title, pixels, bold=True)
        else:
            brush.write(title, alarm.title, pixels, ink=text, bold=True)

    def _calm(self, brush: Brush, view: FrameView, box: QRectF, now: datetime) -> None:
        """Nothing calls: when that was found out, and what comes next."""
        height = box.height() if view.incidents else min(box.height(), 200.0)
        brush.card(QRectF(box.left(), box.top(), box.width(), height))
        line = QRectF(box.left() + 32, box.top() + 24, box.width() - 64, 80)
        brush.write(line, self.tr("No alarms now"), 48, ink=DARK.t1, bold=True)
        checked = view.alarms.checked_at
        at = self._wording.time(checked, seconds=True) if checked else "—"
        words = self.tr("Last checked {time}").format(time=at)
        ahead = self.next_due(view, now)
        words = f"{words}　{ahead}" if ahead else words
        brush.write(line.translated(0, 76), words, 32, ink=DARK.t2)

    def next_due(self, view: FrameView, now: datetime) -> str:
        """What falls due next, with its time."""
        ahead = [one for one in (*view.alarms.soon, *view.alarms.later) if one.at > now]
        if not ahead:
            return ""
        at = self._wording.moment(ahead[0].at, now)
        return self.tr("Next {time} {title}").format(time=at, title=ahead[0].title)

    @staticmethod
    def _room_for_incidents(view: FrameView) -> float:
        """How high the block of incidents is: one has room for its numbers in large letters."""
        count = min(len(view.incidents), _INCIDENTS)
        if not count:
            return 0.0
        if _is_full(view):
            return _FULL
        return _TITLE + count * _COMPACT

    def _incidents(self, brush: Brush, view: FrameView, box: QRectF, now: datetime) -> None:
        """The incidents in hand: the only one in full, several with a row each."""
        count = len(view.incidents)
        title = self.tr("Open incidents {count}").format(count=count)
        if count > _INCIDENTS:
            title += "　" + self.tr("{count} more at the desk").format(count=count - _INCIDENTS)
        brush.card(box, title)
        if _is_full(view):
            self._full(brush, view.incidents[0], box, now)
            return
        for number, incident in enumerate(view.incidents[:_INCIDENTS]):
            top = box.top() + _TITLE + number * _COMPACT
            self._compact(
                brush,
                incident,
                QRectF(box.left(), top, box.width(), _COMPACT),
                now,
                first=not number,
            )

    def _full(self, brush: Brush, one: IncidentGlance, box: QRectF, now: datetime) -> None:
        """Title, when, next report, numbers for five metres."""
        inner = box.adjusted(24, 0, -28, 0)
        self._grade(brush, one, inner.right(), box.top() + _TITLE / 2)
        line = QRectF(inner.left(), box.top() + 68, inner.width(), 62)
        brush.write(line, one.title, 44, bold=True)
        brush.write(line.translated(0, 56), self._course(one, now), 30, ink=DARK.t2)
        left = inner.left()
        for label, number in one.figures[:5]:
            wide = brush.width_of(label, 28)
            figure = brush.width_of(str(number), 72, bold=True)
            if left + wide + figure + 14 > inner.right():
                break
            brush.write(QRectF(left, box.top() + 212, wide + 4, 60), label, 28, ink=DARK.t2)
            place = QRectF(left + wide + 14, box.top() + 188, figure + 4, 96)
            brush.write(place, str(number), 72, bold=True)
            left = place.right() + 44

    def _compact(
        self, brush: Brush, one: IncidentGlance, row: QRectF, now: datetime, *, first: bool
    ) -> None:
        """Two lines: title and grade, numbers and what comes next."""
        if not first:
            brush.fill(QRectF(row.left(), row.top(), row.width(), 2), DARK.line)
        inner = row.adjusted(24, 6, -28, 0)
        grade = self._grade(brush, one, inner.right(), row.top() + 32)
        title = QRectF(inner.left(), row.top() + 4, inner.width() - grade - 24, 56)
        brush.write(title, one.title, 36, bold=True)
        figures = "　".join(f"{label} {number}" for label, number in one.figures)
        second = QRectF(inner.left(), row.top() + 58, inner.width() * 0.5, 46)
        brush.write(second, figures or self._since(one, now), 28, ink=DARK.t2)
        ahead = QRectF(second.right() + 16, second.top(), inner.right() - second.right() - 16, 46)
        overdue = one.next_due is not None and one.next_due <= now
        ink = DARK.r_ink if overdue else DARK.t2
        brush.write(ahead, self._next_report(one, now), 28, ink=ink, right=True, bold=overdue)

    def _grade(self, brush: Brush, one: IncidentGlance, right: float, middle: float) -> float:
        """Grade in words with its ticks, ending at ``right``; the room it takes."""
        if not one.grade:
            return 0.0
        brush.ticks(one.ticks, right, middle)
        wide = brush.width_of(one.grade, 28, bold=True)
        brush.write(QRectF(right - 80 - wide, middle - 24, wide + 4, 48), one.grade, 28, bold=True)
        return wide + 80

    def _ahead(self, brush: Brush, view: FrameView, box: QRectF, now: datetime) -> None:
        """The next four hours."""
        brush.card(box, self.tr("Next 4 hours"))
        soon = view.alarms.without_people().soon
        if not soon:
            line = QRectF(box.left() + 24, box.top() + _TITLE, box.width() - 48, _AHEAD_ROW)
            brush.write(line, self.tr("Nothing falls due"), 32, ink=DARK.t2)
            later = line.translated(0, _AHEAD_ROW)
            later.setHeight(2 * _AHEAD_ROW)
            brush.write_lines(later, self.next_due(view, now), 30)
        height = _AHEAD_HIGH if len(soon) <= _FEW else _AHEAD_ROW
        room = min(int((box.height() - _TITLE) // height), ROWS)
        for number, coming in enumerate(soon[:room]):
            top = box.top() + _TITLE + number * height
            row = QRectF(box.left() + 24, top, box.width() - 40, height)
            if number:
                brush.fill(QRectF(row.left(), top, row.width() - 8, 2), DARK.line)
            time = QRectF(row.left(), top, row.width(), _AHEAD_ROW)
            wide = brush.write(time, self._wording.moment(coming.at, now), 34, bold=True)
            words = row.adjusted(max(wide, 92) + 20, 9, 0, -5)
            if height == _AHEAD_HIGH:
                brush.write_lines(words, coming.title, 30)
            else:
                brush.write(words, coming.title, 32)

    def foot(self, brush: Brush, view: FrameView, data_at: datetime | None, *, stale: bool) -> None:
        """How old the data is, how the desk stands, whose board this is."""
        brush.fill(QRectF(0, HIGH - FOOT, brush.width, FOOT), DARK.panel)
        brush.fill(QRectF(0, HIGH - FOOT, brush.width, 2), DARK.line)
        at = self._wording.time(data_at, seconds=True) if data_at else "—"
        parts = [self.tr("Data of {time}").format(time=at)]
        well = view.status.fault is None and not stale
        if not stale:
            items = view.status.items
            parts += [f"{i.label} {i.text}".strip() for i in (*items[:1], *items[4:5])]
        top = HIGH - FOOT if well else HIGH - FOOT - 10  # clear of the striped edge
        brush.dot(QPointF(40, top + FOOT / 2), DARK.ok if well else DARK.f)
        phones = [phone.number for phone in view.header.phones[:1]]
        own = "　".join(word for word in (view.header.office, *phones) if word)
        room = brush.width_of(own, 28) + 8
        right = QRectF(brush.width - 30 - room, top, room, FOOT)
        brush.write(right, own, 28, right=True)
        left = QRectF(64, top, right.left() - 94, FOOT)
        brush.write(left, "　　".join(parts), 28, ink=DARK.t2)

    def _until(self, at: datetime, now: datetime) -> str:
        words = self.tr("in {period}") if at > now else self.tr("overdue by {period}")
        return words.format(period=self._wording.period(abs(at - now)))

    def _due(self, at: datetime, now: datetime) -> str:
        left = at - now
        words = self.tr("{period} left") if left > timedelta(0) else self.tr("overdue by {period}")
        return words.format(period=self._wording.period(abs(left)))

    def _since(self, one: IncidentGlance, now: datetime) -> str:
        """When it happened and how long ago."""
        if one.occurred_at is None:
            return self.tr("time not known yet")
        at = self._wording.moment(one.occurred_at, now)
        ago = self._wording.period(now - one.occurred_at)
        return self.tr("happened {time} · {period} ago").format(time=at, period=ago)

    def _next_report(self, one: IncidentGlance, now: datetime) -> str:
        """The report that is owed next."""
        if one.next_due is None:
            return ""
        return f"{one.next_report} {self._due(one.next_due, now)}"

    def _course(self, one: IncidentGlance, now: datetime) -> str:
        parts = (self._since(one, now), self._next_report(one, now))
        return self._wording.words.between.join(part for part in parts if part)


def _is_full(view: FrameView) -> bool:
    """Whether the only incident has room for large letters beside the alarms."""
    return len(view.incidents) == 1 and len(view.alarms.alarms) <= 3  # noqa: PLR2004 - rows beside it
