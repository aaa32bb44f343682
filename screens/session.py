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
    slow: bool = False  # what is read aloud is read slowly
    muted: bool = False  # films are seen, not heard; the voice that reads aloud is not meant
    hearing: bool = False  # touch to hear: what lies under the finger is spoken, and acts on a double tap

    @property
    def reduced_motion(self) -> bool:
        """Nothing moves by itself while the visitor listens or uses high contrast (design guide 6)."""
        return self.speaking or self.hearing or self.theme == "contrast"

    @property
    def unhurried(self) -> bool:
        """Whether everything waits three times as long: for readers of large text and those who listen (rule C-11)."""
        return self.hearing or self.text != "normal"


#: One button goes through all of them, and names the one it leads to; who reads no Chinese needs one touch. Where packs
#: bring more, the button shows them all instead (the director).
_NEXT: dict[Language, Language] = {"zh-Hans": "en", "en": "zh-Hant", "zh-Hant": "zh-Hans"}
_LARGER: dict[TextSize, TextSize] = {"normal": "large", "large": "huge", "huge": "normal"}
_TOGGLED: dict[str, Callable[[Variant], dict[str, object]]] = {
    "language": lambda own: {"language": _NEXT.get(own.language, "zh-Hans")},
    "text": lambda own: {"text": _LARGER[own.text]},
    "contrast": lambda own: {"theme": "light" if own.theme == "contrast" else "contrast"},
    "reach": lambda own: {"reach": "normal" if own.reach == "low" else "low"},
    "speak": lambda own: {"speaking": not own.speaking},
    "slow": lambda own: {"slow": not own.slow},
    "muted": lambda own: {"muted": not own.muted},
    "hear": lambda own: {"hearing": not own.hearing, "speaking": False},
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

    def held(self, seconds: float, now: float) -> Session:
        """The idle clock stood still for some seconds; it never runs ahead of now."""
        return replace(self, touched_at=min(now, self.touched_at + seconds))

    def choose(self, now: float, **axes: object) -> Session:
        """The visitor set an axis (language, theme, text, reach, speaking, hearing)."""
        return replace(self, variant=replace(self.variant, **axes), touched_at=now, awake=True)  # type: ignore[arg-type]

    def toggled(self, axis: str, now: float) -> Session:
        """The visitor pressed one of the aids in the dock; any other name changes nothing."""
        own = self.variant
        return self.choose(now, **_TOGGLED[axis](own)) if axis in _TOGGLED else self

    def wiped(self, now: float) -> Session:
        """The visitor is forgotten."""
        return Session.asleep(self.station, now)


def grace_s(kind: IdleKind, variant: Variant, tokens: Tokens) -> float:
    """Seconds without a touch before the question."""
    return tokens.idle_s(kind) * (3 if variant.unhurried else 1)


def countdown_s(variant: Variant, tokens: Tokens) -> int:
    """Seconds between the question and the wipe: never less than 30."""
    return tokens.idle_s("countdown") * (3 if variant.unhurried else 1)


def presence(session: Session, kind: IdleKind, now: float, tokens: Tokens) -> tuple[Presence, float]:
    """Whether the visitor is here, and the seconds until that answer changes."""
    if not session.awake:
        return Presence.GONE, float("inf")
    grace = grace_s(kind, session.variant, tokens)
    countdown = countdown_s(session.variant, tokens)
    waited = now - session.touched_at
    if waited < grace:
        return Presence.ACTIVE, grace - waited
    if waited < grace + countdown:
        return Presence.ASKING, grace + countdown - waited
    return Presence.GONE, 0.0
