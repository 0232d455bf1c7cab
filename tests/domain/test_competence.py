"""Who is competent for which incident and who must be told: by the matrix, with its citation."""

from __future__ import annotations

import pytest

from safetydesk.domain.competence import Role, involved
from safetydesk.domain.errors import BadInput
from safetydesk.domain.incident import Category, Family, Grade
from safetydesk.services.competence import read_matrix, shipped_matrix

MATRIX = shipped_matrix()


def names(role, family=Family.ACCIDENT, category=Category.WORK_SAFETY, grade=None):
    return [r.department for r in involved(MATRIX, family, category, grade) if r.role is role]


def test_the_four_of_the_article_are_told_of_every_accident():
    assert names(Role.PEER) == ["公安", "人社局", "总工会", "检察院"]


def test_a_chemical_accident_is_told_to_environment_and_health_too():
    found = names(Role.PEER, category=Category.HAZARDOUS_CHEMICALS)
    assert found == ["公安", "人社局", "总工会", "检察院", "生态环境局", "卫生健康局"]


def test_garrison_and_neighbours_are_told_of_what_may_be_major():
    assert "当地驻军" not in names(Role.PEER, grade=Grade.GRADE_3)
    assert names(Role.PEER, grade=Grade.GRADE_2)[-2:] == ["当地驻军", "可能受影响的毗邻地区"]


@pytest.mark.parametrize(
    ("family", "category", "department"),
    [
        (Family.ACCIDENT, Category.SPECIAL_EQUIPMENT, "市场监督管理局"),
        (Family.ACCIDENT, Category.CONSTRUCTION, "住房和城乡建设局"),
        (Family.ACCIDENT, Category.ROAD_TRAFFIC, "公安交通管理部门"),
        (Family.ACCIDENT, Category.FIRE, "消防救援机构"),
        (Family.ACCIDENT, Category.COAL_MINE, "国家矿山安全监察局省级局"),
        (Family.NATURAL_DISASTER, Category.FOREST_FIRE, "森林防火指挥机构（林业）"),
        (Family.NATURAL_DISASTER, Category.FLOOD, "防汛指挥机构（水利）"),
        (Family.PUBLIC_HEALTH, Category.PUBLIC_HEALTH, "卫生健康局"),
        (Family.PUBLIC_HEALTH, Category.ANIMAL_EPIDEMIC, "农业农村局（兽医）"),
        (Family.SOCIAL_SECURITY, Category.OTHER, "公安"),
    ],
)
def test_the_competent_department_is_named_first(family, category, department):
    assert department in names(Role.COMPETENT, family, category)
    assert involved(MATRIX, family, category, None)[0].role is Role.COMPETENT


def test_an_environmental_event_is_no_accident_of_the_four():
    assert names(Role.PEER, category=Category.ENVIRONMENT) == []


def test_every_row_cites_a_text():
    assert all(row.citation and row.words for row in MATRIX)


def test_an_office_is_known_by_a_part_of_its_name():
    rows = involved(MATRIX, Family.ACCIDENT, Category.WORK_SAFETY, None)
    told = ("云川区公安分局", "区人力资源和社会保障局", "区应急管理局")
    named = [row.department for row in rows if any(row.is_named(name) for name in told)]
    assert set(named).isdisjoint({"总工会", "检察院"})
    assert len(named) == len(rows) - 2


def test_a_wrong_row_is_refused_with_its_line():
    text = 'schema = 1\n[[rule]]\ndepartment = "公安"\nwords = ["公安"]\nrole = "friend"\n'
    with pytest.raises(BadInput) as refused:
        read_matrix(text, "matrix.toml")
    assert refused.value.fields["where"] == "matrix.toml 第 5 行 role"
