"""How content each side is, as a track from 0 to 10 along which its marker travels. Never by colour alone:
a number on the marker, a word and a sign beside the name, two posts where agreement and contentment begin.
"""

from __future__ import annotations

from content.civics.deliberation import ACCEPTS, CONTENT, FULL, mood
from content.schema import Party
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.scene import Box, Disc, Group, Icon, Label, Node, Stroke

_SIGN = {"content": "check", "accepts": "dot", "opposed": "close"}
_INK = {"content": "teal_deep", "accepts": "ink", "opposed": "ochre_deep"}
MARK_R = 25.0


def row_height(look: Look) -> float:
    """The least height of one side's row."""
    return look.style("label").line + 2 * MARK_R + 4


def legend_height(look: Look) -> float:
    """Height of the words over the tracks."""
    return look.style("micro").line + 8


def tracks(state: TalkState, look: Look, box: Box, *, moving: bool = True) -> list[Node]:
    """A row for each side, the visitor's own first, over the whole height of the box."""
    rows = [state.me, *state.others]
    nodes: list[Node] = []
    below = box
    if box.h >= len(rows) * row_height(look) + legend_height(look):  # the word beside each side says it too
        nodes += _legend(look, Box(box.x + MARK_R, box.y, box.w - 2 * MARK_R, legend_height(look)))
        below = Box(box.x, box.y + legend_height(look), box.w, box.h - legend_height(look))
    high = min(below.h / len(rows), 168.0)
    for i, party in enumerate(rows):
        place = Box(below.x, below.y + i * high, below.w, high)
        nodes += _row(state, look, place, party, moving)
    return nodes


def _legend(look: Look, box: Box) -> list[Node]:
    """What the three stretches of the tracks mean."""
    nodes: list[Node] = []
    ends = (("opposed", 0, ACCEPTS), ("accepts", ACCEPTS, CONTENT), ("content", CONTENT, FULL))
    for name, start, end in ends:
        x, right = box.x + box.w * start / FULL, box.x + box.w * end / FULL
        word = look.t(f"talk.mood.{name}")
        wide = max(look.width(word, "micro"), right - x)
        left = min(x, box.right - wide + MARK_R)
        nodes.append(look.text(left, box.y, wide, word, "micro", color="ink2", align="center"))
    return nodes


def _row(state: TalkState, look: Look, box: Box, party: Party, moving: bool) -> list[Node]:
    mine = party.id == state.role
    known = mine or party.id in state.heard
    line = look.style("label").line
    top = box.y + max(0.0, (box.h - row_height(look)) / 2)
    value = state.points(party)
    feels = mood(value)
    nodes: list[Node] = []
    word = look.t(f"talk.mood.{feels}") if known else look.t("talk.unheard")
    word_w = look.width(word, "meta") + 4
    sign = 36.0 if known else 0.0
    name = look.say(party.name) + (look.t("talk.me") if mine else "")
    style = look.fit(name, ("label", "meta", "micro"), box.w - word_w - sign - 24, line)
    nodes.append(
        look.text(box.x, top + (line - look.style(style).line) / 2, box.w - word_w - sign - 24, name, style, max_h=line)
    )
    lift = (line - look.style("meta").line) / 2
    color = _INK[feels] if known else "ink2"
    nodes.append(look.text(box.right - word_w, top + lift, word_w, word, "meta", color=color, align="right"))
    if known:
        nodes.append(Icon(Box(box.right - word_w - 38, top + line / 2 - 15, 30, 30), _SIGN[feels], color))
    y = top + line + 2 + MARK_R
    left, right = box.x + MARK_R, box.right - MARK_R
    nodes += _track(left, right, y)
    return nodes + (_mark(look, party, value, mine, left, right, y, moving) if known else _question(look, left, y))


def _track(left: float, right: float, y: float) -> list[Node]:
    nodes: list[Node] = [Stroke(((left, y), (right, y)), "control", 4)]
    for place in range(FULL + 1):
        x = left + (right - left) * place / FULL
        tall = 20 if place in (ACCEPTS, CONTENT) else 7
        nodes.append(Stroke(((x, y - tall), (x, y + tall)), "control", 4 if tall > 7 else 2))
    return nodes


def _mark(
    look: Look, party: Party, value: int, mine: bool, left: float, right: float, y: float, moving: bool
) -> list[Node]:
    """The side's points on a disc: a filled one for the visitor's own, hollow ones for the others."""
    fill, ink = ("ink", "on_ink") if mine else ("raised", "ink")
    style = look.tokens.style("label", "normal")
    number = Label(
        Box(left - MARK_R, y - style.line / 2, 2 * MARK_R, style.line), (str(value),), style, ink, "center",
        full=str(value), spoken=look.t("talk.points", n=value),
    )  # fmt: skip
    disc = Disc(left, y, MARK_R, fill, "ink", 4)
    ms = look.tokens.duration("slow") if moving else 0
    return [Group(f"talk.mark.{party.id}", (disc, number), (right - left) * value / FULL, 0, ms)]


def _question(look: Look, left: float, y: float) -> list[Node]:
    """A side that was not listened to: nobody knows where it stands."""
    style = look.tokens.style("label", "normal")
    box = Box(left - MARK_R, y - style.line / 2, 2 * MARK_R, style.line)
    return [Disc(left, y, MARK_R, "paper", "control", 3), Label(box, ("?",), style, "ink2", "center", full="?")]
