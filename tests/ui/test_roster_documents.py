"""The roster's state is told, filed and compared by keys; swaps are asked for, agreed, approved."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safetydesk.domain.roster_state import RosterState
from safetydesk.domain.swap import SwapState
from safetydesk.services.views_duty import ChangeRequest
from safetydesk.services.views_rosters import Filing
from safetydesk.ui.dialogs.duty_pattern import DutyPatternDialog
from safetydesk.ui.dialogs.roster_filing import FilingDialog, PublishDialog
from safetydesk.ui.dialogs.roster_versions import VersionsDialog
from safetydesk.ui.dialogs.swap import SwapDialog
from safetydesk.ui.dialogs.swap_ask import SwapAsk
from safetydesk.ui.pages.roster_documents import RosterDocuments
from safetydesk.ui.qt_time import to_qdate
from safetydesk.ui.session import Session
from safetydesk.ui.wording import SITE, Wording
from tests.helpers.demo_desk import demo_desk
from tests.helpers.leaks import freed_on_close
from tests.ui.acting import in_front

CTRL = Qt.KeyboardModifier.ControlModifier
CITY = "市应急管理局"
DAYS = (date(2025, 10, 1), date(2025, 10, 31))


@pytest.fixture
def desk(tmp_path):
    with demo_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk):
    made = Session()
    made.sign_in(actor(desk, "王伟"))
    return made


@pytest.fixture
def line(qtbot, desk, session, bus):
    made = RosterDocuments(
        None,
        rosters=desk.rosters,
        swaps=desk.swaps,
        patterns=desk.patterns,
        people=desk.people,
        posts=lambda: tuple((post.id, post.label) for post in desk.office().posts),
        session=session,
        bus=bus,
        clock=desk.clock,
        wording=Wording(),
        cell=lambda: (date(2025, 10, 12), "primary", on(desk, 12)[0]),
    )
    qtbot.addWidget(made)
    made.resize(1000, 44)
    made.show_days(DAYS)
    made.show()
    return made


def actor(desk, name):
    return desk.people.actor(desk.people.named(name).id)


def at(day):
    return datetime(2025, 10, day, 12, tzinfo=SITE)


def on(desk, day):
    """(id, name) of the primary officer of a day."""
    (view,) = [v for v in desk.duty.who(at(day)) if v.post == "primary"]
    return view.person_id, view.name


def opened(kind):
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    in_front(dialog)
    return dialog


def sign(session, desk, name):
    session.sign_in(actor(desk, name))


def roster(desk):
    return desk.rosters.of_days(*DAYS)[0]


def change(desk, day):
    person, _ = on(desk, day)
    other = desk.people.named("高翔").id
    view = next(v for v in desk.duty.who(at(day)) if v.post == "primary")
    request = ChangeRequest("replace", "primary", view.start, view.end, person, other)
    desk.duty.change(actor(desk, "王伟"), request)


def test_a_published_roster_is_filed_by_keys_and_the_line_says_so(line, desk, qtbot):
    assert line._badge.text() == "已发布"
    line.file()
    dialog = opened(FilingDialog)
    dialog._to.setText(CITY)
    dialog._receipt.setText("第0217号")
    qtbot.keyClick(dialog._receipt, Qt.Key.Key_Return, CTRL)
    assert roster(desk).state is RosterState.FILED
    assert line._badge.text() == "已报备"
    assert "第0217号" in line._told.text()


def test_a_filing_without_a_superior_is_refused_beside_the_field(line, desk, qtbot):
    line.file()
    dialog = opened(FilingDialog)
    qtbot.keyClick(dialog._to, Qt.Key.Key_Return, CTRL)
    assert dialog._problem.text()
    assert roster(desk).state is RosterState.PUBLISHED
    dialog.reject()


def test_a_change_shows_at_once_and_the_versions_name_the_cell(line, desk, bus):
    desk.rosters.file(actor(desk, "王伟"), roster(desk).id, Filing(CITY))
    change(desk, 12)
    line.refresh()
    assert line._badge.text() == "报备后有变动"
    assert line._file.text() == "File again…"
    line.compare()
    dialog = opened(VersionsDialog)
    (row,) = dialog._rosters.compare(roster(desk).id, dialog._before.currentData())
    assert (row.day, row.label, row.after) == (date(2025, 10, 12), "主班", ("高翔",))
    assert dialog._table.row_count() == 1
    dialog._before.setCurrentIndex(0)
    dialog._after.setCurrentIndex(1)
    assert not dialog._table.isVisibleTo(dialog)
    dialog.reject()


def test_a_draft_is_published_with_its_term(line, desk, qtbot):
    with desk.database.write() as uow:
        stored = uow.duty.roster(roster(desk).id)
        draft = uow.duty.add_roster(
            {
                "title": "第二稿",
                "start_at": stored.start_at,
                "end_at": stored.end_at,
                "planned": "window",
                "posts": list(stored.posts),
                "import_id": None,
                "entered_at": desk.clock.now(),
            },
            stored.turns,
        )
        uow.commit()
    line.refresh()
    line._choice.setCurrentIndex(line._choice.findData(draft))
    assert line._badge.text() == "草稿"
    line.publish()
    dialog = opened(PublishDialog)
    dialog._must.click()
    dialog._to.setText(CITY)
    qtbot.keyClick(dialog._to, Qt.Key.Key_Return, CTRL)
    view = desk.rosters.get(draft)
    assert (view.state, view.superior) == (RosterState.PUBLISHED, CITY)
    assert view.filing_due_at is not None


def test_an_officer_is_not_offered_to_publish(line, desk, session):
    sign(session, desk, "黄志强")
    assert not line._publish.isVisibleTo(line)
    assert line._open_swaps.isVisibleTo(line)


def ask(line, qtbot, taker=""):
    line.ask_swap()
    dialog = opened(SwapAsk)
    dialog._taker.setText(taker)
    dialog._reason.setText("家人急病")
    return dialog


def test_a_swap_opens_on_exactly_the_duty_of_the_cell(line, desk, session, qtbot):
    person, name = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    dialog = ask(line, qtbot)
    assert dialog._owner.currentText() == name
    assert "10月12日 08:30" in dialog._turn.currentText()
    assert dialog._from.dateTime().toString("MM-dd HH:mm") == "10-12 08:30"
    assert dialog._to.dateTime().toString("MM-dd HH:mm") == "10-13 08:30"
    dialog.reject()


def test_asked_consented_and_approved_by_three_people_with_enter(line, desk, session, qtbot):
    person, name = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    sign(session, desk, name)
    taker = free_taker(desk, name)
    dialog = ask(line, qtbot, taker)
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible(), dialog._problem.text()
    for who, state in ((taker, SwapState.CONSENTED), ("曾慧", SwapState.APPROVED)):
        sign(session, desk, who)
        line.open_swaps()
        swaps = opened(SwapDialog)
        qtbot.keyClick(swaps._table, Qt.Key.Key_Return)
        assert swaps._table.current().state is state, swaps._problem.text()
        swaps.reject()
    assert on(desk, 12)[1] == taker


def test_the_law_keeps_a_swap_from_being_approved(line, desk, qtbot):
    person, _ = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    dialog = ask(line, qtbot, "李楠")
    dialog._agreed.click()
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    assert "李楠" in dialog._problem.text()
    assert on(desk, 12)[0] == person
    dialog.reject()


def free_taker(desk, name):
    """Somebody of the post who has no duty that day; the law keeps 李楠 from nights."""
    busy = {view.person_id for view in desk.duty.who(at(12))}
    found = [p for p in desk.people.all() if "primary" in p.posts and p.id not in busy]
    return next(p.name for p in found if p.name not in {name, "王伟", "李楠"})


def test_the_supervisor_records_what_all_have_agreed(line, desk, qtbot):
    person, name = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    taker = free_taker(desk, name)
    dialog = ask(line, qtbot, taker)
    dialog._agreed.click()
    dialog._approver.setCurrentIndex(dialog._approver.findText("曾慧"))
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible(), dialog._problem.text()
    assert on(desk, 12)[1] == taker
    line.open_swaps()
    swaps = opened(SwapDialog)
    assert "（王伟代记）" in swaps._history.text() or "(recorded by 王伟)" in swaps._history.text()
    swaps.reject()


def test_a_refused_swap_says_why_and_keeps_what_was_typed(line, desk, qtbot):
    dialog = ask(line, qtbot, "无此人")
    qtbot.keyClick(dialog._reason, Qt.Key.Key_Return, CTRL)
    assert dialog._problem.text()
    assert dialog._reason.text() == "家人急病"
    dialog.reject()


def test_what_can_be_given_in_exchange_are_the_takers_duties(line, desk, qtbot):
    person, name = on(desk, 12)
    line._cell = lambda: (date(2025, 10, 12), "primary", person)
    taker = free_taker(desk, name)
    dialog = ask(line, qtbot, taker)
    qtbot.keyClick(dialog._taker, Qt.Key.Key_Return)
    assert dialog._return.count() == 1 + len(dialog._given)
    dialog.reject()


def a_pattern(line, name, *groups, post="primary"):
    line.open_patterns()
    dialog = opened(DutyPatternDialog)
    dialog._pattern.setCurrentIndex(dialog._pattern.findText(name))
    dialog._post.setCurrentIndex(dialog._post.findData(post))
    dialog._first.setDate(to_qdate(date(2025, 11, 3)))
    dialog._groups.setPlainText("\n".join(groups))
    return dialog


def test_a_pattern_is_seen_before_it_is_put_in_force(line, desk, qtbot):
    dialog = a_pattern(line, "24 小时一班", "黄志强", "高翔、王伟")
    assert dialog._preview.row_count() == 14
    assert dialog._preview.model().index(1, 2).data() == "高翔、王伟"
    assert desk.patterns.rules() == []
    qtbot.keyClick(dialog._groups, Qt.Key.Key_Return, CTRL)
    assert dialog._rules.row_count() == 1
    november = datetime(2025, 11, 5, 12, tzinfo=SITE)
    assert [v.name for v in desk.duty.who(november) if v.post == "primary"] == ["黄志强"]
    dialog._rules.select_key(str(desk.patterns.rules()[0].id))
    dialog._end.click()
    assert desk.patterns.rules() == []
    dialog.reject()


def test_a_pattern_for_a_time_waits_as_a_draft(line, desk, qtbot):
    dialog = a_pattern(line, "每周轮流带班", "曾慧", "周庭远", post="leader")
    dialog._limited.click()
    dialog._last.setDate(to_qdate(date(2025, 11, 30)))
    qtbot.keyClick(dialog._groups, Qt.Key.Key_Return, CTRL)
    dialog.reject()
    line.show_days((date(2025, 11, 1), date(2025, 11, 30)))
    assert line._badge.text() == "草稿"
    assert line._publish.isVisibleTo(line)


def test_too_few_groups_and_strangers_are_said_beside_the_fields(line, desk):
    dialog = a_pattern(line, "四班三运转", "黄志强", "高翔")
    assert dialog._problem.text()
    assert dialog._preview.row_count() == 0
    dialog._groups.setPlainText("无此人")
    assert "无此人" in dialog._problem.text()
    dialog.reject()


def test_the_dialogs_are_freed_on_close(desk, session, bus):
    view = roster(desk)
    parts = {"session": session, "bus": bus}

    def swaps():
        return SwapDialog(swaps=desk.swaps, wording=Wording(), **parts)

    def asking():
        return SwapAsk(
            swaps=desk.swaps, people=desk.people, clock=desk.clock, wording=Wording(), **parts
        )

    def filing():
        return FilingDialog(
            None, view, rosters=desk.rosters, clock=desk.clock, wording=Wording(), **parts
        )

    def versions():
        return VersionsDialog(None, view, rosters=desk.rosters, wording=Wording())

    def pattern():
        return DutyPatternDialog(
            patterns=desk.patterns,
            people=desk.people,
            posts=(("primary", "主班"),),
            first_day=date(2025, 11, 3),
            wording=Wording(),
            **parts,
        )

    builds = (swaps, asking, filing, versions, pattern)
    assert [build.__name__ for build in builds if not freed_on_close(build)] == []
