"""The frame of an exhibit: heading and tabs around the block, and the page of sources."""

from __future__ import annotations

from dataclasses import replace

from content.schema import Words
from screens.exhibit.blocks import BlockView, kind_of
from screens.exhibit.cited import Entry, entries
from screens.exhibit.model import SOURCES, ExhibitState
from screens.exhibit.sources_view import sources_view
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Node, Target
from screens.screen import View
from screens.session import Variant

_TAB_H = 96.0
_GAP = 12.0
_PAD, _TIGHT_PAD = 48.0, 28.0
_WIDEST = 0.5  # how much of a landscape's width the tabs may take before they stand closer
_EVEN_STEP = 24.0

#: Where a page's block began last. It begins there again unless its heading has another height, and so is laid out
#: once: half of what a page costs while a slider moves. It decides nothing: another height is seen and laid out anew.
_Place = tuple[str, str, bool, Variant, tuple[float, float]]
_TOPS: dict[_Place, float] = {}
_MOST_TOPS = 64


def view(state: ExhibitState, look: Look) -> View:
    """Landscape: heading left, tabs right, block below. Portrait: tabs at the foot, within reach."""
    content = look.content
    found = _cited(state, look) if state.cited else tuple(Entry(one) for one in state.sources)
    if look.landscape:
        pad, gap = _spacing(state, look)
        tabs_w = _row_width(state, look, pad, gap)
        head = Box(content.x, content.y + 8, content.w - tabs_w - 32, 0)
        tabs_at = Box(content.right - tabs_w, content.y + 8, tabs_w, _tab_height(look))
        foot = content.bottom
    else:
        rows, _, _ = _tab_rows(state, look, content.w)
        high = len(rows) * _tab_height(look) + (len(rows) - 1) * _GAP
        head = Box(content.x, content.y + 16, content.w, 0)
        tabs_at = Box(content.x, content.bottom - high, content.w, high)
        foot = content.bottom - high - 20
    place = _place(state, look)
    guess = _TOPS.get(place, content.y)
    shown = _block(state, look, found, Box(content.x, guess, content.w, foot - guess))
    if shown.bare and guess != content.y:
        shown = _block(state, look, found, Box(content.x, content.y, content.w, foot - content.y))
    if shown.bare:  # it draws its own heading, and leads out by "back"
        whole = shown if look.landscape else _block(state, look, found, content)
        kept = _draw_tabs(state, look, whole.tabs, wrapped=True) if whole.tabs else []
        hint = whole.hint or _hint(state, look)
        return View((*whole.nodes, *kept), hint=hint, sample=whole.sample, cites=not kept)
    heading, below = _heading(look, head, shown, state)
    top = max(below, tabs_at.bottom if look.landscape else below) + 16
    body = shown if top == guess else _block(state, look, found, Box(content.x, top, content.w, foot - top))
    _remember(place, top)
    nodes = [*heading, *body.nodes, *_draw_tabs(state, look, tabs_at)]
    return View(tuple(nodes), hint=body.hint or _hint(state, look), sample=body.sample)


def _place(state: ExhibitState, look: Look) -> _Place:
    return state.exhibit.id, state.block, state.cited, look.variant, look.size


def _remember(place: _Place, top: float) -> None:
    if len(_TOPS) >= _MOST_TOPS:
        _TOPS.clear()
    _TOPS[place] = top


def _block(state: ExhibitState, look: Look, found: tuple[Entry, ...], box: Box) -> BlockView:
    if _on_sources(state):
        return sources_view(state, look, box, found)
    return kind_of(state.kind).view(state.inner, look, box)


def _cited(state: ExhibitState, look: Look) -> tuple[Entry, ...]:
    """The sources, with what the page that lies under them says first."""
    under = replace(state, cited=False)
    return entries(state.sources, state.every, (_current(under), state.inner), view(under, look).nodes, look)


def _on_sources(state: ExhibitState) -> bool:
    return state.cited or state.kind == SOURCES


def _current(state: ExhibitState) -> object:
    if state.cited:
        return None
    return next((one for one in state.exhibit.blocks if one.id == state.block), None)


def _hint(state: ExhibitState, look: Look) -> str:
    hint = getattr(_current(state), "hint", None)
    return look.say(hint) if hint else ""


