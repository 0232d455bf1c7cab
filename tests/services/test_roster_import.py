"""A roster file is in force once, is undone once, and changes of it meet the rules that deny."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.roster_sheet import RosterPost
from safetydesk.domain.spans import Span
from safetydesk.services.duty_cells import DutyCells, RosterCell
from safetydesk.services.views_duty import ChangeRequest
from tests.services.test_duty import (  # noqa: F401 - fixtures
    SEVENTH,
    SIXTH,
    a_reading,
    duty,
    october,
    staff,
)


def another(duty, staff, digest, *, founding=False):
    draft = duty.draft(a_reading((date(2025, 10, 9), RosterPost.PRIMARY, "何佳")))
    return duty.apply(
        staff.supervisor, draft, file_name="九日.xlsx", sha256=digest * 64, founding=founding
    )


def test_a_file_in_force_is_refused_by_day_and_name_until_it_is_undone(duty, staff, october):
    with pytest.raises(RuleViolation) as refused:
        another(duty, staff, "0")
    assert refused.value.code == "imports.in_force"
    assert refused.value.fields["name"] == "王伟"
    assert isinstance(refused.value.fields["day"], date)
    duty.undo_import(staff.supervisor)
    assert another(duty, staff, "0").value


def test_undoing_is_one_step_and_never_reaches_the_roster_of_the_founding(duty, staff, october):
    another(duty, staff, "1", founding=True)
    with pytest.raises(RuleViolation):
        another(duty, staff, "1")
    another(duty, staff, "2")
    assert duty.undo_import(staff.supervisor).value == "九日.xlsx"
    with pytest.raises(RuleViolation) as refused:
        duty.undo_import(staff.supervisor)
    assert refused.value.code == "imports.nothing_to_undo"
    assert len(duty.who(SIXTH)) == 3


def test_a_change_that_a_rule_denies_is_refused(duty, staff, october):
    both = ChangeRequest("add", "deputy", SIXTH, SEVENTH, by_id=staff.officer.person_id)
    with pytest.raises(RuleViolation) as refused:
        duty.change(staff.officer, both)
    assert (refused.value.code, refused.value.fields["name"]) == ("duty.denied", "黄志强")
    assert len(duty.who(SIXTH)) == 3


def test_a_cell_takes_nobody_whom_a_rule_denies(duty, transactions, staff, october):
    cell = RosterCell("deputy", Span(SIXTH, SEVENTH))
    with pytest.raises(RuleViolation) as refused:
        DutyCells(transactions).put(staff.officer, cell, [staff.officer.person_id])
    assert refused.value.code == "duty.denied"
