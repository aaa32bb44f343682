"""What lies in the memory of processes, looked at from outside: all that they could write to, byte by byte.

Owns reading and counting. Leaves to tests what must not be there.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_AT_ONCE = 8 << 20
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""How texts lie in the memory of a little-endian machine: in C and C++, and as Python keeps them."""


def as_bytes(text: str) -> frozenset[bytes]:
    """A text as it may lie in memory."""
    return frozenset(text.encode(one) for one in ENCODINGS)


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            text = stat.read_text(errors="replace")
            parents.setdefault(int(text.rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += parents.get(found[-1], [])
    return found


def regions(pid: int) -> Iterator[tuple[int, int, str]]:
    """Everything a process may write to: start, end, name."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights, _, _, _, *name = line.split(maxsplit=5)
        if rights[1] == "w" and name[:1] != ["[vvar]"]:
            start, end = (int(one, 16) for one in span.split("-"))
            yield start, end, name[0] if name else ""


def count(pid: int, wanted: Mapping[str, Iterable[bytes]], most: int = 1_000_000) -> dict[str, list[str]]:
    """Where each of these lies in what a process may write to, and what is around it; only what was found. What has
    been found `most` times is looked for no longer."""
    patterns = [(name, one) for name, many in wanted.items() for one in many]
    longest = max(len(one) for _, one in patterns)
    found: dict[str, list[str]] = {}
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for start, end, region in regions(pid):
            for at in range(start, end, _AT_ONCE):
                try:
                    memory.seek(at)
                    read = memory.read(min(_AT_ONCE + longest - 1, end - at))
                except (OSError, OverflowError):
                    continue
                for name, one in [each for each in patterns if len(found.get(each[0], ())) < most]:
                    place = read.find(one)
                    while place >= 0:
                        if place < _AT_ONCE:
                            around = read[max(0, place - 24) : place + len(one) + 24]
                            found.setdefault(name, []).append(f"{region or 'anonymous'} {at + place:x}: {around!r}")
                        place = read.find(one, place + 1)
    return found
