"""Chinese words that a voice reads wrongly by itself, and how they are read.

Owns the table: what pypinyin 0.55 gets wrong in texts like ours, word by word, and the contexts in which no table can
know, so that an author has to write a `spoken` form (`content.checks.aloud`). Leaves to others: names
(`content.readings`), numbers (`content.numerals`).
"""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = """
重庆 chóng qìng|朝天门 cháo tiān mén|县长 xiàn zhǎng|区长 qū zhǎng|组长 zǔ zhǎng|秘书长 mì shū zhǎng|参差 cēn cī
委员长 wěi yuán zhǎng|人大 rén dà|家站点 jiā zhàn diǎn|上调 shàng tiáo|下调 xià tiáo|调休 tiáo xiū|长椅 cháng yǐ
长廊 cháng láng|最长 zuì cháng|管线长 guǎn xiàn cháng|工期长 gōng qī cháng|长一些 cháng yì xiē|长一点 cháng yì diǎn
差额 chā é|当选 dāng xuǎn|适当 shì dàng|不适当 bú shì dàng|参加 cān jiā|落实 luò shí|分红 fēn hóng|一部分 yí bù fèn
数一数 shǔ yi shǔ|数起 shǔ qǐ|数选票 shǔ xuǎn piào|数票 shǔ piào|数一箱 shǔ yì xiāng|数的是 shǔ de shì
重来 chóng lái|重写 chóng xiě|重选 chóng xuǎn|重算 chóng suàn|重投 chóng tóu|想调 xiǎng tiáo|调一次 tiáo yí cì
几天假 jǐ tiān jià|怎样量 zěn yàng liáng|转三圈 zhuàn sān quān|有计划地 yǒu jì huà de|写票处 xiě piào chù
为准 wéi zhǔn|列为 liè wéi|标为 biāo wéi|定为 dìng wéi|定位为 dìng wèi wéi|组为 zǔ wéi|固化为 gù huà wéi
统一为 tǒng yī wéi|均为 jūn wéi|判决为 pàn jué wéi|服务为 fú wù wéi|活动为 huó dòng wéi|人员为 rén yuán wéi
什么为 shén me wéi|数为 shù wéi|改为 gǎi wéi|作为 zuò wéi|只为 zhǐ wèi|为停车 wèi tíng chē|为建设 wèi jiàn shè
为流动 wèi liú dòng|为车位 wèi chē wèi|为社区 wèi shè qū|为人民 wèi rén mín|为居民 wèi jū mín|为群众 wèi qún zhòng
为谁 wèi shéi|为您 wèi nín|为你 wèi nǐ|一步一步 yí bù yí bù|应选 yīng xuǎn|率先 shuài xiān|着装 zhuó zhuāng
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    read = {}
    for entry in table.strip().replace("\n", "|").split("|"):
        word, *syllables = entry.split()
        read[word] = tuple(syllables)
    return read


PHRASES: Final = _read(_TABLE)

#: In these words 得 is dé; at the end of others that begin with a verb, and alone after one, it is de.
GAINED: Final = frozenset(
    {"不得", "获得", "取得", "征得", "所得", "难得", "赢得", "求得", "得到", "得票", "心得", "得失"}
)
ALONE_DE_AFTER: Final = "实快做对坏到上算行走等写印慢好住来起歇离建修"
"""A lone 得 is de after these, and děi elsewhere: 落实得怎样, 得由代表."""

# a voice can't know: verb or noun, holiday or false, to adjust or to transfer
_RISKY: Final = (
    r"数(?=选票|票[数一]|一[遍箱张下]|起|完|清)",
    r"重(?=来|写|做|算|画|选|投|读)",
    r"调(?=一次|[大小高低快慢]一?点)",
    r"(?<=[天给请])假(?=[，。；！？]|$)",
    r"转(?=[一二三两几]圈)",
    r"(?<=[线期路])长(?=[，。；]|一[些点]|$)",
    r"(?:(?<=[么怎]样)|(?<=[来再]))量(?=[，。；！？]|$)",
)
_RISK: Final = re.compile("|".join(_RISKY))


def unsure(text: str) -> tuple[str, ...]:
    """The characters of a Chinese text, each with its neighbours, that a voice may read wrongly."""
    if not _RISK.search(text):
        return ()
    known = [
        range(found.start(), found.end())
        for word in PHRASES
        if word in text
        for found in re.finditer(re.escape(word), text)
    ]
    found = (one for one in _RISK.finditer(text) if not any(one.start() in span for span in known))
    return tuple(text[max(0, one.start() - 2) : one.end() + 2] for one in found)
