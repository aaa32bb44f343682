"""The neural voice: Kokoro-82M, which reads Mandarin and English clearly (docs/adr/0010).

An optional install (`make voices`): the model of 92 MB lies in `MODEL`, and onnxruntime, numpy and jieba are in the
environment. Nothing here is imported by a station's own process: it reads in a process of its own (`worker`), and
recorded narration is made by `render`.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
MODEL: Final = HERE / "kokoro-int8.onnx"
TOKENS: Final = HERE / "vocab.json"
VOICES: Final = HERE / "voices"
RATE: Final = 24_000
"""Samples a second; 16 bits, one channel."""


def installed() -> bool:
    """Whether the neural voice can be started here. Loads nothing."""
    there = MODEL.is_file() and TOKENS.is_file()
    return there and all(importlib.util.find_spec(name) is not None for name in ("onnxruntime", "numpy", "jieba"))
