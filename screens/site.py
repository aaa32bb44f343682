"""Where a station's glass hangs: millimetres for design pixels, and the line above which low reach presses nothing.

Owns EN 301 549 8.3.2 (rule C-07): what is pressed lies between 380 and 1220 mm above the floor, or 1120 mm where
something 510 to 635 mm deep stands before the glass. Leaves to others: laying a page out below the line.
"""

from __future__ import annotations

from dataclasses import dataclass

from screens.scene import Box

LOWEST_MM, HIGHEST_MM, HIGHEST_OVER_MM = 380.0, 1220.0, 1120.0
_CANVAS = {True: (1920.0, 1080.0), False: (1080.0, 1920.0)}
_LEAST_ROOM = 0.28  # of the picture's height: the dock, the buttons that move a page, and something to press


@dataclass(frozen=True, slots=True)
class Site:
    """The picture's width and height, and its lower edge above the floor. `over`: hands reach over an obstruction."""

    wide_mm: float
    high_mm: float
    edge_mm: float
    over: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the glass is wider than high."""
        return self.wide_mm >= self.high_mm

    @property
    def highest_mm(self) -> float:
        """How high above the floor something may be pressed in low reach."""
        return HIGHEST_OVER_MM if self.over else HIGHEST_MM

    def mm_per_px(self, landscape: bool) -> float:
        """Millimetres a design pixel is wide; the canvas is fitted into the glass."""
        wide, high = _CANVAS[landscape]
        return min(self.wide_mm / wide, self.high_mm / high)

    def above_floor(self, y: float, landscape: bool) -> float:
        """Height in millimetres of a design pixel, y counted down from the canvas's top."""
        each, (_, high) = self.mm_per_px(landscape), _CANVAS[landscape]
        below = (self.high_mm - high * each) / 2
        return self.edge_mm + below + (high - y) * each

    def span(self, box: Box, landscape: bool) -> tuple[float, float]:
        """Lower and upper edge of a box, millimetres above the floor."""
        return self.above_floor(box.bottom, landscape), self.above_floor(box.y, landscape)

    def line(self, landscape: bool) -> float:
        """The smallest y at which something may be pressed in low reach; 0 where all of the glass is low enough."""
        return max(0.0, (self.above_floor(0.0, landscape) - self.highest_mm) / self.mm_per_px(landscape))

    def problems(self) -> tuple[str, ...]:
        """Why low reach can't be kept here and what to do, a sentence each; empty where it can."""
        found = []
        top = self.edge_mm + self.high_mm
        if self.edge_mm < LOWEST_MM:
            found.append(
                f"the picture begins {self.edge_mm:.0f} mm above the floor: the lowest buttons lie below "
                f"{LOWEST_MM:.0f} mm. Raise the glass by {LOWEST_MM - self.edge_mm:.0f} mm"
            )
        room = self.highest_mm - self.edge_mm
        if room < _LEAST_ROOM * self.high_mm:
            lower = _LEAST_ROOM * self.high_mm - room
            cure = f"Hang the glass {lower:.0f} mm lower"
            if self.over:
                cure += ", or take away what stands before it"
            found.append(
                f"of a picture from {self.edge_mm:.0f} to {top:.0f} mm only {max(0.0, room):.0f} mm lie below "
                f"{self.highest_mm:.0f} mm: too little for the buttons of a page. {cure}"
            )
        return tuple(found)
