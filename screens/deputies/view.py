"""The directory: what was typed, chips, results, and a keypad on which only what leads somewhere is alive."""

from __future__ import annotations

from dataclasses import replace

from content.catalog import LEVELS
from screens.deputies import portraits
from screens.deputies.cards import card, least_card
from screens.deputies.model import DirectoryState
from screens.deputies.portraits import Grid
from screens.deputies.stroke_keys import SIGNS, keys_height, stroke_keys
from screens.inputs.layouts import INITIALS_BLOCK, fold, layout, place
from screens.look import Look
from screens.parts import button, button_height, chip
from screens.parts.buttons import centred, icon_button
from screens.scene import Box, Fill, Icon, Node, Target
from screens.screen import View

_GAP = 16.0
_ICONS = {"township": "pin", "community": "lane", "station": "home"}
_PAGES = {"township": "townships", "community": "communities", "station": "stations"}
_MOST = 6  # results a page (screens.deputies.model.PAGE)
_KEYPAD_H = {"landscape": 2 * 116 + 12.0, "portrait": 3 * 104 + 2 * 12.0}


def view(state: DirectoryState, look: Look) -> View:
    """Heading and field, chips, results, keypad. Within a low reach all that is touched lies below the line."""
    content = look.content
    keys = _keypad_box(state, look)
    nodes: list[Node] = []
    bottom = _head(state, look, nodes)
    top = max(bottom + 8, look.reach_top)
    first = Box(content.x, top, content.w, 0)
    _, chips_h = _chips(state, look, first, 1)
    area = Box(content.x, top + chips_h + 8, content.w, keys.y - 18 - (top + chips_h + 8))
    grid = portraits.grid(look, area) if state.portraits else _grid(look, area)
    nodes += _chips(state, look, first, grid.each)[0]
    nodes += _results(state, look, area, grid) if state.rows else _empty(look, area)
    if not state.portraits:
        nodes += stroke_keys(state, look, keys) if state.route == "strokes" else _keypad(state, look, keys)
    return View(tuple(nodes), hint=_dock(state, look), sample=state.sample)


def _head(state: DirectoryState, look: Look, nodes: list[Node]) -> float:
    """Title, field and an example; the y below them."""
    content = look.content
    high = 112.0 if look.large else 96.0
    title = look.text(content.x, content.y + 16, content.w, look.t("deputies.title"), "h1", role="heading")
    if not look.landscape:
        nodes.append(title)
        field = Box(content.x, title.box.bottom + 8, content.w, high)
        nodes += _field(state, look, field)
        if look.large and not look.low:
            return field.bottom
        return _example(state, look, Box(content.x, field.bottom + 12, content.w, 0), nodes)
    top = content.y + 16
    nodes.append(replace(title, box=title.box.moved(0, (high - title.box.h) / 2)))
    left = content.x + max(228.0, look.width(title.full, "h1") + 40)
    beside = content.right - (left + 826 + 32)
    if not look.large and beside > 400:
        nodes += _field(state, look, Box(left, top, 826, high))
        _example(state, look, Box(left + 826 + 32, top + 6, beside, 0), nodes)
    else:
        nodes += _field(state, look, Box(left, top, content.right - left, high))
    return top + high


def _example(state: DirectoryState, look: Look, box: Box, nodes: list[Node]) -> float:
    """How to ask, and one example below it."""
    strokes = state.route == "strokes"
    hint, example = look.t(_hint(state)), look.t("deputies.example.strokes" if strokes else "deputies.example")
    how = look.text(box.x, box.y, box.w, hint, "meta", color="ink2")
    nodes += [how] if state.portraits else [how, look.text(box.x, how.box.bottom, box.w, example, "meta")]
    return how.box.bottom + look.style("meta").line


def _dock(state: DirectoryState, look: Look) -> str:
    if state.portraits:
        return look.t("deputies.hint.portraits")
    return look.t("deputies.dead.strokes" if state.route == "strokes" else "dir.dead")


def _hint(state: DirectoryState) -> str:
    if state.portraits:
        return "deputies.hint.portraits"
    return "deputies.hint.strokes" if state.route == "strokes" else "dir.hint"


