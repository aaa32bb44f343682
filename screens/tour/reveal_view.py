"""After each question: the answer, why, where that is written, and what every team chose. At the end: the scores."""

from __future__ import annotations

from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.buttons import centred
from screens.parts.paged import Para, read
from screens.scene import Box, Icon, Node
from screens.screen import View
from screens.tour.pieces import GAP, dots, emblem, ground, heading, sign, team_name, turns
from screens.tour.quiz import TeamQuiz
from screens.tour.state import TourState
from screens.tour.teams import TEAMS, Team


def reveal_view(state: TourState, quiz: TeamQuiz, look: Look) -> View:
    """The explanation keeps the room; the teams are a row of signs below it."""
    content = look.content
    question = quiz.question
    count = look.t("tour.quiz.at", i=quiz.at + 1, n=len(quiz.questions))
    at = [one.id for one in question.answers].index(question.right)
    right = look.t("tour.quiz.right", letter="ABCD"[at], words=look.say(question.answers[at].words))
    nodes, top = heading(look, content, right, count, lines=1 if look.landscape else 2)
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    next_w = 480.0 if look.landscape else content.w * 0.5
    last = quiz.at + 1 == len(quiz.questions)
    word = look.t("tour.quiz.finish" if last else "tour.quiz.next")
    nodes += button(look, Box(foot.right - next_w, foot.y, next_w, high), "tour.quiz.next", word, icon="next")
    columns = len(quiz.answers) if look.landscape else 4
    down = -(-len(quiz.answers) // columns)
    row_h = _sign_h(look)
    signs = Box(content.x, foot.y - GAP - down * row_h - (down - 1) * 10, content.w, down * row_h + (down - 1) * 10)
    cells = [cell for row in signs.rows(down, 10) for cell in row.columns(columns, 10)]
    for team, cell in zip(TEAMS, cells[: len(quiz.answers)], strict=False):
        nodes += _sign(quiz, look, cell, team)
    body = Box(content.x, top, content.w, signs.y - GAP - top)
    inner = body.inset(40, 24)
    paras = _paras(state, quiz, look, inner.w)
    text, pages = read(look, inner, paras, state.leaf)
    nodes += [*panel(body, look), *text]
    nodes += turns(look, Box(foot.x, foot.y, foot.w - next_w - GAP, high), state.leaf, pages)
    return View(tuple(nodes), hint=look.t("tour.quiz.hint"))


def _paras(state: TourState, quiz: TeamQuiz, look: Look, width: float) -> list[Para]:
    question = quiz.question
    titles = [look.say(one.title) for one in state.sources if one.id in question.explanation.sources]
    written = ("; " if look.english else "；").join(titles)
    paras = [
        Para(look.say(question.question), "meta", "ink2"),
        *(Para(line, "body", gap=4) for line in _answers(quiz, look, width)),
        Para(look.say(question.explanation), "body_l" if look.large or not look.landscape else "h2", gap=24),
    ]
    if not any(quiz.answers):
        paras.append(Para(look.t("quiz.late"), "meta", "ink2", 12))
    if written:
        paras.append(Para(look.t("told.source", what=written), "meta", "ink2", 20))
    return paras


def _answers(quiz: TeamQuiz, look: Look, width: float) -> list[str]:
    """The answers, in one line where they have room in it."""
    lines = [f"{letter}  {look.say(one.words)}" for letter, one in zip("ABCD", quiz.question.answers, strict=False)]
    row = ("    " if look.english else "\u3000\u3000").join(lines)
    return [row] if look.width(row, "body") <= width else lines


def _sign_h(look: Look) -> float:
    return 112.0 if look.large else 104.0


def _sign(quiz: TeamQuiz, look: Look, box: Box, team: Team) -> list[Node]:
    """The team's shape and number, the letter it chose, and whether that was right."""
    given = quiz.answers[team.number - 1]
    ids = [one.id for one in quiz.question.answers]
    letter = "ABCD"[ids.index(given)] if given in ids else look.t("tour.quiz.none")
    right = given == quiz.question.right
    inner = box.inset(12, 8)
    icon = min(44.0, inner.w * 0.25)
    y = inner.center[1]
    nodes: list[Node] = [ground(look, box, team), Icon(Box(inner.x, y - icon / 2 - 18, icon, icon), team.icon, "ink")]
    nodes.append(sign(look, Box(inner.x, y + 4, icon, 40), str(team.number), "label", full=team_name(look, team)))
    rest = Box(inner.x + icon + 8, inner.y, inner.w - icon - 8, inner.h)
    mark = 40.0
    if given:
        place = Box(rest.right - mark, y - mark / 2, mark, mark)
        nodes.append(Icon(place, "check" if right else "minus", "ink" if right else "ink2"))
        rest = Box(rest.x, rest.y, rest.w - mark - 4, rest.h)
    style = look.fit(letter, ("h2", "label", "meta"), rest.w, rest.h)
    return [*nodes, centred(look, rest, letter, style, "ink")]


def done_view(state: TourState, look: Look) -> View:
    """How many each team had right, in the teams' own order; nobody is first."""
    content = look.content
    quiz = state.quiz
    asked = quiz.asked if quiz is not None else 0
    sub = look.t("tour.quiz.done.sub", n=asked) if quiz is not None else look.t("tour.quiz.empty")
    title = look.t("tour.quiz.done") if quiz is not None else look.say(state.stop.title)
    nodes, top = heading(look, content, title, sub)
    high = button_height(look)
    foot = Box(content.x, content.bottom - high, content.w, high)
    on = Box(foot.right - 480, foot.y, 480, high) if look.landscape else foot
    word = look.t("tour.finish" if state.last else "tour.next")
    nodes += button(look, on, "tour.next", word, icon="next")
    if quiz is not None:
        nodes += scores(quiz, look, Box(content.x, top, content.w, foot.y - GAP - top))
    return View(tuple(nodes), hint=look.t("tour.quiz.hint"))


def scores(quiz: TeamQuiz, look: Look, box: Box, columns: int = 2) -> list[Node]:
    """A row for each team: its sign, and a dot for each question."""
    count = len(quiz.right)
    down = -(-count // columns)
    high = min(150.0, (box.h - 12 * (down - 1)) / down)
    frame = Box(box.x, box.y, box.w, high * down + 12 * (down - 1))
    cells = [cell for row in frame.rows(down, 12) for cell in row.columns(columns, 12)]
    nodes: list[Node] = []
    for team, cell in zip(TEAMS, cells[:count], strict=False):
        inner = cell.inset(20, 8)
        nodes.append(ground(look, cell, team))
        nodes += emblem(look, Box(inner.x, inner.y, inner.w * 0.5, inner.h), team)
        place = Box(inner.x + inner.w * 0.5, inner.y, inner.w * 0.5, inner.h)
        nodes += dots(look, place, quiz.right[team.number - 1], quiz.asked)
    return nodes
