"""Unfinished typing survives, and goes when it was saved for good."""

from __future__ import annotations

from safetydesk.services.drafts import DraftService
from safetydesk.storage.drafts import DraftStore
from tests.helpers.clock import FakeClock
from tests.helpers.databases import KEY


def test_a_draft_is_there_after_the_program_was_killed(tmp_path):
    first = DraftService(DraftStore(tmp_path / "drafts.db", KEY), FakeClock())
    first.keep("quick", "园区电话：死亡<3人>")
    second = DraftService(DraftStore(tmp_path / "drafts.db", KEY), FakeClock())
    assert second.find("quick") == "园区电话：死亡<3人>"


def test_a_saved_draft_is_forgotten(tmp_path):
    drafts = DraftService(DraftStore(tmp_path / "drafts.db", KEY), FakeClock())
    drafts.keep("quick", "半句")
    drafts.keep("quick", "")
    assert drafts.find("quick") == ""
    assert drafts.keys("") == []


def test_a_form_keeps_its_fields_and_an_empty_one_nothing(tmp_path):
    drafts = DraftService(DraftStore(tmp_path / "drafts.db", KEY), FakeClock())
    drafts.keep_form("call:new", {"number": "0000-5551040", "text": "爆炸"})
    drafts.keep_form("call:other", {"number": "", "text": "  "})
    assert drafts.find_form("call:new")["text"] == "爆炸"
    assert drafts.keys("call:") == ["call:new"]


def test_a_draft_is_not_readable_on_the_disk(tmp_path):
    store = DraftStore(tmp_path / "drafts.db", KEY)
    DraftService(store, FakeClock()).keep("quick", "19900000021")
    store.close()
    assert all(b"19900000021" not in p.read_bytes() for p in tmp_path.iterdir())
