"""One picture large with its words beside or below it; all of them small at the foot, between the arrows."""

from __future__ import annotations

from content.schema import Media
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.gallery.model import GalleryState
from screens.look import Look
from screens.parts import panel, tag
from screens.parts.approval import map_number
from screens.parts.buttons import icon_button
from screens.parts.paged import Para, read
from screens.parts.paging import Turn
from screens.scene import Box, Fill, Label, Node, Photo, Target

_GAP = 24.0
_PAD = 32.0
_SMALL_W, _SMALL_GAP = 150.0, 12.0
_MADE_UP = "station-simulation"


def view(state: GalleryState, look: Look, box: Box) -> BlockView:
    """Landscape: picture left, words right. Portrait: picture above, words below. The foot is within reach in both."""
    high = 128.0 if look.large else 112.0
    foot = Box(box.x, box.bottom - high, box.w, high)
    picture, words = _halves(look, Box(box.x, box.y, box.w, foot.y - _GAP - box.y))
    inner = words.inset(_PAD + 4, _PAD)
    paras = _paras(state, look, inner)
    _, parts = read(look, inner, paras)
    at = min(state.part, parts - 1)
    shown, _ = read(look, inner, paras, at)
    nodes = [*_picture(state, look, picture), *panel(words, look), *shown, *_foot(state, look, foot, at, parts)]
    made_up = any(_MADE_UP in one.caption.sources for one in state.block.pictures)
    return BlockView(tuple(nodes), sample=made_up)


def _halves(look: Look, body: Box) -> tuple[Box, Box]:
    if look.landscape:
        wide = (body.w - _GAP) * (0.5 if look.large else 0.58)
        return Box(body.x, body.y, wide, body.h), Box(body.x + wide + _GAP, body.y, body.w - wide - _GAP, body.h)
    high = (body.h - _GAP) * (0.5 if look.large else 0.6)
    return Box(body.x, body.y, body.w, high), Box(body.x, body.y + high + _GAP, body.w, body.h - high - _GAP)


def _picture(state: GalleryState, look: Look, box: Box) -> list[Node]:
    one = state.shown
    inner = box.inset(_PAD if look.landscape else 24)
    path = state.path(one, look.variant.theme == "contrast")
    said = look.say(one.alt)
    number = map_number(look, Box(inner.x, box.y, inner.w, box.h - 6), one.map_approval)
    if number:
        inner = Box(inner.x, inner.y, inner.w, number.box.y - 2 - inner.y)
    nodes: list[Node] = [
        *panel(box, look),
        *([number] if number else []),
        Photo(inner, path, (_told(look, inner, said),), "gallery.picture", said),
    ]
    if _MADE_UP in one.caption.sources:
        nodes += tag(look, box.x + 20, box.y + 20, look.t("sample.tag"))[0]
    return nodes


def _told(look: Look, box: Box, said: str) -> Label:
    """What there is to see, in words, in the middle of where it would be seen."""
    wide = min(box.w, 30 * look.style("body").size)
    style = look.fit(said, ("body", "meta"), wide, box.h)
    high = look.height(said, style, wide)
    x, y = box.center
    return look.text(x - wide / 2, y - high / 2, wide, said, style, color="ink2", align="center", max_h=box.h)


def _paras(state: GalleryState, look: Look, box: Box) -> list[Para]:
    """The name, the caption and, where it needs no page of its own, which picture of how many this is."""
    one = state.shown
    paras = [
        Para(look.say(one.name), "h2", heads=True, role="heading"),
        Para(look.say(one.caption), "body" if look.large else "body_l", gap=16),
    ]
    number = Para(look.t("gallery.of", n=state.at + 1, m=len(state.block.pictures)), "meta", "ink2", 24)
    with_number = [*paras, number]
    return with_number if read(look, box, with_number)[1] == read(look, box, paras)[1] else paras


def _foot(state: GalleryState, look: Look, box: Box, part: int, parts: int) -> list[Node]:
    """Before and after at the ends; between them as many small pictures as fit, the shown one among them."""
    side = box.h
    turn = _turn(state, part, parts)
    nodes: list[Node] = []
    for x, id, name, icon in (
        (box.x, turn.before, "previous", "back"),
        (box.right - side, turn.after, "next", "next"),
    ):
        word = look.t(f"gallery.{name}")
        cell = Box(x, box.y, side, box.h)
        nodes += icon_button(look, cell, id or f"gallery.{name}", icon, word, disabled=id is None)
    room = box.w - 2 * (side + _GAP)
    count = max(1, min(len(state.block.pictures), int((room + _SMALL_GAP) // (_SMALL_W + _SMALL_GAP))))
    first = min(max(0, state.at - count // 2), len(state.block.pictures) - count)
    wide = min(box.h * 1.5, (room - (count - 1) * _SMALL_GAP) / count)
    left = box.center[0] - (count * wide + (count - 1) * _SMALL_GAP) / 2
    for i, one in enumerate(state.block.pictures[first : first + count]):
        cell = Box(left + i * (wide + _SMALL_GAP), box.y, wide, box.h)
        nodes += _small(state, look, cell, one)
    return nodes


def _small(state: GalleryState, look: Look, cell: Box, one: Media) -> list[Node]:
    on, id = one.id == state.shown.id, f"gallery.pick.{one.id}"
    name = look.say(one.name)
    number = str(state.block.pictures.index(one) + 1)
    line = look.style("label").line
    instead = look.text(
        cell.x + 12, cell.y + (cell.h - line) / 2, cell.w - 24, number, "label", color="ink2", align="center", of=id
    )
    return [
        Fill(cell, "raised", 12, "ink" if on else "control", 6 if on else 3),
        Photo(cell.inset(12, 10), state.path(one, look.variant.theme == "contrast"), (instead,)),
        Target(cell, id, "option", name, name, on, False, 12),
    ]


def _turn(state: GalleryState, part: int, parts: int) -> Turn:
    """The part before and after; past the ends of the words, the pictures beside it."""
    before: str | None = None
    if part:
        before = f"gallery.to.{state.at}.{part - 1}"
    elif state.at:
        before = f"gallery.to.{state.at - 1}.0"
    after: str | None = None
    if part + 1 < parts:
        after = f"gallery.to.{state.at}.{part + 1}"
    elif state.at + 1 < len(state.block.pictures):
        after = f"gallery.to.{state.at + 1}.0"
    return Turn(before, after)
