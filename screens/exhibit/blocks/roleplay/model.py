"""The talk, step by step: matter, side, meeting, listening, proposal, agreement, paper.

Plain values: `answer` takes a state and a pressed id and returns the next state; the model only keeps the way back.
A change of proposal or page is no step back, a place in the talk is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from content.schema import RoleplayBlock
from screens.exhibit.blocks.roleplay.state import Phase, TalkState
from screens.exhibit.trail import TrailModel


def answer(state: TalkState, id: str) -> TalkState:
    """The state after `id` was pressed; the same state when it means nothing here."""
    name = id.removeprefix("talk.")
    if name in ("page.next", "page.prev"):
        return replace(state, page=state.page + (1 if name == "page.next" else -1))
    return _ANSWERS[state.phase](state, name)


def _go(state: TalkState, phase: Phase, at: int = 0) -> TalkState:
    state = replace(state, phase=phase, page=0, at=at)
    if phase == "listen" and state.speaking.id not in state.heard:
        return replace(state, heard=(*state.heard, state.speaking.id))
    return state


def _in_scenes(state: TalkState, name: str) -> TalkState:
    if name in {f"scene.{one.id}" for one in state.block.scenes}:
        return _go(replace(state, scene_id=name.removeprefix("scene.")), "role")
    return state


def _in_role(state: TalkState, name: str) -> TalkState:
    if name in {f"role.{one.id}" for one in state.scene.parties}:
        state = replace(state, role=name.removeprefix("role."))
        return _go(replace(state, choice=state.best(state.me)), "meet")
    return state


def _in_meet(state: TalkState, name: str) -> TalkState:
    if name in {f"meet.{one.id}" for one in state.scene.gatherings}:
        return replace(state, gathering_id=name.removeprefix("meet."))
    return _go(state, "listen") if name == "next" and state.quorate else state


def _in_listen(state: TalkState, name: str) -> TalkState:
    if name == "next" and state.at + 1 < len(state.others):
        return _go(state, "listen", state.at + 1)
    return _go(state, "propose") if name in ("next", "skip") else state


def _in_propose(state: TalkState, name: str) -> TalkState:
    for i, issue in enumerate(state.scene.issues):
        for j, offer in enumerate(issue.offers):
            if name == f"offer.{issue.id}.{offer.id}":
                return replace(state, choice=(*state.choice[:i], j, *state.choice[i + 1 :]))
    if name == "hear" and state.unheard:
        return _go(state, "listen", state.others.index(state.unheard[0]))
    if name == "put":
        return replace(_go(state, "vote"), rounds=state.rounds + 1)
    return _go(state, "why") if name == "why" else state


def _in_why(state: TalkState, name: str) -> TalkState:
    if name == "hear" and state.unheard:
        return _go(state, "listen", state.others.index(state.unheard[0]))
    return _go(state, "propose") if name == "close" else state


def _in_vote(state: TalkState, name: str) -> TalkState:
    if name == "change":
        return _go(state, "propose")
    return _go(state, "sign") if name == "write" and state.result.agreed else state


def _in_sign(state: TalkState, name: str) -> TalkState:
    if name in {f"check.{one.id}" for one in state.scene.checks}:
        return replace(state, check=name.removeprefix("check."))
    if name == "sign" and state.checking:
        return _go(state, "end")
    return _go(state, "oral") if name == "oral" else state


def _in_oral(state: TalkState, name: str) -> TalkState:
    return _go(state, "sign") if name == "write" else state


def _in_end(state: TalkState, name: str) -> TalkState:
    fresh = TalkState(state.block)
    if name == "again.plan":
        return replace(_go(state, "propose"), check="")
    if name == "again.role":
        return replace(fresh, phase="role", scene_id=state.scene_id)
    return fresh if name == "again.scene" else state


_ANSWERS: dict[Phase, Callable[[TalkState, str], TalkState]] = {
    "scenes": _in_scenes, "role": _in_role, "meet": _in_meet, "listen": _in_listen, "propose": _in_propose,
    "why": _in_why, "vote": _in_vote, "sign": _in_sign, "oral": _in_oral, "end": _in_end,
}  # fmt: skip


class RoleplayModel(TrailModel[TalkState]):
    """One visitor's run through the talk."""

    def __init__(self, block: RoleplayBlock) -> None:
        super().__init__(TalkState(block))

    def answered(self, id: str) -> TalkState:
        return answer(self.state, id)

    def place(self, state: TalkState) -> object:
        return state.phase, state.at, state.rounds
