"""A page that grows: what is written so far beside the question and its wordings."""

from __future__ import annotations

from content.schema import Wording
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.sharpen.finish_view import finished
from screens.exhibit.blocks.sharpen.state import SharpenState
from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.foot import Press
from screens.parts.paged import Para, pager, pager_height, read
from screens.parts.told import told
from screens.scene import Box, Fill, Icon, Node, Target

_GAP = 20.0
_PAD = 32.0
_WORDING_GAP = 12.0
_LEAST_PAPER = 300.0
_FULL_PAPER = 640.0  # both languages' longest page, upright
_MOST_EXTRA = 90.0


def view(state: SharpenState, look: Look, box: Box) -> BlockView:
    """The question of the open slot is the heading."""
    if state.done:
        done = tuple(finished(state, look, box))
        return BlockView(done, title=look.t("sharpen.title.done"), subtitle=_score(state, look), sample=True)
    place = look.t("sharpen.sub", i=state.at + 1, n=len(state.block.slots))
    sub = look.t("sharpen.sub.madeup", place=place, madeup=look.say(state.block.disclaimer))
    nodes = _paged_writing(state, look, box) if look.large else _writing(state, look, box)
    return BlockView(tuple(nodes), title=look.say(state.slot.question), subtitle=sub, sample=True)


def _score(state: SharpenState, look: Look) -> str:
    met, of = state.score
    return look.t("sharpen.score", k=met, n=of)


# ---- writing ----------------------------------------


def _writing(state: SharpenState, look: Look, box: Box) -> list[Node]:
    """The page and the wordings, side by side or one above the other."""
    if look.landscape:
        wide = box.w * 0.44
        paper = Box(box.x, box.y, wide, box.h)
        acts = Box(box.x + wide + 32, box.y, box.w - wide - 32, box.h)
        return [*_paper(state, look, paper), *_acts(state, look, acts)]
    high = _acts_height(state, look, box.w)
    high += max(0.0, min(len(state.slot.wordings) * _MOST_EXTRA, box.h - _GAP - _FULL_PAPER - high))
    high = min(high, box.bottom - max(box.y, look.reach_top))
    acts = Box(box.x, box.bottom - high, box.w, high)
    return [*_paper(state, look, Box(box.x, box.y, box.w, acts.y - _GAP - box.y)), *_acts(state, look, acts)]


def _paged_writing(state: SharpenState, look: Look, box: Box) -> list[Node]:
    """Large letters: the wordings fill the box, page by page; the page itself is read at the end."""
    chosen = state.wording(state.slot)
    if chosen:
        paras = [Para(look.say(chosen.words), "body"), *_verdict_paras(look, chosen)]
        presses = (
            Press("sharpen.next", _next_word(state, look), "primary", "next"),
            Press("sharpen.other", look.t("sharpen.other"), icon="undo"),
        )
        return told(look, box, "sharpen", (paras,), state.page, presses)
    wordings = state.slot.wordings
    heights = [_height(look, box.w, one) for one in wordings]
    pages: list[list[int]] = [[]]
    room = box.h - pager_height(look) - _GAP
    for i, high in enumerate(heights):
        used = sum(heights[j] + _WORDING_GAP for j in pages[-1])
        if pages[-1] and used + high > room + 0.5:
            pages.append([])
        pages[-1].append(i)
    whole = len(pages) == 1 or sum(heights) + _WORDING_GAP * (len(heights) - 1) <= box.h
    shown = list(range(len(wordings))) if whole else pages[state.page % len(pages)]
    high = sum(heights[i] for i in shown) + _WORDING_GAP * (len(shown) - 1)
    y = (box.bottom if whole else box.bottom - pager_height(look) - _GAP) - high
    nodes: list[Node] = []
    if whole and y - _GAP - box.y >= _LEAST_PAPER:
        nodes += _paper(state, look, Box(box.x, box.y, box.w, y - _GAP - box.y))
    elif not look.reach_top:
        y = box.y
    for i in shown:
        nodes += _option(state, look, Box(box.x, y, box.w, heights[i]), wordings[i])
        y += heights[i] + _WORDING_GAP
    if not whole:
        row = Box(box.x, box.bottom - pager_height(look), min(box.w, 1100.0), pager_height(look))
        turn = (look.t("page.previous"), look.t("page.next"))
        nodes += pager(look, row, "sharpen", turn, state.page, len(pages))
    return nodes


def _paper(state: SharpenState, look: Look, box: Box) -> list[Node]:
    """The sheet: the vague line on top, then what is written, blanks where nothing is yet."""
    inner = Box(box.x + _PAD + 6, box.y + 24, box.w - 2 * _PAD - 6, box.h - 48)
    began = [
        Para(look.t("sharpen.before"), "meta", "ink2", heads=True),
        Para(look.say(state.block.vague), "body", gap=4),
    ]
    now = [Para(look.t("sharpen.now"), "meta", "ink2", 28, heads=True)]
    written, blank = [], []
    for slot in state.block.slots:
        if one := state.wording(slot):
            written.append(Para(look.say(one.words), "body", gap=8))
        else:
            blank.append(Para(look.t("sharpen.blank", what=look.say(slot.name)), "body", "ink2", 8))
    # Where room is short, blanks go first, then the look back: what is written last stays in sight.
    lesser = ([*began, *now, *written, *blank], [*began, *now, *written] if written else began)
    last = ([*now, *written[at:]] for at in range(len(written)))
    for paras in (*lesser, *last, written[-1:] or began[1:]):
        text, pages = read(look, inner, paras)
        if pages == 1:
            break
    return [*panel(box, look), Fill(Box(box.x, box.y, 6, box.h), "teal"), *text]


