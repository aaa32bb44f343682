"""Small numbers, which below a district could point at somebody: hidden, and not to be had by subtraction either.

The rule: nothing from one to four is said. Where that hides one number of a table only, whoever knows the sum would
have it, so the next smallest goes with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LEAST: Final = 5
HIDDEN: Final = "不列"
Shown = tuple[tuple[str, int | None], ...]
"""Names with their numbers, None for one that is not said."""


def shown(rows: Sequence[tuple[str, int]], narrow: bool) -> Shown:
    """The rows as they may be said. `narrow`: of a place below a district."""
    if not narrow:
        return tuple(rows)
    hidden = {name for name, count in rows if 0 < count < LEAST}
    others = sorted((count, name) for name, count in rows if count >= LEAST)
    if len(hidden) == 1 and others:
        hidden.add(others[0][1])
    return tuple((name, None if name in hidden else count) for name, count in rows)


def said(count: int, narrow: bool) -> str:
    """One number that stands alone."""
    return f"少于 {LEAST}" if narrow and 0 < count < LEAST else str(count)
