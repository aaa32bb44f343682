"""Writes screens/access/characters.tsv: for each Chinese character a common word that tells it from its homophones.

Run by hand when the table should change, with the word list of jieba (MIT licence) and our own words:
`python -m deploy.setup.characters path/to/jieba/dict.txt`. The result is kept in git; nothing here runs at set-up.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "screens" / "access" / "characters.tsv"
OWN = ROOT / "screens" / "inputs" / "lexicon.tsv"
_HEAD = (
    "# A character, a tab, a word that it is known from; made by deploy/setup/characters.py from jieba 0.42.1 (MIT).\n"
)
_NAMES = ("nr", "nrt", "nrfg", "nz")  # people and brands tell nobody which character is meant
_LEAST = 3
_UNFIT = set("妓嫖奸淫尸茎肛屎赌毒杀婊奴寡")  # words with these are said only for these characters themselves


def characters() -> list[str]:
    """The characters that can be written by hand here: those of GB 2312."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [text for code in codes if (text := code.decode("gb2312", "ignore"))]


def best(words: Iterable[tuple[str, int]]) -> dict[str, str]:
    """For each character its most frequent word, better one that begins with it. A doubled character tells nothing."""
    found: dict[str, tuple[float, str]] = {}
    for word, often in words:
        if len(word) != 2 or word[0] == word[1]:
            continue
        for place, char in enumerate(word):
            if _UNFIT & set(word) - {char}:
                continue
            score = often * (1.5 if place == 0 else 1.0)
            if score > found.get(char, (0.0, ""))[0]:
                found[char] = (score, word)
    return {char: word for char, (_, word) in found.items()}


def main(dictionary: Path) -> None:
    """Write the table."""
    known: list[tuple[str, int]] = []
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, often, kind = line.split(" ")
        if kind not in _NAMES and int(often) >= _LEAST:
            known.append((word, int(often)))
    rows = [line.split("\t") for line in OWN.read_text(encoding="utf-8").splitlines() if "\t" in line]
    ours = best((row[1], 1) for row in rows if not row[0].startswith("#"))
    table = {**best(known), **ours}
    lines = [f"{char}\t{table[char]}\n" for char in characters() if char in table]
    OUT.write_text(_HEAD + "".join(lines), encoding="utf-8")
    sys.stderr.write(f"{len(lines)} of {len(characters())} characters\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
