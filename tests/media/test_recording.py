"""Recorded narration: what is written can be played, clause by clause; what is broken leaves the word to the next."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from content.aloud import PERSON, name_of
from content.narration import find, path_of
from media._recorded import RecordedNarrator, sounds
from media._sink import NoSink
from media.recording import RATE, BadRecording, encode, marks, marks_in
from media.speech import Passage

TEXT = "第一句话在这里，第二句话在这里，第三句话在这里。"


def tone(seconds: float) -> bytes:
    return bytes((i * 37 % 256) for i in range(int(RATE * seconds) * 2))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("voice") / "made.opus"
    assert encode((tone(0.3), tone(0.2), tone(0.4)), file) == pytest.approx(0.9)
    return file


class Ear:
    def __init__(self) -> None:
        self.heard: list[tuple[int, float]] = []

    def __call__(self, clause: int) -> None:
        self.heard.append((clause, time.monotonic()))


def speak(file: Path | None, first: int = 0, *, slow: bool = False) -> tuple[int, list[tuple[int, float]], float]:
    ear = Ear()
    narrator = RecordedNarrator(lambda *_: file, lambda _: NoSink())
    began = time.monotonic()
    said = narrator.speak(Passage.of(TEXT, "zh-Hans", slow=slow), first, threading.Event(), ear)
    return said, ear.heard, time.monotonic() - began


def test_a_recording_says_when_its_clauses_end(recording: Path) -> None:
    assert marks(recording).ends == (0.3, 0.5, 0.9)


def test_the_same_sound_gives_the_same_file(recording: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.opus"
    encode((tone(0.3), tone(0.2), tone(0.4)), again)
    assert again.read_bytes() == recording.read_bytes()


def test_every_clause_is_told_of_in_its_time(recording: Path) -> None:
    said, heard, _ = speak(recording)
    assert said == 3 and [clause for clause, _ in heard] == [0, 1, 2]
    assert 0.15 < heard[1][1] - heard[0][1] < 0.5
    assert 0.1 < heard[2][1] - heard[1][1] < 0.4


def test_read_slowly_it_takes_longer(recording: Path) -> None:
    normal, slow = speak(recording)[1], speak(recording, slow=True)[1]
    assert slow[2][1] - slow[0][1] > (normal[2][1] - normal[0][1]) * 1.1


def test_it_can_begin_in_the_middle(recording: Path) -> None:
    said, heard, _ = speak(recording, first=2)
    assert said == 3 and [clause for clause, _ in heard] == [2]


def test_without_a_recording_nothing_is_said() -> None:
    assert speak(None)[:2] == (0, [])


@pytest.mark.parametrize("broken", [b"", b"OggS", b"x" * 4000])
def test_a_broken_recording_is_not_played(broken: bytes, tmp_path: Path) -> None:
    file = tmp_path / "broken.opus"
    file.write_bytes(broken)
    assert speak(file)[:2] == (0, [])


def test_a_recording_with_a_broken_middle_is_played_or_left_but_never_raises(recording: Path, tmp_path: Path) -> None:
    data = bytearray(recording.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    file = tmp_path / "torn.opus"
    file.write_bytes(data)
    assert speak(file)[0] in (0, 3)


def test_a_missing_file_is_no_recording(tmp_path: Path) -> None:
    assert speak(tmp_path / "gone.opus")[0] == 0


def test_marks_out_of_order_are_refused(recording: Path) -> None:
    head = recording.read_bytes().replace(b"CLAUSES=300,500,900", b"CLAUSES=300,200,900")
    with pytest.raises(BadRecording, match="order"):
        marks_in(head)


def test_a_person_s_reading_without_marks_is_marked_by_the_length_of_its_words() -> None:
    passage = Passage.of(TEXT, "zh-Hans")
    parts = [len(one.samples) for one in sounds(passage, tone(3), ())]
    assert sum(parts) == len(tone(3))
    assert parts == pytest.approx([len(tone(1))] * 3, abs=4)


def test_a_person_s_reading_goes_before_the_neural_voice_s(tmp_path: Path) -> None:
    files = {}
    for voice in ("zf_xiaobei", PERSON):
        files[path_of("levels", name_of("zh-Hans", TEXT, voice))] = tmp_path / voice
        found = find(files.get, ("hall", "levels"), "zh-Hans", TEXT)
        assert found == tmp_path / voice
    assert find(files.get, ("hall", "levels"), "zh-Hant", TEXT) == tmp_path / PERSON  # the same sounds
    assert find(files.get, ("hall", "levels"), "en", TEXT) is None
    assert find(files.get, ("hall", "levels"), "zh-Hans", TEXT + "改") is None  # other words, no old recording


def test_nothing_to_hear_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(BadRecording):
        encode((b"", b""), tmp_path / "empty.opus")
    assert list(tmp_path.iterdir()) == []
