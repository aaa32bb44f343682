"""What the checks of content find, as sentences for staff: where in Chinese, then what and the cure.

Owns the wording of places. What is checked is `content.checks`; findings there are for authors too, and speak English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from content import schema
from content.checks import Finding, Stock, check_exhibition
from content.checks.stock import project_stock
from content.checks.translations import english_is_current
from content.walk import Way, models
from hub.exhibition import translations
from hub.exhibition.problems import Problem, in_words
from hub.exhibition.shapes import shape_of
from hub.publishing.wording import in_chinese

_SUBJECTS: Final[Mapping[str, str]] = {
    "sources": "出处",
    "numbers": "数字与出处",
    "bare_numbers": "数字与出处",
    "bars": "数字与出处",
    "maps": "地图",
    "names": "姓名用字",
    "english_is_current": "英文",
    "length": "字数",
    "english": "英文",
    "characters": "用字",
    "forms": "写法",
    "drawings_exist": "插图",
    "emblems": "标志图案",
    "descriptions": "画面描述",
    "media_files": "图片文件",
    "captions": "字幕",
    "film_lengths": "影片时长",
    "spoken_forms": "朗读",
    "references": "引用",
    "glyphs": "字形",
    "answers": "问题与答复卡片",
}
_PARTS: Final[Mapping[str, tuple[str, Any]]] = {
    "home.json": ("首页", schema.Home),
    "mailbox.json": ("一号信箱", schema.Mailbox),
    "sources.json": ("出处", tuple[schema.Source, ...]),
    "glossary.json": ("术语表", tuple[schema.Term, ...]),
    "quiz.json": ("题库", tuple[schema.Question, ...]),
    "tours.json": ("导览", tuple[schema.Tour, ...]),
    "answers.json": ("答复卡片", tuple[schema.AnsweredLetter, ...]),
    "directory.json": ("代表名录", schema.Directory),
}


_LOOKS: Final[Mapping[str, str]] = {
    "landscape": "横屏",
    "portrait": "竖屏",
    "large text": "大字",
    "low reach": "低位操作",
}
_QUOTED = 30


def findings(exhibition: schema.Exhibition, file: str = "") -> tuple[str, ...]:
    """One sentence for each finding, of one file where it is named; empty when the exhibition may be published.

    Who saves a draft is told of stale English as well; a release isn't held up by it (see `stale`).
    """
    stock = replace(project_stock(), translated=translations.confirmed() if file else None)
    found = check_exhibition(exhibition, stock=stock, file=file)
    exhibits = {one.id: one for one in exhibition.exhibits}
    return tuple(_sentence(one, exhibits) for one in found)


@dataclass(frozen=True)
class Stale:
    """An English text whose Chinese was changed alone: where it stands, both texts, and the finding's sentence."""

    place: str
    chinese: str
    english: str
    sentence: str


def stale(exhibition: schema.Exhibition) -> tuple[Stale, ...]:
    """The English texts that somebody must look at."""
    exhibits = {one.id: one for one in exhibition.exhibits}
    stock = Stock(translated=translations.confirmed())
    found = []
    for one in check_exhibition(exhibition, stock=stock, checks=(english_is_current,)):
        if one.check == "english_is_current":  # those of people run as well
            words = text_at(exhibition, one.file, one.way[:-1])
            place = place_of(one.file, one.way[:-1], exhibits)
            found.append(Stale(place, words.zh_hans, words.en or "", _sentence(one, exhibits)))
    return tuple(found)


def text_at(exhibition: schema.Exhibition, file: str, way: Way) -> schema.Words:
    """The text at a place in a file of a release. Raises LookupError."""
    folder, _, rest = file.removesuffix(".json").partition("/")
    part: Any = getattr(exhibition, folder)
    if rest:
        part = next(one for one in part if one.id == rest.split("/")[0])
    return next(one for at, one in models(part) if at == way and isinstance(one, schema.Words))


def layouts(exhibition: schema.Exhibition, unfit: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """One sentence for each text that does not fit on a station, as `kiosk fits` found it."""
    exhibits = {one.id: one for one in exhibition.exhibits}
    return tuple(_unfit(one, exhibits) for one in unfit)


def _unfit(one: Mapping[str, Any], exhibits: Mapping[str, schema.Exhibit]) -> str:
    place = place_of(f"{one['file']}.json", tuple(one["way"]), exhibits) if one["file"] else one["room"]
    if not one["looks"]:
        return f"{place}（字形）：{one['text'] or '姓名'}里有字体画不出的字，请换一种写法，或者请管理员补字体。"
    text = one["text"] if len(one["text"]) <= _QUOTED else one["text"][: _QUOTED - 1] + "…"
    looks = "、".join("".join(_LOOKS.get(word, word) for word in look.split(", ")) for look in one["looks"])
    cure = f"请缩短 {one['excess']} 个字符" if one["excess"] else "缩短也放不下，请告诉展台的开发者"
    return f"{place}（版面）：“{text}”在{looks}里放不下，{cure}。"


def _sentence(found: Finding, exhibits: Mapping[str, schema.Exhibit]) -> str:
    place = place_of(found.file, found.way, exhibits)
    message, cure = in_chinese(found.message), in_chinese(found.cure)
    return f"{place}（{_SUBJECTS.get(found.check, found.check)}）：{message}；{cure}。"


def place_of(file: str, way: tuple[int | str, ...], exhibits: Mapping[str, schema.Exhibit]) -> str:
    """A place in a file of a release (`exhibits/<id>.json` also means that exhibit) as staff know it."""
    model: Any = schema.Exhibit
    exhibit = exhibits.get(file.removesuffix(".json").split("/")[1]) if file.startswith("exhibits/") else None
    if exhibit is not None:
        name, way = f"展项“{exhibit.title.zh_hans}”", _with_kind(exhibit, way)
    else:
        name, model = _PARTS[file]
    inside = in_words(shape_of(model), Problem(way, "")).rstrip("：")
    return f"{name} › {inside}" if inside else name


def _with_kind(exhibit: schema.Exhibit, way: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """A way through the content does not name the kind of a block; a location does."""
    if len(way) > 1 and way[0] == "blocks" and isinstance(way[1], int):
        return (*way[:2], exhibit.blocks[way[1]].kind, *way[2:])
    return way
