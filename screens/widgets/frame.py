"""Where the reference canvas lies in the window. Plain arithmetic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """The canvas letterboxed and centred in the window. Window pixels, y up."""

    left: float
    bottom: float
    scale: float
    design_w: float
    design_h: float

    @classmethod
    def of(cls, window: tuple[float, float], design: tuple[float, float]) -> Frame:
        """The largest frame of the design's proportions in a window."""
        scale = min(window[0] / design[0], window[1] / design[1])
        left = round((window[0] - design[0] * scale) / 2)
        bottom = round((window[1] - design[1] * scale) / 2)
        return cls(left, bottom, scale, design[0], design[1])

    def to_window(self, x: float, y: float, h: float = 0.0) -> tuple[float, float]:
        """Bottom left corner in the window of a design box that starts at (x, y) and is h high."""
        return self.left + x * self.scale, self.bottom + (self.design_h - y - h) * self.scale

    def to_design(self, x: float, y: float) -> tuple[float, float]:
        """A window point in design pixels."""
        return (x - self.left) / self.scale, self.design_h - (y - self.bottom) / self.scale
