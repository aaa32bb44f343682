"""Listening to the other sides one by one, and the table that says what each cares about: the weights, in the open."""

from __future__ import annotations

from content.schema import Party
from screens.exhibit.blocks.roleplay.cares import cared, gained, gained_height
from screens.exhibit.blocks.roleplay.pieces import split
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts import panel
from screens.parts.bust import bust
from screens.parts.foot import GAP, Press
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Label, Node


def listen_step(state: TalkState, look: Look) -> Step:
    """One side speaks; beside it, what matters to it and how much."""
    last = state.at + 1 == len(state.others)
    party = state.speaking
    title = look.t("talk.listen.title", who=look.say(party.name))
    subtitle = look.t("talk.listen.sub", i=state.at + 1, n=len(state.others), me=look.say(state.me.name))
    buttons: tuple[Press, ...] = (
        Press("talk.next", look.t("talk.listen.last" if last else "talk.listen.next"), "primary", "next"),
    )
    if not last:
        buttons += (Press("talk.skip", look.t("talk.listen.skip")),)
    return Step(
        title, subtitle, lambda box, page: _listen(state, look, box, page, party), buttons, "listen",
        hint=look.t("talk.hint"),
    )  # fmt: skip


def _listen(state: TalkState, look: Look, box: Box, page: int, party: Party) -> tuple[list[Node], int]:
    cares = _cares_height(state, look)
    left, right = split(look, box, 0.6, box.bottom - (cares if look.large else max(cares, box.h * 0.5)))
    inner = left.inset(36, 28)
    size = 0.0 if look.large else min(320.0, inner.h * 0.7, inner.w * 0.3)
    nodes: list[Node] = list(panel(left, look))
    words = Box(inner.x + (size + 36 if size else 0), inner.y, inner.w - (size + 36 if size else 0), inner.h)
    says = look.say(party.says)
    paras = [
        Para(f'"{says}"' if look.english else f"“{says}”", _voice(look)),
        Para(look.t("talk.listen.wants", what=look.say(party.wants)), "body", "ink2", 28),
    ]
    text, pages = read(look, words, paras, page)
    if size and pages == 1:  # face and voice stand in the middle, at one height
        high = max(one.box.bottom for one in text if isinstance(one, Label)) - inner.y
        down = (inner.h - max(high, size)) / 2
        text, _ = read(look, Box(words.x, words.y + down, words.w, words.h - down), paras)
        nodes += bust(Box(inner.x, inner.y + down, size, size), f"{state.scene_id}.{party.id}")
    elif size:
        nodes += bust(Box(inner.x, inner.y, size, size), f"{state.scene_id}.{party.id}")
    return [*nodes, *text, *_cares(state, look, right, party)], pages


def _voice(look: Look) -> str:
    """A voice is set in the serif; large text has no room for that."""
    return "body_l" if look.large else "h2"


def _cares_height(state: TalkState, look: Look) -> float:
    rows = len(state.scene.issues)
    return 56 + look.style("h3").line + rows * (look.style("label").line + 60)


def _cares(state: TalkState, look: Look, box: Box, party: Party) -> list[Node]:
    """Ten points over the issues, under their heading."""
    inner = box.inset(32, 24)
    head = look.text(inner.x, inner.y, inner.w, look.t("talk.listen.cares"), "h3", max_h=look.style("h3").line * 2)
    top = head.box.bottom + 8
    below = Box(inner.x, top, inner.w, inner.bottom - top)
    return [*panel(box, look), head, *cared(look, below, state.scene, party, "label", 34)]


# ---- why these points ----------------------------------------


def why_step(state: TalkState, look: Look) -> Step:
    """What the proposal gives each side on each issue, of what it could have got there."""
    buttons: tuple[Press, ...] = (Press("talk.close", look.t("talk.why.close"), "primary"),)
    if state.unheard:
        buttons += (Press("talk.hear", look.t("talk.hear", n=len(state.unheard))),)
    return Step(
        look.t("talk.why.title"), look.t("talk.why.sub"), lambda box, page: _why(state, look, box, page), buttons,
        "propose",
    )  # fmt: skip


def _why(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    """One panel a side, as many on a page as fit."""
    parties = [state.me, *state.others]
    columns = (3 if len(parties) == 3 and not look.large else 2) if look.landscape else 1
    wide = (box.w - GAP * (columns - 1)) / columns - 56
    least = max(_why_height(state, look, wide, one) for one in parties) + 40
    down = max(1, min(-(-len(parties) // columns), int((box.h + GAP + 0.5) // (least + GAP))))
    room = down * columns
    pages = -(-len(parties) // room)
    first = page % pages * room
    cells = [cell for row in box.rows(down, GAP) for cell in row.columns(columns, GAP)]
    nodes: list[Node] = []
    for cell, party in zip(cells, parties[first : first + room], strict=False):
        nodes += [*panel(cell, look), *_reasons(state, look, cell.inset(28, 20), party)]
    return nodes, pages


def _known(state: TalkState, party: Party) -> bool:
    return party.id == state.role or party.id in state.heard


def _why_head(state: TalkState, look: Look, party: Party) -> str:
    name = look.say(party.name) + (look.t("talk.me") if party.id == state.role else "")
    joint = ": " if look.english else "："
    return f"{name}{joint}{look.t('talk.of_ten', n=state.points(party))}" if _known(state, party) else name


def _why_lines(state: TalkState, look: Look, party: Party) -> list[tuple[str, int, int]]:
    lines = []
    for i, (issue, offer) in enumerate(state.offers):
        got, most = state.gets(party, i)
        words = look.t("talk.why.line", issue=look.say(issue.name), offer=look.say(offer.name))
        lines.append((words, got, most))
    return lines


def _why_height(state: TalkState, look: Look, width: float, party: Party) -> float:
    head = look.height(_why_head(state, look, party), "h3", width)
    return head + 8 + gained_height(look, width, _why_lines(state, look, party))


def _reasons(state: TalkState, look: Look, box: Box, party: Party) -> list[Node]:
    """What a side gets, issue by issue; of one not listened to, nothing is known."""
    head = look.text(box.x, box.y, box.w, _why_head(state, look, party), "h3")
    below = Box(box.x, head.box.bottom + 8, box.w, box.bottom - head.box.bottom - 8)
    if not _known(state, party):
        return [head, look.text(below.x, below.y, below.w, look.t("talk.why.unheard"), "meta", color="ink2")]
    lines = _why_lines(state, look, party)
    high = min(below.h, gained_height(look, below.w, lines) + 160)
    return [head, *gained(look, Box(below.x, below.y, below.w, high), lines)]
