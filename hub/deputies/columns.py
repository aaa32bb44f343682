"""Which column is which: the spellings offices use, headings over two lines, titles above them.

Owns names of columns and finding the heading. Leaves to others: what cells mean (`hub.deputies.rows`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hub.deputies.files import Line, Sheet, Unreadable

ID, SOURCE_ID, NAME, PINYIN, NAME_EN = "编号", "来源编号", "姓名", "姓名拼音", "英文姓名"
LEVELS, REGION, TOWNSHIP, COMMUNITY, STATION = "层级", "区县", "乡镇街道", "社区", "实践站"
UNIT, FROM, TO, TERM = "选区或选举单位", "任期开始", "任期结束", "任期"
CONCERNS, RECEPTION, GROUP, GROUPS = "关注", "接待", "代表小组", "专业小组"
CHECKED, CHECKED_UNTIL, SAMPLE = "核实", "核实有效至", "示例"
ENGLISH = "英文"
IN_ENGLISH = (TOWNSHIP, COMMUNITY, STATION, UNIT, RECEPTION, GROUP, GROUPS)
NEEDED = (NAME, LEVELS, REGION, UNIT, FROM, TO)

_SPELLINGS: Mapping[str, str] = {
    ID: "编号 代表码 代表编号 代表码编号 deputycode code",
    SOURCE_ID: "来源编号 外部编号 原编号 人员编号 代表证号 证号 id identifier uuid sourceid personid externalid",
    NAME: "姓名 名字 代表姓名 人大代表姓名 代表 name fullname 姓名中文 中文姓名 chinesename",
    PINYIN: "姓名拼音 拼音 名字拼音 pinyin namepinyin sortname",
    NAME_EN: "英文姓名 英文名 英文名字 englishname nameen enname",
    LEVELS: "层级 代表层级 级别 代表级别 代表类别 哪级代表 level levels tier",
    REGION: "区县 所在区县 所属区县 区县名称 区县自治县 区 县 行政区 district county region area",
    TOWNSHIP: "乡镇街道 所在乡镇街道 所属乡镇街道 乡镇 街道 镇街 乡镇街 街镇 镇乡街道 township town subdistrict",
    COMMUNITY: "社区 村社区 社区村 村 所在社区 所在村社区 村居 community village",
    STATION: "实践站 代表之家 所在站点 站点 进站 编入站点 代表家站点 巴渝实践站 联络站 station",
    UNIT: "选区或选举单位 选区 选举单位 选区选举单位 选举单位选区 所在选区 代表团 constituency electingunit",
    FROM: "任期开始 任期起 任期自 任期从 任职时间 任职日期 任期开始日期 开始日期 起始日期 termfrom startdate from",
    TO: "任期结束 任期止 任期至 任期到 届满 届满日期 任期届满 任期结束日期 结束日期 截止日期 termto enddate to",
    TERM: "任期 任期起止 起止时间 任期起止时间 任期时间 term",
    CONCERNS: "关注 关注领域 关注话题 关注方向 擅长领域 concerns topics",
    RECEPTION: "接待 接待时间 接待日 接待安排 接待时间地点 接待时间和地点 代表接待日 reception receptionhours",
    GROUP: "代表小组 小组 所在小组 编组 代表编组 group",
    GROUPS: "专业小组 专业代表小组 混合编组 其他小组 groups professionalgroup",
    CHECKED: "核实 是否核实 核实情况 审核 审核状态 checked verified",
    CHECKED_UNTIL: "核实有效至 核实有效期 有效期至 资料有效至 verifieduntil validuntil",
    SAMPLE: "示例 是否示例 样例 sample issample",
}  # fmt: skip
_KNOWN = {spelling: column for column, said in _SPELLINGS.items() for spelling in said.split()}
_KNOWN |= {
    f"{spelling}{english}": column + ENGLISH
    for column in IN_ENGLISH
    for spelling in _SPELLINGS[column].split()
    for english in (ENGLISH, "en")
}
ALL = (*_SPELLINGS, *(column + ENGLISH for column in IN_ENGLISH))
_NOISE = re.compile(r"[\s*＊:：·,，、/／\\|()（）\[\]【】<>《》_.\-－—“”\"'#＃]+")
_SEARCHED = 30  # lines from the top, among which the heading must be
_LEAST = 3  # columns that must be known for a line to be the heading


@dataclass(frozen=True, slots=True)
class Mapped:
    """Where our columns are: column -> place in a line; as the file names them; and what is left alone."""

    places: Mapping[str, int]
    names: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...]
    heading_row: int
    body: tuple[Line, ...]


def meaning(heading: str) -> str | None:
    """The column that a heading means; None for one that is none of ours."""
    bare = _NOISE.sub("", unicodedata.normalize("NFKC", heading)).casefold()
    found = _KNOWN.get(bare)
    if found is None and bare.endswith(("必填", "选填")):
        found = _KNOWN.get(bare[:-2])
    return found


def mapped(sheet: Sheet, filled: Iterable[str] = ()) -> Mapped:
    """Find the heading and the columns. `filled`: columns that need not be there.

    Raises Unreadable where no line is a heading, one column is there twice, or a needed one is missing.
    """
    score, begins, cells = _heading(sheet.lines)
    if score < _LEAST:
        raise Unreadable(
            "没有找到表头", f"表格前 {_SEARCHED} 行里要有一行写着列名，至少“{'”、“'.join(NEEDED)}”，见 docs/deputies.md"
        )
    row = sheet.lines[begins - 1].number
    places, names, ignored = _placed(cells, row)
    _check(places, frozenset(filled), row)
    return Mapped(places, names, ignored, row, sheet.lines[begins:])


def has_heading(lines: tuple[Line, ...]) -> bool:
    """Whether a sheet looks like a table of deputies."""
    return _heading(lines)[0] >= _LEAST


def _heading(lines: tuple[Line, ...]) -> tuple[int, int, tuple[str, ...]]:
    """How many columns the best heading names, where the rows below it begin, and its cells."""
    best: tuple[int, int, tuple[str, ...]] = (0, 0, ())
    top = lines[:_SEARCHED]
    for place, one in enumerate(top):
        candidates = [(1, one.cells)]
        if place + 1 < len(top) and top[place + 1].number == one.number + 1:
            candidates.append((2, _two_lines(one.cells, top[place + 1].cells)))
        for high, cells in candidates:
            score = len({meaning(cell) for cell in cells} - {None})
            if score > best[0]:
                best = (score, place + high, cells)
    return best


def _two_lines(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """A heading over two lines: `任期` above `开始` is `任期开始`; a heading merged downwards is said once."""
    joined = []
    for i in range(max(len(upper), len(lower))):
        above, below = upper[i] if i < len(upper) else "", lower[i] if i < len(lower) else ""
        if not above or not below or above == below:
            joined.append(above or below)
        else:
            joined.append(above + below if meaning(above + below) else below)
    return tuple(joined)


def _placed(cells: tuple[str, ...], row: int) -> tuple[dict[str, int], tuple[tuple[str, str], ...], tuple[str, ...]]:
    places: dict[str, int] = {}
    names, ignored = [], []
    for place, heading in enumerate(cells):
        column = meaning(heading)
        if column is None:
            ignored += [heading[:40]] if heading else []
            continue
        if column in places:
            before = cells[places[column]]
            raise Unreadable(
                f"“{before[:40]}”和“{heading[:40]}”都是“{column}”", "请只留一列，或把另一列的列名改掉", row
            )
        places[column] = place
        names.append((heading[:40], column))
    return places, tuple(names), tuple(ignored)


def _check(places: Mapping[str, int], filled: frozenset[str], row: int) -> None:
    have = set(places) | filled
    if TERM in have:
        have |= {FROM, TO}
    missing = [one for one in NEEDED if one not in have]
    if missing:
        raise Unreadable(
            f"缺少列{'、'.join(f'“{one}”' for one in missing)}",
            "请加上这些列；整份文件都一样的，可以在导入时填一个值（--fill 列名=值）",
            row,
        )
