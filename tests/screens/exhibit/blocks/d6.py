"""The bundled exhibit D6: its blocks, and runs through them from beginning to end."""

from __future__ import annotations

from pathlib import Path

import yaml

from content.civics.deliberation import workable
from content.schema import Exhibit, HuntBlock, RoleplayBlock, strictly
from screens.exhibit.blocks.hunt.model import HuntModel, HuntState
from screens.exhibit.blocks.roleplay.model import RoleplayModel
from screens.exhibit.blocks.roleplay.state import TalkState

_FILE = Path(__file__).parents[4] / "content/exhibition/exhibits/deliberation-hall/exhibit.yaml"
EXHIBIT = strictly(Exhibit, yaml.safe_load(_FILE.read_text(encoding="utf-8")))
TALK = next(one for one in EXHIBIT.blocks if isinstance(one, RoleplayBlock))
HUNT = next(one for one in EXHIBIT.blocks if isinstance(one, HuntBlock))


def talk_press(model: RoleplayModel, *names: str) -> TalkState:
    """Touch these, one after the other."""
    for name in names:
        assert model.press(f"talk.{name}", 0.0) == ()
    return model.state


def at_propose(scene: str = "lift", role: str = "high", meet: str = "call") -> RoleplayModel:
    """A talk whose visitor has listened to everybody."""
    model = RoleplayModel(TALK)
    talk_press(model, f"scene.{scene}", f"role.{role}", f"meet.{meet}", "next")
    while model.state.phase == "listen":
        talk_press(model, "next")
    return model


def agreeable(state: TalkState) -> list[str]:
    """Touches that put an agreement on the table: one in the middle of all there are."""
    scene = state.scene
    present = [state.coming(one) for one in scene.parties]
    found = list(workable(scene.agreement, scene.table, [one.count for one in scene.parties], present))
    choice = found[len(found) // 2]
    return [f"offer.{issue.id}.{issue.offers[i].id}" for issue, i in zip(scene.issues, choice, strict=True)]


def talk_walk(scene: str) -> list[TalkState]:
    """Every picture that a visitor of a matter can meet, in order: detours included."""
    model = RoleplayModel(TALK)
    states = [model.state]

    def press(*names: str) -> None:
        for name in names:
            talk_press(model, name)
            states.append(model.state)

    matter = next(one for one in TALK.scenes if one.id == scene)
    press(f"scene.{scene}", f"role.{matter.parties[0].id}", *(f"meet.{one.id}" for one in matter.gatherings))
    press("next", "skip", "why", "close", "put", "change", *agreeable(model.state), "hear")
    while model.state.phase == "listen":
        press("next")
    press("why", "close", "put", "write", "oral", "write", f"check.{matter.checks[0].id}", "sign")
    return states


def hunt_walk() -> list[HuntState]:
    """Every picture of the hunt: things in order, problems, right and other answers, the hint, the ledger."""
    model = HuntModel(HUNT)
    states = [model.state]

    def press(*names: str) -> None:
        for name in names:
            model.press(f"hunt.{name}", 0.0)
            states.append(model.state)

    for spot in HUNT.spots:
        if spot.acts is None:
            press(f"spot.{spot.id}", "close")
    for spot in HUNT.problems:
        press("hint", f"spot.{spot.id}", "who", "actor.yard", "close")
    press("ledger")
    return states
