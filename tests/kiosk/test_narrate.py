"""Recording an exhibition can be broken off anywhere, goes on where it was, and records every text once."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content import bundled
from content.narration import Reading, wanted
from kiosk import narrate
from media.narrate import Busy, Synthesis, VoiceMissing, VoiceTroubled, alone, render
from media.recording import RATE


class Voice:
    """Hums a moment for every text, and remembers them; breaks off when told to."""

    def __init__(self, after: int = 10**6) -> None:
        self.said: list[tuple[str, str]] = []
        self.after = after

    def __call__(self) -> Synthesis:
        return self._hum

    def _hum(self, text: str, language: str) -> Iterator[bytes]:
        if len(self.said) == self.after:
            raise KeyboardInterrupt
        self.said.append((language, text))
        yield b"\x10\x10" * (RATE // 20)


@pytest.fixture(autouse=True)
def few_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six texts are enough: each takes a start of ffmpeg."""
    few = wanted(bundled.read(date.today()))[:6]
    monkeypatch.setattr(narrate, "wanted", lambda _: few)
    monkeypatch.setattr(bundled, "FOLDER", Path("/nonexistent"))
    monkeypatch.setattr(narrate, "read", lambda _: None)


def made(out: Path) -> set[str]:
    return {one.name for one in out.rglob("*.opus")}


def test_it_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    broken, said = Voice(after=2), io.StringIO()
    assert narrate.command(tmp_path, None, None, broken, said) == 4
    assert len(made(tmp_path)) == 2 and "the same command goes on from here" in said.getvalue()
    assert not list(tmp_path.rglob("*.part"))
    rest, out = Voice(), io.StringIO()
    assert narrate.command(tmp_path, None, None, rest, out) == 0
    assert len(made(tmp_path)) == 6
    assert not set(rest.said) & set(broken.said)
    assert out.getvalue().startswith("2 of 6 texts are recorded already.")


def test_what_is_recorded_is_not_recorded_again_and_needs_no_voice(tmp_path: Path) -> None:
    narrate.command(tmp_path, None, None, Voice(), io.StringIO())

    def absent() -> Synthesis:
        raise VoiceMissing

    assert narrate.command(tmp_path, None, None, absent, io.StringIO()) == 0


def test_past_its_minutes_it_begins_nothing_new(tmp_path: Path) -> None:
    voice = Voice()
    assert narrate.command(tmp_path, None, 0.0, voice, io.StringIO()) == 6
    assert voice.said == []


def test_a_text_that_can_not_be_said_is_left_out_and_the_rest_is_recorded(tmp_path: Path) -> None:
    first = True

    def hum(text: str, language: str) -> Iterator[bytes]:
        nonlocal first
        silent, first = first, False
        yield b"" if silent else b"\x10\x10" * (RATE // 20)

    assert narrate.command(tmp_path, None, None, lambda: hum, io.StringIO()) == 1
    assert len(made(tmp_path)) == 5


def test_every_text_is_told_of(tmp_path: Path) -> None:
    out = io.StringIO()
    narrate.command(tmp_path, None, None, Voice(), out)
    assert [line.split()[0] for line in out.getvalue().splitlines()[1:]] == [f"{n}/6" for n in range(1, 7)]


def test_a_second_run_beside_the_first_is_refused_and_after_it_is_not(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(Busy, match="another run"):
        narrate.command(tmp_path, None, None, Voice(), io.StringIO())
    assert made(tmp_path) == set()
    assert narrate.command(tmp_path, None, None, Voice(), io.StringIO()) == 0


def test_what_a_killed_run_left_half_written_goes(tmp_path: Path) -> None:
    half = tmp_path / "exhibits" / "timeline" / "voice" / "half.part"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"OggS")
    narrate.command(tmp_path, None, None, Voice(), io.StringIO())
    assert not half.exists()


@pytest.mark.parametrize("trouble", [RuntimeError("no memory"), ValueError("no such sound"), KeyError("x")])
def test_a_voice_that_stumbles_goes_on_and_one_that_always_does_ends_with_a_sentence(
    tmp_path: Path, trouble: Exception
) -> None:
    calls = 0

    def stumbles(text: str, language: str) -> Iterator[bytes]:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise trouble
        yield b"\x10\x10" * (RATE // 20)

    assert narrate.command(tmp_path / "a", None, None, lambda: stumbles, io.StringIO()) == 1
    assert len(made(tmp_path / "a")) == 5

    def fails(text: str, language: str) -> Iterator[bytes]:
        raise trouble
        yield b""

    with pytest.raises(VoiceTroubled, match="5 texts in a row"):
        narrate.command(tmp_path / "b", None, None, lambda: fails, io.StringIO())


def test_the_time_left_goes_by_the_length_of_the_texts(tmp_path: Path) -> None:
    clock = iter(range(0, 1000, 10))
    texts = tuple(Reading("timeline", "zh-Hans", "字" * n) for n in (40, 40, 140))

    def hum(text: str, language: str) -> Iterator[bytes]:
        yield b"\x10\x10" * (RATE // 20)

    told = [one.left_s for one in render(texts, tmp_path, hum, None, lambda: float(next(clock)))]
    assert told == [10 * 200 / 50, 20 * 150 / 100, 0.0]
    assert [narrate.spell(one) for one in (20.0, 200.0, 7500.0)] == ["less than a minute", "3 min", "2 h 05 min"]


def test_who_ends_the_process_breaks_it_off_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """A process of its own, ended as systemd and `kill` do, in the middle of a text."""
    code = (
        "import sys, time, io; from pathlib import Path; from kiosk import narrate\n"
        "from content.narration import Reading\n"
        "narrate.wanted = lambda _: tuple(Reading('timeline', 'zh-Hans', '字' * (9 + n)) for n in range(40))\n"
        "narrate.read = lambda _: None\n"
        "def hum(text, language):\n yield b'\\x10\\x10' * 2400\n time.sleep(0.3)\n"
        "left = narrate.command(Path(sys.argv[1]), Path('/nonexistent'), None, lambda: hum)\n"
        "print('left', left)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    for line in run.stdout:
        if line.startswith("2/40"):
            run.terminate()
            break
    rest = run.stdout.read()
    run.stdout.close()
    assert run.wait(30) == 0 and "goes on from here" in rest
    assert f"left {40 - len(made(tmp_path))}" in rest and 2 <= len(made(tmp_path)) < 40
    assert not list(tmp_path.rglob("*.part"))
