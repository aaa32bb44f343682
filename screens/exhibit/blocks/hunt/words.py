"""What is said beside the picture: what was touched, who should act and why, and the ledger at the end."""

from __future__ import annotations

from dataclasses import dataclass

from screens.exhibit.blocks.hunt.model import HuntState
from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.buttons import ButtonKind
from screens.parts.paged import Para, pager, pager_height, read
from screens.scene import Box, Disc, Icon, Label, Node

_GAP = 16.0
_PAD = 32.0
_SLOTS_H = 124.0


@dataclass(frozen=True, slots=True)
class Press:
    """One button of the panel."""

    id: str
    text: str
    kind: ButtonKind = "secondary"


def panel_of(state: HuntState, look: Look, box: Box, foot: Box | None = None) -> list[Node]:
    """The panel in its present state: words above, what can be done below them, or in `foot` when that is given."""
    inner = box.inset(_PAD, 24)
    room = inner.h - (0 if foot else _buttons_height(look, inner.w, _actors(state, look)) + _GAP)
    paras, presses = _said(state, look, Box(inner.x, inner.y, inner.w, room))
    if foot is None:
        high = _buttons_height(look, inner.w, presses)
        row = Box(inner.x, inner.bottom - high, inner.w, high)
        words = Box(inner.x, inner.y, inner.w, inner.h - high - (_GAP if presses else 0))
    else:
        row = Box(foot.x, foot.y, foot.w, _buttons_height(look, foot.w, presses))
        words = inner
    text, pages = read(look, words, paras, state.page) if paras else ([], 1)
    nodes: list[Node] = list(panel(box, look))
    if pages > 1:
        high = pager_height(look)
        place = Box(row.x, row.bottom + _GAP, row.w, high)
        if foot is None:
            words = Box(words.x, words.y, words.w, words.h - high - _GAP)
            place = Box(words.x, words.bottom + _GAP, words.w, high)
        text, pages = read(look, words, paras, state.page)
        nodes += pager(look, place, "hunt", (look.t("page.previous"), look.t("page.next")), state.page, pages)
    low = max((one.box.bottom for one in text if isinstance(one, Label)), default=words.y) + 24
    if foot is None and pages == 1 and words.bottom - low >= _SLOTS_H:
        nodes += _slots(state, look, Box(words.x, words.bottom - _SLOTS_H, words.w, _SLOTS_H))
    return [*nodes, *text, *_buttons(look, row, presses)]


def _slots(state: HuntState, look: Look, box: Box) -> list[Node]:
    """One place for each problem, those found first: given to somebody or not yet, with their names."""
    nodes: list[Node] = []
    found = [one for one in state.block.problems if one.id in state.seen]
    for i, cell in enumerate(box.columns(len(state.block.problems), 8)):
        x, y = cell.center[0], cell.y + 40
        if i >= len(found):
            nodes.append(Disc(x, y, 32, None, "control", 3))
            continue
        spot = found[i]
        settled = bool(state.answer(spot))
        fill, ink = ("ink", "on_ink") if settled else ("ochre_wash", "ochre_deep")
        nodes.append(Disc(x, y, 32, fill, "ink" if settled else "ochre_deep", 3))
        nodes.append(Icon(Box(x - 20, y - 20, 40, 40), "check" if settled else "warn", ink))
        name = look.say(spot.name)
        if look.width(name, "micro") <= cell.w:
            nodes.append(look.text(cell.x, cell.y + 80, cell.w, name, "micro", color="ink2", align="center"))
    return nodes


def _actors(state: HuntState, look: Look) -> list[Press]:
    return [Press(f"hunt.actor.{one.id}", look.say(one.name)) for one in state.block.actors]


def _said(state: HuntState, look: Look, box: Box) -> tuple[list[Para], list[Press]]:
    here = state.here
    if here is None:
        return _count(state, look)
    name = Para(look.say(here.name), "h2", heads=True, role="heading")
    close = Press("hunt.close", look.t("hunt.close"), "primary")
    if here.acts is None or here.why is None:
        return [name, Para(look.say(here.text), _voice(look), gap=8)], [close]
    mine = state.answer(here)
    if mine:
        agrees = mine == here.acts
        best = look.say(state.actor(here.acts).name)
        verdict = look.t("hunt.same" if agrees else "hunt.other", who=best)
        paras = [name, Para(verdict, "h3", gap=8, heads=True), Para(look.say(here.why), _voice(look), gap=8)]
        if box.h > 100 and read(look, box, paras)[1] > 1:  # the frame in the picture says what it is about
            paras = paras[1:]
        end = Press("hunt.ledger", look.t("hunt.ledger"), "primary")
        return paras, [end] if state.settled else [close]
    actors = _actors(state, look)
    found = [name, Para(look.say(here.text), _voice(look), gap=8)]
    question = Para(look.t("hunt.who"), "h3", gap=20, role="heading")
    if box.h > 100 and read(look, box, [*found, question])[1] == 1:
        return [*found, question], actors
    if state.asking:  # the button that led here asked it; where it has no room, the answers say enough
        asks = look.height(question.text, question.style, box.w) <= box.h
        return [question] if asks else [], actors
    return found, [Press("hunt.who", look.t("hunt.who"), "primary")]


