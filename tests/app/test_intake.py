"""The command ``intake`` from its words to its exit code."""

from __future__ import annotations

import json

import pytest

from safetydesk.app.main import main

WORDS = "今天10时05分许，临港街道滨江路14号一仓库起火，1人轻伤。"
AT = ("--received-at", "2025-10-06T10:12:00+08:00")


@pytest.fixture
def text_file(tmp_path):
    def write(content):
        path = tmp_path / "message.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_the_answer_is_one_json_document_with_the_words_behind_it(text_file, capsys, encoding):
    assert main(["intake", text_file(WORDS.encode(encoding)), *AT, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["occurred"]["from"] == "2025-10-06T10:05:00+08:00"
    assert answer["casualties"] == {"lightly_injured": 1}
    quote = answer["sources"]["casualties.lightly_injured"][0]
    assert WORDS[quote["from"] : quote["to"]] == quote["text"] == "1人轻伤"


def test_without_json_there_is_a_line_for_each_field(text_file, capsys):
    assert main(["intake", text_file(WORDS), *AT]) == 0
    out = capsys.readouterr().out
    assert "地点\t临港街道滨江路14号\t临港街道滨江路14号" in out
    assert "直接经济损失" not in out


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b" \n", "没有文字"), ("字" * 30_000, "太长"), (b"\x00\x01\xff", "编码")],
)
def test_what_is_no_message_ends_with_exit_code_2_and_one_line(
    text_file, capsys, content, expected
):
    assert main(["intake", text_file(content), *AT]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "message.txt" in err
    assert expected in err


def test_a_time_without_a_zone_is_refused(text_file, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["intake", text_file(WORDS), "--received-at", "2025-10-06T10:12:00"])
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_file_that_is_missing_is_named(tmp_path, capsys):
    assert main(["intake", str(tmp_path / "absent.txt")]) == 2
    assert "absent.txt" in capsys.readouterr().err
