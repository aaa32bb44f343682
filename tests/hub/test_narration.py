"""Recordings at the hub: imported with a folder, read by a person, and carried to the stations that play them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from content import schema
from content.aloud import PERSON
from content.narration import wanted
from hub.publishing.builder import Publisher
from hub.publishing.narration import Narration, NarrationRefused
from kiosk.shelf import opened
from media import neural
from media.recording import RATE, encode, marks
from tests.hub.conftest import Clock
from tests.hub.station import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def narration(tmp_path: Path) -> Narration:
    return Narration(tmp_path / "narration")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """What somebody recorded with a telephone."""
    file = tmp_path / "reading.wav"
    made = ("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=220:duration=1", "-ac", "2", str(file))
    subprocess.run(made, check=True)
    return file


def with_narration(publisher: Publisher, narration: Narration) -> Publisher:
    return Publisher(
        publisher.repo_dir, publisher.keys, publisher.channel, publisher.clock, publisher.keep_releases, narration
    )


def test_a_station_gets_the_recordings_in_the_section_of_their_exhibit_and_finds_them_by_their_words(
    publisher: Publisher, filled: schema.Exhibition, narration: Narration, clock: Clock, tmp_path: Path
) -> None:
    reading = wanted(filled)[0]
    encode([b"\x10\x10" * RATE], narration.folder / reading.path())
    publisher = with_narration(publisher, narration)
    publisher.publish()
    release = taken(publisher, clock, tmp_path)
    found = opened(release).narration(reading.language, reading.text)
    assert found is not None and found.read_bytes() == (narration.folder / reading.path()).read_bytes()
    assert marks(found).ends == (1.0,)
    assert reading.path().startswith(f"exhibits/{reading.exhibit}/")
    assert opened(release).narration(reading.language, reading.text + "改") is None


def test_recordings_of_other_words_and_broken_ones_stay_behind(filled: schema.Exhibition, narration: Narration) -> None:
    first, second = wanted(filled)[:2]
    for path, data in ((first.path(), b"no sound"), ("exhibits/timeline/voice/" + "0" * 32 + ".opus", b"OggS old")):
        (narration.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (narration.folder / path).write_bytes(data)
    encode([b"\x10\x10" * RATE], narration.folder / second.path())
    assert set(narration.files(filled)) == {second.path()}


def test_recordings_beside_the_authors_texts_are_taken_once(
    filled: schema.Exhibition, narration: Narration, tmp_path: Path
) -> None:
    reading = wanted(filled)[0]
    encode([b"\x10\x10" * RATE], tmp_path / "authors" / reading.path())
    assert narration.take(tmp_path / "authors", filled) == 1
    assert narration.take(tmp_path / "authors", filled) == 0
    assert set(narration.files(filled)) == {reading.path()}


def test_a_person_s_reading_is_kept_for_the_one_text_that_begins_so(
    filled: schema.Exhibition, narration: Narration, sound: Path
) -> None:
    timeline = next(one for one in filled.exhibits if one.id == "timeline")
    text = timeline.gist.zh_hans
    before = narration.missing(filled)
    reading = narration.take_person(sound, filled, "timeline", "zh-Hans", text[:12])
    assert reading.text == text
    assert narration.missing(filled) == before - 1
    data = narration.files(filled)[reading.path(PERSON)]
    assert data.startswith(b"OggS") and len(data) < 20_000


def test_a_reading_that_fits_no_text_or_several_or_is_no_sound_is_refused(
    filled: schema.Exhibition, narration: Narration, sound: Path, tmp_path: Path
) -> None:
    with pytest.raises(NarrationRefused, match="first words"):
        narration.take_person(sound, filled, "timeline", "zh-Hans", "没有这样的话")
    with pytest.raises(NarrationRefused, match="write more"):
        narration.take_person(sound, filled, "timeline", "zh-Hans", "")
    text = tmp_path / "no.wav"
    text.write_text("no sound")
    with pytest.raises(NarrationRefused, match="no sound file"):
        narration.take_person(text, filled, "timeline", "zh-Hans", _gist(filled))


def _gist(exhibition: schema.Exhibition) -> str:
    return next(one for one in exhibition.exhibits if one.id == "timeline").gist.zh_hans


def test_the_neural_voice_is_asked_for_as_a_process_and_says_how_to_get_it(
    filled: schema.Exhibition, narration: Narration
) -> None:
    if neural.installed():
        narration.record(filled, 0.0)
        assert narration.files(filled) == {}
    else:
        with pytest.raises(NarrationRefused, match="make voices"):
            narration.record(filled, 0.0)
