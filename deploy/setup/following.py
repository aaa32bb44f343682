"""Make the list of what follows a character: python -m deploy.setup.following

Owns the choice: our own words first, then the commonest of Debian's word list (rime-essay, LGPL-3.0), in simplified
characters. Who writes by hand or by strokes picks the rest of a word instead of writing it. The result is read by
`screens.inputs.following`, which says what it looks like.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from opencc import OpenCC

from screens.inputs.characters import common
from screens.inputs.engine import read_lexicon
from screens.inputs.following import LIST

ESSAY = Path("/usr/share/rime-data/essay.txt")
_OWN = 2
_ALL = 8
_LONGEST = 4
_LEAST = 60  # times in the word list: what is rarer is noise


def words(essay: str) -> dict[str, int]:
    """The words of two to four common characters and how often they were counted."""
    found: defaultdict[str, int] = defaultdict(int)
    for line in essay.splitlines():
        word, _, count = line.partition("\t")
        if 2 <= len(word) <= _LONGEST and set(word) <= common():
            found[word] += int(count or 0)
    return {word: count for word, count in found.items() if count >= _LEAST}


def rests(counted: dict[str, int], own: list[str]) -> dict[str, list[str]]:
    """For each first character what completes it, likeliest first."""
    often, ours = _by_first(sorted(counted, key=lambda one: (-counted[one], one))), _by_first(own)
    return {
        char: list(dict.fromkeys(_turns(ours.get(char, [])[:_OWN], often.get(char, []))))[:_ALL]
        for char in often.keys() | ours.keys()
    }


def _by_first(ordered: list[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in ordered:
        if 2 <= len(word) <= _LONGEST:
            found[word[0]].append(word[1:])
    return found


def _turns(first: list[str], second: list[str]) -> list[str]:
    """One of each in turn, then the rest of the second."""
    mixed = [one for pair in zip(first, second, strict=False) for one in pair]
    return [*mixed, *first, *second] if len(second) < len(first) else [*mixed, *second[len(first) :]]


def main() -> None:
    counted = words(OpenCC("t2s").convert(ESSAY.read_text(encoding="utf-8")))
    own = sorted((word for _, word in read_lexicon()), key=lambda word: (len(word), -counted.get(word, 0)))
    lines = (f"{char}\t{' '.join(kept)}" for char, kept in sorted(rests(counted, own).items()))
    aside = LIST.with_suffix(".part")
    aside.write_text("\n".join(("", *lines, "")), encoding="utf-8")
    aside.replace(LIST)


if __name__ == "__main__":
    main()
