"""The office changes the matrix of competent departments; lists of incidents follow at once."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.incident import Category
from safetydesk.domain.rule_edition import Origin
from safetydesk.services.competence import MATRIX, shipped_matrix, shipped_matrix_text
from safetydesk.services.competence_book import CompetenceService
from safetydesk.services.incidents import NewIncident
from tests.helpers.desk_day import desk_day, moment

ROW = """
[[rule]]
department = "园区管委会"
words = ["管委会"]
role = "competent"
families = ["accident"]
citation = "云川区安全生产职责规定"
confidence = "page"
"""
OURS = shipped_matrix_text() + ROW


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("09:00"))
    return desk_day(transactions)


@pytest.fixture
def matrix(transactions):
    return CompetenceService(transactions)


def opens(desk, clock, at):
    clock.to(moment(at))
    new = NewIncident("反应釜爆炸", received_at=moment(at), category=Category.WORK_SAFETY)
    return desk.incidents.open(desk.staff.officer, new).value.id


def listed(desk, incident):
    return [line.department for line in desk.incidents.view(incident).notices]


def test_a_row_of_the_office_stands_in_the_list_of_an_incident_at_once(desk, matrix, clock):
    incident = opens(desk, clock, "10:00")
    assert "园区管委会" not in listed(desk, incident)
    matrix.save(desk.staff.supervisor, MATRIX, OURS, "区里职责规定")
    assert "园区管委会" in listed(desk, incident)
    view = matrix.view()
    assert (view.own, view.edition, view.reason, view.fault) == (True, 1, "区里职责规定", None)
    added = [d.line for d in matrix.text().differences if d.mark == "+"]
    assert 'department = "园区管委会"' in added


def test_the_shipped_text_is_taken_back(desk, matrix, clock):
    matrix.save(desk.staff.supervisor, MATRIX, OURS, "区里职责规定")
    matrix.take_back(desk.staff.supervisor, "规定已废止")
    assert matrix.view().rows == shipped_matrix()
    assert not matrix.view().own
    with pytest.raises(RuleViolation) as refused:
        matrix.take_back(desk.staff.supervisor, "再来一次")
    assert refused.value.code == "rule_pack.unchanged"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('role = "peer"', 'role = "friend"', "role"),
        ('words = ["公安"]', "words = []", "words"),
        ("schema = 1", "schema = 9", "schema"),
        ('department = "公安"', 'departement = "公安"', "departement"),
    ],
)
def test_a_wrong_text_is_refused_with_its_line_and_nothing_changes(desk, matrix, old, new, field):
    text = shipped_matrix_text().replace(old, new, 1)
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if row == new)
    verdict = matrix.compare(MATRIX, text)
    assert (verdict.line, verdict.fault is not None) == (line, True)
    with pytest.raises(BadInput) as refused:
        matrix.save(desk.staff.supervisor, MATRIX, text, "试试")
    assert refused.value.fields["where"] == f"matrix.toml 第 {line} 行 {field}"
    assert matrix.view().edition == 0


def test_an_empty_matrix_is_refused(desk, matrix):
    with pytest.raises(BadInput):
        matrix.save(desk.staff.supervisor, MATRIX, 'schema = 1\nid = "matrix"\n', "清空")


def test_only_a_supervisor_with_a_reason_changes_it(desk, matrix):
    with pytest.raises(AccessDenied):
        matrix.save(desk.staff.officer, MATRIX, OURS, "我来改")
    with pytest.raises(RuleViolation):
        matrix.save(desk.staff.supervisor, MATRIX, OURS, " ")


def test_a_text_that_cannot_be_read_leaves_the_shipped_rows(desk, matrix, clock, transactions):
    with transactions.act(desk.staff.people.system(), "office.edit") as act:
        act.uow.rule_editions.add(
            {
                "pack": MATRIX,
                "origin": Origin.OFFICE.value,
                "text": "schema = 7\n",
                "digest": "",
                "based_on": "",
                "since": act.now,
                "author_id": None,
                "reason": "旧程序",
            }
        )
    assert matrix.view().rows == shipped_matrix()
    assert matrix.view().fault is not None
    assert "公安" in listed(desk, opens(desk, clock, "10:00"))


def test_a_matrix_is_no_rule_pack(desk, matrix, transactions):
    from safetydesk.services.rule_book import RuleBookService

    matrix.save(desk.staff.supervisor, MATRIX, OURS, "区里职责规定")
    assert MATRIX not in {pack.id for pack in RuleBookService(transactions).view().packs}
