"""Search by name and by strokes over 2,000 and 100,000 sample deputies: time to build, time per query, memory."""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from array import array
from collections.abc import Callable

from content.readings import readings
from content.samples.names import sample_names
from content.search import NameIndex, Within
from screens.inputs.strokes.table import StrokeTable

SIZES = (2_000, 100_000)
DISTRICTS = 37
TYPED = (
    "z",
    "zw",
    "zhw",
    "lxy",
    "wjs",
    "zhangw",
    "chen",
    "张",
    "张w",
    "江澄",
    "澄",
    "liyu",
    "szsh",
    "oyx",
    "q",
    "xyzzy",
)

Row = tuple[str, float, str]


def rows() -> list[Row]:
    """Each measurement as (name, value, unit)."""
    return [row for size in SIZES for row in _of_size(size)]


def _of_size(size: int) -> list[Row]:
    rng = random.Random(20260101)
    names = list(sample_names(rng, size))
    started = time.perf_counter()
    index = NameIndex(enumerate(names))
    measured: list[Row] = [(f"search {size}: build", time.perf_counter() - started, "s")]
    place = Within(array("I", (row for row, key in enumerate(index.keys) if key % DISTRICTS == 5)))
    started = time.perf_counter()
    codes = StrokeTable.read().codes(index.characters)
    measured.append((f"search {size}: strokes of all characters", time.perf_counter() - started, "s"))
    calls: dict[str, Callable[[str], object]] = {
        "query": lambda text: index.find(text, 6),
        "query in one place": lambda text: index.find(text, 6, place),
        "next letters": lambda text: index.next_letters(text),
        "next letters in one place": lambda text: index.next_letters(text, place),
    }
    by_strokes: dict[str, Callable[[str], object]] = {
        "strokes": lambda text: index.by_strokes(text, 24, codes),
        "strokes in one place": lambda text: index.by_strokes(text, 24, codes, place),
    }
    typed, written = _queries(names, rng), _strokes(names, codes, rng)
    for label, call, asked in (
        *((label, call, typed) for label, call in calls.items()),
        *((label, call, written) for label, call in by_strokes.items()),
    ):
        times = sorted(_milliseconds(call, text) for text in asked)
        measured.append((f"search {size}: {label}, median", times[len(times) // 2], "ms"))
        measured.append((f"search {size}: {label}, p99", times[len(times) * 99 // 100], "ms"))
    tracemalloc.start()
    kept = NameIndex(enumerate(names))
    measured.append((f"search {size}: memory", tracemalloc.get_traced_memory()[0] / 2**20, "MiB"))
    tracemalloc.stop()
    del kept
    return measured


def _queries(names: list[str], rng: random.Random) -> list[str]:
    """What visitors type: each beginning of initials and pinyin of names there are, characters, and the fixed ones."""
    typed = list(TYPED)
    for name in rng.sample(names, 60):
        syllables = [ways[0] for _, ways in readings(name)]
        initials, full = "".join(one[0] for one in syllables), "".join(syllables)
        typed += [initials[:n] for n in range(1, len(initials) + 1)]
        typed += [full[:n] for n in range(1, len(full) + 1)]
        typed += [name[:1], name, name[1:], name[:1] + initials[1:]]
    return typed


def _strokes(names: list[str], codes: dict[str, tuple[str, ...]], rng: random.Random) -> list[str]:
    """What visitors touch: each beginning of names as they are written, some strokes left open."""
    touched = ["*", "**", "***", "h*s"]
    for name in rng.sample(names, 60):
        whole = "".join(codes.get(one, ("",))[0] for one in name)
        touched += [whole[:n] for n in range(1, min(len(whole), 12) + 1)]
        touched.append(whole[:2] + "*" + whole[3:6])
    return [one for one in touched if one]


def _milliseconds(call: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    call(text)
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    for name, value, unit in rows():
        sys.stdout.write(f"{name}, {value:.3f}, {unit}\n")
