"""Choosing a station's voice: which narrators there are, best first."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from media import neural
from media._recorded import Find, RecordedNarrator
from media._sink import open_aplay
from media._worker import Engine, EngineNarrator
from media.reader import Reader
from media.speech import Narrator, SilentVoice, Voice

_ROOT = Path(__file__).parents[1]
_NEURAL_PATIENCE_S = 6.0  # it loads for a second or two, and a clause takes as long again
_PLATFORM_PATIENCE_S = 5.0
_OURS = frozenset({"zh-Hans", "zh-Hant", "en"})  # what the neural voice was made to read


def open_voice(wanted: str, find: Find = lambda _language, _text: None) -> Voice:
    """The voice a setting asks for.

    `auto` plays recordings that `find` finds, then the neural voice where it is installed, then the platform's engine;
    `pyttsx3` is that engine alone, `silent` does not speak. Nothing is started before something is to be said.
    """
    if wanted == "silent":
        return SilentVoice()
    narrators: list[Narrator] = [_engine("platform", "media._platform_worker", _PLATFORM_PATIENCE_S)]
    if wanted == "auto":
        if neural.installed():
            narrators.insert(0, _engine("neural", "media.neural.worker", _NEURAL_PATIENCE_S, _OURS, unhurried=True))
        narrators.insert(0, RecordedNarrator(find, open_aplay))
    return Reader(narrators)


def _engine(
    name: str, module: str, patience_s: float, languages: frozenset[str] | None = None, *, unhurried: bool = False
) -> EngineNarrator:
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    env = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
    command = (sys.executable, "-m", module)
    return EngineNarrator(
        name, lambda: Engine(command, env), open_aplay, patience_s, unhurried=unhurried, languages=languages
    )
