"""Films by ffmpeg: frames come when they are due and not before, and what is wrong ends in words, never in a hang."""

from __future__ import annotations

import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from media import films
from media.films import Films, Frame, Reel, sink_of
from tests.media.clips import clip, patched

BOX = (200, 200)


def wait(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


def opened(path: Path, start_s: float = 0.0, *, single: bool = False, program: str = "ffmpeg") -> Reel:
    reel = Films(lambda _: path, program=program).show("any", BOX, start_s, single)
    assert reel is not None
    return reel


def until(reel: Reel, at_s: float) -> Frame:
    """The frame of a moment, however long it takes."""
    found: list[Frame] = []

    def arrived() -> bool:
        frame = reel.take(at_s)
        found.extend([frame] if frame else [])
        return (bool(found) and found[-1].at_s > at_s - 0.11) or reel.state == "broken"

    assert wait(arrived), reel.state
    return found[-1]


def over(reel: Reel, state: str) -> bool:
    return reel.state == state and not reel.alive


def script(folder: Path, body: str) -> str:
    """A program in ffmpeg's place."""
    file = folder / "player"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return str(file)


def running(marker: str) -> list[int]:
    """Processes whose command line holds this."""
    found = []
    for one in Path("/proc").iterdir():
        try:
            words = (one / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if one.name.isdecimal() and marker in words and int(one.name) != os.getpid():
            found.append(int(one.name))
    return found


def test_frames_differ_come_in_order_and_fit_the_box() -> None:
    reel = opened(clip())
    seen: list[tuple[float, bytes]] = []
    for at in (0.0, 0.5, 1.0, 2.0, 3.5):
        frame = until(reel, at)
        assert frame.size == (200, 112) and len(frame.data) == 200 * 112 * 4
        seen.append((frame.at_s, bytes(frame.data)))
    reel.close()
    assert [at for at, _ in seen] == sorted({at for at, _ in seen})
    assert len({data for _, data in seen}) == len(seen)


def test_a_small_film_is_not_blown_up_and_an_upright_one_stands(tmp_path: Path) -> None:
    reel = opened(clip(size="128x96"))
    assert until(reel, 0.0).size == (128, 96)
    reel.close()
    turned = tmp_path / "turned.mp4"
    command = ["ffmpeg", "-v", "error", "-i", str(clip()), "-c", "copy", "-metadata:s:v:0", "rotate=90", str(turned)]
    subprocess.run(command, check=True, timeout=60)
    reel = opened(turned)
    assert until(reel, 0.0).size == (112, 200)
    reel.close()


def test_nothing_is_read_ahead_of_what_is_due() -> None:
    reel = opened(clip())
    until(reel, 0.0)
    time.sleep(0.5)
    with reel._lock:
        assert len(reel._ready) <= 2 and len(reel._free) <= 4
    assert reel.take(0.0) is None and reel.state == "running"
    reel.close()


def test_who_looks_late_sees_the_frame_of_now() -> None:
    reel = opened(clip())
    until(reel, 0.0)
    assert until(reel, 3.0).at_s == pytest.approx(3.0, abs=0.11)
    reel.close()


def test_it_begins_anywhere_and_a_single_frame_is_one() -> None:
    reel = opened(clip(), 2.0)
    assert until(reel, 2.0).at_s == pytest.approx(2.0, abs=0.06)
    reel.close()
    for at in (1.0, 60.0):
        one = opened(clip(), at, single=True)
        assert until(one, min(at, 3.9)).at_s == pytest.approx(min(at, 3.9), abs=0.06)
        assert wait(partial(over, one, "done"))
        assert one.take(at) is None


def test_a_film_played_to_its_end_is_done_and_its_process_gone() -> None:
    reel = opened(clip(1))
    end = time.monotonic() + 20
    start = time.monotonic()
    while (reel.state != "done" or reel.take(9.0)) and time.monotonic() < end:
        reel.take(time.monotonic() - start)
        time.sleep(0.01)
    assert reel.state == "done"
    assert wait(lambda: not reel.alive)


def test_closing_returns_at_once_and_nothing_runs_on(tmp_path: Path) -> None:
    own = tmp_path / "closed-film.mp4"
    own.write_bytes(clip().read_bytes())
    reel = opened(own)
    until(reel, 0.0)
    assert running("closed-film.mp4")
    began = time.monotonic()
    reel.close()
    assert time.monotonic() - began < 0.05
    assert wait(lambda: not reel.alive and not running("closed-film.mp4"))
    reel.close()


def hostile(folder: Path) -> dict[str, Path]:
    """Files that are no film to be played, each in its own way."""
    whole = clip().read_bytes()
    noise = random.Random(1).randbytes(len(whole))
    start = whole.index(b"mdat") + 4
    made = {
        "empty": b"",
        "text": b"not a film",
        "playlist": b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        "list": b"ffconcat version 1.0\nfile /etc/passwd\n",
        "noise": noise,
        "cut": whole[: len(whole) * 2 // 3],
        "head only": whole[: start + 100],
        "garbage within": whole[:start] + noise[: len(whole) - start],
        "wide": patched(whole, b"tkhd", 76, (100_000 << 16).to_bytes(8, "big")[-4:]),
        "narrow": patched(whole, b"tkhd", 76, (2 << 16).to_bytes(4, "big")),
        "long": patched(whole, b"mdhd", 16, (0x7FFFFFFF).to_bytes(4, "big")),
        "no scale": patched(whole, b"mdhd", 12, bytes(4)),
        "many frames": patched(whole, b"stts", 4, (0xFFFFFFFF).to_bytes(4, "big")),
        "odd box": patched(whole, b"trak", 0, (3).to_bytes(4, "big")),
        "box too long": whole.replace(b"moov", b"mxxv", 1),
        "no picture": whole.replace(b"vide", b"soun"),
        "another codec": whole.replace(b"avc1", b"hev1"),
    }
    files = {name: folder / f"{name}.mp4" for name in made}
    for name, data in made.items():
        files[name].write_bytes(data)
    files["really hevc"] = clip(1, codec="mpeg4")
    files["gone"] = folder / "gone.mp4"
    (folder / "folder.mp4").mkdir()
    files["folder"] = folder / "folder.mp4"
    with (folder / "huge.mp4").open("wb") as huge:
        huge.write(whole)
        huge.truncate(25 << 20)
    files["huge"] = folder / "huge.mp4"
    return files


def test_whatever_is_wrong_with_a_file_it_is_broken_without_a_trace(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "media.films")
    for name, file in hostile(tmp_path).items():
        for single in (False, True):
            reel = opened(file, single=single)
            late = time.monotonic() + 30

            def ended(reel: Reel = reel) -> bool:
                reel.take(1e6)
                return reel.state in ("broken", "done") and not reel.alive

            assert wait(ended, late - time.monotonic()), name
            damaged_late = single and name == "garbage within"  # its first frame may still be one
            assert reel.state == "broken" or damaged_late, name
    assert all(one.exc_info is None for one in caplog.records)
    assert not [one for one in caplog.records if "/" in one.getMessage().replace("/mp4", "")], "no paths in the log"


def test_what_its_head_forbids_never_reaches_the_player(tmp_path: Path) -> None:
    witness = tmp_path / "started"
    program = script(tmp_path, f"touch {witness}")
    for name, file in hostile(tmp_path).items():
        if name == "garbage within":
            continue
        reel = opened(file, program=program)
        assert wait(partial(over, reel, "broken")), name
        assert not witness.exists(), name


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("exit 1", "ends before its end"),
        ("head -c 1000 /dev/zero", "ends before its end"),
        ("head -c 200000 /dev/zero; kill -SEGV $$", "ends before its end"),
        ("exec sleep 60", "nothing comes"),
        ("head -c 100 /dev/zero; exec sleep 60", "nothing comes"),
        ("trap '' TERM INT HUP; while :; do sleep 60; done", "nothing comes"),
    ],
)
def test_a_player_that_dies_or_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, body: str, why: str
) -> None:
    monkeypatch.setattr(films, "_PATIENCE_S", 0.5)
    reel = opened(clip(), program=script(tmp_path, body))
    assert wait(lambda: reel.take(100.0) is None and reel.state == "broken")
    assert wait(lambda: not reel.alive)
    assert [one for one in caplog.records if why in one.getMessage()]