def _voice(look: Look) -> str:
    """Larger than running text where there is room for that."""
    return "body" if look.large else "body_l"


def _count(state: HuntState, look: Look) -> tuple[list[Para], list[Press]]:
    """Nothing is open: how many are found, and a hint for who wants one."""
    n, m = len(state.found), len(state.block.problems)
    head = look.t("hunt.count", n=n, m=m)
    key = "hunt.begin" if not state.seen else "hunt.hinted" if state.hinted else "hunt.left"
    if not state.left:
        key = "hunt.unanswered"
    paras = [Para(head, "h2", heads=True, role="heading"), Para(look.t(key, n=len(state.left)), _voice(look), gap=8)]
    if not look.large:  # large text says it in the dock, and again in the ledger
        paras.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 20))
    if state.settled:
        return paras, [Press("hunt.ledger", look.t("hunt.ledger"), "primary")]
    return paras, [Press("hunt.hint", look.t("hunt.help"))] if state.left and not state.hinted else []


def _abreast(look: Look, width: float, presses: list[Press]) -> bool:
    """Whether the buttons stand side by side: where each of them has room for its words."""
    each = (width - _GAP * (len(presses) - 1)) / max(1, len(presses))
    return not look.landscape and all(look.width(one.text, "label_l") + 60 <= each for one in presses)


def _buttons_height(look: Look, width: float, presses: list[Press]) -> float:
    if not presses:
        return 0.0
    rows = 1 if _abreast(look, width, presses) else len(presses)
    each = look.tokens.touch_min if rows > 2 else button_height(look, primary=False)
    return rows * each + (rows - 1) * _GAP


def _buttons(look: Look, box: Box, presses: list[Press]) -> list[Node]:
    if not presses:
        return []
    cells = box.columns(len(presses), _GAP) if _abreast(look, box.w, presses) else box.rows(len(presses), _GAP)
    nodes: list[Node] = []
    for cell, one in zip(cells, presses, strict=True):
        nodes += button(look, cell, one.id, one.text, one.kind)
    return nodes


# ---- the ledger ----------------------------------------


def ledger(state: HuntState, look: Look, box: Box) -> list[Node]:
    """Every problem with who acts and its points, the sum, and what points are for."""
    total = sum(one.credit for one in state.block.problems)
    same = sum(state.answer(one) == one.acts for one in state.block.problems)
    paras = [Para(look.t("hunt.end.title"), "h2", heads=True, role="heading")]
    for one in state.block.problems:
        who = look.say(state.actor(one.acts).name) if one.acts else ""
        paras.append(
            Para(look.t("hunt.end.line", what=look.say(one.name), who=who, n=one.credit), _voice(look), gap=12)
        )
    paras += [
        Para(look.t("hunt.end.total", n=total), "h3", gap=16),
        Para(look.t("hunt.end.same", n=same, m=len(state.block.problems)), gap=6),
        Para(look.say(state.block.ledger), "body", "ink2", 20),
        Para(look.say(state.block.disclaimer), "meta", "ink2", 12),
    ]
    high = button_height(look)
    body = Box(box.x, max(box.y, 0.0), box.w, box.h - high - _GAP)
    columns = 2 if look.landscape and not look.large else 1
    text, pages = read(look, body.inset(40, 28), paras, state.page, columns=columns)
    nodes: list[Node] = []
    again_w = max(360.0, look.width(look.t("hunt.again"), "label_l") + 60)
    again = Box(box.right - again_w, box.bottom - high, again_w, high)
    if pages > 1:
        turn = pager_height(look)
        wide = again.x - _GAP - box.x
        place = Box(box.x, box.bottom - turn, min(820.0, wide), turn)
        if wide < 700:
            body = Box(body.x, body.y, body.w, body.h - turn - _GAP)
            place = Box(box.x, body.bottom + _GAP, box.w, turn)
        text, pages = read(look, body.inset(40, 28), paras, state.page, columns=columns)
        nodes += pager(look, place, "hunt", (look.t("page.previous"), look.t("page.next")), state.page, pages)
    return [*panel(body, look), *text, *nodes, *button(look, again, "hunt.again", look.t("hunt.again"), "primary")]
