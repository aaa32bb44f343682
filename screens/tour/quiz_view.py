"""The quiz of teams: the question and its answers above, a panel for every team below, each with its own touches."""

from __future__ import annotations

from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Icon, Node, Target
from screens.screen import View
from screens.tour.pieces import ground, sign
from screens.tour.quiz import ANSWER_MS, TeamQuiz
from screens.tour.reveal_view import done_view, reveal_view
from screens.tour.state import TourState
from screens.tour.teams import TEAMS, Team

LETTERS = "ABCD"
_RING = 120.0
_KEY_GAP = 8.0
_PANEL_H = 320.0  # least: the team's sign and two rows of keys


def quiz_view(state: TourState, look: Look) -> View:
    """The page of the quiz's phase; while panels are open, every finger counts."""
    quiz = state.quiz
    if quiz is None or quiz.phase == "done":
        return done_view(state, look)
    if quiz.phase == "reveal":
        return reveal_view(state, quiz, look)
    content = look.content
    nodes: list[Node] = []
    room = content.w - _RING - 24
    count = look.t("tour.quiz.at", i=quiz.at + 1, n=len(quiz.questions))
    first = look.text(content.x, content.y + 8, room, count, "meta", color="ink2")
    words = look.say(quiz.question.question)
    style = look.fit(words, ("h1", "h2", "h3", "label"), room, (2 if look.landscape else 3) * look.style("h2").line)
    head = look.text(content.x, first.box.bottom, room, words, style, role="heading", id="tour.quiz.question")
    nodes += [first, head, *_ring(state, quiz, look, Box(content.right - _RING, content.y + 8, _RING, _RING))]
    top = max(head.box.bottom, content.y + 8 + _RING) + 12
    nodes += _answers(quiz, look, Box(content.x, top, content.w, _answers_height(quiz, look, content.w)))
    top += _answers_height(quiz, look, content.w) + 8
    how, aloud = _how(state, quiz, look), look.t("quiz.how")  # the seconds are seen, not read aloud one by one
    said = look.text(content.x, top, content.w, how, "meta", color="ink2", role="status", spoken=aloud)
    if content.bottom - said.box.bottom - 12 >= _PANEL_H:
        nodes.append(said)
        top = said.box.bottom + 12
    top = max(top, look.reach_top)
    nodes += _panels(state, quiz, look, Box(content.x, top, content.w, content.bottom - top))
    return View(tuple(nodes), many=True)


def _how(state: TourState, quiz: TeamQuiz, look: Look) -> str:
    if state.run is not None and state.run.paused:
        return look.t("tour.quiz.paused")
    if quiz.phase == "read":
        return look.t("tour.quiz.read", n=state.clock_s)
    return look.t("quiz.how")


def _ring(state: TourState, quiz: TeamQuiz, look: Look, box: Box) -> list[Node]:
    """The seconds left, draining; while all read, an eye instead."""
    x, y = box.center
    nodes: list[Node] = [Disc(x, y, box.w / 2 - 6, None, "line", 8)]
    if quiz.phase == "read":
        return [*nodes, Icon(Box(x - 28, y - 28, 56, 56), "eye", "ink")]
    part = min(1.0, state.clock_s * 1000 / ANSWER_MS)
    number = sign(look, box, str(state.clock_s), of="tour.clock")  # not read aloud each second
    return [*nodes, Disc(x, y, box.w / 2 - 6, None, "ink", 8, 0, 360 * part), number]


# ---- the answers ----------------------------------------


def _columns(quiz: TeamQuiz, look: Look) -> int:
    count = len(quiz.question.answers)
    return count if look.landscape else min(2, count)


def _answer_h(quiz: TeamQuiz, look: Look, width: float) -> float:
    columns = _columns(quiz, look)
    room = (width - 16 * (columns - 1)) / columns - 100
    return max(look.height(look.say(one.words), _answer_style(look), room) for one in quiz.question.answers) + 24


def _answer_style(look: Look) -> str:
    return "label"


