"""A scene of a case: the question with its choices, or what came of one; calendar and terms beside it."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import JourneyChoice
from screens.exhibit.blocks.journey.clock import month, term_paras, terms, terms_height
from screens.exhibit.blocks.journey.frame import GAP, calendar_button, heading
from screens.exhibit.blocks.journey.state import JourneyState
from screens.exhibit.blocks.journey.wording import working_days
from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.buttons import centred
from screens.parts.paged import Para, pager, pager_height, read
from screens.scene import Box, Fill, Label, Node, Picture, Target

_MONTH_W = 420.0
_CLOCK_W = 900.0
_CLOCK_H = (440.0, 640.0)
_CHOICE_GAP = 14.0
_LEAST_ART = 130.0


def play_view(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """Heading and cable on top; below them words and choices, and the clock where letters leave room for it."""
    scene = state.scene
    second = look.t("journey.role", who=look.say(scene.role))
    nodes, top = heading(state, look, box, look.say(scene.heading), second)
    body = Box(box.x, top, box.w, box.bottom - top)
    if look.large:
        return [*nodes, *_large(state, look, body)]
    if look.landscape:
        clock = Box(body.right - _CLOCK_W, body.y, _CLOCK_W, body.h)
        left = Box(body.x, body.y, body.w - _CLOCK_W - 32, body.h)
    else:
        need = terms_height(state, look, body.w - _MONTH_W - GAP)
        clock = Box(body.x, body.y, body.w, min(_CLOCK_H[1], max(_CLOCK_H[0], need)))
        left = Box(body.x, clock.bottom + GAP, body.w, body.bottom - clock.bottom - GAP)
    return [*nodes, *_clock(state, look, clock), *_words_and_acts(state, look, left)]


def _clock(state: JourneyState, look: Look, box: Box) -> list[Node]:
    grid = Box(box.x, box.y, _MONTH_W, box.h)
    rest = Box(grid.right + GAP, box.y, box.w - _MONTH_W - GAP, box.h)
    return [*month(state, look, grid), *terms(state, look, rest)]


def _paras(state: JourneyState, look: Look, style: str = "body") -> list[Para]:
    choice = state.choice
    if state.phase != "told" or choice is None:
        return [Para(look.say(state.scene.text), style)]
    spent = state.spent() - state.spent(state.before)
    took = look.t("journey.took", n=working_days(look, spent)) if spent else look.t("journey.took.none")
    paras = [
        Para(look.t("journey.chosen", what=look.say(choice.label)), "meta", "ink2"),
        Para(took.strip(), "h3", gap=4, heads=True, role="heading"),
        Para(look.say(choice.told), style, gap=10),
    ]
    if choice.to is None:
        paras.append(Para(look.t("journey.astray"), "meta", "ochre_deep", 14))
    return paras


# ---- words above, what can be done below ----------------------------------------


def _words_and_acts(state: JourneyState, look: Look, box: Box) -> list[Node]:
    acts, top = _acts(state, look, box)
    room = Box(box.x, box.y, box.w, top - GAP - box.y)
    if not look.large:
        for style in ("body_l", "body"):
            text, pages = read(look, room.inset(32, 22), _paras(state, look, style))
            if pages == 1:
                return [*panel(room, look), *text, *_picture(state, room, text), *acts]
    return [*_words(state, look, room, _paras(state, look)), *acts]


def _picture(state: JourneyState, box: Box, text: Sequence[Node]) -> list[Node]:
    """The case's drawing where the words leave room for it."""
    low = max((one.box.bottom for one in text if isinstance(one, Label)), default=box.y)
    room = Box(box.x + 32, low + 20, box.w - 64, box.bottom - low - 40)
    return [Picture(room, state.case.picture)] if room.h >= _LEAST_ART else []


def _words(state: JourneyState, look: Look, box: Box, paras: Sequence[Para]) -> list[Node]:
    """On one page, else with a pager below."""
    inner = box.inset(32, 22)
    text, pages = read(look, inner, paras, state.page)
    if pages == 1:
        return [*panel(box, look), *text, *([] if state.calendar_open else _picture(state, box, text))]
    row = Box(box.x, box.bottom - pager_height(look), box.w, pager_height(look))
    box = Box(box.x, box.y, box.w, row.y - 12 - box.y)
    text, pages = read(look, box.inset(32, 22), paras, state.page)
    words = (look.t("page.previous"), look.t("page.next"))
    return [*panel(box, look), *text, *pager(look, row, "journey", words, state.page, pages)]