def _heading(look: Look, box: Box, shown: BlockView, state: ExhibitState) -> tuple[list[Node], float]:
    block = _current(state)
    title_words: Words = getattr(block, "title", state.exhibit.title)
    title = shown.title or (look.t("exhibit.sources") if _on_sources(state) else look.say(title_words))
    subtitle_words = getattr(block, "subtitle", None)
    subtitle = shown.subtitle or (look.say(subtitle_words) if subtitle_words else "")
    style = look.fit(title, ("h1", "h2"), box.w, look.style("h1").line)
    head = look.text(box.x, box.y, box.w, title, style, role="heading", id="exhibit.title")
    nodes: list[Node] = [head]
    y = head.box.bottom
    if subtitle:
        below_tabs = look.landscape and look.width(subtitle, "meta") > box.w
        top = max(y, look.content.y + 8 + _tab_height(look) + 4) if below_tabs else y + 2
        said = look.text(box.x, top, look.content.w if below_tabs else box.w, subtitle, "meta", color="ink2")
        nodes.append(said)
        y = said.box.bottom
    return nodes, y


def _tabs(state: ExhibitState, look: Look) -> list[tuple[str, str]]:
    tabs = [(block.id, look.say(block.tab or block.title)) for block in state.exhibit.blocks]
    return [*tabs, (SOURCES, look.t("exhibit.sources"))]


def _tab_width(look: Look, text: str, pad: float = _PAD) -> float:
    return max(_TAB_H, look.width(text, "label") + pad)


def _row_width(state: ExhibitState, look: Look, pad: float, gap: float) -> float:
    tabs = _tabs(state, look)
    return sum(_tab_width(look, text, pad) for _, text in tabs) + gap * (len(tabs) - 1)


def _spacing(state: ExhibitState, look: Look) -> tuple[float, float]:
    """Air beside a tab's word, and between tabs: less where many wide words would leave the heading little room."""
    wide = _row_width(state, look, _PAD, _GAP) > look.content.w * _WIDEST
    return (_TIGHT_PAD, 8.0) if wide else (_PAD, _GAP)


def _tab_height(look: Look) -> float:
    return 112.0 if look.large else _TAB_H


def _tab_rows(state: ExhibitState, look: Look, width: float) -> tuple[list[list[tuple[str, str]]], float, float]:
    """The rows of a foot, and their spacing: closer where that saves a row."""
    airy = _filled(state, look, width, _PAD, _GAP)
    close = _filled(state, look, width, _TIGHT_PAD, 8.0)
    return (close, _TIGHT_PAD, 8.0) if len(close) < len(airy) else (airy, _PAD, _GAP)


def _filled(state: ExhibitState, look: Look, width: float, pad: float, gap: float) -> list[list[tuple[str, str]]]:
    """As few rows as hold the tabs, with as many tabs in each as in the others."""
    rows = _packed(state, look, width, pad, gap)
    while width > _EVEN_STEP and len(closer := _packed(state, look, width - _EVEN_STEP, pad, gap)) == len(rows) > 1:
        rows, width = closer, width - _EVEN_STEP
    return rows


def _packed(state: ExhibitState, look: Look, width: float, pad: float, gap: float) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for tab in _tabs(state, look):
        wide = _tab_width(look, tab[1], pad)
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(tab)
        used += wide + gap
    return rows


def _draw_tabs(state: ExhibitState, look: Look, box: Box, wrapped: bool = False) -> list[Node]:
    wrapped = wrapped or not look.landscape
    if wrapped:
        rows, pad, gap = _tab_rows(state, look, box.w)
    else:
        rows, (pad, gap) = [_tabs(state, look)], _spacing(state, look)
    nodes: list[Node] = []
    y = box.y
    for row in rows:
        spare = 0.0 if not wrapped else box.w - sum(_tab_width(look, t, pad) for _, t in row) - gap * (len(row) - 1)
        x = box.x
        for block, text in row:
            wide = _tab_width(look, text, pad) + spare / len(row)
            cell = Box(x, y, wide, _tab_height(look))
            nodes += _tab(look, cell, f"exhibit.tab.{block}", text, block == (SOURCES if state.cited else state.block))
            x += wide + gap
        y += _tab_height(look) + _GAP
    return nodes


def _tab(look: Look, box: Box, id: str, text: str, on: bool) -> list[Node]:
    fill, ink = ("ink", "on_ink") if on else ("raised", "ink")
    return [
        Fill(box, fill, 12, None if on else "control", 3),
        centred(look, box, text, "label", ink, box.w - 16, of=id),
        Target(box, id, "tab", text, text, on, False, 12, on),
    ]
