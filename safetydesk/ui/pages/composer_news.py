"""What is new since the last report, with ticks for what this report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.report_editing import says
from safetydesk.domain.report_news import NewsKind
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.report import ReportContent
    from safetydesk.domain.report_news import News
    from safetydesk.ui.wording import Wording


class NewsList(QWidget):
    """``ticked`` carries the ``News`` and whether to say it; ``all_asked`` takes in everything."""

    ticked = Signal(object, bool)
    all_asked = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._news: tuple[News, ...] = ()
        self._ticks: list[QCheckBox] = []
        self._lead = PlainLabel(role="label")
        self._take_in = KeyButton(self.tr("Take in what is new"), kind="link", key="Alt N")
        self._frame = QFrame()
        self._frame.setProperty("kind", "sunk")
        self._grid = QGridLayout(self._frame)
        self._grid.setContentsMargins(10, 2, 12, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(self._lead, 1)
        head.addWidget(self._take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._frame)
        self._take_in.clicked.connect(self.all_asked)

    def show_news(self, news: tuple[News, ...], former: str, content: ReportContent) -> None:
        """Shows what is new compared with ``former``, ticked where ``content`` says it."""
        self.setVisible(bool(former))
        if not former:
            return
        said = [says(content, item) for item in news]
        self._take_in.setVisible(not all(said))
        words = self.tr("Compared with {former}: only what changed")
        self._lead.setText(
            words.format(former=former)
            if news
            else self.tr("Nothing new since {former}").format(former=former)
        )
        self._frame.setVisible(bool(news))
        if news != self._news:
            self._news = news
            self._build()
        for tick, item, is_said in zip(self._ticks, news, said, strict=True):
            tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            tick.setChecked(is_said)
            tick.setEnabled(not (is_said and item.kind is NewsKind.CASUALTIES))
            tick.blockSignals(False)  # noqa: FBT003

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._ticks = []
        for place, news in enumerate(self._news):
            tick = QCheckBox(news.label, self._frame)
            tick.setProperty("place", place)
            change = f"{news.before} → {news.after}" if news.before else news.after
            words = ElidedLabel(change, self._frame)
            at = self._wording.time(news.at) if news.at else ""
            source = PlainLabel(f"{at} {news.source}".strip(), self._frame, role="sub")
            tick.setAccessibleName(f"{news.label} {change}")
            tick.toggled.connect(self._on_ticked)
            self._grid.addWidget(tick, place, 0)
            self._grid.addWidget(words, place, 1)
            self._grid.addWidget(source, place, 2, Qt.AlignmentFlag.AlignRight)
            self._ticks.append(tick)

    @Slot(bool)
    def _on_ticked(self, on: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        sender = self.sender()
        if isinstance(sender, QCheckBox):
            self.ticked.emit(self._news[int(sender.property("place"))], on)
