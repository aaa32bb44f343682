"""The bell in the room: two strokes, as loud as set, silent where it shall be, never distorted."""

import struct
from itertools import pairwise

import pytest

from media._sink import NoSink
from media.chime import RATE, Chime, samples


def values(volume: int) -> tuple[int, ...]:
    made = samples(volume)
    return struct.unpack(f"<{len(made) // 2}h", made)


class Tape(NoSink):
    def __init__(self) -> None:
        self.heard = b""
        self.finished = False

    def open(self, rate: int) -> "Tape":
        assert rate == RATE
        return self

    def write(self, samples: bytes) -> None:
        self.heard += samples

    def finish(self) -> None:
        self.finished = True


def _loudness(part: tuple[int, ...]) -> float:
    return sum(abs(one) for one in part) / len(part)


@pytest.mark.parametrize("volume", [1, 60, 100])
def test_it_is_as_loud_as_set(volume: int) -> None:
    assert max(map(abs, values(volume))) == pytest.approx(300 * volume, rel=0.02)


def test_it_strikes_twice_and_fades() -> None:
    heard = values(60)
    before, second = (
        _loudness(heard[int(0.5 * RATE) : int(0.54 * RATE)]),
        _loudness(heard[int(0.56 * RATE) : int(0.6 * RATE)]),
    )
    assert second > 1.5 * before
    assert _loudness(heard[-RATE // 5 :]) < before / 3
    assert heard[-1] == 0 and abs(heard[0]) < 100, "no click at either end"
    assert sum(1 for a, b in pairwise(heard) if a < 0 <= b) > 700


def test_it_sounds_whole_and_a_silent_one_opens_nothing() -> None:
    tape = Tape()
    Chime(tape.open, 60)._sound()
    assert tape.heard == samples(60) and tape.finished

    def never(rate: int) -> Tape:
        raise AssertionError("a device was opened")

    Chime(never, 0)()
