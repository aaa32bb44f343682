"""What the steps of the talk share: their names on the stepper, options to pick, panels of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema import TalkScene
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts import panel
from screens.parts.ample import ample, even
from screens.parts.buttons import centred
from screens.parts.paged import Para, read
from screens.parts.walked import Step, Walk, step_page
from screens.scene import Box, Fill, Node, Target

_WALK = Walk("talk", ("role", "meet", "listen", "propose", "vote", "sign"), 900.0, large_steps=False)


def show(state: TalkState, look: Look, box: Box, step: Step) -> BlockView:
    """A step of the talk as the block's picture."""
    nodes = step_page(look, box, _WALK, step, state.page)
    return BlockView(tuple(nodes), hint=step.hint or look.t("talk.hint"), sample=True, bare=True)


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few things to pick from."""

    id: str
    text: str
    on: bool
    spoken: str = ""


def option_height(look: Look, width: float, texts: Sequence[str]) -> float:
    """Height that buttons with these texts need at a width; infinite where a word would be torn."""
    room = width - 40
    if any(look.width(word, "label") > room for text in texts for word in text.split()) and look.english:
        return float("inf")
    return max(112.0 if look.large else 96.0, max(look.height(text, "label", room) for text in texts) + 28)


def options(look: Look, cells: Sequence[Box], picks: Sequence[Option]) -> list[Node]:
    """Buttons to pick one from; the chosen one is filled with ink."""
    nodes: list[Node] = []
    for cell, one in zip(cells, picks, strict=True):
        fill, edge, ink = ("ink", None, "on_ink") if one.on else ("raised", "control", "ink")
        nodes.append(Fill(cell, fill, 12, edge, 3))
        nodes.append(centred(look, cell, one.text, "label", ink, cell.w - 40, of=one.id))
        nodes.append(Target(cell, one.id, "option", one.text, one.spoken or one.text, one.on, False, 12, one.on))
    return nodes


def told(look: Look, box: Box, paras: Sequence[Para], page: int, columns: int = 1) -> tuple[list[Node], int]:
    """A panel with text; it turns pages."""
    inner = box.inset(36, 24)
    paras = ample(look, inner, paras, columns=columns, share=0.95)
    text, pages = read(look, even(look, inner, paras, columns=columns), paras, page, columns=columns)
    return [*panel(box, look), *text], pages


def split(look: Look, box: Box, share: float, low: float) -> tuple[Box, Box]:
    """Two boxes: side by side in landscape, one above the other in portrait, the second from `low` on."""
    if look.landscape:
        wide = (box.w - 24) * share
        return Box(box.x, box.y, wide, box.h), Box(box.x + wide + 24, box.y, box.w - wide - 24, box.h)
    return Box(box.x, box.y, box.w, low - 20 - box.y), Box(box.x, low, box.w, box.bottom - low)


def listed(look: Look, names: Sequence[str]) -> str:
    """Names in a row."""
    return (", " if look.english else "、").join(names)


def many(look: Look, scene: TalkScene, n: int) -> str:
    """How many households or people."""
    return look.t(f"talk.many.{scene.unit}" if n != 1 or not look.english else f"talk.one.{scene.unit}", n=n)