def _answers_height(quiz: TeamQuiz, look: Look, width: float) -> float:
    down = -(-len(quiz.question.answers) // _columns(quiz, look))
    return down * max(72.0, _answer_h(quiz, look, width)) + (down - 1) * 12


def _answers(quiz: TeamQuiz, look: Look, box: Box) -> list[Node]:
    """Letter and words of each; they are read, not touched: the panels are."""
    columns = _columns(quiz, look)
    down = -(-len(quiz.question.answers) // columns)
    cells = [cell for row in box.rows(down, 12) for cell in row.columns(columns, 16)]
    nodes: list[Node] = []
    for letter, one, cell in zip(LETTERS, quiz.question.answers, cells, strict=False):
        nodes += panel(cell, look)
        nodes.append(centred(look, Box(cell.x + 8, cell.y, 64, cell.h), letter, "h2", "ink"))
        nodes.append(Fill(Box(cell.x + 76, cell.y + 14, 2, cell.h - 28), "line"))
        words = look.say(one.words)
        high = look.height(words, _answer_style(look), cell.w - 100)
        at = cell.center[1] - high / 2
        nodes.append(look.text(cell.x + 92, at, cell.w - 100, words, _answer_style(look), max_h=cell.h))
    return nodes


# ---- the panels ----------------------------------------


def _panels(state: TourState, quiz: TeamQuiz, look: Look, box: Box) -> list[Node]:
    """Landscape: all side by side. Portrait: in two rows."""
    count = len(quiz.answers)
    gap = 24.0 if count == 4 and look.landscape else 10.0
    columns = count if look.landscape else -(-count // 2)
    down = -(-count // columns)
    cells = [cell for row in box.rows(down, 16) for cell in row.columns(columns, gap)]
    nodes: list[Node] = []
    for team, cell in zip(TEAMS, cells[:count], strict=False):
        nodes += _panel(state, quiz, look, cell, team)
    return nodes


def _panel(state: TourState, quiz: TeamQuiz, look: Look, box: Box, team: Team) -> list[Node]:
    pad = min(24.0, (box.w - 2 * 96 - _KEY_GAP) / 2)
    head_h = min(72.0, box.h * 0.2)
    head = Box(box.x + pad, box.y + 4, box.w - 2 * pad, head_h)
    nodes: list[Node] = [ground(look, box, team), *_head(look, head, quiz, team)]
    keys = Box(box.x + pad, head.bottom + 4, box.w - 2 * pad, box.bottom - max(8.0, pad) - head.bottom - 4)
    given = quiz.answers[team.number - 1]
    paused = state.run is not None and state.run.paused
    if given:
        return nodes + _given(look, keys, team, paused)
    return nodes + _keys(quiz, look, keys, team, closed=quiz.phase == "read" or paused)


def _head(look: Look, box: Box, quiz: TeamQuiz, team: Team) -> list[Node]:
    """Shape, number, name where there is room, and a dot for each right answer so far."""
    size = min(48.0, box.h - 8)
    right = quiz.right[team.number - 1]
    nodes: list[Node] = [Icon(Box(box.x, box.center[1] - size / 2, size, size), team.icon, "ink")]
    style = look.tokens.style("h3", "normal")
    name = f"{team.number} {look.t(team.name)}"
    step = 24.0
    dots_w = quiz.at * step
    room = box.w - size - 10 - dots_w
    if look.ruler(name, style) > room:
        name = str(team.number)
    wide = look.ruler(name, style)
    place = Box(box.x + size + 10, box.y, wide + 2, box.h)
    nodes.append(sign(look, place, name, align="left", full=f"{team.number} {look.t(team.name)}"))
    if dots_w + size + 10 + wide <= box.w:
        left = box.right - dots_w + step / 2
        nodes += [
            Disc(left + i * step, box.center[1], 8, "ink" if i < right else None, "ink", 3) for i in range(quiz.at)
        ]
    return nodes


def _keys(quiz: TeamQuiz, look: Look, box: Box, team: Team, *, closed: bool) -> list[Node]:
    answers = quiz.question.answers
    stacked = len(answers) < 4 and box.h >= len(answers) * (look.tokens.touch_min + _KEY_GAP)
    abreast = len(answers) == 3 and box.w >= 3 * look.tokens.touch_min + 2 * _KEY_GAP
    columns = 1 if stacked else 3 if abreast else 2
    down = -(-len(answers) // columns)
    cells = [cell for row in box.rows(down, _KEY_GAP) for cell in row.columns(columns, _KEY_GAP)]
    nodes: list[Node] = []
    for letter, one, cell in zip(LETTERS, answers, cells, strict=False):
        id = f"tour.quiz.choose.{team.number}.{one.id}"
        ink = "disabled_text" if closed else "ink"
        fill, edge = ("disabled_fill", "control") if closed else ("raised", "ink")
        nodes.append(Fill(cell, fill, 12, edge, 3, dashed=closed))
        nodes.append(centred(look, cell, letter, "h2", ink, of=id))
        spoken = f"{team.number} {look.t(team.name)}: {letter}, {look.say(one.words)}"
        nodes.append(Target(cell, id, "option", letter, spoken, None, closed))
    return nodes


def _given(look: Look, box: Box, team: Team, paused: bool) -> list[Node]:
    """What was chosen stays hidden until the time is up."""
    id = f"tour.quiz.change.{team.number}"
    words, again = look.t("quiz.locked"), look.t("tour.quiz.change")
    room = box.w - 12
    narrow = max(look.width(words, "label"), look.width(again, "meta")) > room
    first = look.tokens.style("label", "normal").line if narrow else look.style("label").line
    second = 0.0 if narrow and look.large else look.height(again, "meta", room)
    x, y = box.center
    high = 56 + first + second
    if high > box.h - 8:
        high, second = high - second, 0.0
    top = y - high / 2
    nodes: list[Node] = [Fill(box, "raised", 12, "ink", 4), Icon(Box(x - 24, top, 48, 48), "lock", "ink")]
    place = Box(box.x + 6, top + 56, room, first)
    nodes.append(sign(look, place, words, "label") if narrow else centred(look, place, words, "label", "ink", of=id))
    if second:
        nodes.append(centred(look, Box(place.x, place.bottom, room, second), again, "meta", "ink2", of=id))
    name = f"{team.number} {look.t(team.name)}"
    nodes.append(Target(box, id, "button", words, f"{name}: {words}, {again}", None, paused))
    return nodes
