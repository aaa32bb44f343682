"""How the characters of a name are read: toneless syllables, with the readings that surnames have.

Owns the table of surnames and of characters with more than one reading in names. Leaves to others: searching
(`content.search`), reading running text aloud (`media.speech`). Other readings come from pypinyin, character by
character and cached: its phrase dictionary knows idioms, not names, and would cost 43 MB.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from functools import cache
from types import MappingProxyType

# The first reading is shown and sorted by; the others are found too. Surnames stand at the beginning of a name.
_SURNAMES = """
单 shan dan|解 xie jie|仇 qiu chou|区 ou qu|曾 zeng ceng|查 zha cha|盖 ge gai|朴 piao pu|缪 miao mou|乐 yue le
翟 zhai di|覃 qin tan|冼 xian|宓 mi|洗 xian xi|华 hua|燕 yan|应 ying|员 yun yuan|祭 zhai ji|折 she zhe|黑 he hei
繁 po fan|种 chong zhong|召 shao zhao|过 guo|任 ren|纪 ji|柏 bai bo|都 du dou|卜 bu|薄 bo bao|隗 kui wei|郗 xi chi
乜 nie|句 gou ju|阚 kan|钭 tou|佴 nai|秘 bi mi|长 chang zhang|重 chong zhong|大 da|石 shi|尉 wei yu|万 wan|令 ling
澹 tan dan|那 na|能 nai neng|谌 chen shen|盛 sheng cheng|行 xing|炅 gui jiong|宿 su|占 zhan|贾 jia|沈 shen|车 che
谷 gu|叶 ye|宁 ning|莘 shen xin|褚 chu|尉迟 yu chi|万俟 mo qi|长孙 zhang sun|澹台 tan tai|单于 chan yu|令狐 ling hu
"""
_OTHERS = """
晟 sheng cheng|长 chang zhang|行 xing hang|重 chong zhong|朝 chao zhao|茜 qian xi|乐 le yue|娜 na nuo|莎 sha suo
柏 bai bo|隽 jun juan|筠 yun jun|都 du|传 chuan zhuan|藏 cang zang|盛 sheng cheng|乾 qian gan|颉 jie xie|莘 xin shen
嬛 huan xuan|尉 wei yu|偲 si cai|澄 cheng|浚 jun|拓 tuo|朴 pu|曾 zeng ceng|解 jie xie|单 dan shan|大 da|石 shi
杉 shan|参 shen can|湛 zhan
"""

_Table = dict[str, tuple[tuple[str, ...], ...]]


def _read(table: str) -> _Table:
    """Name part -> for each of its characters the readings, first the usual one."""
    read: _Table = {}
    for entry in table.replace("\n", "|").split("|"):
        if entry:
            part, *syllables = entry.split()
            read[part] = tuple((one,) for one in syllables) if len(part) > 1 else (tuple(syllables),)
    return read


SURNAMES = MappingProxyType(_read(_SURNAMES))
OTHERS = MappingProxyType(_read(_OTHERS))
_SEPARATORS = frozenset(" \u3000·•・‧.'’-")


def readings(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each character of `name` with its readings, first the usual one: `("单", ("shan", "dan")), ...`.

    Dots and spaces between parts are left out. Syllables are of a-z, ü being v; an unknown character reads as itself.
    """
    core = "".join(one for one in name if one not in _SEPARATORS)
    if core[:2] in SURNAMES:
        start = tuple(zip(core[:2], SURNAMES[core[:2]], strict=True))
    else:
        start = tuple((one, SURNAMES[one][0] if one in SURNAMES else _of(one)) for one in core[:1])
    return start + tuple((one, _of(one)) for one in core[len(start) :])


def spelled(name: str) -> str:
    """The usual reading of a name in toneless syllables: `shan tian fang`."""
    return " ".join(syllables[0] for _, syllables in readings(name))


def fold(syllable: str) -> str:
    """Letters as they are compared: lower case, half width, without tones, ü as v."""
    wide = unicodedata.normalize("NFKC", syllable).lower()
    apart = unicodedata.normalize("NFD", wide).replace("u\u0308", "v")
    return "".join(one for one in apart if not unicodedata.combining(one))


@cache
def _of(character: str) -> tuple[str, ...]:
    if character in OTHERS:
        return OTHERS[character][0]
    found = fold(_dictionary()(character)) or character
    # 吕 is lv on a keyboard, lyu in a passport, and lu to those who have no v
    return (found, found.replace("v", "u"), found.replace("v", "yu")) if found in ("lv", "nv") else (found,)


@cache
def _dictionary() -> Callable[[str], str]:
    """pypinyin's first reading of one character, loaded on first use and without its phrases."""
    before = os.environ.get("PYPINYIN_NO_PHRASES")
    os.environ["PYPINYIN_NO_PHRASES"] = "1"
    try:
        from pypinyin import Style, pinyin
    finally:
        if before is None:
            del os.environ["PYPINYIN_NO_PHRASES"]
        else:
            os.environ["PYPINYIN_NO_PHRASES"] = before
    return lambda character: str(pinyin(character, style=Style.NORMAL, v_to_u=True)[0][0])
