"""The model itself: phonemes in, samples out. One thread, no arena: it must leave the glass alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from content.aloud import clauses, voice_for
from media.neural import MODEL, RATE, TOKENS, VOICES

SPEED, SLOW = 0.9, 0.72
_MOST_TOKENS = 500
_SILENCE = 0.012  # of full scale
_LEAD_S, _TAIL_S = 0.03, 0.06
_PAUSES = {"。": 0.42, "！": 0.42, "？": 0.42, ".": 0.42, "!": 0.42, "?": 0.42, "\n": 0.5}
_SHORT_PAUSE_S = 0.2


class Kokoro:
    """Reads clauses in one voice."""

    def __init__(self, voice: str, model: Path = MODEL) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokens: dict[str, int] = json.loads(TOKENS.read_text("utf-8"))["vocab"]
        self._styles: dict[str, Any] = {}
        self.wear(voice)

    def wear(self, voice: str) -> None:
        """Read in this voice from now on."""
        if voice not in self._styles:
            held = np.fromfile(VOICES / f"{voice}.f16", "<f2").astype(np.float32)
            self._styles[voice] = held.reshape(-1, 1, 256)
        self._style = self._styles[voice]

    def clause(self, text: str, language: str, speed: float = SPEED) -> bytes:
        """One clause as 16-bit samples, with the pause after it; empty where there is nothing to say."""
        if language == "en":
            from media.neural.english import phonemes
        else:
            from media.neural.mandarin import phonemes
        ids = [self._tokens[one] for one in phonemes(text) if one in self._tokens][:_MOST_TOKENS]
        if not ids:
            return b""
        given = {
            "tokens": np.array([[0, *ids, 0]], np.int64),
            "style": self._style[min(len(ids), len(self._style) - 1)],
            "speed": np.array([speed], np.float32),
        }
        return _trimmed(self._session.run(None, given)[0].ravel(), _pause(text))

    @cached_property
    def loaded(self) -> bool:
        """Whether it could say something: the first run also warms it."""
        return bool(self.clause("好。", "zh-Hans"))


def read(kokoro: Kokoro, text: str, language: str, speed: float = SPEED) -> Iterator[bytes]:
    """The samples of each clause of a text."""
    kokoro.wear(voice_for(language))
    for start, end in clauses(text):
        yield kokoro.clause(text[start:end], language, speed)


def _pause(text: str) -> float:
    last = text.rstrip(" ”’」』）》)\"'")[-1:]
    return _PAUSES.get(last, _SHORT_PAUSE_S)


def _trimmed(samples: Any, pause_s: float) -> bytes:
    """Without the silence that the model puts around, and with a pause as long as the stop asks for."""
    loud = np.flatnonzero(np.abs(samples) > _SILENCE)
    if not len(loud):
        return b""
    kept = samples[max(0, loud[0] - int(_LEAD_S * RATE)) : loud[-1] + int(_TAIL_S * RATE)]
    sound = np.concatenate([np.clip(kept, -1, 1), np.zeros(int(pause_s * RATE), np.float32)])
    return bytes((sound * 32767).astype("<i2").tobytes())
