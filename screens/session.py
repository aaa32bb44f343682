"""The visitor's session: how this visitor wants the screen, when they were last here, and forgetting them.

Owns the variant axes and the idle clock. Leaves to others: what is shown (`screens.flow`), what the visitor has typed
(each screen's model; `Session.wipe` is the moment all of them forget).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from screens.strings import Language
from screens.tokens import TextSize, ThemeName, Tokens

Reach = Literal["normal", "low"]
IdleKind = Literal["browse", "form", "receipt", "tour"]


@dataclass(frozen=True, slots=True)
class Variant:
    """How a screen is shown: the axes that every screen must stand."""

    language: Language = "zh-Hans"
    theme: ThemeName = "light"
    text: TextSize = "normal"
    reach: Reach = "normal"
    speaking: bool = False

    @property
    def reduced_motion(self) -> bool:
        """Nothing moves by itself while the visitor listens or uses high contrast (design guide 6)."""
        return self.speaking or self.theme == "contrast"


#: One button goes through all of them, and names the one it leads to; who reads no Chinese needs one touch.
_NEXT: dict[Language, Language] = {"zh-Hans": "en", "en": "zh-Hant", "zh-Hant": "zh-Hans"}
_TOGGLED: dict[str, Callable[[Variant], dict[str, object]]] = {
    "language": lambda own: {"language": _NEXT[own.language]},
    "text": lambda own: {"text": "normal" if own.text == "large" else "large"},
    "contrast": lambda own: {"theme": "light" if own.theme == "contrast" else "contrast"},
    "reach": lambda own: {"reach": "normal" if own.reach == "low" else "low"},
    "speak": lambda own: {"speaking": not own.speaking},
}


class Presence(Enum):
    """Whether somebody seems to be here."""

    ACTIVE = "active"
    ASKING = "asking"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Session:
    """One visitor, from the first touch to the wipe. `touched_at` is seconds on the app's clock."""

    station: Variant
    variant: Variant
    touched_at: float
    awake: bool = False

    @classmethod
    def asleep(cls, station: Variant, now: float) -> Session:
        """Nobody is here; the station's own settings hold."""
        return cls(station, station, now)

    def touched(self, now: float) -> Session:
        """Somebody touched the glass: they are here."""
        return replace(self, touched_at=now, awake=True)

    def choose(self, now: float, **axes: object) -> Session:
        """The visitor set an axis (language, theme, text, reach, speaking)."""
        return replace(self, variant=replace(self.variant, **axes), touched_at=now, awake=True)  # type: ignore[arg-type]

    def toggled(self, axis: str, now: float) -> Session:
        """The visitor pressed one of the aids in the dock; any other name changes nothing."""
        own = self.variant
        return self.choose(now, **_TOGGLED[axis](own)) if axis in _TOGGLED else self

    def wiped(self, now: float) -> Session:
        """The visitor is forgotten."""
        return Session.asleep(self.station, now)


def grace_s(kind: IdleKind, variant: Variant, tokens: Tokens) -> float:
    """Seconds without a touch before the question; three times as long for readers of large text (rule C-11)."""
    return tokens.idle_s(kind) * (3 if variant.text == "large" else 1)


def presence(
    session: Session, kind: IdleKind, now: float, tokens: Tokens, busy: bool = False
) -> tuple[Presence, float]:
    """Whether the visitor is here, and the seconds until that answer changes.

    `busy` stops the clock while something is read aloud to the visitor or recorded (rule C-11).
    """
    if not session.awake:
        return Presence.GONE, float("inf")
    if busy:
        return Presence.ACTIVE, float("inf")
    grace = grace_s(kind, session.variant, tokens)
    countdown = tokens.idle_s("countdown")
    waited = now - session.touched_at
    if waited < grace:
        return Presence.ACTIVE, grace - waited
    if waited < grace + countdown:
        return Presence.ASKING, grace + countdown - waited
    return Presence.GONE, 0.0
