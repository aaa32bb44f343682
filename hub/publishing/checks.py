"""What the checks of content find, as sentences for staff: where in Chinese, then what and the cure.

Owns the wording of places. What is checked is `content.checks`; findings there are for authors too, and speak English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from content import schema
from content.checks import Finding, check_exhibition
from hub.exhibition.problems import Problem, in_words
from hub.exhibition.shapes import shape_of

_SUBJECTS: Final[Mapping[str, str]] = {
    "sources": "出处",
    "numbers": "数字与出处",
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
}


def findings(exhibition: schema.Exhibition) -> tuple[str, ...]:
    """One sentence for each finding; empty when the exhibition may be published."""
    exhibits = {one.id: one for one in exhibition.exhibits}
    return tuple(_sentence(one, exhibits) for one in check_exhibition(exhibition))


def _sentence(found: Finding, exhibits: Mapping[str, schema.Exhibit]) -> str:
    subject = _SUBJECTS.get(found.check, found.check)
    exhibit = exhibits.get(found.file.split("/")[1]) if found.file.startswith("exhibits/") else None
    if exhibit is not None:
        name, model, way = f"展项“{exhibit.title.zh_hans}”", schema.Exhibit, _with_kind(exhibit, found.way)
    else:
        name, model = _PARTS[found.file]
        way = found.way
    inside = in_words(shape_of(model), Problem(way, "")).rstrip("：")
    place = f"{name} › {inside}" if inside else name
    return f"{place}（{subject}）：{found.message}; {found.cure}"


def _with_kind(exhibit: schema.Exhibit, way: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """A way through the content does not name the kind of a block; a location does."""
    if len(way) > 1 and way[0] == "blocks" and isinstance(way[1], int):
        return (*way[:2], exhibit.blocks[way[1]].kind, *way[2:])
    return way
