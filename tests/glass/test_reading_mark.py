"""The mark on the glass goes with the reading: clause by clause, in every look, and away when the reading ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageChops

from content.aloud import clauses
from kiosk.glass.driver import Driver
from media._recorded import RecordedNarrator
from media._sink import NoSink
from media._worker import Engine, EngineNarrator
from media.reader import Reader
from media.recording import RATE, encode
from media.speech import SilentVoice, Span
from screens.flow import Place
from screens.session import Variant
from screens.tokens import contrast, load
from screens.widgets.damage import area

pytestmark = pytest.mark.glass
PLACE = Place("exhibit", "who-elects-whom")


class Voice(SilentVoice):
    """A voice whose reading stands where a test puts it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def say(self, text: str, language: str) -> None:
        self.text, self.busy = text, True

    def stop(self) -> None:
        self.at, self.busy = None, False

    def reads(self, line: str, clause: int) -> None:
        start = self.text.index(line)
        a, b = clauses(line)[clause]
        self.at = Span(start + a, start + b)


@pytest.fixture
def voice(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[Voice]:
    made = Voice()
    monkeypatch.setattr(fresh.app.station.director._speaker, "_speaker", made)
    yield made
    fresh.app.station.director.end_visit()


def visit(driver: Driver, variant: Variant) -> None:
    driver.app.station.director.visit(PLACE, variant)
    driver.shell.refresh()
    driver.settle()


def words(driver: Driver) -> str:
    """The first paragraph of the page that is cut in two or more."""
    labels = [one["text"] for one in driver.describe()["widgets"] if not one["target"]]
    return next(text for text in labels if len(clauses(text)) > 1)


def label(driver: Driver, text: str) -> dict[str, object]:
    return next(one for one in driver.describe()["widgets"] if one["text"] == text and not one["target"])


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize(("language", "text"), [("zh-Hans", "normal"), ("zh-Hans", "large"), ("en", "large")])
def test_the_mark_moves_with_the_clause_and_the_text_stays_legible(
    fresh: Driver, voice: Voice, size: tuple[int, int], theme: str, language: str, text: str
) -> None:
    fresh.resize(size)
    visit(fresh, Variant(language, theme, text, speaking=True))  # type: ignore[arg-type]
    paragraph = words(fresh)
    before = fresh.picture()
    boxes = []
    for clause in (0, 1):
        voice.reads(paragraph, clause)
        fresh.shell.refresh()
        fresh.frame()
        changed = ImageChops.difference(before, fresh.picture()).getbbox()
        assert changed is not None
        boxes.append(changed)
        read = label(fresh, paragraph)
        x, y, w, h = read["bounds"]  # type: ignore[misc]
        assert x - 30 <= changed[0] and changed[2] <= x + w + 30  # type: ignore[operator]
        assert y - 2 <= changed[1] and changed[3] <= y + h + 2  # type: ignore[operator]
        assert contrast(str(read["fg"]), str(read["bg"])) >= 7
        assert contrast(str(read["fg"]), load().color(theme, "teal_wash")) >= 7  # type: ignore[arg-type]
    assert boxes[0] != boxes[1] or fresh.picture() != before
    voice.stop()
    fresh.shell.refresh()
    fresh.frame()
    assert ImageChops.difference(before, fresh.picture()).getbbox() is None


def test_the_mark_is_drawn_without_drawing_the_page_anew(fresh: Driver, voice: Voice) -> None:
    visit(fresh, Variant(speaking=True))
    paragraph = words(fresh)
    painter = fresh.shell.painter
    assert painter is not None
    voice.reads(paragraph, 0)
    fresh.shell.refresh()
    painter.damage.take()
    voice.reads(paragraph, 1)
    fresh.shell.refresh()
    damage = painter.damage.take()
    assert damage is not None  # None is the whole window
    assert (area(damage) or 1e9) < 1920 * 1080 / 8


def test_listeners_may_hear_it_again_or_slower_without_leaving_the_page(fresh: Driver, voice: Voice) -> None:
    visit(fresh, Variant())
    fresh.tap(*fresh.center_of("dock.speak"))
    whole = voice.text
    assert whole.count("\n") > 3
    voice.text = ""
    fresh.tap(*fresh.center_of("dock.again"))
    assert voice.text == whole
    fresh.tap(*fresh.center_of("dock.slow"))
    assert voice.slow
    fresh.tap(*fresh.center_of("dock.slow"))
    assert not voice.slow
    fresh.tap(*fresh.center_of("dock.slow"))
    fresh.tap(*fresh.center_of("dock.speak"))
    assert not voice.busy
    fresh.app.station.director.end_visit()
    assert not voice.slow


def test_a_recording_marks_the_page_in_its_own_time_and_the_next_voice_takes_over(
    fresh: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The real voice with real processes: the first paragraph is recorded, the second is said by an engine."""
    visit(fresh, Variant())
    lines = ["第一句话在这里，第二句话在这里。", "第三句话在这里，第四句话在这里。"]
    recording = tmp_path / "first.opus"
    encode([b"\x20\x20" * (RATE * 3 // 10)] * 2, recording)
    engine = (
        "import json, struct, sys\n"
        "for line in sys.stdin:\n"
        "    for i, _ in enumerate(json.loads(line)['clauses'] if line.strip() else ()):\n"
        "        sys.stdout.buffer.write(struct.pack('<iii', i, 8000, 4800) + bytes(4800))\n"
        "    sys.stdout.buffer.write(struct.pack('<iii', -1, 0, 0)); sys.stdout.buffer.flush()\n"
    )
    reader = Reader([
        RecordedNarrator(lambda _, text: recording if text == lines[0] else None, lambda _: NoSink()),
        EngineNarrator("test", lambda: Engine((sys.executable, "-c", engine)), lambda _: NoSink(), 10.0),
    ])  # fmt: skip
    director = fresh.app.station.director
    monkeypatch.setattr(director._speaker, "_speaker", reader)
    spans: list[str] = []
    text = "\n".join(lines)
    reader.on_change = lambda: spans.append(text[slice(*reader.at)] if reader.at else "")
    director.say(text)
    began = time.monotonic()
    assert fresh.wait_real(lambda: not reader.busy, 15.0)
    assert spans == ["第一句话在这里，", "第二句话在这里。", "第三句话在这里，", "第四句话在这里。", ""]
    assert time.monotonic() - began > 1.0
    reader.close()
