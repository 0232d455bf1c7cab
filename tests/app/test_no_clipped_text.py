"""No page of the demonstration office cuts off text, on small and large screens, light and dark."""

from __future__ import annotations

import pytest

from safetydesk.app.demo.writing import HARD_DAY, write_demonstration
from safetydesk.app.paths import Paths
from safetydesk.app.still_desk import PAGES, StillDesk
from tools.clipping import clipped, walk


@pytest.fixture(scope="module")
def desk(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        paths = Paths.of(folder / "office")
        paths.create()
        write_demonstration(paths, until=HARD_DAY)
        with StillDesk.of(paths) as made:
            yield made


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off(desk, page):
    assert walk(desk, (page,)) == []


def test_nothing_is_cut_off_in_the_sections_of_the_settings(desk):
    sections = desk.sections()
    assert "notices" in sections
    for name in sections:
        shown = desk.show(f"settings:{name}", size=(1366, 768))
        assert (name, clipped(shown)) == (name, [])
