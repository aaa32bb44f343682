"""Who is elected? Everybody who stands as a row to touch, its votes against the line to reach; then the result."""

from __future__ import annotations

from screens.exhibit.blocks.count.board import names
from screens.exhibit.blocks.count.model import CountState
from screens.look import Look
from screens.parts import button_height, panel
from screens.parts.buttons import button
from screens.parts.paged import Para, read
from screens.parts.stage import arrows, law, stage
from screens.scene import Box, Disc, Fill, Icon, Label, Node, Picture, Stroke, Target

_GAP = 16.0
_LEFT = 0.6
_WORDS, _TALLEST = 300.0, 290.0


def elect_view(state: CountState, look: Look, box: Box) -> list[Node]:
    """Landscape: rows left, the rule right. Portrait: the rule above the rows."""
    kind = state.here.kind
    title = look.t(f"count.elect.title.{kind}")
    nodes, top = stage(look, box, title, "", look.t("ballot.sim"), "count.title")
    body = Box(box.x, top, box.w, box.bottom - top)
    paras = _told(state, look) if state.told else _asked(state, look)
    foot, sheet, rows = _places(look, body, len(state.here.standing), paras)
    for row, who in zip(rows, state.here.standing, strict=True):
        nodes += _row(state, look, row, who)
    text, pages = read(look, sheet.inset(32, 24), paras, state.page)
    turn, rest = arrows(look, foot, "count", state.page, pages)
    return [*nodes, *panel(sheet, look), *text, *turn, *_foot(state, look, rest)]


def _places(look: Look, body: Box, count: int, paras: list[Para]) -> tuple[Box, Box, list[Box]]:
    """Where the way on, the words and the rows stand; upright, the rows take what the words leave."""
    high = button_height(look)
    if look.landscape:
        left = Box(body.x, body.y, body.w * _LEFT, body.h)
        side = Box(left.right + 32, body.y, body.w - left.w - 32, body.h)
        foot = Box(side.x, side.bottom - high, side.w, high)
        sheet = Box(side.x, side.y, side.w, foot.y - _GAP - side.y)
        return foot, sheet, Box(left.x, left.y, left.w, min(left.h, count * 250.0)).rows(count, _GAP)
    foot = Box(body.x, body.bottom - high, body.w, high)
    text, _ = read(look, Box(0, 0, body.w - 64, body.h), paras)
    words = max((one.box.bottom for one in text if isinstance(one, Label)), default=0.0) + 48
    top = max(look.reach_top, body.y + max(_WORDS, words) + _GAP)
    tall = min(_TALLEST, max(_least(look), (foot.y - top) / count - _GAP))
    total = count * tall + (count - 1) * _GAP
    wall = Box(body.x, foot.y - _GAP - total, body.w, total)
    return foot, Box(body.x, body.y, body.w, wall.y - _GAP - body.y), wall.rows(count, _GAP)


def _least(look: Look) -> float:
    return look.style("label").line + 56


def _foot(state: CountState, look: Look, box: Box) -> list[Node]:
    if not state.told:
        return button(look, box, "count.announce", look.t("count.announce"))
    key = f"count.next.{state.rounds[state.round + 1].kind}" if state.follows else "count.end.next"
    return button(look, box, "count.next", look.t(key), icon="next")


# ---- the rows ----------------------------------------


def _row(state: CountState, look: Look, row: Box, who: str) -> list[Node]:
    here = state.here
    id = f"count.name.{who}"
    on = who in state.named
    one = next(one for one in state.block.candidates if one.id == who)
    name = look.say(one.name)
    votes = here.votes[who]
    text = look.t("count.votes.one" if votes == 1 else "count.votes", n=votes)
    touch = not state.told
    nodes: list[Node] = (
        [Fill(row, "raised", 12, "ink" if on else "control", 4 if on else 2)] if touch else [*panel(row, look)]
    )
    tree = min(row.h - 16, 220.0)
    nodes.append(Picture(Box(row.x + 20, row.center[1] - tree / 2, tree, tree), one.art))
    left = row.x + 20 + tree + 24
    mark = 56.0
    room = row.right - 28 - mark - 20 - left
    line = look.style("label").line
    bar_h = 28.0
    top = row.center[1] - (line + 10 + bar_h) / 2
    fate = _fate(state, look, who) if state.told else ""
    said = f"{text} · {fate}" if fate else text
    wide = look.width(said, "meta") + 4
    nodes.append(
        look.text(left, top, room - wide, name, "label_l" if not look.large else "label", of=id if touch else "")
    )
    lift = (line - look.style("meta").line) / 2
    nodes.append(
        look.text(
            left + room - wide, top + lift, wide, said, "meta", color="ink2", align="right", of=id if touch else ""
        )
    )
    nodes += _bar(state, Box(left, top + line + 10, room, bar_h), who)
    nodes += _sign(state, Box(row.right - 28 - mark, row.center[1] - mark / 2, mark, mark), who)
    if touch:
        joint = ", " if look.english else "，"
        nodes.append(Target(row, id, "toggle", name, f"{name}{joint}{text}", on))
    return nodes


