"""Wrong tries at looking letters up, kept on the disk: pulling the plug opens no lock.

Owns one small file, of counts and times alone. What a try is, and when it is too many, is `screens.mailbox.lock`'s.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from screens.mailbox.lock import LOCK_S, TRIES, TrackLock

log = logging.getLogger(__name__)
FILE: Final = "tries.json"


def open_lock(folder: Path, now: Callable[[], float], wall: Callable[[], datetime]) -> TrackLock:
    """The lock as it was left. Where the wall clock was put back meanwhile, it lasts no longer than a whole one; a file
    that can't be read counts as a lock that has just begun."""
    file = folder / FILE

    def keep(wrong: int, left: float) -> None:
        from sync.disk import write_durably

        kept = {"wrong": wrong, "until": wall().timestamp() + left if left > 0 else 0.0}
        try:
            write_durably(file, json.dumps(kept).encode(), mode=0o600)
        except OSError as error:  # the lock holds all the same, until the next start
            log.warning("wrong tries could not be kept: %s", error.strerror)

    wrong, left = _read(file, wall().timestamp())
    return TrackLock(wrong, now() + left if left > 0 else 0.0, keep)


def _read(file: Path, wall: float) -> tuple[int, float]:
    try:
        kept = json.loads(file.read_bytes())
        wrong, until = int(kept["wrong"]), float(kept["until"])
        if math.isnan(until):
            return 0, LOCK_S
        return max(0, min(wrong, TRIES - 1)), max(0.0, min(until - wall, LOCK_S))
    except FileNotFoundError:
        return 0, 0.0
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return 0, LOCK_S
