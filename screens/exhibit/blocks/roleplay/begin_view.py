"""The first steps: which matter, which side."""

from __future__ import annotations

from content.schema import Party, TalkScene
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.roleplay.cares import cared, cares_height
from screens.exhibit.blocks.roleplay.pieces import many
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts.bust import bust
from screens.parts.foot import GAP
from screens.parts.paged import grid, pager, pager_height
from screens.parts.walked import Step
from screens.scene import Box, Fill, Node, Picture, Target

_PAD = 28.0
_ART_OVER, _LEAST_ART = 220.0, 96.0


# ---- which matter ----------------------------------------


def scenes_view(state: TalkState, look: Look, box: Box) -> BlockView:
    """One card a matter: drawing, form of consultation, name, what it is about."""
    scenes = state.block.scenes
    above = Box(box.x, box.y, box.w, max(0.0, look.reach_top - box.y))
    box = Box(box.x, max(box.y, look.reach_top), box.w, box.bottom - max(box.y, look.reach_top))
    columns = 2

    def need(width: float) -> float:
        return max(_scene_height(look, width, one) for one in scenes)

    laid = grid(box, len(scenes), need, state.page, columns=columns, gap=GAP, tallest=2000)
    nodes: list[Node] = []
    if laid.pages > 1:
        high = pager_height(look)
        body = Box(box.x, box.y, box.w, box.h - high - GAP)
        laid = grid(body, len(scenes), need, state.page, columns=columns, gap=GAP, tallest=2000)
        words = look.t("page.previous"), look.t("page.next")
        place = Box(box.x, body.bottom + GAP, box.w, high)
        nodes += pager(look, place, "talk", words, state.page, laid.pages)
    shown = scenes[laid.first : laid.first + len(laid.cells)]
    outside = above.h >= 240 and _art_width(look, laid.cells[0].w) == 0  # low reach leaves room over the cards
    over = 0.0 if outside else min(_over(look, cell, one) for cell, one in zip(laid.cells, shown, strict=True))
    for cell, scene in zip(laid.cells, shown, strict=True):
        nodes += _scene_card(look, cell, scene, over)
    if outside:
        for cell, scene in zip(above.inset(0, 20).columns(len(shown), GAP), shown, strict=True):
            nodes.append(Picture(cell, scene.picture))
    return BlockView(tuple(nodes), sample=True)


def _art_width(look: Look, width: float) -> float:
    return 0.0 if look.large else min(280.0, width * 0.36)


def _over(look: Look, cell: Box, scene: TalkScene) -> float:
    """How high a drawing over the words may be: large words leave no room beside them."""
    if _art_width(look, cell.w):
        return 0.0
    room = min(_ART_OVER, cell.h - (_scene_height(look, cell.w, scene) - 40) - 64)
    return room if room >= _LEAST_ART else 0.0


def _scene_height(look: Look, width: float, scene: TalkScene) -> float:
    art = _art_width(look, width)
    room = width - 2 * _PAD - (art + 24 if art else 0)
    if room < 300:
        return float("inf")
    words = look.height(look.say(scene.way), "micro", room) + 6 + look.height(look.say(scene.name), "h3", room)
    return words + 8 + look.height(look.say(scene.matter), "meta", room) + 40


def _scene_card(look: Look, box: Box, scene: TalkScene, over: float) -> list[Node]:
    id = f"talk.scene.{scene.id}"
    art = _art_width(look, box.w)
    x = box.x + _PAD + (art + 24 if art else 0)
    room = box.right - _PAD - x
    name, matter, way = look.say(scene.name), look.say(scene.matter), look.say(scene.way)
    high = _scene_height(look, box.w, scene) - 40
    both = high + (over + 16 if over else 0.0)
    top = box.y + max(16.0, (box.h - both) / 2)
    y = top + (over + 16 if over else 0.0)
    first = look.text(x, y, room, way, "micro", color="teal_deep", of=id)
    second = look.text(x, first.box.bottom + 6, room, name, "h3", of=id)
    third = look.text(
        x, second.box.bottom + 8, room, matter, "meta", color="ink2", of=id, max_h=box.bottom - second.box.bottom
    )
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 2)]
    if art:
        nodes.append(Picture(Box(box.x + _PAD, box.y + 20, art, box.h - 40), scene.picture))
    if over:
        nodes.append(Picture(Box(x, top, room, over), scene.picture))
    spoken = ("，" if not look.english else ", ").join((way, name, matter))
    return [*nodes, first, second, third, Target(box, id, "button", name, spoken)]


