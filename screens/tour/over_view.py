"""The end of a tour: where it led, what the teams did, and a code to take along. Nobody's name is on it."""

from __future__ import annotations

from screens.look import Look
from screens.parts import button, button_height, panel, qr_panel
from screens.parts.ample import ample, even
from screens.parts.paged import Para, read
from screens.scene import Box, Node
from screens.screen import View
from screens.tour.pieces import GAP, heading, team_name, turns
from screens.tour.reveal_view import scores
from screens.tour.state import TourState
from screens.tour.teams import TEAMS

#: Bytes in the code: it has to be read from a phone at arm's length (media.qr allows a little more).
_CODE_BYTES = 380
_QR = 400.0
_TEAM_H = 96.0
_LEAST_WORDS = 260.0


def over_view(state: TourState, look: Look) -> View:
    """Landscape: words left, the code right. Portrait: the code below the words."""
    content = look.content
    nodes, top = heading(look, content, look.t("tour.over"), look.t("tour.over.sub"))
    high = button_height(look, primary=False)
    foot = Box(content.x, content.bottom - high, content.w, high)
    caption = look.t("tour.over.qr.address" if state.tour and state.tour.address else "tour.over.qr")
    told_h = look.height(caption, "meta", _QR if look.landscape else content.w)
    size = min(_QR, foot.y - GAP - top - 12 - told_h)
    if look.landscape:
        code = Box(content.right - _QR, top, _QR, foot.y - GAP - top)
        body = Box(content.x, top, content.w - _QR - 48, foot.y - GAP - top)
    else:
        below = size + 12 + told_h
        code = Box(content.x, foot.y - GAP - below, content.w, below)
        body = Box(content.x, top, content.w, code.y - GAP - top)
    left = code.center[0] - size / 2
    nodes += qr_panel(look, left, code.y, size, take_along(state, look), "tour.code", caption)
    under = code.y + size + 12
    nodes.append(look.text(code.x, under, code.w, caption, "meta", align="center", max_h=code.bottom - under))
    again_w = min(content.w * 0.5, look.width(look.t("tour.over.again"), "label_l") + 140)
    again = Box(foot.right - again_w, foot.y, again_w, high)
    nodes += button(look, again, "tour.again", look.t("tour.over.again"), "secondary", icon="undo")
    return View((*nodes, *_told(state, look, body, foot, again_w)), sample=state.vote is not None)


def _told(state: TourState, look: Look, body: Box, foot: Box, taken: float) -> list[Node]:
    board, rest, told = _board(state, look, body)
    turn = Box(foot.x, foot.y, foot.w - taken - GAP, foot.h)
    first, sources = _paras(state, look, scored=not told), _sources(state, look)
    if not told:
        text, pages = _written(look, body, [*first, *sources], state.leaf)
        return [*text, *turns(look, turn, state.leaf, pages)]
    _, above = _written(look, rest, first, 0)
    _, after = _written(look, body, sources, 0) if sources else ([], 0)
    leaf = state.leaf % (above + after)
    if leaf < above:
        text = [*board, *_written(look, rest, first, leaf)[0]]
    else:
        text, _ = _written(look, body, sources, leaf - above)
    return [*text, *turns(look, turn, state.leaf, above + after)]


def _written(look: Look, body: Box, paras: list[Para], leaf: int) -> tuple[list[Node], int]:
    """A panel with a page of the words."""
    columns = 2 if look.landscape and not look.large else 1
    inner = body.inset(36, 24)
    paras = ample(look, inner, paras, columns=columns)
    text, pages = read(look, even(look, inner, paras, columns=columns), paras, leaf, columns=columns)
    return [*panel(body, look), *text], pages


def _board(state: TourState, look: Look, body: Box) -> tuple[list[Node], Box, bool]:
    """What every team had right, as its sign and dots, above the words; what room is left for these, and whether."""
    quiz = state.quiz
    if quiz is None or not quiz.asked or look.large:
        return [], body, False
    columns = 2 if len(quiz.right) <= 4 or not look.landscape else 4
    head = look.style("h3").line + 8
    high = head + -(-len(quiz.right) // columns) * (_TEAM_H + 12) - 12
    rest = Box(body.x, body.y + high + 20, body.w, body.h - high - 20)
    if rest.h < _LEAST_WORDS:
        return [], body, False
    title = look.text(body.x, body.y, body.w, look.t("tour.over.scores"), "h3", role="heading")
    board = Box(body.x, body.y + head, body.w, high - head)
    return [title, *scores(quiz, look, board, columns)], rest, True


def _paras(state: TourState, look: Look, *, scored: bool) -> list[Para]:
    paras = [Para(look.t("tour.over.route"), "h3", heads=True)]
    paras += [Para(f"{i}  {look.say(one.title)}", "body", gap=4) for i, one in enumerate(state.stops, start=1)]
    if scored and state.quiz is not None and state.quiz.asked:
        paras.append(Para(look.t("tour.over.scores"), "h3", gap=28, heads=True))
        for team, right in zip(TEAMS, state.quiz.right, strict=False):
            score = look.t("tour.quiz.score", n=right, m=state.quiz.asked)
            paras.append(Para(f"{team_name(look, team)}  {score}", "body", gap=4))
    if state.vote is not None:
        paras.append(Para(look.t("tour.over.vote"), "h3", gap=28, heads=True))
        names = {one.id: look.say(one.name) for one in state.vote.block.candidates}
        chosen = state.vote.outcome.chosen if state.vote.phase == "count" else ()
        paras += [Para(names[one], "body", gap=4) for one in chosen]
        if not chosen:
            paras.append(Para(look.t("tour.over.nothing"), "body", "ink2", 4))
        else:
            paras.append(Para(look.say(state.vote.block.comparison), "meta", "ink2", 16))
    return paras


def _sources(state: TourState, look: Look) -> list[Para]:
    if not state.sources:
        return []
    head = Para(look.t("tour.over.sources"), "h3", gap=28, heads=True)
    return [head, *(Para(look.say(one.title), "meta", "ink2", 4) for one in state.sources)]


def take_along(state: TourState, look: Look) -> str:
    """What the code says: the address content gives, or the route and its sources as plain text, as many as fit."""
    tour = state.tour
    if tour is None:
        return look.t("tour.over")
    if tour.address:
        return tour.address
    lines = [look.say(tour.title)]
    lines += [f"{i} {look.say(one.title)}" for i, one in enumerate(state.stops, start=1)]
    titles = [look.say(one.title) for one in state.sources]
    taken = 0
    for count in range(len(titles) + 1):
        if len(_text(look, lines, titles, count).encode()) > _CODE_BYTES:
            break
        taken = count
    return _text(look, lines, titles, taken)


def _text(look: Look, lines: list[str], titles: list[str], count: int) -> str:
    rest = [look.t("tour.over.rest", n=len(titles) - count)] if 0 < count < len(titles) else []
    sources = [look.t("tour.over.sources"), *titles[:count], *rest] if count else []
    return "\n".join([*lines, *sources])
