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

from content.numerals import written_out
from media.neural import HERE

jieba.setLogLevel(logging.ERROR)

_RUNS = re.compile(r"[㐀-鿿]+|[^㐀-鿿]+")
_MARKS = {
    "，": ", ", "、": ", ", "。": ". ", "！": "! ", "？": "? ", "：": ": ", "；": "; ", "…": "… ", "—": "— ", "–": ", ",
    "·": " ", "（": " (", "）": ") ", "《": " “", "》": "” ", "“": " “", "”": "” ", "「": " “", "」": "” ", "\n": ". ",
}  # fmt: skip
# letters by name, as they are said in Chinese texts: QR, APP
_LETTERS = {
    "A": "ˈA", "B": "bˈi", "C": "sˈi", "D": "dˈi", "E": "ˈi", "F": "ˈɛf", "G": "ʤˈi", "H": "ˈAʧ", "I": "ˈI",
    "J": "ʤˈA", "K": "kˈA", "L": "ˈɛl", "M": "ˈɛm", "N": "ˈɛn", "O": "ˈO", "P": "pˈi", "Q": "kjˈu", "R": "ˈɑɹ",
    "S": "ˈɛs", "T": "tˈi", "U": "jˈu", "V": "vˈi", "W": "dˈʌbᵊlju", "X": "ˈɛks", "Y": "wˈI", "Z": "zˈi",
}  # fmt: skip
# what pypinyin 0.55 reads otherwise
_PHRASES = {
    "上调": "shàng tiáo", "下调": "xià tiáo", "长椅": "cháng yǐ", "朝天门": "cháo tiān mén", "重庆": "chóng qìng",
    "县长": "xiàn zhǎng", "区长": "qū zhǎng", "组长": "zǔ zhǎng", "秘书长": "mì shū zhǎng", "委员长": "wěi yuán zhǎng",
    "家站点": "jiā zhàn diǎn", "提请": "tí qǐng", "参差": "cēn cī", "监督": "jiān dū", "人大": "rén dà",
}  # fmt: skip


@cache
def _table() -> dict[str, str]:
    load_phrases_dict({phrase: [[one] for one in said.split()] for phrase, said in _PHRASES.items()})
    table: dict[str, str] = json.loads((HERE / "pinyin_ipa.json").read_text("utf-8"))
    return table


def phonemes(text: str) -> str:
    """A clause as phonemes; what has no sound is left out."""
    said = "".join(chain.from_iterable(map(_run, _RUNS.findall(written_out(text)))))
    return re.sub(r"\s+", " ", said).strip()


def _run(run: str) -> list[str]:
    table = _table()
    if not "㐀" <= run[0] <= "鿿":
        return [_MARKS.get(one) or (f" {_LETTERS[one.upper()]}" if one.upper() in _LETTERS else one) for one in run]
    # the whole run at once: tones change across words
    pinyin = lazy_pinyin(run, style=Style.TONE3, neutral_tone_with_five=True, tone_sandhi=True)
    if len(pinyin) != len(run):
        return []
    words, at = [], 0
    for word in jieba.lcut(run):
        syllables = pinyin[at : at + len(word)]
        words.append("".join(table.get(one.replace("ü", "v"), table.get(one, "")) for one in syllables))
        at += len(word)
    return [" ".join(words)]