def _bar(state: CountState, box: Box, who: str) -> list[Node]:
    """Votes against all who took part, and the line of the law where it draws one."""
    here = state.here
    base = max(1, here.base)
    votes = here.votes[who]
    won = state.told and who in here.count.elected
    nodes: list[Node] = [Fill(box, "sunk")]
    if votes:
        nodes.append(
            Fill(
                Box(box.x, box.y, box.w * min(1.0, votes / base), box.h), "teal" if won or not state.told else "control"
            )
        )
    if here.kind != "again":
        x = box.x + box.w * here.count.votes_needed / base
        line = ((x, box.y - 8), (x, box.bottom + 8))
        nodes += [Stroke(line, "raised", 10), Stroke(line, "ink", 4)]
    return nodes


def _sign(state: CountState, box: Box, who: str) -> list[Node]:
    """Touched: a tick. Announced: a tick for the elected."""
    x, y = box.center
    if state.told:
        won = who in state.here.count.elected
        return [Disc(x, y, 24, "teal"), Icon(box.inset(10), "check", "on_teal")] if won else []
    if who in state.named:
        return [Disc(x, y, 24, "ink"), Icon(box.inset(10), "check", "on_ink")]
    return [Disc(x, y, 24, None, "control", 3)]


def _fate(state: CountState, look: Look, who: str) -> str:
    count = state.here.count
    if who in count.elected:
        return look.t("count.fate.elected")
    return look.t("count.fate.tied") if who in count.tied else ""


# ---- the words ----------------------------------------


def _asked(state: CountState, look: Look) -> list[Para]:
    """The rule of this round, and what to do."""
    here = state.here
    values = {"n": here.seats, "took": here.base, "need": here.count.votes_needed, "cast": len(here.papers)}
    paras = [
        Para(look.t(f"count.rule.{here.kind}", **values), "body"),
        Para(law(look, here.provision.article, here.provision.paragraph), "meta", "ink2", 4),
    ]
    if here.void:
        paras.append(Para(look.t("count.rule.void", n=here.void), "body"))
    if here.kind != "first":
        paras.append(Para(look.say(state.block.method), "meta", "ink2", 16))
    return [*paras, Para(look.t("count.name.how", n=here.seats), "body", gap=16)]


def _told(state: CountState, look: Look) -> list[Para]:
    """Whether the visitor announced what the count says, who is elected, what follows and why."""
    count = state.here.count
    agrees = set(state.named) == set(count.elected)
    who = _joined(state, look, count.elected)
    paras = [
        Para(look.t("count.same" if agrees else "count.other"), "h2", role="heading"),
        Para(look.t("count.won", who=who) if count.elected else look.t("count.won.none"), "body"),
    ]
    if count.tied:
        paras.append(Para(look.t("count.tied", who=_joined(state, look, count.tied), n=count.open_seats), "body"))
        paras.append(Para(law(look, 45, 3), "meta", "ink2", 4))
    elif count.open_seats and state.follows:
        standing = _joined(state, look, state.rounds[state.round + 1].standing)
        paras.append(Para(look.t("count.short", n=count.open_seats, who=standing), "body"))
        paras.append(Para(law(look, 45, 4), "meta", "ink2", 4))
    elif count.open_seats:
        paras.append(Para(look.t("count.left", n=count.open_seats), "body"))
    else:
        paras.append(Para(law(look, state.here.provision.article, state.here.provision.paragraph), "meta", "ink2", 4))
    return paras


def _joined(state: CountState, look: Look, ids: tuple[str, ...]) -> str:
    known = names(state, look)
    return (", " if look.english else "、").join(known[one] for one in ids)
