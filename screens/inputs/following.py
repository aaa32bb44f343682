"""What completes a word that was begun by hand or by strokes.

Owns the look-up. The list holds lines of a character, a tab and the rests of its words, the likeliest first; it is made
at set-up (deploy/setup/following.py) and read at the first question. Nothing is learnt from what anybody writes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("following.txt")


@cache
def _list() -> str:
    try:
        return LIST.read_text(encoding="utf-8")
    except OSError:
        return ""  # before set-up: nothing is offered


def rests(char: str) -> tuple[str, ...]:
    """The rests of words that begin with `char`; none for what begins none."""
    listed = _list()
    at = listed.find(f"\n{char}\t") if len(char) == 1 else -1
    return tuple(listed[at + 3 : listed.index("\n", at + 1)].split(" ")) if at >= 0 else ()


def is_word(text: str) -> bool:
    """Whether this is a listed word of two characters or more."""
    return len(text) > 1 and text[1:] in rests(text[0])
