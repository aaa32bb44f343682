"""What single cells mean: days in the styles people write them, levels, yes and no, names and their reading.

Pure functions; each raises `Wrong` with what is wrong and the cure.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from itertools import islice, product

from content.civics import codes
from content.readings import fold, readings, spelled

LEVELS = {"national": "全国", "city": "市", "county": "区县", "township": "乡镇"}
_LEVELS = {
    **dict.fromkeys(("全国", "国家", "全国人大", "national"), "national"),
    **dict.fromkeys(("市", "市级", "重庆市", "全市", "省级", "直辖市", "city", "municipal"), "city"),
    **dict.fromkeys(("区县", "区", "县", "区级", "县级", "区县级", "自治县", "county", "district"), "county"),
    **dict.fromkeys(("乡镇", "乡", "镇", "乡级", "镇级", "乡镇级", "民族乡", "township", "town"), "township"),
}
_ORDER = ("national", "city", "county", "township")
_BETWEEN = re.compile(r"[、,，;；/／|+＋和及]|\s+")
_NOTHING = frozenset(("-", "—", "——", "/", "\\", "无", "暂无", "没有", "n/a", "null", "none", "nan"))
_YES, _NO = (
    frozenset(("是", "yes", "y", "true", "1", "√", "✓")),
    frozenset(("否", "不是", "no", "n", "false", "0", "×")),
)
_CHECKED = _YES | {"已核实", "核实", "已审核", "已核", "通过", "checked", "verified"}
_UNCHECKED = _NO | {"待核实", "未核实", "待核", "待审核", "未审核", "待定", "unchecked", "unverified"}
_DAY = re.compile(r"(\d{4})([-/.年])(\d{1,2})(?:[-/.月](\d{1,2})日?|月?)")
_CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_DOTS = str.maketrans("•・‧●", "····")
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_APART = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])")
_DOT_BETWEEN = re.compile(rf"(?<=[{_HAN}]) ?[.．] ?(?=[{_HAN}])")
_MOST_READINGS = 64


class Wrong(ValueError):
    """A cell that can't be meant; `cure` is what to write instead."""

    def __init__(self, what: str, cure: str) -> None:
        self.what, self.cure = what, cure
        super().__init__(what)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return not text or text.casefold() in _NOTHING


def day(text: str, *, last: bool, epoch_1904: bool = False) -> date:
    """A day: 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105, a spreadsheet's number; a month means its first
    or, where `last`, its last day."""
    written = _CLOCK.sub("", unicodedata.normalize("NFKC", text).replace(" ", "") if "年" in text else text.strip())
    written = unicodedata.normalize("NFKC", written)
    cure = "请写成 2026-01-31"
    if _SERIAL.fullmatch(written):
        count = int(written[:5])
        if count not in _SERIALS:
            raise Wrong(f"“{text[:20]}”不是日期", cure)
        return (_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=count)
    if re.fullmatch(r"\d{8}", written):
        written = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    parts = _DAY.fullmatch(written)
    if parts is None:
        raise Wrong(f"“{text[:20]}”不是日期", cure)
    year, month = int(parts[1]), int(parts[3])
    try:
        number = int(parts[4]) if parts[4] else monthrange(year, month)[1] if last else 1
        found = date(year, month, number)
    except ValueError as error:
        raise Wrong(f"没有“{text[:20]}”这一天", cure) from error
    if not 1949 <= found.year <= 2199:
        raise Wrong(f"“{text[:20]}”的年份不对", cure)
    return found


def span(text: str, *, epoch_1904: bool = False) -> tuple[date, date]:
    """A term written in one cell: `2022年1月至2026年12月`."""
    for mark in ("至", "—", "–", "~", "～", " - ", "到"):
        first, found, last = text.partition(mark)
        if found:
            second = last.lstrip("—–~～ ")
            return day(first, last=False, epoch_1904=epoch_1904), day(second, last=True, epoch_1904=epoch_1904)
    raise Wrong(f"“{text[:30]}”看不出从哪天到哪天", "请写成 2022-01-01至2026-12-31，或分成任期开始、任期结束两列")


