"""Measuring where the glass hangs, with a ruler: how long a line on it is, and how high its lower edge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from screens.site import Site

BAR_PX = 800.0  # design pixels the line is long
_CANVAS = {"landscape": (1920.0, 1080.0), "portrait": (1080.0, 1920.0)}
_BOUNDS = {"bar": (60, 2000), "edge": (0, 2000)}
STEPS = (-10, -1, 1, 10)


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands on the page: millimetres."""

    bar: int = 300
    edge: int = 700
    over: bool = False

    @classmethod
    def of(cls, site: Site | None) -> Measure:
        """What is known of a site; a common glass where nothing is."""
        if site is None:
            return cls()
        return cls(round(site.mm_per_px(site.landscape) * BAR_PX), round(site.edge_mm), site.over)

    def pressed(self, what: str) -> Measure:
        """After `over`, or a step such as `bar.10` or `edge.-1`; any other changes nothing."""
        if what == "over":
            return replace(self, over=not self.over)
        name, _, step = what.partition(".")
        if name not in _BOUNDS or not step.removeprefix("-").isdecimal():
            return self
        least, most = _BOUNDS[name]
        value = min(most, max(least, getattr(self, name) + int(step)))
        return replace(self, **{name: value})

    def site(self, shape: str) -> Site:
        """The site, on a glass that is `landscape` or `portrait`."""
        each = self.bar / BAR_PX
        wide, high = _CANVAS[shape]
        return Site(round(wide * each, 1), round(high * each, 1), float(self.edge), self.over)
