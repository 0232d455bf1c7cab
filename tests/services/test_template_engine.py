"""What report templates may contain, what they cannot reach, and where one is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetydesk.domain.errors import BadInput
from safetydesk.domain.report_fields import Fields
from safetydesk.services.template_engine import LONGEST_RESULT, LONGEST_SOURCE, rendered

FIELDS: Fields = {
    "单位": "东河宏泰<公司>",
    "空": "",
    "逐条": ["疏散621人", "", "现场：明火已扑灭"],
    "变化": [{"事项": "死亡", "原来": "1", "现在": "3"}],
}


def wrong(source, fields=FIELDS):
    with pytest.raises(BadInput) as refused:
        rendered(source, fields)
    return refused.value


def test_the_opening_and_the_sections_come_under_their_headings():
    body = rendered("接报如下：\n# 基本情况\n{{ 单位 }}\n# 没有\n{{ 空 }}\n", FIELDS)
    assert body == (("", "接报如下："), ("基本情况", "东河宏泰<公司>"), ("没有", ""))


def test_lists_are_joined_and_rows_are_gone_through():
    said = "{{ 逐条|连句 }}{% for 条 in 变化 %}{{ 条.事项 }}{{ 条.原来 }}→{{ 条.现在 }}{% endfor %}"
    assert rendered(said, FIELDS)[0][1] == "疏散621人；现场：明火已扑灭。死亡1→3"
    assert rendered("{{ 逐条|顿号 }}", FIELDS)[0][1] == "疏散621人、现场：明火已扑灭"


def test_what_is_unknown_has_other_words():
    assert rendered('{{ 空|句 or "正在核查。" }}', FIELDS)[0][1] == "正在核查。"
    assert rendered("{% if 空 %}有{% else %}无{% endif %}", FIELDS)[0][1] == "无"


@given(st.text(alphabet="{}%#\n<>&'\"|死亡3人 []().", max_size=40))
def test_words_of_a_person_are_never_read_as_a_template_or_a_heading(words):
    body = rendered("{{ 单位 }}\n# 下一步\n续报。", {"单位": words})
    assert body == (("", words.strip()), ("下一步", "续报。"))


@pytest.mark.parametrize(
    "source",
    [
        "{{ 单位.upper() }}",
        "{{ 单位[0] }}",
        "{{ 1 + 1 }}",
        "{{ '甲' * 999999999 }}",
        "{% set 甲 = 单位 %}",
        "{% macro 甲() %}{% endmacro %}",
        "{% include 'report_template' %}",
        "{% import 'os' as 甲 %}",
        "{% for 甲 in [1, 2] %}{% endfor %}",
        "{% for 甲 in 逐条 recursive %}{% endfor %}",
        "{% for 甲 in 逐条 %}{% for 乙 in 逐条 %}{% for 丙 in 逐条 %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ 单位 is string }}",
        "{{ lipsum() }}",
    ],
)
def test_nothing_is_called_computed_or_assigned(source):
    assert wrong(f"第一行\n{source}").code in ("template.forbidden", "template.unknown_name")


@pytest.mark.parametrize(
    "source",
    [
        "{{ 单位.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 变化.append }}",
        "{% for 条 in 变化 %}{{ 条.items }}{% endfor %}",
        "{% for 条 in 变化 %}{{ 条.没有 }}{% endfor %}",
        "{{ 变化 }}",
        "{{ 逐条|句 }}",
        "{{ 单位|连句 }}",
        "{{ 变化|连句 }}",
    ],
)
def test_no_attribute_and_no_list_leaks_into_the_words(source):
    found = wrong(f"第一行\n{source}")
    assert (found.code, found.fields["line"]) == ("template.value", 2)


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("接报\n\n{{ 单位 ", "template.syntax", 3),
        ("接报\n# 一\n二\n{% if 单位 %}没有结束", "template.syntax", 4),
        ("接报\n# 一\n\n{{ 单味 }}", "template.unknown_name", 4),
        ("接报\n# 一\n{{ 单位|大写 }}", "template.unknown_name", 3),
        ("{% if 空 %}\n{{ 没有这个 }}\n{% endif %}", "template.unknown_name", 2),
    ],
)
def test_what_is_wrong_is_told_with_its_line_wherever_it_stands(source, code, line):
    found = wrong(source)
    assert (found.code, found.fields["line"]) == (code, line)


def test_a_template_and_its_result_have_bounds():
    assert wrong(" \n").code == "template.empty"
    assert wrong("长" * (LONGEST_SOURCE + 1)).code == "template.too_long"
    long = {"单位": "长" * 5_000}
    assert wrong("{{ 单位 }}" * (LONGEST_RESULT // 5_000 + 1), long).code == (
        "template.result_too_long"
    )


def test_loops_within_loops_end_at_the_bound():
    many = {"逐条": [str(number) for number in range(2_000)]}
    said = "{% for 甲 in 逐条 %}{% for 乙 in 逐条 %}{{ 乙 }}{% endfor %}{% endfor %}"
    assert wrong(said, many).code == "template.result_too_long"
