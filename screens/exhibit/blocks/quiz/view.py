"""The quiz's pictures: a question with its answers, the explanation, and what holds at the end."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.quiz.model import QuizState, option
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import Press
from screens.parts.paged import Para
from screens.parts.paging import dots
from screens.parts.told import bare, citation, drawing, roomy, told
from screens.scene import Box, Fill, Node, Target

_GAP = 24.0
_PAD = 36.0
_LETTER = 84.0
_LEAST = 104.0
_TALLEST = 220.0
_LETTERS = "ABCD"


def view(state: QuizState, look: Look, box: Box) -> BlockView:
    """One view for each phase."""
    if state.phase == "told":
        return _told(state, look, box)
    if state.phase == "end":
        return _end(state, look, box)
    if state.phase == "empty":
        return BlockView(tuple(told(look, box, "quiz", ([Para(look.t("quiz.empty"), "body_l")],), 0, ())))
    return _ask(state, look, box)


def _ask(state: QuizState, look: Look, box: Box) -> BlockView:
    """The question beside its answers; in portrait above them, with the answers within reach."""
    asked, room = _halves(state, look, box)
    inner = asked.inset(_PAD, 28)
    line = look.style("meta").line
    words = look.say(state.question.question)
    style = look.fit(words, ("h1", "h2", "h3"), inner.w, inner.h - line - 64)
    top = inner.y + line + 12
    nodes: list[Node] = panel(asked, look)
    nodes.append(look.text(inner.x, inner.y, inner.w, _place(state, look), "meta", color="ink2"))
    text = look.text(inner.x, top, inner.w, words, style, role="heading", max_h=inner.bottom - top)
    nodes.append(text)
    if inner.bottom - text.box.bottom >= 60:
        wide = 32.0 * len(state.questions)
        nodes += dots(look, Box(inner.x, inner.bottom - 36, wide, 36), state.at, len(state.questions))
        if state.block.art:
            nodes += drawing(Box(asked.x, asked.y, asked.w, asked.h - 48), [text], state.block.art)
    style = _style(state, look, room.w)
    for cell, letter, one in zip(_rows(state, look, room), _LETTERS, state.question.answers, strict=False):
        nodes += _answer(look, cell, letter, f"quiz.answer.{one.id}", look.say(one.words), style)
    return BlockView(tuple(nodes), hint=look.t("quiz.hint"))


def _place(state: QuizState, look: Look) -> str:
    return look.t("quiz.asked", n=state.at + 1, m=len(state.questions))


def _halves(state: QuizState, look: Look, box: Box) -> tuple[Box, Box]:
    """Where the question is read, and where it is answered."""
    if look.landscape:
        wide = (box.w - _GAP) * 0.42
        return Box(box.x, box.y, wide, box.h), Box(box.x + wide + _GAP, box.y, box.w - wide - _GAP, box.h)
    least = sum(_needs(state, look, box.w)) + 16 * (len(state.question.answers) - 1)
    high = min(box.h * 0.62, max(least, len(state.question.answers) * (_TALLEST + 16)))
    high = max(high, least)
    if look.reach_top:
        high = max(least, min(high, box.bottom - look.reach_top))
    return (
        Box(box.x, box.y, box.w, box.h - high - _GAP),
        Box(box.x, box.bottom - high, box.w, high),
    )


def _style(state: QuizState, look: Look, width: float) -> str:
    """Answers that all take one line are set large."""
    room = width - _LETTER - 2 * 28
    short = all(look.width(look.say(one.words), "h2") <= room for one in state.question.answers)
    return "h2" if short and not look.large else "label_l"


def _needs(state: QuizState, look: Look, width: float) -> list[float]:
    room = width - _LETTER - 2 * 28
    return [max(_LEAST, look.height(look.say(one.words), "label_l", room) + 32) for one in state.question.answers]


def _rows(state: QuizState, look: Look, box: Box) -> list[Box]:
    """One row an answer, as high as its words, the spare room shared out."""
    needs = _needs(state, look, box.w)
    spare = max(0.0, box.h - sum(needs) - 16 * (len(needs) - 1)) / len(needs)
    cells: list[Box] = []
    y = box.y
    for need in needs:
        high = max(need, min(need + spare, _TALLEST))
        cells.append(Box(box.x, y, box.w, high))
        y += high + 16
    return cells


def _answer(look: Look, box: Box, letter: str, id: str, words: str, style: str) -> list[Node]:
    room = box.w - _LETTER - 2 * 28
    high = look.height(words, style, room)
    big = look.style("h2").line
    x = box.x + 28 + _LETTER
    return [
        Fill(box, "raised", 12, "ink", look.tokens.stroke("control")),
        look.text(box.x + 28, box.center[1] - big / 2, _LETTER - 24, letter, "h2", color="teal_deep", of=id),
        Fill(Box(box.x + 28 + _LETTER - 24, box.y + 28, 2, box.h - 56), "line"),
        look.text(x, box.center[1] - high / 2, room, words, style, max_h=box.h, of=id),
        Target(box, id, "option", words, f"{letter}, {words}" if look.english else f"{letter}，{words}"),
    ]


def _told(state: QuizState, look: Look, box: Box) -> BlockView:
    """The question and the answer given, beside the answer that holds, why, and where that is written."""
    question = state.question
    asked = [
        Para(_place(state, look), "meta", "ink2"),
        Para(look.say(question.question), "h3", gap=12),
        Para(look.t("quiz.yours"), "meta", "ink2", 24, heads=True),
        Para(look.say(state.chosen(state.at).words), "body_l", gap=2),
    ]
    right = state.answers[state.at] == question.right
    why = [
        Para(look.t("quiz.right" if right else "quiz.other"), "h3", "teal_deep", heads=True),
        Para(look.say(option(question, question.right).words), "h2", gap=2, heads=True, role="heading"),
        Para(look.say(question.explanation), "body_l", gap=12),
    ]
    said = citation(look, question.explanation.sources, state.sources)
    if said:
        why.append(Para(said, "meta", "ink2", 20))
    last = len(state.answers) == len(state.questions)
    on = Press("quiz.next", look.t("quiz.finish" if last else "quiz.next"), "primary", "next")
    nodes = told(look, roomy(look, box), "quiz", (asked, why), state.page, (on,), state.block.art)
    return BlockView(tuple(nodes), hint=look.t("quiz.told.hint"), bare=bare(look))


def _end(state: QuizState, look: Look, box: Box) -> BlockView:
    """Every question with what holds; no score."""
    title = look.t("quiz.end", n=len(state.questions))
    paras = [Para(title, "h2", heads=True, role="heading")] if bare(look) else []
    for i, question in enumerate(state.questions):
        paras.append(Para(look.say(question.question), "h3", gap=24, heads=True, role="heading"))
        paras.append(Para(look.say(option(question, question.right).words), color="teal_deep", gap=4))
        if state.answers[i] != question.right:
            what = look.say(state.chosen(i).words)
            paras.append(Para(look.t("quiz.first", what=what), "meta", "ink2", 0))
    key = "quiz.more" if state.fresh else "quiz.again"
    again = Press("quiz.again", look.t(key), "primary")
    nodes = told(look, roomy(look, box), "quiz", (paras,), state.page, (again,), state.block.art)
    return BlockView(tuple(nodes), title=title, hint=look.t("quiz.end.hint"), bare=bare(look))
