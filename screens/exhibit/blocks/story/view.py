"""A page: the drawing, its words beside or below it, dots and arrows at the foot; tabs for several stories."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.story.model import StoryState
from screens.look import Look
from screens.parts import panel, segmented, tag
from screens.parts.paged import Para, read
from screens.parts.paging import Turn, pager, pager_height
from screens.scene import Box, Node, Picture

_GAP = 20.0
_PAD = 40.0
_MADE_UP = "station-simulation"


def view(state: StoryState, look: Look, box: Box) -> BlockView:
    """Landscape: picture left, words right. Portrait: picture above, words below."""
    foot = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
    body = Box(box.x, box.y, box.w, foot.y - _GAP - box.y)
    nodes: list[Node] = []
    if len(state.block.stories) > 1:
        tabs, body = _tabs(state, look, body)
        nodes += tabs
    picture, words = _halves(look, body)
    inner = words.inset(_PAD, 32)
    paras = _paras(state, look)
    shown, parts = read(look, inner, paras, state.part)
    at = min(state.part, parts - 1)
    if at != state.part:
        shown, parts = read(look, inner, paras, at)
    nodes += [*panel(picture, look), *_picture(state, look, picture), *panel(words, look), *shown]
    nodes += pager(look, foot, _turn(state, at, parts), state.page, len(state.story.pages), "story")
    made_up = any(_MADE_UP in page.text.sources for page in state.story.pages)
    return BlockView(tuple(nodes), sample=made_up)


def _tabs(state: StoryState, look: Look, body: Box) -> tuple[list[Node], Box]:
    """The stories by name: on top, or above the pager where controls must lie low."""
    high = 120.0 if look.large else 96.0
    wide = min(body.w, 1240.0)
    row = Box(body.x, body.bottom - high if look.reach_top else body.y, wide, high)
    options = [(f"story.of.{one.id}", look.say(one.name)) for one in state.block.stories]
    nodes = segmented(look, row, options, f"story.of.{state.story.id}")
    top = body.y if look.reach_top else row.bottom + _GAP
    bottom = row.y - _GAP if look.reach_top else body.bottom
    return nodes, Box(body.x, top, body.w, bottom - top)


def _halves(look: Look, body: Box) -> tuple[Box, Box]:
    if look.landscape:
        wide = (body.w - 24) * (0.4 if look.large else 0.5)
        return (
            Box(body.x, body.y, wide, body.h),
            Box(body.x + wide + 24, body.y, body.w - wide - 24, body.h),
        )
    high = (body.h - 24) * (0.36 if look.large else 0.52)
    return Box(body.x, body.y, body.w, high), Box(body.x, body.y + high + 24, body.w, body.h - high - 24)


def _picture(state: StoryState, look: Look, box: Box) -> list[Node]:
    """The drawing, and the tag that says when a story is made up."""
    page = state.open
    nodes: list[Node] = [Picture(box.inset(36, 28), page.picture, spoken=look.say(page.caption))]
    if _MADE_UP in page.text.sources:
        nodes += tag(look, box.x + 20, box.y + 20, look.t("sample.tag"))[0]
    return nodes


def _paras(state: StoryState, look: Look) -> list[Para]:
    page = state.open
    style = "body" if look.large else "body_l"
    return [
        Para(look.say(page.heading), "h2", heads=True, role="heading"),
        Para(look.say(page.text), style, gap=16),
        Para(look.say(page.caption), "meta", "ink2", 24),
    ]


def _turn(state: StoryState, part: int, parts: int) -> Turn:
    """The part before and after; past the ends of a page, the pages beside it."""
    before: str | None = None
    if part:
        before = f"story.to.{state.page}.{part - 1}"
    elif state.page:
        before = f"story.to.{state.page - 1}.0"
    after: str | None = None
    if part + 1 < parts:
        after = f"story.to.{state.page}.{part + 1}"
    elif state.page + 1 < len(state.story.pages):
        after = f"story.to.{state.page + 1}.0"
    return Turn(before, after)
