"""How well each way of writing is understood, how fast, and what its engine holds in memory."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench import medians
from bench.table import Row, middle, p99
from screens.inputs.engine import open_engine, read_lexicon
from screens.inputs.handwriting.reader import ReaderProcess
from screens.inputs.strokes.table import TABLE, StrokeTable

PHRASES = Path(__file__).with_name("data") / "phrases.tsv"
CHARS = 500
_ANSWERS_S = 20.0
_BAR = 8  # candidates a bar shows


def rows() -> list[Row]:
    """Everything about writing."""
    return [*_pinyin(), *_handwriting(), *_strokes(), *_memory()]


def common(count: int = CHARS) -> list[str]:
    """The characters most often written, after the table of strokes."""
    lines = TABLE.read_text(encoding="utf-8").split()
    return list(dict.fromkeys(line.lstrip("hspnz") for line in lines))[:count]


# ---- pinyin ----------------------------------------


def phrases() -> list[tuple[str, str]]:
    """Phrase and pinyin, from the list of our own."""
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return [(phrase, spelt.replace(" ", "")) for phrase, spelt in pairs]


def southern(spelt: str) -> str:
    """The same by somebody who tells neither z from zh nor in from ing."""
    return re.sub(r"([ei])ng(?=[^aeiou]|$)", r"\1n", re.sub(r"([zcs])h", r"\1", spelt))


def _pinyin() -> Iterator[Row]:
    engine = open_engine(read_lexicon())
    wanted = phrases()
    for name, spell in (("", str), (", southern accent", southern)):
        first = five = right = 0
        for phrase, spelt in wanted:
            engine.clear()
            engine.type(spell(spelt)[:60])
            offered = engine.candidates(5)
            first += offered[:1] == (phrase,)
            five += phrase in offered
            right += sum(a == b for a, b in zip(phrase, offered[0] if offered else "", strict=False))
        engine.clear()
        share = 100 / len(wanted)
        chars = 100 * right / sum(len(phrase) for phrase, _ in wanted)
        note = f"{len(wanted)} phrases in one go, {engine.kind}; {chars:.0f} % of characters"
        yield Row(f"pinyin, phrases right at first{name}", "%", first * share, note=note, more_is_better=True)
        yield Row(f"pinyin, phrases among five{name}", "%", five * share, more_is_better=True)
    engine.close()


# ---- handwriting ----------------------------------------


def _handwriting() -> Iterator[Row]:
    reader = ReaderProcess()
    if reader.status == "absent":
        return
    try:
        chars = list(medians.read(common()))
    except medians.NoMedians as error:
        sys.stderr.write(f"bench: handwriting not measured: {error}\n")
        return
    began = time.perf_counter()
    reader.start()
    while reader.status == "starting":
        time.sleep(0.005)
    yield Row("handwriting, model ready", "s", time.perf_counter() - began, note="a process of its own, at first use")
    times: list[float] = []
    for hand in medians.HANDS:
        rng = Random(f"{hand} 500")
        first = five = eight = 0
        for char, strokes in chars:
            asked = time.perf_counter()
            read = _read(reader, medians.by_hand(strokes, hand, rng))
            times.append((time.perf_counter() - asked) * 1e3)
            first += read[:1] == (char,)
            five += char in read[:5]
            eight += char in read[:8]
        share = 100 / len(chars)
        note = f"{len(chars)} characters; first eight {eight * share:.1f} %"
        yield Row(f"handwriting, {hand}, right at first", "%", first * share, note=note, more_is_better=True)
        yield Row(f"handwriting, {hand}, among five", "%", five * share, more_is_better=True)
    yield Row("handwriting, pen up to readings", "ms", middle(times), note="with the way to the process and back")
    yield Row("handwriting, pen up to readings, p99", "ms", p99(times))
    reader.end()


def _read(reader: ReaderProcess, strokes: medians.Strokes) -> tuple[str, ...]:
    ticket = reader.ask(strokes, line=False, most=8)
    end = time.perf_counter() + _ANSWERS_S
    while time.perf_counter() < end:
        answer = reader.answer()
        if answer is not None and answer.ticket == ticket:
            return answer.readings[0]
        time.sleep(0.0005)
    return ()


# ---- strokes ----------------------------------------


def _strokes() -> Iterator[Row]:
    table = StrokeTable.read()
    codes: dict[str, list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").split():
        char = line.lstrip("hspnz")
        codes.setdefault(char, []).append(line.removesuffix(char))
    times: list[float] = []
    whole = bar = 0
    pressed: list[float] = []
    chars = common()
    for char in chars:
        code = codes[char][0]
        needed = 0
        for count in range(1, len(code) + 1):
            began = time.perf_counter()
            offered = table.search(code[:count], 25)
            times.append((time.perf_counter() - began) * 1e3)
            if not needed and char in offered[:_BAR]:
                needed = count
        whole += offered[:1] == (char,)
        bar += bool(needed)
        pressed.append(needed or len(code))
    share = 100 / len(chars)
    mean = sum(map(len, (codes[char][0] for char in chars))) / len(chars)
    yield Row(
        "strokes, right at first when all are typed",
        "%",
        whole * share,
        note=f"{len(chars)} characters",
        more_is_better=True,
    )
    yield Row("strokes, within a bar of eight", "%", bar * share, more_is_better=True)
    yield Row(
        "strokes until it is offered",
        "keys",
        sum(pressed) / len(pressed),
        note=f"mean; whole characters have {mean:.1f}",
    )
    yield Row("strokes, key to candidates", "ms", middle(times), note=f"{len(times)} keys, median")
    yield Row("strokes, key to candidates, p99", "ms", p99(times))


# ---- memory ----------------------------------------

_HELD = """
import sys
def rss():
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
{before}
start = rss()
{load}
sys.stdout.write(str(rss() - start))
"""
_ENGINES = {
    "pinyin": (
        "from screens.inputs.engine import open_engine, read_lexicon",
        "e = open_engine(read_lexicon()); e.type('womenxiaoqu'); e.candidates(20); e.clear()",
    ),
    "strokes": (
        "from screens.inputs.strokes.table import StrokeTable\nimport re",
        "t = StrokeTable.read(); t.search('hspn', 25)",
    ),
    "handwriting": (
        "from pathlib import Path\nfrom screens.inputs.handwriting.reader import MODEL",
        "from screens.inputs.handwriting._ppocr import Reader\nr = Reader(MODEL); r.char([[(0, 0), (1, 1)]], 8)",
    ),
}
_WHERE = {"handwriting": "while somebody writes by hand; the process ends with the visit"}


def _memory() -> Iterator[Row]:
    for name, (before, load) in _ENGINES.items():
        program = _HELD.format(before=before, load=load)
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        if ended.returncode == 0:
            yield Row(f"{name} engine, memory", "MB", int(ended.stdout) / 1024, note=_WHERE.get(name, "PSS, alone"))
