"""The process that reads ink: it reads, it is never waited for, and nothing is left of it when the visitor leaves."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from screens.inputs.handwriting.reader import MODEL, Answer, ReaderProcess, Strokes

needs_model = pytest.mark.skipif(not MODEL.is_file(), reason="no handwriting model here; run `make setup`")

TEN: Strokes = (((0.1, 0.5), (0.9, 0.48)), ((0.5, 0.1), (0.5, 0.95)))
TWO: Strokes = (((0.25, 0.3), (0.75, 0.29)), ((0.1, 0.75), (0.9, 0.74)))
ECHO = """
import json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({"ticket": asked["ticket"], "readings": [["甲"]] * len(asked["strokes"])}), flush=True)
"""


def until(condition: object, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def answered(reader: ReaderProcess) -> Answer:
    got: list[Answer] = []
    until(lambda: (answer := reader.answer()) is not None and not got.append(answer))
    return got[0]


def program(text: str) -> ReaderProcess:
    """A reader whose worker is another program."""

    def spawn(_: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            (sys.executable, "-c", text), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    return ReaderProcess(Path(__file__), spawn)


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    one = ReaderProcess()
    yield one
    one.end()


@needs_model
def test_a_character_and_a_line_are_read(reader: ReaderProcess) -> None:
    assert reader.status == "off"
    reader.ask(TEN, line=False, most=8)
    read = answered(reader)
    assert "十" in read.readings[0][:3]
    assert len(read.readings[0]) == 8
    beside = tuple(tuple((x + 1.2, y) for x, y in stroke) for stroke in TWO)
    reader.ask((*TEN, *beside), line=True, most=6)
    line = answered(reader)
    assert "".join(one[0] for one in line.readings) == "十二"


@needs_model
def test_only_what_is_written_here_is_offered(reader: ReaderProcess) -> None:
    from screens.inputs.characters import DIGITS, MARKS, standard

    reader.ask(TEN, line=False, most=200)
    assert set(answered(reader).readings[0]) <= standard() | set(DIGITS + MARKS)


@needs_model
def test_asking_does_not_wait_for_the_model(reader: ReaderProcess) -> None:
    began = time.perf_counter()
    reader.start()
    reader.ask(TEN, line=False, most=8)
    reader.answer()
    assert time.perf_counter() - began < 0.25  # starting a process; loading takes longer and is not waited for
    assert reader.status in ("starting", "ready")


@needs_model
def test_a_visitor_s_ink_is_gone_with_the_process(reader: ReaderProcess) -> None:
    reader.start()
    until(lambda: reader.status == "ready")
    process = Path(f"/proc/{reader.pid}")
    reader.ask(TEN, line=False, most=8)
    answered(reader)
    opened = [str(one.readlink()) for one in (process / "fd").iterdir()]
    assert [one for one in opened if one.startswith("/") and one != "/dev/null"] == []
    limits = (process / "limits").read_text().splitlines()
    assert next(line for line in limits if line.startswith("Max core file size")).split()[4:6] == ["0", "0"]
    reader.end()
    assert not process.exists()
    assert reader.answer() is None
    assert reader.status == "off"


def test_only_the_last_question_is_answered() -> None:
    reader = program(ECHO)
    reader.ask(TEN, line=False, most=8)
    last = reader.ask(TWO[:1], line=False, most=8)
    assert answered(reader) == Answer(last, (("甲",),))
    assert reader.answer() is None
    reader.end()


def test_an_answer_that_comes_after_the_visitor_left_is_nobody_s() -> None:
    reader = program(ECHO)
    reader.ask(TEN, line=False, most=8)
    answered(reader)
    reader.ask(TEN, line=False, most=8)
    reader.end()
    time.sleep(0.1)
    assert reader.answer() is None


@pytest.mark.parametrize(
    "text", ["raise SystemExit(1)", "print('no json', flush=True)", "print('{}', flush=True); input()"]
)
def test_a_worker_that_fails_is_tried_again_and_then_left_alone(text: str) -> None:
    reader = program(text)
    for _ in range(3):
        reader.start()
        until(lambda: reader.status in ("off", "absent"))
    assert reader.status == "absent"
    reader.start()
    assert reader.pid is None


def test_without_a_model_there_is_no_reader(tmp_path: Path) -> None:
    reader = ReaderProcess(tmp_path / "none.onnx")
    reader.start()
    assert (reader.status, reader.pid) == ("absent", None)
    reader.ask(TEN, line=False, most=8)
    assert reader.answer() is None


@needs_model
def test_of_several_questions_that_wait_the_worker_answers_the_last() -> None:
    command = (sys.executable, "-m", "screens.inputs.handwriting._worker", str(MODEL))
    asked = [{"ticket": n, "line": False, "most": 3, "strokes": TEN} for n in range(1, 6)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write("".join(json.dumps(one) + "\n" for one in asked).encode())
        worker.stdin.flush()
        assert json.loads(worker.stdout.readline()) == {"ready": True}
        assert json.loads(worker.stdout.readline())["ticket"] == 5
        worker.stdin.close()
        assert worker.stdout.read() == b""
    assert worker.returncode == 0