def _acts(state: SharpenState, look: Look, box: Box) -> list[Node]:
    """The wordings; below the chosen one's verdict and the way on."""
    nodes: list[Node] = []
    y = box.y
    extra = _extra(state, look, box)
    for one in state.slot.wordings:
        high = _height(look, box.w, one) + extra
        nodes += _option(state, look, Box(box.x, y, box.w, high), one)
        y += high + _WORDING_GAP
    chosen = state.wording(state.slot)
    if not chosen:
        return [*nodes, *_ask(look, Box(box.x, y + 4, box.w, box.bottom - y - 4))]
    foot = button_height(look)
    place = Box(box.x, y + 4, box.w, box.bottom - foot - _GAP - y - 4)
    wide = min(box.w, look.width(_next_word(state, look), "label_l") + 200)
    at = Box(box.right - wide, box.bottom - foot, wide, foot)
    onward = button(look, at, "sharpen.next", _next_word(state, look), icon="next")
    return [*nodes, *_verdict(look, place, chosen), *onward]


def _ask(look: Look, box: Box) -> list[Node]:
    """Before the first touch: what to do, where the verdict will stand."""
    text = look.t("sharpen.ask")
    high = look.height(text, "body", box.w - 2 * _PAD) + 48
    if high > box.h:
        return []
    said = look.text(box.x + _PAD, box.y + 24, box.w - 2 * _PAD, text, "body", role="note")
    return [Fill(Box(box.x, box.y, box.w, high), "teal_wash", 6), Fill(Box(box.x, box.y, 6, high), "teal_deep"), said]


def _extra(state: SharpenState, look: Look, box: Box) -> float:
    """How much taller each wording may be: what the tallest verdict and the way on leave free."""
    spare = (box.h - _acts_height(state, look, box.w)) / len(state.slot.wordings)
    return min(max(0.0, spare), _MOST_EXTRA)


def _acts_height(state: SharpenState, look: Look, width: float) -> float:
    slot = state.slot
    wordings = sum(_height(look, width, one) + _WORDING_GAP for one in slot.wordings)
    verdict = max(_verdict_height(look, width, one) for one in slot.wordings)
    return wordings + 4 + verdict + _GAP + button_height(look)


def _next_word(state: SharpenState, look: Look) -> str:
    return look.t("sharpen.finish" if state.at + 1 == len(state.block.slots) else "sharpen.next")


def _text_style(look: Look) -> str:
    return "label"


def _height(look: Look, width: float, one: Wording) -> float:
    return max(96.0, look.height(look.say(one.words), _text_style(look), width - 2 * _PAD - 56) + 32)


def _option(state: SharpenState, look: Look, box: Box, one: Wording) -> list[Node]:
    on = dict(state.chosen).get(state.slot.id) == one.id
    id = f"sharpen.wording.{one.id}"
    text = look.say(one.words)
    room = box.w - 2 * _PAD - 56
    high = look.height(text, _text_style(look), room)
    nodes: list[Node] = [Fill(box, "raised", 12, "ink" if on else "control", 5 if on else 3)]
    nodes.append(look.text(box.x + _PAD, box.y + (box.h - high) / 2, room, text, _text_style(look), of=id, max_h=box.h))
    if on:
        nodes.append(Icon(Box(box.right - _PAD - 40, box.center[1] - 20, 40, 40), "check", "ink"))
    return [*nodes, Target(box, id, "option", text, text, on)]


def _verdict(look: Look, box: Box, one: Wording) -> list[Node]:
    """Whether it is concrete, and why: teal when it is, ochre when it could be better."""
    tone = "ochre" if one.flaw else "teal"
    high = min(box.h, _verdict_height(look, box.w, one))
    ground = Box(box.x, box.y, box.w, high)
    head = look.text(box.x + _PAD, box.y + 14, box.w - 2 * _PAD, _flaw(look, one), "label")
    why = look.text(
        box.x + _PAD, head.box.bottom + 2, box.w - 2 * _PAD, look.say(one.why), "meta", role="note",
        max_h=box.bottom - head.box.bottom - 2,
    )  # fmt: skip
    return [Fill(ground, f"{tone}_wash", 6), Fill(Box(box.x, box.y, 6, high), f"{tone}_deep"), head, why]


def _verdict_height(look: Look, width: float, one: Wording) -> float:
    return 30 + look.style("label").line + look.height(look.say(one.why), "meta", width - 2 * _PAD)


def _verdict_paras(look: Look, one: Wording) -> list[Para]:
    color = "ochre_deep" if one.flaw else "teal_deep"
    return [Para(_flaw(look, one), "h3", color, 20, heads=True), Para(look.say(one.why), "body", gap=4)]


def _flaw(look: Look, one: Wording) -> str:
    return look.t(f"sharpen.flaw.{one.flaw or 'none'}")
