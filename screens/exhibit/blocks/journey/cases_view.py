"""The cases to choose from: a drawing, a name, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import JourneyCase
from screens.exhibit.blocks.journey.state import JourneyState
from screens.look import Look
from screens.parts import note
from screens.scene import Box, Fill, Icon, Label, Node, Picture, Target

_PAD = 28.0
_GAP = 24.0
_LEAST_ART = 84.0


def cases_view(state: JourneyState, look: Look, box: Box) -> list[Node]:
    """Landscape: cards side by side. Portrait: rows. The disclaimer stands below, or above where controls lie low."""
    text = look.say(state.block.disclaimer)
    high = look.height(text, "meta", box.w - 116) + 32
    cases = state.block.cases
    if look.landscape:
        cells = Box(box.x, box.y, box.w, box.h - high - GAP).columns(len(cases), _GAP)
        about = Box(box.x, box.bottom - high, box.w, high)
    else:
        top = max(box.y + high + GAP, look.reach_top)
        cells = Box(box.x, top, box.w, box.bottom - top).rows(len(cases), GAP)
        about = Box(box.x, box.y, box.w, high)
    nodes: list[Node] = note(look, about, text, icon="info", tone="teal")
    if not look.landscape and cells[0].y - about.bottom > 240:
        room = Box(box.x, about.bottom + 24, box.w, cells[0].y - about.bottom - 48)
        nodes.append(Picture(room, "story_page"))
    for case, cell in zip(cases, cells, strict=True):
        nodes += _tall(look, cell, case, cases) if look.landscape else _row(look, cell, case)
    return nodes


GAP = 20.0


def _words(look: Look, x: float, y: float, w: float, case: JourneyCase, bottom: float) -> list[Label]:
    id = f"journey.case.{case.id}"
    name = look.text(x, y, w, look.say(case.name), "h3", of=id, max_h=bottom - y)
    line = look.text(x, name.box.bottom + 6, w, look.say(case.line), "meta", color="ink2", of=id)
    over = line.box.bottom > bottom + 0.5
    if over:
        line = look.text(x, name.box.bottom + 6, w, look.say(case.line), "meta", color="ink2", of=id, max_h=0)
    return [name, line]


def _words_height(look: Look, w: float, case: JourneyCase) -> float:
    return look.height(look.say(case.name), "h3", w) + 6 + look.height(look.say(case.line), "meta", w)


def _frame(look: Look, box: Box, case: JourneyCase) -> tuple[list[Node], Target]:
    name, line = look.say(case.name), look.say(case.line)
    spoken = look.t("journey.case.spoken", name=name, line=line)
    return [Fill(box, "raised", 12, "control", 3)], Target(box, f"journey.case.{case.id}", "button", name, spoken)


def _tall(look: Look, box: Box, case: JourneyCase, cases: Sequence[JourneyCase]) -> list[Node]:
    """All cards alike: a drawing on each, above words that begin at one height, or on none."""
    nodes, target = _frame(look, box, case)
    room = box.w - 2 * _PAD - 60
    words_h = max(_words_height(look, room, one) for one in cases)
    art = box.h - words_h - 2 * _PAD - 20
    y = box.y + _PAD
    if art >= _LEAST_ART:
        nodes.append(Picture(Box(box.x + _PAD, y, box.w - 2 * _PAD, art), case.picture))
        y += art + 20
    else:
        y = box.y + max(12.0, (box.h - words_h) / 2)
    words = _words(look, box.x + _PAD, y, room, case, box.bottom - 8)
    return [*nodes, *words, _chevron(box, words[0].box.center[1]), target]


def _row(look: Look, box: Box, case: JourneyCase) -> list[Node]:
    nodes, target = _frame(look, box, case)
    wide = 0.0 if look.large else min(360.0, (box.h - 32) * 1.5)
    if wide:
        nodes.append(Picture(Box(box.x + _PAD, box.y + 16, wide, box.h - 32), case.picture))
    x = box.x + _PAD + (wide + _PAD if wide else 0)
    room = box.right - x - _PAD - 60
    y = box.y + max(8.0, (box.h - _words_height(look, room, case)) / 2)
    words = _words(look, x, y, room, case, box.bottom - 4)
    return [*nodes, *words, _chevron(box, box.center[1]), target]


def _chevron(box: Box, y: float) -> Icon:
    return Icon(Box(box.right - _PAD - 36, y - 18, 36, 36), "chev", "ink")
