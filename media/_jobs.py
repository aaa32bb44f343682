"""The engine's side of the pipes: takes jobs, gives frames (`media._worker` says what they are).

Owns that a job is left when another line has come: nobody waits for what nobody will hear.
"""

from __future__ import annotations

import json
import os
import select
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from media._worker import END, HEADER

_NOW = 0.0


@dataclass(frozen=True)
class Clause:
    """What is to be said next."""

    text: str
    language: str
    slow: bool


Say = Callable[[Clause], "tuple[int, bytes]"]
"""The rate and the samples of a clause."""


def own_output() -> BinaryIO:
    """Standard output for frames alone: what libraries print goes to standard error from now on."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


class Lines:
    """Lines of a pipe, without a buffer that would hide whether one is waiting."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._rest = b""

    def next(self) -> bytes | None:
        """The next line; None once the pipe is closed."""
        while b"\n" not in self._rest:
            chunk = os.read(self._pipe, 1 << 16)
            if not chunk:
                return None
            self._rest += chunk
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def waits(self) -> bool:
        """Whether something has come, the end included."""
        return bool(self._rest) or bool(select.select([self._pipe], [], [], _NOW)[0])


def answer(say: Say, out: BinaryIO, pipe: int | None = None) -> None:
    """Answer jobs until the pipe is closed. An empty line only breaks off the job before it."""
    lines = Lines(sys.stdin.fileno() if pipe is None else pipe)
    while (line := lines.next()) is not None:
        if not line.strip():
            continue
        job = json.loads(line)
        for index, (start, end) in list(enumerate(job["clauses"]))[job["first"] :]:
            if lines.waits():
                break
            rate, samples = say(Clause(job["text"][start:end], job["language"], bool(job["slow"])))
            out.write(HEADER.pack(index, rate, len(samples)) + samples)
            out.flush()
        out.write(HEADER.pack(END, 0, 0))
        out.flush()
