"""Made-up names: common surnames with given names from plants, water, weather and calm words.

Owns the pools and the drawing. Leaves to others: everything else about a sample deputy. Words that together with a
common surname make a widely known name are left out of the pools; any other likeness is chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from content.readings import readings

_FREQUENT = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢唐冯邓董曹袁彭曾肖田蔡潘蒋余于杜叶程苏魏吕任姚卢沈钟崔谭陆范汪"
)
_SELDOM = (
    "廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛段雷黎史龙陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易乔赖文"
    "简单解仇区查盖朴缪乐翟冼牟冉车谷蒙苗柏宁申殷施洪翟安颜倪牛温芦季俞章鲁葛伍尤毕聂焦柳邢路岳齐"
)
_COMPOUND = ("欧阳", "上官", "尉迟", "长孙", "令狐", "司徒", "诸葛", "夏侯", "慕容", "澹台")
_GIVEN = (
    "澄禾舟帆溪岚桐枫杉竹荷菊榆槐茵麦穗谷秋夏晴雨霜露虹河湖泉涛澜沐润远峰峦岭原野木蓝紫素和康"
    "欣怡悦雅书墨简知言思恒信诚朗若可予亦如佳初芷芸芮莉茉莲蓉薇苇荔楠梓楚樱棋椿砚琴琪瑜瑶璐珂"
    "彦予昕昱暖映晗晏景望皓皎然煦照熙烁焕灿旭昶旸凌凡冰冶冉卉和咏嘉善圆均坤垚城培堃夕奕妍"
    "婉媛孜学宜宸容宽寒屹岑峥嵘川帛帷庭庚廷弈弘弦彤彬徽心忆忻念恬悠惟愉意慎懿成承拓"
)

RARE = ("周䶮", "陈𬭼", "罗㛃", "杨𬬻", "唐𫍽", "何𬀩", "刘𬸚", "吴𬴊", "谭𫘧", "蒋𬍛")
WITH_DOT = ("艾力·热合曼", "古丽·阿依", "巴图·苏和", "达瓦·卓玛", "阿吉·木呷", "索南·央金")

_POOL = "".join(dict.fromkeys(_GIVEN))
_SURNAMES = [*dict.fromkeys(_FREQUENT + _SELDOM), *_COMPOUND]
# as uneven as surnames really are: the first is about fifty times as frequent as those at the end
_WEIGHTS = list(accumulate(1 / (2 + place) for place in range(len(_SURNAMES))))


def sample_names(rng: Random, count: int) -> Iterator[str]:
    """`count` different names: first the rare characters and the dotted ones, then drawn ones.

    One in eight has a single given character, as long as there are some.
    """
    seen: set[str] = set()
    for name in (*RARE, *WITH_DOT)[:count]:
        seen.add(name)
        yield name
    while len(seen) < count:
        surname = rng.choices(_SURNAMES, cum_weights=_WEIGHTS)[0]
        given = "".join(rng.sample(_POOL, 1 if rng.random() < 0.125 else 2))
        if surname + given not in seen:
            seen.add(surname + given)
            yield surname + given


def in_letters(name: str) -> str:
    """A name in pinyin as English texts write it: surname, then the given name in one word (`Ouyang Xi'an`)."""
    syllables = [(one, ways[0].replace("v", "ü")) for one, ways in readings(name)]
    if "·" in name:
        first = len(name.split("·")[0])
    else:
        first = 2 if name[:2] in _COMPOUND else 1
    return f"{_word(syllables[:first])} {_word(syllables[first:])}"


def _word(syllables: list[tuple[str, str]]) -> str:
    word = "".join(f"'{one}" if place and one[0] in "aoe" else one for place, (_, one) in enumerate(syllables))
    return word.capitalize()
