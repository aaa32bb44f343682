"""The page behind "call staff" without its looks: a question, a wait, an answer, and what to do without one.

Owns which of these is shown. Leaves to others: the bell, the chime and the hub (`Bell`), which know nothing of the
visitor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Protocol

from screens.flow import Place
from screens.screen import Back, Effects, Go, Screen, Toast
from screens.session import IdleKind

UNREACHED_S = 8.0  # after this long without the hub the page stops promising anything
_LOOK_S = 1.0

Page = Literal["ask", "waiting", "coming", "nobody", "alone"]


@dataclass(frozen=True, slots=True)
class CallStatus:
    """How this visit's call is. `reached`: the hub has it; `since_s`: how long ago it was first asked for."""

    stage: Literal["none", "waiting", "coming"] = "none"
    reached: bool = False
    since_s: float = 0.0


def said(status: CallStatus) -> str:
    """The key of the string that the strip has for it; empty while nobody was called."""
    if status.stage == "none":
        return ""
    return f"call.status.{status.stage}" if status.reached else "call.status.rung"


class Bell(Protocol):
    """The station's bell. Nothing here blocks."""

    def ring(self, language: str) -> bool:
        """Ask for somebody. Whether it was heard in the room: not twice in a minute."""

    def status(self) -> CallStatus:
        """How this visit's call is."""

    def take_back(self) -> None:
        """Nobody is needed any more."""

    def left(self) -> None:
        """The visit is over: an answered call is too; one that nobody answered stays with the staff."""


@dataclass(frozen=True, slots=True)
class CallServices:
    """The bell, and what the page may name instead: the staff's telephone and hours (empty: none), and how many minutes
    one waits before it does."""

    bell: Bell
    phone: str = ""
    hours: str = ""
    minutes: int = 3


@dataclass(frozen=True, slots=True)
class CallState:
    """What is shown. `waited` is whole minutes."""

    page: Page = "ask"
    waited: int = 0
    phone: str = ""
    hours: str = ""


class Call(Screen[CallState]):
    """One visit's page."""

    def __init__(self, services: CallServices) -> None:
        self._services = services
        self.state = CallState(phone=services.phone, hours=services.hours)
        self._see()

    @property
    def idle(self) -> IdleKind:  # type: ignore[override]
        """Who waits for somebody has time."""
        return "browse" if self.state.page == "ask" else "form"

    def press(self, id: str, now: float) -> Effects:
        bell = self._services.bell
        effects: Effects = ()
        if id == "call.yes":
            effects = () if bell.ring(self.language) else (Toast("call.rung", icon="clock"),)
        elif id == "call.over":
            bell.take_back()
            effects = (Back(), Toast("call.taken_back", icon="check"))
        elif id in ("call.no", "call.on"):
            effects = (Back(),)
        elif id == "call.letter":
            effects = (Go(Place("mailbox")),)
        self._see()
        return effects

    def tick(self, now: float) -> Effects:
        self._see()
        return ()

    def next_due(self, now: float) -> float | None:
        return None if self.state.page == "ask" else _LOOK_S

    def wipe(self) -> None:
        self._services.bell.left()
        self._see()

    def _see(self) -> None:
        status = self._services.bell.status()
        self.state = replace(self.state, page=self._page(status), waited=int(status.since_s // 60))

    def _page(self, status: CallStatus) -> Page:
        if status.stage == "none":
            return "ask"
        if status.stage == "coming":
            return "coming"
        if not status.reached and status.since_s >= UNREACHED_S:
            return "alone"
        return "nobody" if status.since_s >= self._services.minutes * 60 else "waiting"
