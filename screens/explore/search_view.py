"""The search: what was typed, what was found, the letters. A glossary entry opens over it."""

from __future__ import annotations

from content.texts import Entry
from screens.explore.model import LETTERS, ExploreState
from screens.look import Look
from screens.parts.buttons import button, button_height, centred, chip, icon_button, list_row
from screens.parts.overlays import Choice, Sheet
from screens.parts.paged import grid, pager, pager_height
from screens.scene import Box, Fill, Icon, Node, Target
from screens.screen import View

_GAP = 12.0
#: What may be tried with one touch, by the words it finds: what is typed, and the string that names it.
_TRIES = {
    False: (("piaojue", "vote"), ("xuanju", "election"), ("jianyi", "suggestion"), ("daibiao", "deputy"),
            ("jiandu", "oversight"), ("lifa", "law")),
    True: (("vote", "vote"), ("election", "election"), ("suggestion", "suggestion"), ("deputy", "deputy"),
           ("oversight", "oversight"), ("law", "law")),
}  # fmt: skip
_KEYS = {True: (14, 112.0), False: (9, 104.0)}  # landscape: columns and height of a key


def view(state: ExploreState, look: Look) -> View:
    """Field on top, results between, letters at the foot, all of it within a low reach where that is asked."""
    content = look.content
    nodes: list[Node] = []
    keys = _keys_box(look)
    bottom = _field(state, look, nodes)
    top = max(bottom + 16, look.reach_top)
    area = Box(content.x, top, content.w, keys.y - 16 - top)
    nodes += _results(state, look, area) if state.found else _nothing(state, look, area)
    nodes += _letters(state, look, keys)
    return View(tuple(nodes), hint=look.t("explore.search.hint"), sheet=_term(state, look))


def _field(state: ExploreState, look: Look, nodes: list[Node]) -> float:
    """What was typed, how many were found, and the way back to the lenses."""
    content = look.content
    high = button_height(look, primary=False)
    word = look.t("explore.browse")
    wide = look.width(word, "label_l") + 96
    top = content.y + 16
    field_w = content.w - wide - _GAP
    if look.low and not look.landscape:
        top, field_w = max(top, look.reach_top - high - 16), content.w
    field = Box(content.x, top, field_w, high)
    found = look.t("explore.count", n=state.total) if state.query else ""
    found_w = look.width(found, "meta") + 4
    left, room = field.x + 94, field.w - 94 - found_w - 48
    typed = " ".join(state.query)
    while typed.strip("…") and look.width(typed, "h3") > room:
        typed = "…" + typed.lstrip("…")[1:]
    text, style, ink = (typed, "h3", "ink") if typed else (look.t("explore.type"), "meta", "ink2")
    if look.width(text, style) > room:
        text = ""
    middle = field.center[1]
    nodes += [Fill(field, "raised", 12, "ink", 4), Icon(Box(field.x + 28, middle - 22, 44, 44), "search", "ink")]
    line = look.style(style).line
    nodes.append(look.text(left, middle - line / 2, room, text, style, color=ink, id="explore.query", role="field"))
    count_h = look.style("meta").line
    if found:
        x = field.right - found_w - 28
        nodes.append(look.text(x, middle - count_h / 2, found_w, found, "meta", color="ink2", role="status"))
    if field_w < content.w:
        box = Box(content.right - wide, top, wide, high)
        nodes += button(look, box, "explore.browse", word, "secondary", style="label")
    return field.bottom


def _results(state: ExploreState, look: Look, area: Box) -> list[Node]:
    least = max(96.0, look.style("label_l").line + look.style("meta").line + 28)
    columns = 2 if look.landscape else 1

    def need(width: float) -> float:
        room = width - 28 - 68 - 28 - 52
        words = [
            look.height(look.say(one.title), "label_l", room) + look.height(_where(look, one), "meta", room) + 28
            for one in state.found
        ]
        return max(least, *words)

    cells = grid(area, len(state.found), need, state.page, columns=columns, gap=_GAP, tallest=132.0)
    nodes: list[Node] = []
    if cells.pages > 1:
        high = pager_height(look)
        room = Box(area.x, area.y, area.w, area.h - high - _GAP)
        cells = grid(room, len(state.found), need, state.page, columns=columns, gap=_GAP, tallest=132.0)
        words = (look.t("page.previous"), look.t("page.next"))
        foot = Box(area.x, area.bottom - high, area.w, high)
        nodes += pager(look, foot, "explore", words, state.page, cells.pages)
    for i, box in enumerate(cells.cells):
        at = cells.first + i
        entry = state.found[at]
        icon = "book" if entry.opens.startswith("term:") else "next"
        id = f"explore.found.{at}"
        nodes += list_row(look, box, id, look.say(entry.title), _where(look, entry), icon=icon)
    return nodes


