"""The draft as a sheet of paper; beside or below it the opinions, and after they are sent the answers to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.schema import ClauseOpinion
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.clauses.model import ClausesState
from screens.exhibit.blocks.clauses.wording import Listed, answered, changed, drafted, made_up, summary
from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.buttons import centred
from screens.parts.marked import Passage, flow, flow_height
from screens.parts.paged import pager, pager_height
from screens.scene import Box, Fill, Icon, Node, Picture, Target

_GAP = 12.0
_RIGHT_W = {False: 860.0, True: 780.0}  # before the opinions are sent, and after
_PAD = 36.0
_STYLES = ("h2", "body_l", "body")
_ART = Box(0, 0, 288, 160)


def view(state: ClausesState, look: Look, box: Box) -> BlockView:
    """Comment on the draft, or the answers."""
    nodes = _landscape(state, look, box) if look.landscape else _portrait(state, look, box)
    if not state.sent:
        return BlockView(tuple(nodes), sample=True)
    title, told = look.t("clauses.answers.title"), summary(state, look)
    return BlockView(tuple(nodes), title, told, look.t("clauses.answers.hint"), sample=True)


def _landscape(state: ClausesState, look: Look, box: Box) -> list[Node]:
    right_w = _RIGHT_W[state.sent]
    left = Box(box.x, box.y, box.w - right_w - 28, box.h)
    right = Box(left.right + 28, box.y, right_w, box.h)
    row = _row(look)
    nodes = _tabs(state, look, Box(left.x, left.y, left.w, row))
    paper = Box(left.x, left.y + row + _GAP, left.w, left.h - row - _GAP)
    foot = button_height(look)
    acts = Box(right.x, right.bottom - foot, right.w, foot)
    above = Box(right.x, right.y, right.w, right.h - foot - _GAP)
    if not state.sent:
        drawn, full = _reasons(state, look, _snug(look, state, above, 1), 1)
        nodes += _paper(state, look, paper, _drafted(state, look, paper, listed=not full))
        return nodes + drawn + _acts(state, look, acts)
    inner = above.inset(_PAD, 20)
    told, pages = flow(look, inner, answered(state, look), state.page)
    nodes += [*panel(above, look), *told]
    nodes += _paper(state, look, paper, _changed(state, look, paper), pages)
    return nodes + _acts(state, look, acts)


def _portrait(state: ClausesState, look: Look, box: Box) -> list[Node]:
    """The paper above; clauses, opinions and what is done with them below, within low reach."""
    row, foot = _row(look), button_height(look)
    fixed = row + _GAP + foot
    most = box.bottom - max(look.reach_top, box.y + 480) - fixed - _GAP
    reasons = _reasons_height(state, look, box.w, most)
    top = box.bottom - fixed - (reasons + _GAP if not state.sent else 0.0)
    paper = Box(box.x, box.y, box.w, top - _GAP - box.y)
    nodes = _tabs(state, look, Box(box.x, top, box.w, row))
    nodes += _acts(state, look, Box(box.x, box.bottom - foot, box.w, foot))
    if state.sent:
        return nodes + _paper(state, look, paper, _changed(state, look, paper, answered(state, look)))
    drawn, full = _reasons(state, look, Box(box.x, top + row + _GAP, box.w, reasons), 2)
    return nodes + drawn + _paper(state, look, paper, _drafted(state, look, paper, listed=not full))


def _row(look: Look) -> float:
    return 112.0 if look.large else 96.0


# ---- the paper ----------------------------------------


def _drafted(state: ClausesState, look: Look, paper: Box, listed: bool) -> list[Passage]:
    """The whole draft where it will still fit when everything is said about this clause; else the clause alone."""
    inner = paper.inset(_PAD, 28)
    every = replace(state, raised=tuple((state.clause_id, one.id) for one in state.clause.opinions))
    ways: list[tuple[str, bool, Listed]] = [("h1", True, "all"), ("h2", True, "all")] if listed else []
    ways += [] if listed else [("h1", True, "none"), ("h2", True, "none")]
    for style in _STYLES:  # the clause stays large: what was said of it before the last opinion is ticked below
        ways += [(style, False, "all" if listed else "none"), (style, False, "last")]
    for style, whole, told in ways:
        now = drafted(state, look, style, whole, told)
        both = (now, drafted(every, look, style, whole, told))
        if all(flow_height(look, inner.w, one) <= inner.h for one in both):
            return now
    return drafted(state, look, *ways[-1])


def _changed(state: ClausesState, look: Look, paper: Box, told: Sequence[Passage] = ()) -> list[Passage]:
    """The clause before and after, what is `told` about it, and that all of it is made up."""
    inner = paper.inset(_PAD, 28)
    choices = [[*changed(state, look, style), *told, made_up(state, look)] for style in _STYLES]
    return next((one for one in choices if flow_height(look, inner.w, one) <= inner.h), choices[-1])


def _paper(state: ClausesState, look: Look, box: Box, passages: Sequence[Passage], beside: int = 1) -> list[Node]:
    """The sheet with its text; a pager at its foot when this or what stands `beside` it takes more pages."""
    inner = box.inset(_PAD, 28)
    drawn, pages = flow(look, inner, passages)
    if max(pages, beside) == 1:
        return [*_sheet(look, box), *drawn, *_art(look, inner, flow_height(look, inner.w, passages))]
    high = pager_height(look)
    sheet = Box(box.x, box.y, box.w, box.h - high - _GAP)
    drawn, pages = flow(look, sheet.inset(_PAD, 28), passages, state.page)
    count = max(pages, beside)
    words = (look.t("page.previous"), look.t("page.next"))
    row = Box(box.x, box.bottom - high, box.w, high)
    return [*_sheet(look, sheet), *drawn, *pager(look, row, "clauses", words, min(state.page, count - 1), count)]


def _art(look: Look, inner: Box, used: float) -> list[Node]:
    """Paper and pencil in the corner that the words leave free."""
    scale = min(1.4, (inner.h - used - 40) / _ART.h)
    if scale < 0.6:
        return []
    wide, high = _ART.w * scale, _ART.h * scale
    return [Picture(Box(inner.right - wide, inner.bottom - high, wide, high), "mini_draft")]


def _sheet(look: Look, box: Box) -> list[Node]:
    """Paper with a margin line at its left."""
    return [*panel(box, look, radius=6), Fill(Box(box.x + 14, box.y + 18, 3, box.h - 36), "line")]


# ---- what is touched ----------------------------------------


def _tabs(state: ClausesState, look: Look, box: Box) -> list[Node]:
    """The clauses, each with the number of opinions raised on it."""
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", look.tokens.stroke("control"))]
    clauses = state.block.clauses
    for clause, cell in zip(clauses, box.columns(len(clauses), 0), strict=True):
        on = clause.id == state.clause_id
        id = f"clauses.clause.{clause.id}"
        name, count = look.say(clause.name), len(state.raised_on(clause))
        text = look.t("clauses.tab", name=name, n=count) if count else name
        spoken = look.t("clauses.tab.spoken", name=name, n=count)
        nodes += [Fill(cell, "ink", 12)] if on else []
        nodes.append(centred(look, cell, text, "label_l", "on_ink" if on else "ink", cell.w - 24, of=id))
        nodes.append(Target(cell, id, "tab", text, spoken, on, False, 12, on))
    return nodes


def _reasons_height(state: ClausesState, look: Look, width: float, most: float) -> float:
    """Height of the opinions two abreast: in full where that takes no more than `most`, else only their names."""
    cell = Box(0, 0, (width - _GAP) / 2, 0)
    every = [one for clause in state.block.clauses for one in clause.opinions]
    rows = -(-max(len(clause.opinions) for clause in state.block.clauses) // 2)
    full = rows * (max(_words_height(look, one, cell, True, every) for one in every) + 20) + (rows - 1) * _GAP
    return full if full <= most else rows * _named_height(look, cell, every) + (rows - 1) * _GAP


def _named_height(look: Look, cell: Box, every: Sequence[ClauseOpinion]) -> float:
    """Height of an opinion that only has its name."""
    return max(_row(look), max(_words_height(look, one, cell, False, every) for one in every) + 20)


def _snug(look: Look, state: ClausesState, box: Box, across: int) -> Box:
    """The room for the opinions, none of them higher than 150."""
    rows = -(-len(state.clause.opinions) // across)
    return Box(box.x, box.y, box.w, min(box.h, rows * 150.0 + (rows - 1) * _GAP))


def _reasons(state: ClausesState, look: Look, box: Box, across: int) -> tuple[list[Node], bool]:
    """What may be said about the clause, ticked where it is raised; whether there was room to say it in full."""
    opinions = state.clause.opinions
    rows = -(-len(opinions) // across)
    cells = [cell for row in box.rows(rows, _GAP) for cell in row.columns(across, _GAP)]
    every = [one for clause in state.block.clauses for one in clause.opinions]
    full = all(_words_height(look, one, cells[0], True, every) <= cells[0].h - 8 for one in every)
    nodes: list[Node] = []
    for one, cell in zip(opinions, cells, strict=False):
        nodes += _reason(look, cell, one, one in state.raised_on(state.clause), full, every)
    return nodes, full


def _room(cell: Box) -> tuple[float, float]:
    """Where the words of an opinion begin, and how wide they may be."""
    return cell.x + 92, cell.w - 108


def _words_height(look: Look, one: ClauseOpinion, cell: Box, full: bool, every: Sequence[ClauseOpinion]) -> float:
    _, wide = _room(cell)
    high = look.height(look.say(one.reason), _name_style(look, every, wide, full), wide)
    return high + (look.height(look.say(one.says), "meta", wide) if full else 0)


def _name_style(look: Look, every: Sequence[ClauseOpinion], wide: float, full: bool) -> str:
    """Names that stand alone are all set smaller where one of them would take two lines."""
    whole = all(look.width(look.say(one.reason), "label_l") <= wide for one in every)
    return "label_l" if full or whole else "label"


def _reason(
    look: Look, cell: Box, one: ClauseOpinion, on: bool, full: bool, every: Sequence[ClauseOpinion]
) -> list[Node]:
    id = f"clauses.raise.{one.id}"
    text, says = look.say(one.reason), look.say(one.says)
    square = Box(cell.x + 24, cell.center[1] - 24, 48, 48)
    nodes: list[Node] = [
        Fill(cell, "raised", 12, "ink" if on else "control", 5 if on else 2),
        Fill(square, "ink" if on else None, 8, "ink", 4),
    ]
    nodes += [Icon(square.inset(8), "check", "on_ink")] if on else []
    x, wide = _room(cell)
    y = cell.y + (cell.h - _words_height(look, one, cell, full, every)) / 2
    head = look.text(x, y, wide, text, _name_style(look, every, wide, full), of=id, max_h=cell.bottom - y)
    nodes.append(head)
    if full:
        nodes.append(look.text(x, head.box.bottom, wide, says, "meta", color="ink2", of=id))
    nodes.append(Target(cell, id, "toggle", text, f"{text} {says}", on))
    return nodes


def _acts(state: ClausesState, look: Look, box: Box) -> list[Node]:
    """Send in; or say more and start again."""
    if not state.sent:
        count = len(state.raised)
        text = look.t("clauses.send", n=count) if count else look.t("clauses.send.none")
        return button(look, box, "clauses.send", text, icon="next" if count else None, disabled=not count)
    again, edit = box.columns(2, _GAP)
    return [
        *button(look, again, "clauses.again", look.t("clauses.again"), "secondary"),
        *button(look, edit, "clauses.edit", look.t("clauses.edit")),
    ]
