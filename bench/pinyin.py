"""From a letter of pinyin to its candidates: whole sentences, letter by letter, by the engine of this machine."""

from __future__ import annotations

import time

from screens.inputs.engine import open_engine, read_lexicon

CANDIDATES = 60
SENTENCES = (
    "womenxiaoqudediantijingchanghuai",
    "loudaolidedenghuaile",
    "xiwangjiayiduanfushou",
    "tingcheweibunengmanzujumindexuqiu",
    "wanshangguangchangwudeshengyintaida",
    "qingjinkuaijiejuezhegewenti",
    "lajitongmeiyoujishiqingli",
    "xiaofangtongdaobeiqichezhanyong",
    "laonianrenkanbingbufangbian",
    "zegewentizenmejiejue",
)


def measure() -> tuple[str, float, list[float]]:
    """The engine's name, seconds to open it, and milliseconds for each key."""
    began = time.perf_counter()
    engine = open_engine(read_lexicon())
    opened = time.perf_counter() - began
    times = []
    for sentence in SENTENCES:
        engine.clear()
        for letter in sentence:
            pressed = time.perf_counter()
            engine.type(letter)
            engine.candidates(CANDIDATES)
            times.append((time.perf_counter() - pressed) * 1e3)
    kind = engine.kind
    engine.close()
    return kind, opened, times
