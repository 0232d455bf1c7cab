"""Which font prints which character."""

from __future__ import annotations

from pathlib import Path

import pytest

from safetydesk.documents.cff_face import to_unicode_map
from safetydesk.documents.fonts import Face, FontBook
from tests.documents.paper import PACKAGED, RARE


@pytest.mark.parametrize("face", list(Face))
def test_every_face_prints_rare_names(face):
    assert PACKAGED.printable(RARE) == RARE
    assert all(PACKAGED.glyph(face, char).width > 0.5 for char in RARE)


def test_a_character_that_no_font_has_is_printed_as_its_code_point():
    assert PACKAGED.printable("火\U0001f525情") == "火〔U+1F525〕情"


def test_characters_that_turn_text_round_or_hide_are_left_out():
    assert PACKAGED.printable("报\u202e告\u200b\u00ad\ufe0f") == "报告"


def test_control_characters_become_spaces_and_line_breaks_stay():
    assert PACKAGED.printable("甲\t乙\x00丙\n丁") == "甲 乙 丙\n丁"


def test_missing_faces_are_reported_as_substitutes():
    choices = {choice.face: choice for choice in PACKAGED.choices()}
    assert choices[Face.KAI].substitute
    assert choices[Face.FANG].substitute
    assert not choices[Face.SONG].substitute
    assert choices[Face.HEI].file == "NotoSansSC"


def test_a_broken_font_file_is_passed_over(tmp_path, caplog, expected_complaints):
    expected_complaints.append("safetydesk.documents.fonts")
    (tmp_path / "simkai.ttf").write_bytes(b"not a font")
    book = FontBook((tmp_path,))
    assert book.glyph(Face.KAI, "值") == PACKAGED.glyph(Face.KAI, "值")
    assert "simkai.ttf" in caplog.text
    assert {c.face: c.substitute for c in book.choices()}[Face.KAI]


def test_a_face_found_on_the_machine_is_used_and_lends_its_missing_characters(tmp_path):
    face = _small_font(tmp_path / "deep" / "simkai.ttf")
    book = FontBook((tmp_path,))
    assert book.glyph(Face.KAI, "A").font == face.stem
    assert book.glyph(Face.KAI, "值") == PACKAGED.glyph(Face.KAI, "值")
    assert not {c.face: c.substitute for c in book.choices()}[Face.KAI]


def test_a_folder_that_does_not_exist_is_no_error():
    assert FontBook((Path("/nowhere/at/all"),)).choices() == PACKAGED.choices()


def test_the_unicode_map_is_right_beyond_the_basic_plane():
    text = to_unicode_map("Face", [0x41, 0x503C, ord("𬭎")])
    assert "<00> <0041>" in text
    assert "<01> <503C>" in text
    assert "<02> <D872DF4E>" in text


def _small_font(path):
    """A TrueType font that holds only the letter A."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 0))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({0x41: "A"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular", "psName": "Small"})
    builder.setupOS2()
    builder.setupPost()
    path.parent.mkdir()
    builder.save(path)
    return path
