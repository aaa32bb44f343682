"""Tones that say how high and what: higher on the glass sounds higher, and no device is no trouble."""

import struct
from collections.abc import Callable
from itertools import pairwise

import pytest

from media.earcons import RATE, SOUNDS, Earcons, hertz, samples


class Tape:
    """A sink that keeps what it was given."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.finished = 0

    def open(self, rate: int) -> "Tape":
        assert rate == RATE
        return self

    def write(self, given: bytes) -> None:
        self.heard.append(given)

    def finish(self) -> None:
        self.finished += 1

    def kill(self) -> None: ...


def _pitch(made: bytes) -> float:
    """Cycles a second, by counting where the wave rises through nothing."""
    values = struct.unpack(f"<{len(made) // 2}h", made)
    rises = [i for i, (a, b) in enumerate(pairwise(values)) if a < 0 <= b]
    return (len(rises) - 1) * RATE / (rises[-1] - rises[0])


def test_higher_on_the_glass_sounds_higher() -> None:
    heard = [_pitch(samples("hold", level)) for level in range(0, 25, 4)]
    assert heard == sorted(heard)
    assert len(set(heard)) == len(heard)
    for level, hz in zip(range(0, 25, 4), heard, strict=True):
        assert hz == pytest.approx(hertz(level / 24), rel=0.04)


@pytest.mark.parametrize("sound", SOUNDS)
def test_every_sound_is_short_never_loud_and_ends_in_silence(sound: str) -> None:
    made = samples(sound, 12)
    values = struct.unpack(f"<{len(made) // 2}h", made)
    assert 0.02 <= len(values) / RATE <= 0.4
    assert 500 < max(map(abs, values)) < 16_000
    assert abs(values[-1]) < 400


def test_a_tone_is_played_and_its_sink_given_back() -> None:
    tape = Tape()
    Earcons(tape.open, lambda run: run()).play("act")
    assert tape.heard == [samples("act", 12)]
    assert tape.finished == 1


def test_a_rushing_finger_does_not_pile_up_tones() -> None:
    waiting: list[Callable[[], None]] = []
    tape = Tape()
    sounds = Earcons(tape.open, waiting.append)
    for _ in range(50):
        sounds.play("thing")
    assert len(waiting) == 3
    for run in waiting:
        run()
    sounds.play("thing")
    assert len(waiting) == 4


def test_a_device_that_can_not_be_opened_stops_nothing_for_good() -> None:
    def broken(rate: int) -> Tape:
        raise OSError("no device")

    def run(what: Callable[[], None]) -> None:
        with pytest.raises(OSError, match="no device"):
            what()

    sounds = Earcons(broken, run)
    for _ in range(10):
        sounds.play("thing")
    sounds.play("act")
