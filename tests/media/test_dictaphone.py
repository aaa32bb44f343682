"""A visitor's voice is recorded into memory and nowhere else, by a process that may be missing, mute, stuck or dead."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from media._recorder import RATE, Recorder
from media._sink import NoSink
from media.dictaphone import LONGEST_S, MOST_BYTES, NoDictaphone, Take, missing, open_dictaphone
from tests.media.fake_arecord import MARKER, install


class Tape(NoSink):
    """A loudspeaker that keeps what it was given."""

    def __init__(self) -> None:
        self.heard = b""

    def open(self, rate: int) -> Tape:
        assert rate == RATE
        return self

    def write(self, samples: bytes) -> None:
        self.heard += samples


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = install(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{made}{os.pathsep}{os.environ['PATH']}")
    return made


@pytest.fixture
def recorder(folder: Path, tape: Tape) -> Iterator[Recorder]:
    made = Recorder(lambda: True, "default", tape.open)
    yield made
    made.wipe()


def until(condition: Callable[[], bool], seconds: float = 6.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


def record(recorder: Recorder, seconds: float) -> None:
    before = recorder.look().seconds
    recorder.record()
    until(lambda: recorder.look().seconds >= before + seconds)
    recorder.stop()


def length_of(opus: bytes) -> float:
    command = ("ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "s16le", "-ar", "16000", "pipe:1")
    return len(subprocess.run(command, input=opus, capture_output=True, check=True).stdout) / 32_000


def test_what_is_said_becomes_a_small_file_and_can_be_heard_back(recorder: Recorder, tape: Tape) -> None:
    recorder.record()
    until(lambda: recorder.look().level > 0.3)
    assert recorder.look().doing == "recording"
    until(lambda: recorder.look().seconds >= 1.0)
    recorder.stop()
    said = recorder.look()
    assert (said.doing, said.level, said.trouble) == ("", 0.0, "")
    opus = recorder.taken(10)
    assert opus is not None
    assert opus.startswith(b"OggS") and b"OpusHead" in opus[:64]
    assert length_of(opus) == pytest.approx(said.seconds, abs=0.1)
    assert len(opus) < 5_000 * said.seconds
    recorder.play()
    until(lambda: recorder.look().at > 0)
    until(lambda: recorder.look().doing == "")
    assert len(tape.heard) == pytest.approx(said.seconds * 2 * RATE, abs=2)
    assert MARKER in tape.heard


def test_recording_goes_on_where_it_was_stopped(recorder: Recorder, folder: Path) -> None:
    record(recorder, 0.5)
    first = recorder.look().seconds
    record(recorder, 0.5)
    assert recorder.look().seconds >= first + 0.5
    opus = recorder.taken(10)
    assert opus is not None
    assert length_of(opus) == pytest.approx(recorder.look().seconds, abs=0.1)
    asked = (folder / "asked").read_text().splitlines()
    assert len(asked) == 2, "between, no process had the microphone"
    assert all(line.split()[-1] == str(RATE) for line in asked), "and none was given a file to write to"


def test_ninety_seconds_are_the_end_of_it(recorder: Recorder, folder: Path) -> None:
    (folder / "how").write_text("fast")
    recorder.record()
    until(lambda: recorder.look().doing == "")
    assert recorder.look().seconds == LONGEST_S
    assert recorder.look().trouble == ""
    opus = recorder.taken(30)
    assert opus is not None
    assert len(opus) <= MOST_BYTES
    assert length_of(opus) == pytest.approx(LONGEST_S, abs=0.1)
    recorder.record()
    assert recorder.look().doing == "", "there is no room for more"


def test_the_real_arecord_is_understood(tape: Tape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said.raw"
    said.write_bytes((MARKER + bytes(1000)) * 100)
    plugin = f"pcm.said {{\n type file\n slave.pcm null\n file /dev/null\n infile {said}\n format raw\n}}\n"
    (tmp_path / "asoundrc").write_text(plugin)
    monkeypatch.setenv("ALSA_CONFIG_PATH", f"/usr/share/alsa/alsa.conf:{tmp_path / 'asoundrc'}")
    recorder = Recorder(lambda: True, "said", tape.open)
    recorder.record()
    until(lambda: recorder.look().doing == "")
    assert recorder.look() == Take("", LONGEST_S, 0.0, 0.0, "", recorder.look().ready)
    recorder.play()
    until(lambda: MARKER in tape.heard)
    recorder.wipe()


@pytest.mark.parametrize("how", ["hang", "gone"])
def test_a_microphone_that_gives_nothing_is_told(
    recorder: Recorder, folder: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("media._recorder._FIRST_S", 0.5)
    (folder / "how").write_text(how)
    recorder.record()
    until(lambda: recorder.look().trouble == "absent")
    until(lambda: recorder.look().doing == "")
    assert recorder.taken(1) is None


def test_without_the_program_nothing_is_recorded(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    recorder.record()
    assert recorder.look() == Take(trouble="absent")


def test_what_was_said_before_a_microphone_died_is_kept(recorder: Recorder, folder: Path) -> None:
    (folder / "how").write_text("die")
    recorder.record()
    until(lambda: recorder.look().doing == "")
    assert recorder.look().trouble == "absent"
    assert recorder.look().seconds == pytest.approx(0.5)
    assert recorder.taken(10) is not None


def test_a_killed_process_does_not_hold_the_glass(recorder: Recorder) -> None:
    recorder.record()
    until(lambda: recorder.look().seconds > 0)
    process = recorder._arecord
    assert process is not None
    process.kill()
    until(lambda: recorder.look().doing == "")
    begun = time.monotonic()
    recorder.stop()
    recorder.wipe()
    assert time.monotonic() - begun < 0.5


def test_silence_is_noticed(recorder: Recorder, folder: Path) -> None:
    (folder / "how").write_text("hush")
    record(recorder, 0.5)
    assert recorder.look().trouble == "quiet"
    (folder / "how").write_text("speak")
    record(recorder, 0.5)
    assert recorder.look().trouble == ""


def test_hearing_back_ends_when_it_is_stopped(recorder: Recorder, tape: Tape) -> None:
    record(recorder, 2.0)
    recorder.play()
    until(lambda: bool(tape.heard))
    recorder.stop()
    assert recorder.look().doing == ""
    length = len(tape.heard)
    time.sleep(0.6)
    assert len(tape.heard) <= length + RATE // 5


_VISIT = """
import sys
from media._recorder import Recorder
from media._sink import NoSink
recorder = Recorder(lambda: True, "default", lambda rate: NoSink())
recorder.record()
while recorder.look().seconds < 1.0:
    pass
