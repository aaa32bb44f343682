"""Worker of `reader`: reads strokes as JSON lines, answers readings as JSON lines, ends with its input.

Writes nothing to disk and leaves no core file. Of several questions that wait it answers the last: the visitor has
written on meanwhile.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import sys
from pathlib import Path
from typing import Any, BinaryIO

_NICE = 5  # frames come first


def main() -> int:
    """Load the model named on the command line, say so, answer until the input ends."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(_NICE)
    from screens.inputs.handwriting._ppocr import Reader

    reader = Reader(Path(sys.argv[1]))
    say({"ready": True})
    lines = Lines(sys.stdin.buffer)
    while (question := lines.last()) is not None:
        asked = json.loads(question)
        strokes = [[(x, y) for x, y in stroke] for stroke in asked["strokes"]]
        readings = reader.line(strokes, asked["most"]) if asked["line"] else [reader.char(strokes, asked["most"])]
        say({"ticket": asked["ticket"], "readings": readings})
    return 0


def say(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


class Lines:
    """Lines of a pipe, the last of those that have come."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._pending = b""
        self._waits = selectors.DefaultSelector()
        self._waits.register(pipe, selectors.EVENT_READ)

    def last(self) -> bytes | None:
        """Wait for a whole line. None when the other end was closed."""
        while True:
            while self._waits.select(0 if b"\n" in self._pending else None):
                piece = os.read(self._pipe.fileno(), 1 << 16)
                if not piece:
                    return None
                self._pending += piece
            whole, newline, rest = self._pending.rpartition(b"\n")
            if newline:
                self._pending = rest
                return whole.rsplit(b"\n", 1)[-1]


if __name__ == "__main__":
    sys.exit(main())
