"""The four sounds can be told apart, repeat as they should, and a flood makes one tone."""

from __future__ import annotations

import io
import itertools
import wave
from array import array

import pytest

from safetydesk.ui.sound_plan import MIDDLE_AGAIN, Ringing, SoundPlan, sound_of
from safetydesk.ui.sound_waves import NOTES, Sound, seconds_of, wave_file


def pitches(sound: Sound) -> set[float]:
    return {note.hertz for note in NOTES[sound] if note.hertz}


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Sound, 2)))
def test_every_two_sounds_differ_by_a_fifth_of_their_pitch(one, other):
    for low, high in (sorted(pair) for pair in itertools.product(pitches(one), pitches(other))):
        assert high >= 1.2 * low


@pytest.mark.parametrize("sound", list(Sound))
def test_a_sound_is_a_plain_wave_file_that_can_be_heard(sound):
    with wave.open(io.BytesIO(wave_file(sound))) as read:
        frames = array("h", read.readframes(read.getnframes()))
        assert (read.getnchannels(), read.getsampwidth()) == (1, 2)
        assert read.getnframes() / read.getframerate() == pytest.approx(seconds_of(sound), abs=0.01)
    assert 10_000 < max(frames) <= 32_767
    assert abs(frames[0]) < 100
    assert abs(frames[-1]) < 1200


def test_the_low_sound_is_the_softest():
    def loudest(sound):
        return max(array("h", wave_file(sound)[44:]))

    assert min(Sound, key=loudest) is Sound.LOW


def test_a_handover_has_its_chime_until_it_is_grave():
    assert sound_of("handover:7", 2) is Sound.TURNOVER
    assert sound_of("handover:7", 1) is Sound.TOP
    assert sound_of("matter:7", 3) is Sound.LOW


def test_five_alarms_sound_one_by_one_the_gravest_first():
    plan = SoundPlan()
    calls = {"a": Sound.LOW, "b": Sound.MIDDLE, "c": Sound.TOP}
    assert plan.arrive(calls, 0.0) == Ringing((Sound.TOP, Sound.MIDDLE, Sound.LOW))


def test_a_flood_makes_one_tone_and_says_how_many():
    plan = SoundPlan()
    flood = {str(n): Sound.LOW for n in range(499)} | {"m": Sound.MIDDLE}
    assert plan.arrive(flood, 0.0) == Ringing((Sound.MIDDLE,), 500)
    assert plan.arrive({"later": Sound.LOW}, 5.0) == Ringing((), 1)
    assert plan.arrive({"late": Sound.LOW}, 20.0) == Ringing((Sound.LOW,))


def test_level_one_is_never_part_of_a_flood():
    plan = SoundPlan()
    flood = {str(n): Sound.LOW for n in range(40)} | {"t": Sound.TOP}
    assert plan.arrive(flood, 0.0) == Ringing((Sound.TOP, Sound.LOW), 40)
    assert plan.arrive({"u": Sound.TOP}, 1.0) == Ringing((Sound.TOP,))


def test_six_alarms_that_come_one_by_one_within_ten_seconds_are_a_flood_too():
    plan = SoundPlan()
    rung = [plan.arrive({str(n): Sound.LOW}, float(n)) for n in range(6)]
    assert [r.others for r in rung] == [0, 0, 0, 0, 0, 1]


def test_level_two_repeats_every_two_minutes_until_it_is_seen():
    plan = SoundPlan()
    plan.arrive({"m": Sound.MIDDLE}, 0.0)
    assert plan.again(MIDDLE_AGAIN - 1) is None
    assert plan.again(MIDDLE_AGAIN) is Sound.MIDDLE
    assert plan.again(MIDDLE_AGAIN + 1) is None
    plan.stand({})
    assert plan.again(3 * MIDDLE_AGAIN) is None


def test_level_one_calls_until_it_is_acknowledged():
    plan = SoundPlan()
    plan.arrive({"t": Sound.TOP, "l": Sound.LOW}, 0.0)
    assert plan.top_calls
    plan.stand({"l": Sound.LOW})
    assert not plan.top_calls
