"""`screenshot` writes the page asked for in the size and theme asked for, or says why it did not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from safetydesk.app.demo.writing import HARD_DAY, write_demonstration
from safetydesk.app.paths import Paths
from safetydesk.ui.tokens import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The demonstration office in the middle of its hard day; its folder and its surroundings."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        paths = Paths.of(folder / "office")
        paths.create()
        write_demonstration(paths, until=HARD_DAY)
        yield {**os.environ}, paths.data


def taken(office, *words: str) -> subprocess.CompletedProcess[str]:
    environment, folder = office
    return subprocess.run(
        [sys.executable, "-m", "safetydesk", "--data", str(folder), "screenshot", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )


def picture(path: Path) -> QImage:
    image = QImage(str(path))
    assert not image.isNull()
    return image


def colours(image: QImage) -> set[int]:
    """The colours along a grid of points."""
    return {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }


@pytest.mark.parametrize(
    ("words", "size", "theme"),
    [
        ((), (1600, 900), LIGHT),
        (("--size", "1366x768", "--theme", "dark"), (1366, 768), DARK),
        (("--lang", "en"), (1600, 900), LIGHT),
    ],
)
def test_the_picture_has_the_size_and_the_theme_asked_for(office, tmp_path, words, size, theme):
    run = taken(office, "incidents", "-o", str(tmp_path / "x.png"), *words)
    assert (run.returncode, run.stderr) == (0, "")
    image = picture(tmp_path / "x.png")
    assert (image.width(), image.height()) == size
    assert QColor(image.pixel(size[0] - 2, 70)) == QColor(theme.panel)


@pytest.mark.parametrize(
    "page",
    [
        "desk",
        "log",
        "incidents",
        "incident",
        "composer",
        "roster",
        "contacts",
        "settings",
        "handover",
        "call-record",
        "wallboard",
    ],
)
def test_every_page_of_the_contract_that_exists_can_be_shown(office, tmp_path, page):
    run = taken(office, page, "-o", str(tmp_path / "x.png"))
    assert (run.returncode, run.stderr) == (0, "")
    assert len(colours(picture(tmp_path / "x.png"))) > 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("checks", "-o", "x.png"), "PAGE：“checks”页在以后的版本中提供"),
        (("kitchen", "-o", "x.png"), "kitchen"),
        (("desk",), "-o"),
        (("desk", "-o", "x.png", "--size", "10x10"), "1024x640"),
        (("desk", "-o", "x.png", "--size", "wide"), "1600x900"),
        (("desk", "-o", "no/such/folder/x.png"), "没有这个文件或文件夹"),
    ],
)
def test_what_cannot_be_shown_is_one_line_and_exit_2(office, words, said):
    run = taken(office, *words)
    assert run.returncode == 2
    (line,) = run.stderr.splitlines()
    assert said in line


def test_a_folder_without_an_office_is_said_and_stays_empty(tmp_path):
    nobody = tmp_path / "nobody"
    run = taken(({**os.environ}, nobody), "desk", "-o", str(tmp_path / "x.png"))
    assert run.returncode == 2
    assert "没有值班室" in run.stderr
    assert not nobody.exists()
