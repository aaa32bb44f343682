"""Recording an exhibition can be broken off anywhere, goes on where it was, and records every text once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content import bundled
from content.narration import wanted
from kiosk import narrate
from media.narrate import Synthesis, VoiceMissing
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
    broken = Voice(after=2)
    with pytest.raises(KeyboardInterrupt):
        narrate.command(tmp_path, None, None, broken, io.StringIO())
    assert len(made(tmp_path)) == 2
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