def test_a_station_without_ffmpeg_shows_no_film(caplog: pytest.LogCaptureFixture) -> None:
    reel = opened(clip(), program="no-such-program")
    assert wait(lambda: reel.state == "broken" and not reel.alive)


def test_a_player_that_never_stops_writing_fills_nothing(tmp_path: Path) -> None:
    reel = opened(clip(), program=script(tmp_path, "exec cat /dev/zero"))
    assert wait(lambda: reel.state == "running")
    time.sleep(0.3)
    with reel._lock:
        assert len(reel._ready) <= 2 and len(reel._ready) + len(reel._free) <= 4
    reel.close()
    assert wait(lambda: not reel.alive)


def test_the_player_may_open_one_file_in_one_format_within_bounds(tmp_path: Path) -> None:
    command = films.picture_command("ffmpeg", Path("/x/-i;rm.mp4"), (200, 112), 20, 1.5, single=False)
    said = " ".join(command)
    assert "file:/x/-i;rm.mp4" in command and "-protocol_whitelist file,pipe" in said
    assert "-codec_whitelist h264,aac" in said and "-f mov" in said and "--as=1073741824" in said
    limits = tmp_path / "limits"
    reel = opened(clip(), program=script(tmp_path, f"cat /proc/self/limits > {limits}; env >> {limits}"))
    assert wait(lambda: reel.state == "broken" and not reel.alive)
    told = limits.read_text()
    assert "Max address space         1073741824" in told and "Max cpu time              300" in told
    assert "KIVY" not in told and "KIOSK" not in told