def _field(state: DirectoryState, look: Look, box: Box) -> list[Node]:
    """What was typed, and how many were found. It fills from the keypad or a keyboard, not by touching it."""
    found = look.t("dir.count", n=state.total)
    wide = look.width(found, "meta") + 4
    left = box.x + 94
    room = box.w - 94 - wide - 48
    typed = " ".join(SIGNS.get(one, one) if state.route == "strokes" else one for one in state.query)
    hint = look.t(_hint(state)) if look.large and (look.landscape or not look.low) else ""
    text, style, ink = (typed, "h3", "ink") if typed else (hint, "meta", "ink2")
    if not typed and look.width(text, style) > room - 16:
        text = ""
    while typed and look.width(text, style) > room - 16:
        text = "…" + text.lstrip("…")[1:]  # what was typed last stays in sight
    line, count_h = look.style(style).line, look.style("meta").line
    caret = left + (look.width(text, style) + 6 if typed else -10)
    mid = box.center[1]
    return [
        Fill(box, "raised", 12, "ink", 4),
        Icon(Box(box.x + 28, mid - 22, 44, 44), "search", "ink"),
        look.text(left, mid - line / 2, room, text, style, color=ink, id="deputies.query", role="field"),
        Fill(Box(caret, mid - 26, 4, 52), "ink"),
        look.text(
            box.right - wide - 28, mid - count_h / 2, wide, found, "meta", color="ink2", id="deputies.count",
            role="status",
        ),
    ]  # fmt: skip


def _chips(state: DirectoryState, look: Look, box: Box, each: int) -> tuple[list[Node], float]:
    """Levels (one at a time), the place, and the pages; in as many lines as they need. Returns their height too."""
    wanted = [("deputies.level.all", look.t("deputies.level.all"), state.level is None, False)]
    for level in LEVELS[::-1]:
        on = state.level == level
        dead = level not in state.levels and not on
        wanted.append((f"deputies.level.{level}", look.t(f"deputies.level.{level}"), on, dead))
    where = look.say(state.region.name) if state.region else look.t("deputies.place")
    wanted.append(("deputies.places", where, state.region is not None, False))
    for kind, chosen in (("township", state.township), ("community", state.community), ("station", state.station)):
        if chosen is not None:
            wanted.append((f"deputies.{_PAGES[kind]}", look.say(chosen), True, False))
    line = 112.0 if look.large else 96.0
    nodes: list[Node] = []
    x, y = box.x, box.y
    for id, text, on, dead in wanted:
        full = max(96.0, look.width(text, "label") + 56)
        wide = min(full, box.w * (0.5 if look.landscape else 1.0))
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + line + 8
        if full > wide:
            drawn = _long_chip(look, Box(x, y, wide, line), id, text, on)
        else:
            drawn, wide = chip(look, x, y, id, text, on, dead=dead)
        nodes += drawn
        x += wide + _GAP
    for id, icon, text in _ways(state):
        wide = line if look.large else max(96.0, look.width(look.t(text), "label") + 56)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + line + 8
        on = id == "deputies.portraits" and state.portraits
        if look.large:  # where words are large, pictures leave room for people
            nodes += icon_button(
                look, Box(x, y, line, line), id, icon, look.t(text), kind="primary" if on else "secondary"
            )
        else:
            nodes += chip(look, x, y, id, look.t(text), on)[0]
        x += wide + _GAP
    pages_w = 2 * 96 + 132
    if state.total <= each and each > 1:
        return nodes, y + line - box.y
    if x + pages_w > box.right:
        y += line + 8
    nodes += _pages(state, look, Box(box.right - pages_w, y, pages_w, line), each)
    return nodes, y + line - box.y


def _ways(state: DirectoryState) -> list[tuple[str, str, str]]:
    """Narrower places not chosen yet, and other ways to look for somebody: (id, icon, the key of its words)."""
    chosen = {"township": state.township, "community": state.community, "station": state.station}
    narrower = [one for one in _PAGES if one in state.has and chosen[one] is None]
    ways = [("deputies.portraits", "grid", "deputies.portraits")]
    if not state.portraits:
        other, icon = ("letters", "keys") if state.route == "strokes" else ("strokes", "pen")
        ways.insert(0, (f"deputies.route.{other}", icon, f"deputies.route.{other}"))
    return [*((f"deputies.{_PAGES[one]}", _ICONS[one], f"deputies.{_PAGES[one]}") for one in narrower), *ways]


def _long_chip(look: Look, touch: Box, id: str, text: str, on: bool) -> list[Node]:
    """A chip for a name that is wider than the canvas, such as an autonomous county's in large text."""
    pill = touch.inset(0, 12)
    style = look.fit(text, ("label", "meta", "micro"), pill.w - 40, pill.h)
    return [
        Fill(pill, "ink" if on else "raised", pill.h / 2, None if on else "control", 3),
        centred(look, pill, text, style, "on_ink" if on else "ink", pill.w - 40, of=id),
        Target(touch, id, "toggle", text, text, on, False, pill.h / 2, on),
    ]


