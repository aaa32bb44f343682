"""When and how to meet: seats fill, and fewer than half of those affected can't begin."""

from __future__ import annotations

from content.civics.deliberation import quorum
from screens.exhibit.blocks.roleplay.pieces import Option, many, option_height, options, split
from screens.exhibit.blocks.roleplay.seats import filled, pitch_for, seats
from screens.exhibit.blocks.roleplay.state import TalkState
from screens.look import Look
from screens.parts import note, panel
from screens.parts.foot import Press
from screens.parts.walked import Step
from screens.scene import Box, Fill, Node, Stroke


def meet_step(state: TalkState, look: Look) -> Step:
    """Three ways to meet; each fills other seats. Fewer than half of those affected can't begin."""
    n = quorum(state.affected)
    subtitle = look.t("talk.meet.sub", all=many(look, state.scene, state.affected), n=n)
    go = Press("talk.next", look.t("talk.meet.next"), "primary", "next", disabled=not state.quorate)
    return Step(
        look.t("talk.meet.title"), subtitle, lambda box, page: _meet(state, look, box, page), (go,), "meet",
        hint=look.t("talk.meet.hint"),
    )  # fmt: skip


def _meet(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    picks = [
        Option(f"talk.meet.{one.id}", look.say(one.name), one.id == state.gathering_id)
        for one in state.scene.gatherings
    ]
    wide = (box.w - 24) * 0.42 if look.landscape else box.w
    high = option_height(look, wide, [one.text for one in picks])
    rows = high * len(picks) + 16 * (len(picks) - 1)
    left, right = split(look, box, 0.42, box.bottom - rows)
    seats, choose = (right, left) if look.landscape else (left, right)
    if look.landscape:
        choose = Box(choose.x, choose.y, choose.w, max(rows, choose.h))
    nodes = options(look, choose.rows(len(picks), 16), picks)
    drawn, pages = _seats(state, look, seats, page)
    return [*nodes, *drawn], pages


def _seats(state: TalkState, look: Look, box: Box, page: int) -> tuple[list[Node], int]:
    """A seat for each one affected, side by side of the matter; the sum; what is said of this meeting."""
    nodes: list[Node] = list(panel(box, look))
    inner = box.inset(32, 20)
    foot = _verdict_height(state, look, inner.w)
    parties = state.scene.parties
    line = look.style("label").line
    bar = 72.0 if inner.h - foot - len(parties) * (line + 44) >= 72 else 0.0
    room = (inner.h - foot - bar - 12) / len(parties)
    pitch = pitch_for(inner.w, max(one.count for one in parties), room - line - 6)
    for i, party in enumerate(parties):
        come = state.coming(party)
        head = look.t("talk.meet.of", who=look.say(party.name), n=come, m=party.count)
        y = inner.y + i * room + max(0.0, (room - line - pitch) / 2 - 8)
        style = look.fit(head, ("label", "meta"), inner.w, line)
        nodes.append(look.text(inner.x, y, inner.w, head, style, max_h=line))
        nodes += seats(inner.x, y + line + 2, pitch, filled("here", come, party.count))
    if bar:
        nodes += _quorum_bar(state, look, Box(inner.x, inner.bottom - foot - bar - 4, inner.w, bar))
    return [*nodes, *_verdict(state, look, Box(inner.x, inner.bottom - foot, inner.w, foot))], 1


def _quorum_bar(state: TalkState, look: Look, box: Box) -> list[Node]:
    """All who come as a part of all affected, and the post at half."""
    word = look.t("talk.meet.half")
    track = Box(box.x, box.bottom - 32, box.w, 20)
    post = track.x + track.w * quorum(state.affected) / state.affected
    share = state.present / state.affected
    wide = look.width(word, "micro") + 8
    nodes: list[Node] = [Fill(track, "sunk", 4, "control", 2)]
    if state.present:
        nodes.append(Fill(Box(track.x, track.y, track.w * share, track.h), "teal", 4))
    nodes.append(Stroke(((post, track.y - 8), (post, track.bottom + 8)), "ink", 4))
    above = track.y - 10 - look.style("micro").line
    return [*nodes, look.text(post - wide / 2, above, wide, word, "micro", color="ink2", align="center")]


def _verdict_text(state: TalkState, look: Look) -> str:
    if state.gathering is None:
        return look.t("talk.meet.pick")
    said = look.say(state.gathering.note)
    key = "enough" if state.quorate else "short"
    missing = quorum(state.affected) - state.present
    here = many(look, state.scene, state.present)
    joint = " " if look.english else ""
    return f"{said}{joint}{look.t(f'talk.meet.{key}', here=here, n=missing)}"


def _verdict_height(state: TalkState, look: Look, width: float) -> float:
    return look.height(_verdict_text(state, look), "meta", width - 116) + 36


def _verdict(state: TalkState, look: Look, box: Box) -> list[Node]:
    good = state.gathering is None or state.quorate
    icon = "info" if state.gathering is None else "check" if good else "warn"
    return note(look, box, _verdict_text(state, look), icon=icon, tone="teal" if good else "ochre")