def levels(text: str) -> tuple[str, ...]:
    """Levels from the highest down: `市、区县` is (city, county)."""
    found = set()
    for one in filter(None, _BETWEEN.split(unicodedata.normalize("NFKC", text))):
        bare = one.casefold().removesuffix("人大代表").removesuffix("代表")
        if bare.removesuffix("级") in ("街道", "街"):
            raise Wrong("街道没有人民代表大会，也没有街道代表", "住在街道的代表请写“区县”，街道写在“乡镇街道”一列")
        if bare not in _LEVELS:
            raise Wrong(f"“{one[:20]}”不是层级", f"请写{'、'.join(LEVELS.values())}，几级的用“、”隔开")
        found.add(_LEVELS[bare])
    if not found:
        raise Wrong(f"“{text[:20]}”不是层级", f"请写{'、'.join(LEVELS.values())}")
    return tuple(one for one in _ORDER if one in found)


def truth(text: str) -> bool:
    """Yes or no; an empty cell is no."""
    bare = unicodedata.normalize("NFKC", text).casefold()
    if bare in _YES:
        return True
    if bare in _NO or is_nothing(text):
        return False
    raise Wrong(f"“{text[:20]}”看不出是或否", "请写“是”或“否”")


def checked(text: str) -> bool:
    """Whether an entry was checked; an empty cell says that the file as a whole was."""
    bare = unicodedata.normalize("NFKC", text).casefold()
    if not bare or bare in _CHECKED:
        return True
    if bare in _UNCHECKED:
        return False
    raise Wrong(f"“{text[:20]}”看不出核实没有", "请写“已核实”或“待核实”")


def deputy_id(text: str) -> str:
    """An id of ours, alone or in the printed form."""
    bare = unicodedata.normalize("NFKC", text).strip().upper()
    try:
        code = codes.parse(bare) if bare.startswith(codes.PREFIX) else codes.Code(codes.CodeType.DEPUTY, bare)
    except codes.CodeError as error:
        raise Wrong(
            f"“{text[:20]}”不是可以印出的编号", "没有编号的人请空着这一格，会自动编号；自己的编号请用“来源编号”一列"
        ) from error
    if code.type is not codes.CodeType.DEPUTY:
        raise Wrong("这是别的码，不是代表码", "请空着这一格，会自动编号")
    return code.id


def name(text: str) -> str:
    """A name as it is shown: no spaces inside 张 三, one kind of dot in 古丽·阿依."""
    dotted = _DOT_BETWEEN.sub("·", text.translate(_DOTS))
    return re.sub(r" ?· ?", "·", _APART.sub("", dotted))


def is_han(text: str) -> bool:
    return re.search(f"[{_HAN}]", text) is not None


def pinyin(written: str, of: str) -> str:
    """How a name is read, in toneless syllables: as written where it fits the characters, else as surnames are read."""
    bare = fold(written)
    if not is_han(of):
        return re.sub(r"[^a-z]+", " ", bare or fold(of)).strip() or fold(of)
    if not bare:
        return spelled(of)
    parts = [one for one in re.split(r"[^a-z]+", bare) if one]
    ways = readings(of)
    if len(parts) == len(ways) and parts:
        return " ".join(parts)
    for way in islice(product(*(syllables for _, syllables in ways)), _MOST_READINGS):
        if "".join(way) == "".join(parts):
            return " ".join(way)
    raise Wrong(f"“{written[:30]}”和姓名的字数对不上", "请每个字写一个音节，用空格隔开；或者空着，会自动注音")


def split(text: str) -> tuple[str, ...]:
    """The parts of a list in one cell, each once."""
    parts = (one.strip() for one in re.split(r"[、;；\n|]", text))
    return tuple(dict.fromkeys(one for one in parts if not is_nothing(one)))