def _pages(state: DirectoryState, look: Look, box: Box, each: int) -> list[Node]:
    """Back, where one is, forward. An id names the result a page begins with, however many it holds."""
    here, pages = state.first // each + 1, -(-state.total // each)
    before, after = Box(box.x, box.y, 96, box.h), Box(box.right - 96, box.y, 96, box.h)
    back, on = max(0, state.first - each), state.first + each
    first, last = state.first == 0, on >= state.total
    between = Box(before.right, box.y, after.x - before.right, box.h)
    many = f"{here}/{max(1, pages)}"
    style = "meta" if look.width(many, "meta") <= between.w - 4 else "micro"
    if look.width(many, style) > between.w - 4:
        many = str(here)
    return [
        *icon_button(look, before, f"deputies.from.{back}", "back", look.t("page.previous"), disabled=first),
        centred(look, between, many, style, "ink2"),
        *icon_button(
            look, after, f"deputies.from.{on}" if not last else "deputies.from.end", "next", look.t("page.next"),
            disabled=last,
        ),
    ]  # fmt: skip


def _grid(look: Look, area: Box) -> Grid:
    """As many results as fit in full, six at most."""
    best = Grid(1, 1, area.h)
    for columns in (3, 2, 1) if look.landscape else (1,):
        wide = (area.w - _GAP * (columns - 1)) / columns
        least = least_card(look, wide)
        rows = min(_MOST // columns, int((area.h + _GAP + 0.5) // (least + _GAP)))
        if rows * columns > best.each or (best.each == 1 and rows * columns >= 1 and columns == 1):
            best = Grid(columns, rows, min(max(168.0, least + 28), (area.h - _GAP * (rows - 1)) / rows))
    return best


def _results(state: DirectoryState, look: Look, area: Box, grid: Grid) -> list[Node]:
    nodes: list[Node] = []
    if state.portraits:
        return portraits.results(look, state.rows[: grid.each], area, grid)
    for i, row in enumerate(state.rows[: grid.each]):
        line = Box(area.x, area.y + i // grid.columns * (grid.high + _GAP), area.w, grid.high)
        nodes += card(look, row, line.columns(grid.columns, _GAP)[i % grid.columns], f"deputies.row.{i}")
    return nodes


def _empty(look: Look, area: Box) -> list[Node]:
    """Nobody: one calm sentence, one way on."""
    text, again = look.t("deputies.empty"), look.t("deputies.again")
    wide = min(area.w * 0.4, look.width(again, "label_l") + 96)
    high = button_height(look, primary=False)
    room = area.w - 160 - wide - 60
    tall = look.height(text, "body", room) > area.h - 16
    if tall:
        room = area.w - 56
    said = look.text(area.x + (28 if tall else 130), 0, room, text, "body", id="deputies.empty")
    frame = Box(area.x, area.y, area.w, min(area.h, max(said.box.h + (high + 56 if tall else 56), high + 40, 168)))
    top = frame.y + 16 if tall else frame.center[1] - said.box.h / 2
    key = Box(frame.right - wide - 28, frame.center[1] - high / 2, wide, high)
    if tall:
        key = Box(frame.x + 28, frame.bottom - high - 16, wide, high)
    return [
        Fill(frame, None, 12, "control", 2, dashed=True),
        *([] if tall else [Icon(Box(frame.x + 36, frame.center[1] - 32, 64, 64), "search", "ink2")]),
        replace(said, box=said.box.moved(0, top), overflow=said.box.h > frame.h - 8 or said.overflow),
        *button(look, key, "deputies.clear", again, "secondary", style="label"),
    ]


def _keypad_box(state: DirectoryState, look: Look) -> Box:
    if state.portraits:
        return Box(look.content.x, look.content.bottom + 18, look.content.w, 0)
    if state.route == "strokes":
        high = keys_height(look)
        return Box(look.content.x, look.content.bottom - high, look.content.w, high)
    kind = "landscape" if look.landscape else "portrait"
    high = _KEYPAD_H[kind]
    return Box(look.content.x, look.content.bottom - high, look.content.w, high)


def _keypad(state: DirectoryState, look: Look, frame: Box) -> list[Node]:
    """23 initials and a delete key; a letter that finds nobody is dashed and does nothing (design guide 9)."""
    block = INITIALS_BLOCK["landscape" if look.landscape else "portrait"]
    block = replace(block, y=frame.y)
    rows = fold(layout("initials", look.variant.language), int(block.columns))
    nodes: list[Node] = []
    for key, box in place(rows, block):
        if key.role == "delete":
            nodes += icon_button(look, box, "deputies.initial.delete", "bksp", key.spoken, disabled=not state.query)
            continue
        alive, id = key.text in state.alive, f"deputies.initial.{key.text.lower()}"
        fill, edge, width = ("raised", "ink", 3) if alive else (None, "control", 2)
        nodes += [
            Fill(box, fill, 12, edge, width, dashed=not alive),
            centred(look, box, key.label, "h3" if alive else "body_l", "ink" if alive else "ink3", of=id),
            Target(box, id, "button", key.label, key.spoken, None, not alive),
        ]
    return nodes
