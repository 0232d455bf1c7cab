"""Templates of the office: put in force with a reason, kept by version, never in the way of a report."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.incident import Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.report_series import ReportType
from safetydesk.domain.report_template import TEMPLATE_KINDS
from safetydesk.services.incidents import NewIncident
from safetydesk.services.report_templates import ReportTemplates, differences, shipped_template
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN

T = ReportType
OWN = "{{ 接报经过 }}\n# 伤亡\n{{ 伤亡 }}。\n# 我局意见\n请予指导。\n"


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T10:12:00+08:00")
    return made


@pytest.fixture
def incident(desk):
    return desk.incidents.open(
        desk.staff.officer,
        NewIncident(
            "东河宏泰反应釜爆炸",
            category=Category.HAZARDOUS_CHEMICALS,
            occurred_at=moment("10:05"),
            source="园区管委会电话",
            facts=(
                (FactField.COURSE, "东河{{ 单位 }}公司爆炸"),
                (FactField.UNIT, "东河{{ 单位 }}公司"),
            ),
        ),
    ).value


@pytest.fixture
def templates(transactions):
    return ReportTemplates(transactions)


def put(templates, desk, words=OWN, kind=T.INITIAL):
    return templates.put_in_force(desk.staff.supervisor, kind, words, "我局自定格式").value


def drafted(desk, incident):
    return desk.reports.draft(desk.staff.officer, incident.id, T.INITIAL).value


@pytest.mark.parametrize("kind", TEMPLATE_KINDS)
def test_every_shipped_template_can_be_filled(kind, templates):
    assert templates.preview(kind, shipped_template(kind))


def test_a_draft_is_made_by_the_template_in_force(templates, desk, incident):
    assert put(templates, desk) == 1
    content = drafted(desk, incident).content
    assert [section.lead for section in content.sections] == ["一、伤亡", "二、我局意见"]
    assert "东河{{ 单位 }}公司" in content.text


def test_a_report_that_was_issued_keeps_its_words(templates, desk, incident):
    draft = drafted(desk, incident)
    leader = desk.staff.leader.person_id
    before = desk.reports.sign_off(leader, PIN, draft.id, draft.version).value
    put(templates, desk)
    after = desk.reports.view(draft.id)
    assert after.content == before.content
    assert after.sealed


def test_a_draft_begun_keeps_its_words_and_is_offered_the_new_ones(templates, desk, incident):
    draft = drafted(desk, incident)
    put(templates, desk)
    view = desk.reports.view(draft.id)
    assert view.content == draft.content
    assert view.proposal is not None
    assert view.proposal.sections[-1].text == "请予指导。"


def test_the_shipped_text_comes_back_and_every_text_is_kept(templates, desk):
    put(templates, desk)
    templates.take_back(desk.staff.supervisor, T.INITIAL, "恢复")
    view = templates.view(T.INITIAL)
    assert (view.text, view.own) == (shipped_template(T.INITIAL), False)
    assert [(one.number, one.author, one.own) for one in view.history] == [
        (1, "王伟", True),
        (2, "王伟", False),
    ]
    assert templates.edition(T.INITIAL, 1) == OWN


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "template.empty"),
        ("{{ 单味 }}", "template.unknown_name"),
        ("{% if 单位 %}", "template.syntax"),
        ("{{ 单位.upper() }}", "template.forbidden"),
    ],
)
def test_a_broken_template_is_refused_with_its_line(words, code, templates, desk):
    with pytest.raises(BadInput) as refused:
        put(templates, desk, words)
    assert refused.value.code == code
    assert not templates.view(T.INITIAL).own


def test_only_supervisors_change_templates_and_say_why(templates, desk):
    with pytest.raises(AccessDenied):
        templates.put_in_force(desk.staff.officer, T.INITIAL, OWN, "试试")
    with pytest.raises(RuleViolation, match=r"template.no_reason"):
        templates.put_in_force(desk.staff.supervisor, T.INITIAL, OWN, " ")
    with pytest.raises(RuleViolation, match=r"template.same"):
        put(templates, desk, shipped_template(T.INITIAL))
    with pytest.raises(RuleViolation, match=r"template.same"):
        templates.take_back(desk.staff.supervisor, T.INITIAL, "恢复")


def test_a_template_that_no_longer_works_is_told_and_the_shipped_one_helps(
    templates, desk, incident, transactions
):
    put(templates, desk)
    with transactions.database.write() as uow:  # as after an update that knows a name no more
        uow.templates.add(
            {
                "kind": T.INITIAL.value,
                "text": "{{ 接报经过 }}\n{{ 旧名称 }}",
                "based_on": "",
                "since": moment("10:12"),
                "author_id": None,
                "reason": "旧版本",
            }
        )
        uow.commit()
    draft = drafted(desk, incident)
    assert draft.content.sections[-1].lead == "五、原因"
    trouble = desk.reports.view(draft.id).template_trouble
    assert trouble is not None
    assert (trouble.code, trouble.fields["line"]) == ("template.unknown_name", 2)


def test_a_preview_shows_an_incident_or_the_names(templates, incident):
    assert "东河{{ 单位 }}公司" in templates.preview(T.INITIAL, "{{ 单位 }}", incident.id)
    assert templates.preview(T.INITIAL, "{{ 单位 }}") == "〔单位〕"
    assert "〔新接事件一〕" in templates.preview(T.NIL, "{{ 新接事件|顿号 }}")
    assert templates.preview(T.NIL, "{{ 新接事件|顿号 }}", 0) == incident.title


def test_the_difference_to_the_shipped_text_is_shown_by_lines():
    assert differences("一\n二\n", "一\n三\n") == ("  一", "- 二", "+ 三")


def test_texts_in_force_are_never_changed_in_the_database(templates, desk, database):
    put(templates, desk)
    with pytest.raises(Exception, match=r"append_only"), database.write() as uow:
        uow.session.execute(text("UPDATE report_template SET text = ''"))
