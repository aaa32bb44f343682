"""How soon each of the three voices is heard, and how soon it is quiet; samples are counted, nothing is sounded."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.table import Row
from content.bundled import media, read
from content.catalog import Catalog
from media import neural
from media._recorded import Find, RecordedNarrator
from media._sink import Sink
from media._worker import Engine, EngineNarrator
from media.reader import Reader
from media.speech import Narrator

ROOT = Path(__file__).parents[1]
TEXTS = {
    "zh-Hans": "全国人民代表大会和地方各级人民代表大会都由民主选举产生，对人民负责，受人民监督。",
    "en": "People's congresses at every level are elected, answer to the people, and are overseen by them.",
}
WORKERS = {"neural": "media.neural.worker", "platform": "media._platform_worker"}
_LONGEST_S = 60.0
_SPEAKING_S = 0.3


class Ear:
    """Opens sinks that note when the first sample came and when they were silenced."""

    def __init__(self) -> None:
        self.first = self.quiet = 0.0

    def open(self, _rate: int) -> Sink:
        """A sink of this ear's."""
        return _Heard(self)


class _Heard:
    def __init__(self, ear: Ear) -> None:
        self._ear = ear

    def write(self, samples: bytes) -> None:
        self._ear.first = self._ear.first or time.perf_counter()

    def finish(self) -> None:
        self._ear.quiet = time.perf_counter()

    def kill(self) -> None:
        self._ear.quiet = time.perf_counter()


def narrator(name: str, ear: Ear, find: Find) -> Narrator:
    """One of the three as a station makes it, with an ear for a loudspeaker and patience to see it through."""
    if name == "recorded":
        return RecordedNarrator(find, ear.open)
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    env = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
    command = (sys.executable, "-m", WORKERS[name])
    return EngineNarrator(name, lambda: Engine(command, env), ear.open, _LONGEST_S)


def heard(reader: Reader, ear: Ear, text: str, language: str) -> tuple[float, float]:
    """Seconds from `say` to the first sample, and from `stop`, in the middle of it, to silence. Negative: not heard."""
    ear.first = ear.quiet = 0.0
    began = time.perf_counter()
    reader.say(text, language)
    while not ear.first and reader.busy and time.perf_counter() - began < _LONGEST_S:
        time.sleep(0.001)
    if not ear.first:
        return -1.0, -1.0
    first = ear.first - began
    time.sleep(_SPEAKING_S)
    stopped = time.perf_counter()
    reader.stop()
    while not ear.quiet and time.perf_counter() - stopped < 5:
        time.sleep(0.0005)
    return first, max(0.0, ear.quiet - stopped)


def recorded(catalog: Catalog, language: str) -> str:
    """A text of the exhibition that somebody has recorded, long enough to be broken off."""
    for exhibit in catalog.exhibition.exhibits:
        text = exhibit.gist.zh_hans if language == "zh-Hans" else exhibit.gist.en or ""
        aloud = catalog.aloud(text, language)
        if len(text) > 20 and catalog.narration(language, aloud) is not None:
            return aloud
    return ""


def rows() -> list[Row]:
    """Every voice that this machine has."""
    return list(_rows())


def _rows() -> Iterator[Row]:
    catalog = Catalog(read(date.today()), media)

    def find(language: str, text: str) -> Path | None:
        return catalog.narration(language, text)

    for name in ("recorded", *WORKERS):
        if name == "neural" and not neural.installed():
            continue
        quiet: list[float] = []
        for language, own in TEXTS.items():
            text = recorded(catalog, language) if name == "recorded" else own
            if not text:
                continue
            ear = Ear()
            reader = Reader([narrator(name, ear, find)])
            cold, silence = heard(reader, ear, text, language)
            warm, again = heard(reader, ear, text, language)
            reader.close()
            quiet += [silence, again]
            note = f"from the words to the first sample; {cold:.1f} s when its process has to start"
            yield Row(f"voice, {name}, {language}, first sound", "s", warm, note=note)
        if quiet:
            yield Row(f"voice, {name}, interrupted", "ms", 1e3 * max(quiet), note=f"longest of {len(quiet)}; aim: 200")


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row.name}\t{row.ours:.3f} {row.unit}\t{row.note}\n")
