"""What Mandarin sounds like, in the model's phonemes.

Owns the way from characters over pinyin, with the tones as they change in speech, to phonemes. `pinyin_ipa.json` was
made once with misaki 0.9.4 (Apache-2.0), which the model was trained with.
"""

from __future__ import annotations

import json
import logging
import re
from functools import cache
from itertools import chain

import jieba
from pypinyin import Style, lazy_pinyin, load_phrases_dict
from pypinyin.constants import PHRASES_DICT
from pypinyin.phrases_dict import phrases_dict

from content.numerals import written_out
from content.polyphones import ALONE_DE_AFTER, GAINED, PHRASES
from media.neural import HERE

jieba.setLogLevel(logging.ERROR)

_ALWAYS = 10**7  # a frequency by which jieba takes a word for one
_RUNS = re.compile(r"[㐀-鿿]+|[^㐀-鿿]+")
_MARKS = {
    "，": ", ", "、": ", ", "。": ". ", "！": "! ", "？": "? ", "：": ": ", "；": "; ", "…": "… ", "—": "— ", "–": ", ",
    "·": " ", "（": " (", "）": ") ", "《": " “", "》": "” ", "“": " “", "”": "” ", "「": " “", "」": "” ", "\n": ". ",
}  # fmt: skip
_BEFORE_ONE = frozenset("第零一二三四五六七八九十百千万亿点")
_AFTER_ONE = frozenset("零一二三四五六七八九点月日号")
# letters by name, as they are said in Chinese texts: QR, APP
_LETTERS = {
    "A": "ˈA", "B": "bˈi", "C": "sˈi", "D": "dˈi", "E": "ˈi", "F": "ˈɛf", "G": "ʤˈi", "H": "ˈAʧ", "I": "ˈI",
    "J": "ʤˈA", "K": "kˈA", "L": "ˈɛl", "M": "ˈɛm", "N": "ˈɛn", "O": "ˈO", "P": "pˈi", "Q": "kjˈu", "R": "ˈɑɹ",
    "S": "ˈɛs", "T": "tˈi", "U": "jˈu", "V": "vˈi", "W": "dˈʌbᵊlju", "X": "ˈɛks", "Y": "wˈI", "Z": "zˈi",
}  # fmt: skip


@cache
def _table() -> dict[str, str]:
    for word in PHRASES:
        jieba.add_word(word, _ALWAYS)
    if not PHRASES_DICT:  # `content.readings` does without them, and may have come first in this process
        load_phrases_dict(phrases_dict)
    load_phrases_dict({word: [[one] for one in said] for word, said in PHRASES.items()})
    table: dict[str, str] = json.loads((HERE / "pinyin_ipa.json").read_text("utf-8"))
    return table


def phonemes(text: str) -> str:
    """A clause as phonemes; what has no sound is left out."""
    said = "".join(chain.from_iterable(map(_run, _RUNS.findall(written_out(text)))))
    return re.sub(r"\s+", " ", said).strip()


def syllables(run: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each word of a run of characters with its syllables, tones as digits.

    Word by word, since pypinyin finds its phrases across words too: 写明|了 would be read míngliǎo.
    """
    _table()
    words = jieba.lcut(run)
    read = [lazy_pinyin(one, style=Style.TONE3, neutral_tone_with_five=True, tone_sandhi=True) for one in words]
    said = [[_particle(one, word, words, index) for one in read[index]] for index, word in enumerate(words)]
    for index, word in enumerate(words[:-1]):
        if word == "不" and said[index + 1][0][-1:] == "4":
            said[index] = ["bu2"]
    _one(words, said)
    return [(word, tuple(one.replace("ü", "v") for one in parts)) for word, parts in zip(words, said, strict=True)]


def _one(words: list[str], said: list[list[str]]) -> None:
    """一 is yí before a fourth tone and yì before the others, but yī in numbers, at the end of a word, and after 第."""
    run = "".join(words)
    flat = [(index, place) for index, parts in enumerate(said) for place in range(len(parts))]
    if len(flat) != len(run):
        return
    for at, (index, place) in enumerate(flat[:-1]):
        if run[at] != "一" or words[index] in PHRASES:
            continue
        ends = place == len(words[index]) - 1 and place > 0
        if ends or (run[at - 1 : at] or "年") in _BEFORE_ONE or run[at + 1] in _AFTER_ONE:
            said[index][place] = "yi1"
        else:
            after, spot = flat[at + 1]
            said[index][place] = "yi2" if said[after][spot][-1] in "45" else "yi4"


def _particle(syllable: str, word: str, words: list[str], index: int) -> str:
    """得 and 地 as particles are unstressed."""
    if syllable not in ("de2", "dei3"):
        return syllable
    if word == "得":
        before = words[index - 1][-1:] if index else ""
        return "de5" if before and before in ALONE_DE_AFTER else "dei3"
    return syllable if word in GAINED or word.startswith("得") else "de5"


def _run(run: str) -> list[str]:
    if not "㐀" <= run[0] <= "鿿":
        return [_MARKS.get(one) or (f" {_LETTERS[one.upper()]}" if one.upper() in _LETTERS else one) for one in run]
    table = _table()
    return [" ".join("".join(table.get(one, "") for one in parts) for _, parts in syllables(run))]
