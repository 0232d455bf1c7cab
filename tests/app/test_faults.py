"""The short form of ``python -m tools.faults``: a dozen kills lose nothing and double nothing."""

from __future__ import annotations

import os

import pytest

from tools.faults.kills import kill_often


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked and killed by SIGKILL")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_dozen_kills_lose_no_alarm_and_double_none(tmp_path):
    count = kill_often(tmp_path, 12, seed=7)
    assert count.raised == 12 * 12
    assert count.told["acknowledged"] > 0
    assert (count.lost, count.doubled) == ([], [])