def test_the_player_ends_with_us_however_we_end(tmp_path: Path) -> None:
    own = tmp_path / "orphaned-film.mp4"
    own.write_bytes(clip().read_bytes())
    code = (
        "import sys, time; from pathlib import Path; from media.films import Films\n"
        "reel = Films(lambda p: Path(p)).show(sys.argv[1], (200, 200), 0.0)\n"
        "while not reel.take(0.0): time.sleep(0.01)\n"
        "print('up', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(own)], stdout=subprocess.PIPE) as station:
        assert station.stdout is not None and station.stdout.readline() == b"up\n"
        players = [one for one in running("orphaned-film.mp4") if one != station.pid]
        assert players
        station.send_signal(signal.SIGKILL)
    assert wait(lambda: not running("orphaned-film.mp4"), 5.0)


def test_what_is_heard_is_the_film_from_that_moment_on(tmp_path: Path) -> None:
    played = tmp_path / "played.wav"
    heard = Films(lambda _: clip(sound=True), ("-f", "wav", str(played))).hear("any", 3.0)
    assert heard is not None and wait(lambda: not heard.alive)
    seconds = (played.stat().st_size - 44) / (48000 * 2 * 2)
    assert seconds == pytest.approx(1.0, abs=0.2)


def test_a_film_without_sound_or_a_station_without_a_loudspeaker_starts_no_player(tmp_path: Path) -> None:
    witness = tmp_path / "started"
    program = script(tmp_path, f"touch {witness}")
    silent = Films(lambda _: clip(), ("-f", "null", "-"), program).hear("any", 0.0)
    assert silent is not None and wait(lambda: not silent.alive)
    assert Films(lambda _: clip(sound=True), None, program).hear("any", 0.0) is None
    assert Films(lambda _: None, ("-f", "null", "-"), program).hear("any", 0.0) is None
    assert not witness.exists()


def test_sound_goes_where_there_is_something_to_play_it(tmp_path: Path) -> None:
    nothing, card = tmp_path / "none", tmp_path / "snd"
    nothing.mkdir()
    card.mkdir()
    (card / "pcmC0D0p").touch()
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    served = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert sink_of("auto", {}, nothing) is None
    assert (sink_of("auto", {}, card) or ())[:2] == ("-f", "alsa")
    assert (sink_of("auto", served, card) or ())[:2] == ("-f", "pulse")
    assert (sink_of("alsa", served, nothing) or ())[:2] == ("-f", "alsa")
    assert sink_of("silent", served, card) is None