def _where(look: Look, entry: Entry) -> str:
    if entry.opens.startswith("term:"):
        return look.t("explore.term")
    return look.say(entry.within) if entry.within else look.t("explore.whole")


def _nothing(state: ExploreState, look: Look, area: Box) -> list[Node]:
    """Before anything was typed: how to; afterwards, that nothing was found."""
    text = look.t("explore.empty") if state.query else look.t("explore.how")
    said = look.text(area.x + 40, 0, area.w - 80, text, "body", id="explore.empty")
    high = min(area.h, said.box.h + 64)
    frame = Box(area.x, area.y, area.w, high)
    y = frame.y + (frame.h - said.box.h) / 2
    shown = look.text(area.x + 40, y, area.w - 80, text, "body", id="explore.empty", max_h=high - 8)
    below = Box(area.x, frame.bottom + 24, area.w, area.bottom - frame.bottom - 24)
    return [Fill(frame, None, 12, "control", 2, dashed=True), shown, *_tries(look, below)]


def _tries(look: Look, box: Box) -> list[Node]:
    """Words that are found for certain, as many as have room: a first touch that needs no typing."""
    line = 112.0 if look.large else 96.0
    word = look.t("explore.try")
    nodes: list[Node] = []
    x, y = box.x, box.y
    said = look.text(x, y, box.w, word, "meta", color="ink2")
    y = said.box.bottom + 8
    for typed, name in _TRIES[look.english]:
        text = look.t(f"explore.try.{name}")
        wide = max(96.0, look.width(text, "label") + 56)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + line + _GAP
        if y + line > box.bottom:
            break
        drawn, wide = chip(look, x, y, f"explore.try.{typed}", text, False)
        nodes += drawn
        x += wide + _GAP
    return [said, *nodes] if nodes else []


def _keys_box(look: Look) -> Box:
    columns, high = _KEYS[look.landscape]
    rows = -(-(len(LETTERS) + 1) // columns)
    total = rows * high + (rows - 1) * _GAP
    return Box(look.content.x, look.content.bottom - total, look.content.w, total)


def _letters(state: ExploreState, look: Look, box: Box) -> list[Node]:
    """26 letters and a delete key."""
    columns, high = _KEYS[look.landscape]
    names = [*LETTERS, ""]
    nodes: list[Node] = []
    wide = (box.w - _GAP * (columns - 1)) / columns
    for at, name in enumerate(names):
        row, column = divmod(at, columns)
        cell = Box(box.x + column * (wide + _GAP), box.y + row * (high + _GAP), wide, high)
        if not name:
            rest = Box(cell.x, cell.y, box.right - cell.x, high)
            word = look.t("explore.delete")
            nodes += icon_button(look, rest, "explore.letter.delete", "bksp", word, disabled=not state.query)
            continue
        id = f"explore.letter.{name.lower()}"
        nodes += [
            Fill(cell, "raised", 12, "ink", 3),
            centred(look, cell, name, "h3", "ink", of=id),
            Target(cell, id, "button", name, name),
        ]
    return nodes


def _term(state: ExploreState, look: Look) -> Sheet | None:
    """A glossary entry: what it means, its pinyin, and who says so."""
    term = state.term
    if term is None:
        return None
    other = term.term.zh_hans if look.english else (term.term.en or "")
    body = (f"{term.pinyin}　{other}" if other else term.pinyin, look.say(term.meaning))
    said = "；".join(look.say(one.title) for one in state.sources)
    close = Choice("explore.term.close", look.t("explore.close"), "primary")
    return Sheet(look.say(term.term), (*body, look.t("explore.source", source=said)), (close,))
