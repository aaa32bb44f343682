"""The design tokens by name: colours, text styles, strokes, durations. The only place where their values live.

Values come from tokens.json, the design guide's own file. Sizes are design pixels: pixels on the reference canvas,
1920 x 1080 in landscape and 1080 x 1920 in portrait.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NewType

DesignPx = NewType("DesignPx", float)
DurationMs = NewType("DurationMs", int)
ThemeName = Literal["light", "contrast"]
TextSize = Literal["normal", "large", "huge"]

_THEME_KEYS = {"light": "light", "contrast": "high_contrast"}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face at a size. `size` is the em, `line` the distance between baselines, both in design pixels."""

    name: str
    face: str
    size: float
    line: float


@dataclass(frozen=True, slots=True)
class Hour:
    """The colours of an hour of the day in the light theme: what tokens of the scenery become, and what text on it is.

    `ink` and `ink2` are names of tokens; `window` in `colors` is what the drawing fills with ink.
    """

    ink: str
    ink2: str
    colors: dict[str, str]


@dataclass(frozen=True)
class Tokens:
    """The parsed token file."""

    raw: dict[str, Any]

    def color(self, theme: ThemeName, name: str) -> str:
        """A colour as `#RRGGBB`. Raises: KeyError for a name the design does not have."""
        return str(self.raw["color"][_THEME_KEYS[theme]][name])

    def style(self, name: str, text: TextSize = "normal") -> TextStyle:
        """A text style at a text size. Huge pages are laid out in large type (`screens.huge`). Raises: KeyError."""
        entry = self.raw["type"][name]
        large = text != "normal"
        return TextStyle(
            name,
            f"{entry['family']}-{entry['weight']}",
            entry["large_size" if large else "size"],
            entry["large_line_height" if large else "line_height"],
        )

    def hour(self, name: str) -> Hour:
        """How the scenery looks at an hour of the day; by `day` as the theme has it. Raises: KeyError."""
        return Hour("ink", "ink2", {}) if name == "day" else Hour(**self.raw["hours"][name])

    def duration(self, name: str) -> DurationMs:
        """A duration by name."""
        return DurationMs(self.raw["duration_ms"][name])

    def stroke(self, name: str) -> float:
        """A stroke width by name, design pixels as drawn."""
        return float(self.raw["stroke"][name])

    def radius(self, name: str) -> float:
        """A corner radius by name."""
        return float(self.raw["radius"][name])

    def idle_s(self, name: str) -> int:
        """Seconds without a touch before the countdown; `countdown` is its own length."""
        return int(self.raw["idle_s"][name])

    @property
    def touch_min(self) -> float:
        """The smallest side of anything touchable."""
        return float(self.raw["touch"]["min"])

    @property
    def slop(self) -> float:
        """How far outside its target a release still counts."""
        return float(self.raw["touch"]["slop"])

    @property
    def scrim_alpha(self) -> float:
        """Opacity of the veil behind a sheet."""
        return float(self.raw["scrim_alpha"])


@lru_cache(maxsize=1)
def load() -> Tokens:
    """The tokens shipped with the package."""
    return Tokens(json.loads(Path(__file__).with_name("tokens.json").read_text(encoding="utf-8")))


def contrast(fg: str, bg: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(fg), _luminance(bg)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