recorder.play()
sys.stdin.readline()
recorder.stop()
assert recorder.taken(10)
print("said", flush=True)
sys.stdin.readline()
recorder.wipe()
print("wiped", flush=True)
sys.stdin.readline()
"""


def test_after_a_visit_nothing_is_left_of_a_voice(folder: Path) -> None:
    """Neither in the memory of the process nor in any temporary file: it is looked at from outside."""
    before = _files()
    station = subprocess.Popen(
        (sys.executable, "-c", _VISIT), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert station.stdin is not None and station.stdout is not None
    try:
        station.stdin.write("stop\n")
        assert station.stdout.readline() == "said\n"
        assert _times_in_memory(station.pid, MARKER) >= 10
        assert _times_in_memory(station.pid, b"OpusHead") >= 1
        station.stdin.write("wipe\n")
        assert station.stdout.readline() == "wiped\n"
        assert _times_in_memory(station.pid, MARKER) == 0
    finally:
        station.kill()
        station.communicate()
    assert not [one for one in _files() - before if MARKER in one.read_bytes()]


def _files() -> set[Path]:
    found = Path(tempfile.gettempdir()).iterdir()
    return {one for one in found if one.is_file() and os.access(one, os.R_OK)}


def _times_in_memory(pid: int, wanted: bytes) -> int:
    """How often something lies in a process's writable memory."""
    count = 0
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            start, end = (int(one, 16) for one in span.split("-"))
            if not rights.startswith("rw") or "[v" in line:
                continue
            memory.seek(start)
            with contextlib.suppress(OSError):
                count += memory.read(end - start).count(wanted)
    return count


def test_a_station_offers_a_voice_only_where_it_can_be_recorded(tmp_path: Path) -> None:
    cards = tmp_path / "pcm"
    here: Callable[[str], str | None] = lambda name: f"/usr/bin/{name}"  # noqa: E731
    assert "No microphone" in missing("auto", cards, here)
    cards.write_text("00-00: ALC256 Analog : ALC256 Analog : playback 1\n")
    assert "No microphone" in missing("auto", cards, here)
    cards.write_text("00-00: ALC256 Analog : ALC256 Analog : playback 1 : capture 1\n")
    assert missing("auto", cards, here) == ""
    assert missing("plughw:1", tmp_path / "none", here) == ""
    assert "switched off" in missing("off", cards, here)
    assert "arecord" in missing("auto", cards, lambda name: None if name == "arecord" else name)
    assert isinstance(open_dictaphone("off"), NoDictaphone)
    assert open_dictaphone("plughw:1").present is (shutil.which("arecord") is not None)
