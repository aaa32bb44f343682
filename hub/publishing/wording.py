"""What the checks of content say, as sentences for staff: the message of a finding, or its cure.

The checks are authors' too and speak English; what has no entry here is shown as they say it.
"""

from __future__ import annotations

import re
from typing import Final

_SAID: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"'?(.+?)'? is no figure of a source of this exhibit", "数字 {0} 不在这个展项引用的出处里"),
        (r"'?(.+?)'? is no figure of (.+)", "数字 {0} 不在出处 {1} 记录的数字里"),
        (r"correct it, cite the source that states it.*", "请核对，或者改引写明它的出处，或者把它记进那份出处的数字里"),
        (r"there is no source '(.+)'", "没有标识为“{0}”的出处"),
        (r"add it to sources.yaml or name another", "请先在“出处”里添上，或者改引别的"),
        (r"there is no drawing '(.+)'", "没有叫“{0}”的插图"),
        (r"there is no icon '(.+)'", "没有叫“{0}”的图标"),
        (r"choose one of (.+)", "可选：{0}"),
        (r"'(.+)' names an emblem or flag", "“{0}”像是标志或旗帜的名字"),
        (r"choose another picture", "请换一幅图"),
        (r"(\d+) characters, at most (\d+) are read here", "有 {0} 个字，这里最多 {1} 个"),
        (r"(\d+) characters, at most (\d+) are read in passing", "有 {0} 个字，路过时最多读 {1} 个"),
        (r"(\d+) characters, at most (\d+)", "有 {0} 个字，最多 {1} 个"),
        (r"shorten or split it", "请缩短，或者分成两处"),
        (r"shorten it", "请缩短"),
        (r"say what matters in it", "请只写看得出来、要紧的"),
        (r"the English is missing", "没有英文"),
        (r"add `en`", "请填写英文"),
        (r"the Chinese was changed, the English was not", "中文改了，英文没有改"),
        (r"change `en` too, or confirm it.*", "请改英文；如果英文仍然对，请按“英文仍然对”"),
        (r"'(.+)' is not a standard character", "“{0}”不是规范字"),
        (r"write '(.+)'", "请写成“{0}”"),
        (r"there is an exclamation mark", "有感叹号"),
        (r"end the sentence calmly", "请用句号收尾"),
        (r"half-width punctuation in '(.+)'", "“{0}”里用了半角标点"),
        (r"use ，：；？（）", "请用全角标点"),
        (r"curly quote '(.+)' in English", "英文里用了弯引号 {0}"),
        (r"use ' and \"", "请用直引号"),
        (r"'(.+)' may lead to a person", "“{0}”可能认得出人"),
        (r"take it out", "请去掉"),
        (r"it does not say that the map is schematic without borders", "没有写明是示意图、不表示边界"),
        (r"say so: (.+); schematic, no borders", "请写明：{0}；英文写 schematic, no borders"),
        (r"the drawing '(.+)' is named a map; drawings have no approval number", "插图“{0}”叫作地图，插图没有审图号"),
        (r"use a block of tiles.*", "请用示意地图，或者用图集里带审图号的图"),
        (r"'(.+)' is no approval number .*", "“{0}”不是审图号"),
        (r"write what is printed on the map, such as (.+) or (.+)", "请照地图上印的填，例如 {0}、{1}"),
        (r"the map '(.+)' has no approval number .*", "地图 {0} 没有审图号"),
        (r"give the number printed on it .*", "请填地图上印的审图号；没有审图号的地图不能展出，请拿掉"),
        (r"'(.+)' seems to show a map", "{0} 好像是地图"),
        (r"say `shows_map: true` and its .*", "是地图就勾“画面里有地图”并填审图号；不是就换个说法"),
        (r"'(.+)' in '(.+)' is no Chinese character of GB 18030-2022", "“{1}”里的“{0}”不是 GB 18030-2022 的汉字"),
        (r"ask how the name is written.*", "请问清写法，用正确的字录入"),
        (r"two of the (\w+) have the id '(.+)'", "有两项用了同一个标识“{1}”"),
        (r"give each its own", "请各用各的"),
        (r"'(.+)' opens nothing", "“{0}”打不开任何内容"),
        (r"name an exhibit or block that exists", "请填已有的展项或内容块"),
        (r"'(.+)' is no organ of this level", "这一级没有机构“{0}”"),
        (r"'(.+)' is no proposal", "没有候选项目“{0}”"),
        (r"name one of the proposals", "请填候选项目的标识"),
        (r"'(.+)' is no region", "没有区县“{0}”"),
        (r"'(.+)' is neither an exhibit nor a link", "“{0}”既不是展项，也不是环节"),
        (r"it draws (\d+) of (\d+) questions", "要抽 {0} 题，合适的只有 {1} 题"),
        (r"no question is about this", "没有关于它的题"),
        (r"widen `about`, or write (?:more )?questions", "请放宽范围，或者添题"),
        (r"a voice may read '(.+)' wrongly", "朗读时“{0}”可能读错"),
        (r"use one of (.+)", "可选：{0}"),
    )
)


def in_chinese(said: str) -> str:
    """The sentence without its full stop; what the checks said where it is not known here."""
    for pattern, sentence in _SAID:
        if found := pattern.fullmatch(said):
            return sentence.format(*found.groups())
    return said
