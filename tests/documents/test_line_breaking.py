"""Where lines of Chinese may end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from safetydesk.documents.line_breaking import NO_END, NO_START, break_lines, break_offsets

TEXT = (
    "值班人员应当严格遵守“值班制度”，不得擅离职守：遇有突发事件，立即报告！《条例》第10条规定？"
    "否则；后果自负……电话0000-5551040，邮箱duty@example.invalid，浓度50mg/m³，19900000016——完。"
)


def lines_of(text, limit, width=1.0):
    widths = [width if ord(char) >= 0x2E80 else width / 2 for char in text]
    return [text[line.start : line.stop] for line in break_lines(text, widths, lambda _n: limit)]


@given(st.integers(16, 60))
def test_no_line_begins_or_ends_with_a_forbidden_mark(limit):
    lines = lines_of(TEXT, limit)
    assert len(lines) > 1
    assert not [line for line in lines[1:] if line[0] in NO_START]
    assert not [line for line in lines[:-1] if line[-1] in NO_END]


@given(st.integers(16, 60))
def test_numbers_and_addresses_stay_whole(limit):
    lines = lines_of(TEXT, limit)
    for whole in ("0000-5551040", "duty@example.invalid", "50mg/m³", "19900000016", "——", "……"):
        assert any(whole in line for line in lines)


@given(st.text(st.sampled_from("值班，。（）“”a1-. ~—…"), max_size=60), st.integers(1, 12))
def test_every_character_but_line_end_spaces_is_kept_in_order(text, limit):
    assert "".join(lines_of(text, limit)).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.sampled_from("值班，。（）a1 "), min_size=1, max_size=60), st.integers(2, 12))
def test_no_line_is_wider_than_its_room(text, limit):
    widths = [1.0 if ord(char) >= 0x2E80 else 0.5 for char in text]
    assert all(line.width <= limit + 1e-6 for line in break_lines(text, widths, lambda _n: limit))


def test_a_figure_keeps_its_unit():
    assert lines_of("死亡受伤5人", 4.5) == ["死亡受伤", "5人"]


def test_a_closing_mark_may_hang_by_its_blank_half():
    text, widths = "值班室，报告", [1.0] * 6
    found = break_lines(text, widths, lambda _n: 3.5, trims=[0, 0, 0, 0.5, 0, 0])
    assert [text[line.start : line.stop] for line in found] == ["值班室，", "报告"]


def test_a_word_wider_than_the_line_is_cut():
    assert lines_of("a" * 25, 5) == ["a" * 10, "a" * 10, "a" * 5]


def test_an_empty_text_is_one_empty_line():
    assert lines_of("", 5) == [""]
    assert break_offsets("") == []


def test_the_first_line_may_have_its_own_room():
    text = "值班室报告情况"
    found = break_lines(text, [1.0] * 7, lambda number: 2.0 if number == 0 else 5.0)
    assert [text[line.start : line.stop] for line in found] == ["值班", "室报告情况"]