def _acts(state: JourneyState, look: Look, box: Box) -> tuple[list[Node], float]:
    """The choices, or the way on, at the foot of `box`. Returns the nodes and their top."""
    if state.phase == "told":
        high = button_height(look)
        return _on(state, look, Box(box.x, box.bottom - high, box.w, high)), box.bottom - high
    choices = state.open_choices
    heights = [_choice_height(look, box.w, one) for one in choices]
    top = box.bottom - sum(heights) - _CHOICE_GAP * (len(choices) - 1)
    nodes: list[Node] = []
    y = top
    for one, high in zip(choices, heights, strict=True):
        nodes += _choice(look, Box(box.x, y, box.w, high), one)
        y += high + _CHOICE_GAP
    return nodes, top


def _on(state: JourneyState, look: Look, box: Box) -> list[Node]:
    again = state.choice is not None and state.choice.to is None
    text = look.t("journey.back.choose" if again else "journey.next")
    return button(look, box, "journey.next", text, icon="undo" if again else "next")


def _style(look: Look) -> str:
    return "label" if look.large or look.english else "label_l"


def _choice_height(look: Look, width: float, choice: JourneyChoice) -> float:
    return max(96.0, look.height(look.say(choice.label), _style(look), width - 64) + 36)


def _choice(look: Look, box: Box, choice: JourneyChoice) -> list[Node]:
    id = f"journey.choice.{choice.id}"
    text = look.say(choice.label)
    return [
        Fill(box, "raised", 12, "ink", look.tokens.stroke("control")),
        centred(look, box, text, _style(look), "ink", box.w - 64, of=id),
        Target(box, id, "button", text, text),
    ]


# ---- large letters ----------------------------------------


def _large(state: JourneyState, look: Look, body: Box) -> list[Node]:
    """No clock beside the words: a button opens it instead."""
    if look.landscape:
        return _large_landscape(state, look, body)
    high = button_height(look, primary=False)
    row = Box(body.x, body.bottom - high, body.w, high)
    rest = Box(body.x, body.y, body.w, row.y - GAP - body.y)
    toggle = calendar_button(state, look, row)
    if state.calendar_open:
        grid = Box(rest.x, rest.y, rest.w, min(620.0, rest.h * 0.45))
        below = Box(rest.x, grid.bottom + GAP, rest.w, rest.bottom - grid.bottom - GAP)
        return [*month(state, look, grid), *_words(state, look, below, term_paras(state, look)), *toggle]
    return [*_words_and_acts(state, look, rest), *toggle]


def _large_landscape(state: JourneyState, look: Look, body: Box) -> list[Node]:
    left, right = body.columns(2, 28)
    if state.calendar_open:
        return [*month(state, look, left), *_words(state, look, right, term_paras(state, look))]
    if state.phase == "told":
        high = button_height(look)
        wide = min(body.w, 640.0)
        on = _on(state, look, Box(body.right - wide, body.bottom - high, wide, high))
        return [*_words_beside(state, look, body, high, wide), *on]
    acts, top = _acts(state, look, right)
    art: list[Node] = []
    if top - GAP - right.y >= _LEAST_ART:
        art.append(Picture(Box(right.x, right.y, right.w, top - GAP - right.y), state.case.picture))
    words = _words(state, look, left, _paras(state, look))
    return [*(one for one in words if not (art and isinstance(one, Picture))), *art, *acts]


def _words_beside(state: JourneyState, look: Look, body: Box, high: float, wide: float) -> list[Node]:
    """What came of a choice, the pager in one row with the way on."""
    box = Box(body.x, body.y, body.w, body.h - high - GAP)
    text, pages = read(look, box.inset(32, 22), _paras(state, look), state.page)
    nodes: list[Node] = [*panel(box, look), *text, *(_picture(state, box, text) if pages == 1 else [])]
    inner = box.inset(32, 22)
    words = Box(inner.x, inner.y, inner.w * 0.64, inner.h)
    narrow, own = read(look, words, _paras(state, look))
    if pages == own == 1 and not any(isinstance(one, Picture) for one in nodes):  # beside the words, if not below
        art = Box(words.right + 40, inner.y, inner.right - words.right - 40, inner.h)
        return [*panel(box, look), *narrow, Picture(art, state.case.picture)]
    if pages > 1:
        row = Box(body.x, body.bottom - pager_height(look), min(900.0, body.w - wide - GAP), pager_height(look))
        turns = (look.t("page.previous"), look.t("page.next"))
        nodes += pager(look, row, "journey", turns, state.page, pages)
    return nodes
