"""Strokes to write with: the medians of hanzi-writer-data, fetched once from npm and made less regular.

The data (Arphic Public License) serves measuring only: it stays in build/, and nothing of it is shipped. Nothing here
was tuned on it. Coordinates are parts of the pad's height, origin top left.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path
from random import Random

PACKAGE = "hanzi-writer-data@2.0.1"
SHA256 = "72baf3d82b114e60d6e40ea05f24d2262a05cd39d544e2f322ba2fceb7beff15"
ARCHIVE = Path(__file__).parents[1] / "build" / "bench" / "hanzi-writer-data-2.0.1.tgz"
_EM = 1024
_ASCENT = 900

Stroke = tuple[tuple[float, float], ...]
Strokes = tuple[Stroke, ...]

#: How irregular a hand is: degrees turned, and in parts of the height: scaled and sheared, each stroke off, trembling.
HANDS = {"light": (5.0, 0.10, 0.010, 0.0), "heavy": (5.0, 0.18, 0.025, 0.0), "shaky": (5.0, 0.10, 0.010, 0.020)}


class NoMedians(Exception):
    """The data could not be fetched; the message says why."""


def fetch(archive: Path = ARCHIVE) -> Path:
    """The package as npm gives it, checked by its hash. Raises: NoMedians."""
    if not archive.is_file():
        if shutil.which("npm") is None:
            raise NoMedians("npm is not installed here")
        archive.parent.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE], cwd=archive.parent, capture_output=True, text=True, check=False
        )
        if packed.returncode or not archive.is_file():
            raise NoMedians(f"npm could not fetch {PACKAGE}")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        raise NoMedians(f"{archive} is not the package that was measured with; delete it")
    return archive


def read(chars: list[str]) -> Iterator[tuple[str, Strokes]]:
    """Those of `chars` that the data has, each with its strokes."""
    wanted = {f"package/{char}.json": char for char in chars}
    with tarfile.open(fetch()) as packed:
        for member in packed:
            if member.name in wanted and (file := packed.extractfile(member)) is not None:
                medians = json.loads(file.read())["medians"]
                yield wanted[member.name], tuple(tuple(_place(x, y) for x, y in stroke) for stroke in medians)


def _place(x: float, y: float) -> tuple[float, float]:
    return x / _EM, (_ASCENT - y) / _EM


def by_hand(strokes: Strokes, hand: str, rng: Random) -> Strokes:
    """The strokes as such a hand might write them: turned, sheared, each a little off, filled up with points."""
    turn, scale, off, tremble = HANDS[hand]
    angle = radians(rng.uniform(-turn, turn))
    wide, high, shear = 1 + rng.uniform(-scale, scale), 1 + rng.uniform(-scale, scale), rng.uniform(-scale, scale)
    written = []
    for stroke in strokes:
        dx, dy = rng.gauss(0, off), rng.gauss(0, off)
        points = []
        for x, y in _filled(stroke):
            cx, cy = (x - 0.5) * wide + (y - 0.5) * shear, (y - 0.5) * high
            px, py = cx * cos(angle) - cy * sin(angle), cx * sin(angle) + cy * cos(angle)
            points.append((0.5 + px + dx + rng.gauss(0, tremble), 0.5 + py + dy + rng.gauss(0, tremble)))
        written.append(tuple(points))
    return tuple(written)


def _filled(stroke: Stroke, step: float = 0.02) -> list[tuple[float, float]]:
    points = [stroke[0]]
    for (ax, ay), (bx, by) in pairwise(stroke):
        count = max(1, round((((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5) / step))
        points += [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(1, count + 1)]
    return points