# ---- which side ----------------------------------------


def role_step(state: TalkState, look: Look) -> Step:
    """A card for each side, with its interests in the open."""
    return Step(
        look.t("talk.role.title"), look.t("talk.role.sub"), lambda box, page: _roles(state, look, box, page),
        station="role", hint=look.t("talk.role.hint"),
    )  # fmt: skip


def _roles(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    parties = state.scene.parties
    top = max(box.y, look.reach_top)
    cards = Box(box.x, top, box.w, box.bottom - top)
    nodes: list[Node] = []
    if not look.landscape and top - box.y >= 320:
        nodes.append(Picture(Box(box.x, box.y + 20, box.w, min(420.0, top - box.y - 40)), state.scene.picture))
    across = len(parties) if look.landscape else 1 if len(parties) == 3 else 2

    def need(width: float) -> float:
        return max(_role_height(look, width, one, state.scene) for one in parties)

    laid = grid(cards, len(parties), need, page, columns=across, gap=GAP, tallest=720)
    for cell, party in zip(laid.cells, parties[laid.first :], strict=False):
        most = max(_words_height(look, cell.w - 2 * _PAD, one) for one in parties)
        nodes += _role_card(look, cell, party, state.scene, most)
    return nodes, laid.pages


def _upright(look: Look, width: float) -> bool:
    """Whether a card has its bust on top rather than at its side."""
    return look.landscape or width < 520


def _words_height(look: Look, room: float, party: Party) -> float:
    name = look.height(look.say(party.name), "h3", room) + look.style("meta").line
    return name + 12 + look.height(look.say(party.wants), "body", room)


def _role_height(look: Look, width: float, party: Party, scene: TalkScene) -> float:
    side = 0.0 if _upright(look, width) else 140.0
    room = width - 2 * _PAD - side
    if room < 260 or (look.english and any(look.width(w, "h3") > room for w in look.say(party.name).split())):
        return float("inf")
    return _words_height(look, room, party) + 48 + (116 if not side and not look.large else 0)


def _role_card(look: Look, box: Box, party: Party, scene: TalkScene, most: float) -> list[Node]:
    """`most` is the height of the longest words: busts are of one size on all cards."""
    id = f"talk.role.{party.id}"
    upright = _upright(look, box.w)
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 3)]
    x, y = box.x + _PAD, box.y + 28
    cares = cares_height(look, scene)
    aside = not upright and not look.large and box.h >= cares + 48
    room = (box.w * 0.6 if aside else box.w) - 2 * _PAD - (0 if upright else 140)
    high = _words_height(look, room, party)
    spare = box.h - most - 56
    if upright and not look.large:
        spare -= cares + 20 if spare >= cares + 136 else 0
        size = max(100.0, min(200.0, spare - 16))
        nodes += bust(Box(x, y, size, size), f"{scene.id}.{party.id}")
        y += size + 16
    elif not upright:
        nodes += bust(Box(x, box.center[1] - 56, 112, 112), f"{scene.id}.{party.id}")
        x += 140
        y = box.y + (box.h - high) / 2
    if aside:
        nodes += cared(look, Box(x + room + 32, box.y + 24, box.right - _PAD - x - room - 32, box.h - 48), scene, party)
    name = look.text(x, y, room, look.say(party.name), "h3", of=id)
    count = look.text(x, name.box.bottom, room, many(look, scene, party.count), "meta", color="teal_deep", of=id)
    wants = look.text(
        x, count.box.bottom + 12, room, look.say(party.wants), "body", of=id, max_h=box.bottom - count.box.bottom - 20
    )
    if upright and box.h - most - 56 >= cares + (24 if look.large else 136):
        nodes += cared(look, Box(x, box.bottom - cares - 20, room, cares), scene, party)
    spoken = ("，" if not look.english else ", ").join((name.full, count.full, wants.full))
    return [*nodes, name, count, wants, Target(box, id, "option", name.full, spoken)]
