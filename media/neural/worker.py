"""The neural voice's process: `python -m media.neural.worker` answers jobs on its standard input (`media._jobs`)."""

from __future__ import annotations

import os
import sys

from content.aloud import voice_for
from media._jobs import Clause, answer, own_output
from media.neural import RATE
from media.neural.model import SLOW, SPEED, Kokoro


def main() -> int:
    """Answer until the pipe is closed."""
    os.nice(10)  # the glass comes first
    out = own_output()
    kokoro = Kokoro(voice_for("zh-Hans"))

    def say(clause: Clause) -> tuple[int, bytes]:
        kokoro.wear(voice_for(clause.language))
        return RATE, kokoro.clause(clause.text, clause.language, SLOW if clause.slow else SPEED)

    answer(say, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
