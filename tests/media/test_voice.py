"""The voice is soon quiet, never blocks, and where one narrator fails the next goes on; with real processes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from media._sink import Aplay, NoSink, Sink, open_aplay
from media._worker import Engine, EngineNarrator
from media.reader import Reader
from media.speech import Narrator, Passage, Span
from media.voices import open_voice

TEXT = "一二三四五六七，八九十一二三四，五六七八九十一。"
HEAD = """
import json, struct, sys, time
RATE = 8000
def clause(index, seconds):
    samples = b"\\0" * int(RATE * seconds) * 2
    sys.stdout.buffer.write(struct.pack("<iii", index, RATE, len(samples)) + samples)
    sys.stdout.buffer.flush()
def end():
    sys.stdout.buffer.write(struct.pack("<iii", -1, 0, 0))
    sys.stdout.buffer.flush()
for line in sys.stdin:
    if not line.strip():
        continue
    job = json.loads(line)
    wanted = range(job["first"], len(job["clauses"]))
"""
SPEAKS = "    for i in wanted: clause(i, {s})\n    end()\n"
DIES_AFTER_ONE = "    clause(job['first'], 0.2); sys.exit(3)\n"
HANGS_AFTER_ONE = "    clause(job['first'], 0.1); time.sleep(60)\n"
BABBLES = "    sys.stdout.buffer.write(b'x' * 400); sys.stdout.buffer.flush(); time.sleep(60)\n"


def narrator(body: str, patience_s: float = 5.0, sink: type[NoSink] | None = None, **more: float) -> EngineNarrator:
    command = (sys.executable, "-c", HEAD + body)
    return EngineNarrator("test", lambda: Engine(command), lambda _: NoSink(), patience_s, **more)  # type: ignore[arg-type]


class Ear:
    """Hears which clauses begin, and when."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.times: list[float] = []

    def __call__(self, clause: int) -> None:
        self.heard.append(clause)
        self.times.append(time.monotonic())


