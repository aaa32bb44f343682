"""Calling staff: two touches from anywhere, no bell twice a minute, an answer on every page, a way on without one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from screens import call, help, home, tokens
from screens.call.model import UNREACHED_S, Call, CallServices, CallState, CallStatus
from screens.call.view import view
from screens.director import Director
from screens.flow import Place
from screens.outside import StationFacts
from screens.parts import chrome
from screens.parts.guide import Guide, GuideItem
from screens.scene import Box, targets
from screens.screen import Back, Go, ScreenKind, Toast
from screens.session import Variant
from tests.screens.looks import all_looks, complaints, labels, look, ruler
from tests.screens.mailbox.letters import catalog
from tests.screens.mailbox.test_visit import Voice


@dataclass
class Bell:
    """A bell in memory."""

    now: CallStatus = field(default_factory=CallStatus)
    loud: bool = True
    rung: list[str] = field(default_factory=list)
    gone: int = 0

    def ring(self, language: str) -> bool:
        self.rung.append(language)
        if self.now.stage == "none":
            self.now = CallStatus("waiting")
        return self.loud

    def status(self) -> CallStatus:
        return self.now

    def take_back(self) -> None:
        self.now = CallStatus()

    def left(self) -> None:
        self.gone += 1
        self.now = CallStatus()


def page(bell: Bell, **said: object) -> Call:
    return Call(CallServices(bell, phone="023-6000 0000", hours="9:00-17:00", **said))  # type: ignore[arg-type]


def test_it_is_asked_first_and_then_rung() -> None:
    bell = Bell()
    model = page(bell)
    assert model.state.page == "ask" and bell.rung == []
    assert model.press("call.yes", 0.0) == ()
    assert bell.rung == ["zh-Hans"] and model.state.page == "waiting"


def test_pressing_again_within_a_minute_is_told_and_not_rung() -> None:
    bell = Bell(loud=False)
    assert page(bell).press("call.yes", 0.0) == (Toast("call.rung", icon="clock"),)


def test_an_answer_is_shown_and_a_call_can_be_taken_back() -> None:
    bell = Bell(CallStatus("coming", True, 20))
    model = page(bell)
    assert model.state.page == "coming"
    assert Back() in model.press("call.over", 0.0)
    assert bell.now.stage == "none"


def test_after_the_minutes_of_the_setting_other_ways_are_named() -> None:
    bell = Bell(CallStatus("waiting", True, 179))
    model = page(bell)
    assert (model.state.page, model.state.waited) == ("waiting", 2)
    bell.now = replace(bell.now, since_s=180)
    assert model.next_due(0.0) == 1.0
    model.tick(0.0)
    assert model.state.page == "nobody"
    said = " ".join(one.full for one in labels(view(model.state, look()).nodes))
    assert "023-6000 0000" in said and "9:00-17:00" in said and "一号信箱" in said
    assert model.press("call.letter", 0.0) == (Go(Place("mailbox")),)


def test_a_hub_out_of_reach_is_not_promised() -> None:
    bell = Bell(CallStatus("waiting", False, UNREACHED_S))
    assert page(bell).state.page == "alone"
    assert page(Bell(CallStatus("waiting", False, UNREACHED_S - 1))).state.page == "waiting"


def test_a_visit_that_ends_lets_the_bell_know() -> None:
    bell = Bell(CallStatus("waiting", True, 5))
    page(bell).wipe()
    assert bell.gone == 1


STATES = {
    "ask": CallState(), "waiting": CallState("waiting"), "waited": CallState("waiting", 2),
    "coming": CallState("coming"), "nobody": CallState("nobody", 4, "023-6000 0000", "周一至周五 9:00-17:00"),
    "alone": CallState("alone", 1, "023-6000 0000"), "alone_bare": CallState("alone"),
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_every_page_stands_in_every_look(name: str) -> None:
    found = []
    for one in all_looks():
        nodes = view(STATES[name], one).nodes
        found += [f"{one.variant} {one.landscape}: {said}" for said in complaints(nodes, one)]
        bottom = min(target.box.y for target in targets(nodes))
        found += [
            f"{one.variant}: {label.full}" for label in labels(nodes) if not label.of and label.box.bottom > bottom
        ]
    assert not found, "\n".join(found[:12])


GUIDE = Guide(("", ""), tuple(GuideItem(f"tour.{i}", "next", "下一站") for i in range(4)),
              GuideItem("tour.more", "list", "导览"), leaves=True)  # fmt: skip


@pytest.mark.parametrize("speaking", [False, True])
def test_the_way_to_staff_is_in_every_dock_and_every_dock_stands(speaking: bool) -> None:
    found = []
    for one in all_looks():
        one = replace(one, variant=replace(one.variant, speaking=speaking))
        width, height = one.size
        area = Box(0, height - one.dock_h, width, one.dock_h)
        action = chrome.Action("home.tours", one.t("home.tour.title"), one.t("home.tour.sub"), "school")
        for how in ({"at_home": True, "action": action}, {"at_home": False, "cites": True, "hint": "…"},
                    {"at_home": False, "guide": GUIDE}):  # fmt: skip
            nodes = tuple(chrome.dock(one, **how))  # type: ignore[arg-type]
            found += [f"{one.variant} {one.landscape} {how}: {said}" for said in complaints(nodes, one, area)]
            assert "dock.staff" in {target.id for target in targets(nodes)}
    assert not found, "\n".join(found[:12])


# ---- in a visit ----------------------------------------


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def visit(bell: Bell, voice: Voice | None = None) -> Director:
    kinds: list[ScreenKind] = [home.kind(catalog), help.kind(), call.kind(CallServices(bell))]
    wall = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)
    facts = StationFacts(lambda _: "", lambda: None, False, lambda: call.said(bell.status()))
    director = Director(
        {kind.id: kind for kind in kinds}, Variant(), facts, tokens.load(), Clock(), lambda: wall, lambda _: None,
        voice or Voice(),
    )  # fmt: skip
    director.visit(Place("home"), Variant())
    return director


def texts(director: Director) -> set[str]:
    return {one.full for layer in director.scene(True, ruler).layers for one in labels(layer.nodes)}


def test_two_touches_call_from_any_page() -> None:
    for start in ("home", "help"):
        bell = Bell()
        director = visit(bell)
        director.visit(Place(start), Variant())
        director.press("dock.staff")
        director.press("call.yes")
        assert bell.rung == ["zh-Hans"]


def test_the_answer_is_on_whatever_page_the_visitor_is() -> None:
    bell = Bell()
    director = visit(bell)
    for id in ("dock.staff", "call.yes", "call.on"):
        director.press(id)
    assert director.flow.here.screen == "home"
    assert "铃响过了" in texts(director), "the hub has not heard of it yet: no more is claimed"
    bell.now = CallStatus("waiting", True, 4)
    assert "已请工作人员" in texts(director)
    bell.now = CallStatus("coming", True, 9)
    director.tell("call.answered", "people")
    assert {"有人来了", "有人来了，请在这里等一下"} <= texts(director)


def test_the_next_visitor_sees_nothing_of_the_call() -> None:
    bell = Bell()
    director = visit(bell)
    director.press("dock.staff")
    director.press("call.yes")
    director.end_visit()
    assert bell.gone == 1
    director.visit(Place("home"), Variant())
    assert not {"铃响过了", "已请工作人员", "有人来了"} & texts(director)