def settle(reader: Reader, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while reader.busy and time.monotonic() < end:
        time.sleep(0.005)
    assert not reader.busy


@pytest.fixture
def passage() -> Passage:
    made = Passage.of(TEXT, "zh-Hans")
    assert len(made.clauses) == 3
    return made


@pytest.fixture
def ear() -> Ear:
    return Ear()


def speak(one: Narrator, passage: Passage, ear: Ear, first: int = 0) -> int:
    try:
        return one.speak(passage, first, threading.Event(), ear)
    finally:
        one.close()


def test_each_clause_is_told_of_when_it_is_heard(passage: Passage, ear: Ear) -> None:
    assert speak(narrator(SPEAKS.format(s=0.3)), passage, ear) == 3
    assert ear.heard == [0, 1, 2]
    for earlier, later in zip(ear.times, ear.times[1:], strict=False):
        assert 0.2 < later - earlier < 0.6


def test_an_engine_that_dies_in_the_middle_leaves_the_rest_to_the_next(passage: Passage, ear: Ear) -> None:
    reader = Reader([narrator(DIES_AFTER_ONE), narrator(SPEAKS.format(s=0.1))])
    spans: list[Span | None] = []
    reader.on_change = lambda: spans.append(reader.at)
    reader.say(TEXT, "zh-Hans")
    settle(reader)
    reader.close()
    assert [one for one in spans if one] == list(passage.clauses)  # each once, none left out


def test_an_engine_that_hangs_is_silent_within_its_patience_and_is_killed(passage: Passage, ear: Ear) -> None:
    one = narrator(HANGS_AFTER_ONE, patience_s=0.5)
    engines: list[Engine] = []
    start = one._start
    one._start = lambda: engines.append(start()) or engines[-1]  # type: ignore[func-returns-value]
    began = time.monotonic()
    assert speak(one, passage, ear) == 1
    assert time.monotonic() - began < 3.0
    assert engines[0]._process.poll() is not None


def test_an_answer_that_is_none_is_taken_as_trouble(passage: Passage, ear: Ear) -> None:
    assert speak(narrator(BABBLES), passage, ear) == 0
    assert ear.heard == []


def test_an_engine_that_is_not_there_is_only_silence(passage: Passage, ear: Ear) -> None:
    one = EngineNarrator("test", lambda: Engine(("/nonexistent/engine",)), lambda _: NoSink(), 1.0)
    assert speak(one, passage, ear) == 0


def test_repeated_trouble_earns_an_engine_a_rest(passage: Passage, ear: Ear) -> None:
    now = [0.0]
    started: list[int] = []

    def start() -> Engine:
        started.append(1)
        raise OSError

    one = EngineNarrator("test", start, lambda _: NoSink(), 1.0, clock=lambda: now[0])
    for _ in range(5):
        assert one.speak(passage, 0, threading.Event(), ear) == 0
    assert len(started) == 3 and one.rests
    now[0] = 301.0
    one.speak(passage, 0, threading.Event(), ear)
    assert len(started) == 4


def test_an_engine_is_started_at_first_use_and_ends_when_unused(passage: Passage, ear: Ear) -> None:
    one = narrator(SPEAKS.format(s=0.05), unused_s=0.2)
    assert one._engine is None
    one.speak(passage, 0, threading.Event(), ear)
    engine = one._engine
    assert engine is not None and engine.idle
    end = time.monotonic() + 5
    while one._engine is not None and time.monotonic() < end:
        time.sleep(0.02)
    assert one._engine is None and engine._process.poll() is not None


def test_an_engine_is_ready_before_its_turn_and_ends_if_it_never_comes(passage: Passage) -> None:
    one = narrator(SPEAKS.format(s=0.05), unused_s=0.2)
    one.prepare()
    engine = one._engine
    assert engine is not None
    end = time.monotonic() + 5
    while one._engine is not None and time.monotonic() < end:
        time.sleep(0.02)
    assert one._engine is None and engine._process.poll() is not None


def test_the_same_process_answers_one_passage_after_another(passage: Passage, ear: Ear) -> None:
    one = narrator(SPEAKS.format(s=0.05))
    one.speak(passage, 0, threading.Event(), ear)
    engine = one._engine
    assert speak(one, passage, ear) == 3
    assert one._engine is None and engine is not None


class Script:
    """A narrator that writes down what it is given, says all of it or nothing, and makes no sound."""

    def __init__(self, knows: str = "", *, unhurried: bool = False, joins: bool = True) -> None:
        self.knows = knows
        self.unhurried = unhurried
        self.joins = joins
        self.given: list[tuple[str, str]] = []
        self.prepared = 0

    def prepare(self) -> None:
        self.prepared += 1

    def can(self, passage: Passage) -> bool:
        return self.knows in passage.text

    def speak(self, passage: Passage, first: int, stopped: threading.Event, heard: Callable[[int], None]) -> int:
        if not self.can(passage):
            return first
        self.given.append((passage.text, passage.language))
        for clause in range(first, len(passage.clauses)):
            heard(clause)
        return len(passage.clauses)

    def close(self) -> None:
        pass


def test_each_line_goes_to_the_best_who_can_and_an_engine_gets_its_lines_together() -> None:
    recorded, engine = Script("录", joins=False), Script()
    reader = Reader([recorded, engine])
    spans: list[str] = []
    text = "录好的一段话。\n没有的第一段。\n没有的第二段。\n录好的另一段。\n还是没有的话。"
    reader.on_change = lambda: spans.append(text[slice(*reader.at)].strip() if reader.at else "")
    reader.say(text, "zh-Hans")
    settle(reader)
    assert [one for one, _ in recorded.given] == ["录好的一段话。", "录好的另一段。"]
    assert [one for one, _ in engine.given] == ["没有的第一段。\n没有的第二段。", "还是没有的话。"]
    assert spans == [*text.split("\n"), ""]
    assert engine.prepared == 1  # while the first recording is heard


def test_a_word_for_a_waiting_finger_is_not_left_to_a_voice_that_takes_its_time() -> None:
    neural, platform = Script(unhurried=True), Script()
    reader = Reader([neural, platform])
    reader.say("下一页，按钮", "zh-Hans")
    settle(reader)
    assert (len(neural.given), len(platform.given)) == (0, 1)
    reader.say("一页的标题\n一页的第一段话。", "zh-Hans")
    settle(reader)
    assert (len(neural.given), len(platform.given)) == (1, 1)


def test_a_line_in_the_other_language_is_read_in_its_own() -> None:
    engine = Script()
    reader = Reader([engine])
    reader.say("The mailbox\n一号信箱\nNo. 1 Mailbox (一号信箱)", "en")
    settle(reader)
    reader.say("一号信箱\nThe mailbox\nQR\n2025", "zh-Hant")
    settle(reader)
    assert [language for _, language in engine.given] == ["en", "zh-Hans", "en", "zh-Hant", "en", "zh-Hant"]


# ---- interrupting ----------------------------------------


class Player:
    """A stand-in for a loudspeaker: a process that takes samples as a device would, and is alive while it sounds."""

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []

    def open(self, rate: int) -> Sink:
        process = subprocess.Popen(
            (sys.executable, "-c", "import os, time\nwhile os.read(0, 4096): time.sleep(0.02)"),
            stdin=subprocess.PIPE, bufsize=0, start_new_session=True,
        )  # fmt: skip
        self.processes.append(process)
        return Aplay(process)

    @property
    def sounds(self) -> bool:
        return any(one.poll() is None for one in self.processes)


@pytest.fixture
def player() -> Iterator[Player]:
    made = Player()
    yield made
    for one in made.processes:
        one.kill()
        one.wait()


def quiet_after(player: Player) -> float:
    """Seconds until no player process is left."""
    began = time.monotonic()
    while player.sounds and time.monotonic() - began < 3:
        time.sleep(0.002)
    return time.monotonic() - began


def until_it_sounds(player: Player, reader: Reader, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not (player.sounds and reader.at) and time.monotonic() < end:
        time.sleep(0.01)
    assert player.sounds and reader.at


def test_it_is_quiet_within_200_ms_and_stop_does_not_wait(player: Player) -> None:
    """The platform's own engine, as a station has it; only the loudspeaker is ours."""
    engine = EngineNarrator(
        "platform", lambda: Engine((sys.executable, "-m", "media._platform_worker")), player.open, 10.0
    )
    reader = Reader([engine])
    reader.say("全国人民代表大会和地方各级人民代表大会都由民主选举产生，对人民负责。", "zh-Hans")
    until_it_sounds(player, reader)
    began = time.monotonic()
    reader.stop()
    assert time.monotonic() - began < 0.05
    assert not reader.busy and reader.at is None
    assert quiet_after(player) < 0.2
    reader.close()


def test_a_new_text_interrupts_the_old_one_within_200_ms(player: Player) -> None:
    command = (sys.executable, "-c", HEAD + SPEAKS.format(s=3))
    reader = Reader([EngineNarrator("test", lambda: Engine(command), player.open, 5.0)])
    reader.say(TEXT, "zh-Hans")
    until_it_sounds(player, reader)
    first = player.processes[0]
    reader.say("另一段文字，说别的事情。", "zh-Hans")
    began = time.monotonic()
    while first.poll() is None and time.monotonic() - began < 3:
        time.sleep(0.002)
    assert time.monotonic() - began < 0.2
    assert reader.busy
    reader.close()


def test_a_loudspeaker_that_takes_nothing_is_given_up_and_marks_go_on(passage: Passage, ear: Ear) -> None:
    deaf = subprocess.Popen(
        (sys.executable, "-c", "import time; time.sleep(60)"), stdin=subprocess.PIPE, bufsize=0, start_new_session=True
    )
    command = (sys.executable, "-c", HEAD.replace("8000", "48000") + SPEAKS.format(s=0.9))
    one = EngineNarrator("test", lambda: Engine(command), lambda _: Aplay(deaf), 5.0)
    assert speak(one, passage, ear) == 3
    assert ear.heard == [0, 1, 2]
    assert deaf.poll() is not None


def test_without_a_device_the_reading_takes_as_long_as_its_sound(passage: Passage, ear: Ear) -> None:
    command = (sys.executable, "-c", HEAD + SPEAKS.format(s=0.3))
    one = EngineNarrator("test", lambda: Engine(command), open_aplay, 5.0)
    began = time.monotonic()
    assert speak(one, passage, ear) == 3
    assert time.monotonic() - began > 0.8


def test_the_end_of_a_visit_ends_the_processes_that_held_words(passage: Passage, ear: Ear) -> None:
    one = narrator(SPEAKS.format(s=0.05))
    reader = Reader([one])
    reader.say(TEXT, "zh-Hans")
    settle(reader)
    engine = one._engine
    assert engine is not None
    reader.forget()
    end = time.monotonic() + 5
    while engine._process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    assert engine._process.poll() is not None


def test_the_platform_s_engine_writes_nothing_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pyttsx3 plays from a wave file; ours takes the samples from memory and leaves no file."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = set(Path("/dev/shm").iterdir())
    one = EngineNarrator(
        "platform", lambda: Engine((sys.executable, "-m", "media._platform_worker")), lambda _: NoSink(), 10.0
    )
    passage, ear = Passage.of("电梯坏了。", "zh-Hans"), Ear()
    assert speak(one, passage, ear) == 1
    assert ear.heard == [0]
    assert list(tmp_path.iterdir()) == []
    assert {one for one in set(Path("/dev/shm").iterdir()) - before if one.suffix == ".wav"} == set()


def test_a_station_that_shall_be_silent_starts_nothing() -> None:
    voice = open_voice("silent")
    voice.say("您好", "zh-Hans")
    assert not voice.busy and voice.at is None
