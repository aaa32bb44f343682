"""Where a finger goes: walks the real app once, notes its pages and targets, and writes them as a web page.

Runs as a process of its own (`python -m bench.plan DIR`), because it needs Kivy and what measures does not. Writes
plan.json and index.html into DIR.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.glass.driver import Driver

SIZE = (1920, 1080)
TOUCHED = 2  # targets tried on each page
DIRECTORY = "home.deputies"
_TURN = re.compile(r"deputies\.from\.\d+")  # an id names the result that its page begins with
TURNED = 3  # pages of the directory in the web page

Area = tuple[int, int, int, int]
Mark = tuple[int, int, int, int, int]  # x, y, red, green, blue


@dataclass(frozen=True)
class Spot:
    """A target: its id, its box, and where a finger lands."""

    id: str
    area: Area
    at: tuple[float, float]


@dataclass(frozen=True)
class Page:
    """A page: the target that opens it (on home, if any), the way home, and targets to try."""

    name: str
    door: Spot | None
    home: Spot | None
    touched: tuple[Spot, ...]


@dataclass(frozen=True)
class Plan:
    """What is known of the app: a pixel that only the first page has, one that only home has, the pages."""

    ready: Mark
    at_home: Mark
    pages: dict[str, Page]
    next: Spot | None
    previous: Spot | None


def read(folder: Path) -> Plan:
    """The plan in a folder."""
    raw = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    pages = {name: _page(one) for name, one in raw["pages"].items()}
    return Plan(tuple(raw["ready"]), tuple(raw["at_home"]), pages, _spot(raw["next"]), _spot(raw["previous"]))


def _page(raw: dict[str, Any]) -> Page:
    touched = tuple(spot for one in raw["touched"] if (spot := _spot(one)))
    return Page(raw["name"], _spot(raw["door"]), _spot(raw["home"]), touched)


def _spot(raw: dict[str, Any] | None) -> Spot | None:
    if raw is None:
        return None
    return Spot(raw["id"], tuple(raw["area"]), tuple(raw["at"]))


# ---- the walk ----------------------------------------


class _Walk:
    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.pages: dict[str, Page] = {}
        self.sections: list[str] = []

    def spots(self) -> dict[str, Spot]:
        """Every target that can be pressed now and hides no other."""
        found = {}
        for one in self.driver.shell.pressable():
            box = one.box
            if not one.disabled and not one.hold_ms:
                area = (round(box.x), round(box.y), round(box.w), round(box.h))
                found[one.id] = Spot(one.id, area, box.center)
        return found

    def note(self, name: str, door: Spot | None, links: dict[str, str]) -> None:
        """Keep the page on the glass."""
        from bench.markup import section

        spots = self.spots()
        own = [spot for id, spot in spots.items() if not id.startswith(("dock.", "strip.", "attract."))]
        docked = [spot for id, spot in spots.items() if id.startswith("dock.")]
        self.pages[name] = Page(name, door, spots.get("dock.home"), tuple((own + docked)[:TOUCHED]))
        scene = self.driver.shell.current
        assert scene is not None
        self.sections.append(section(name, scene, {"dock.home": "home", "dock.back": "home", **links}))

    def tap(self, id: str) -> None:
        """Press, and wait past the time in which a second press is ignored."""
        self.driver.advance(0.4)
        self.driver.tap(*self.driver.center_of(id))

    def turn(self) -> tuple[Spot | None, Spot | None]:
        """The ways to the directory's page before and the next one, where there are such."""
        ways = sorted((spot for id, spot in self.spots().items() if _TURN.fullmatch(id)), key=lambda spot: spot.area[0])
        middle = SIZE[0] / 2
        back = next((spot for spot in ways if spot.at[0] < ways[-1].at[0] or spot.at[0] < middle), None)
        return back, ways[-1] if ways and ways[-1] is not back else None


def _walk(driver: Driver) -> tuple[_Walk, Plan]:
    walk = _Walk(driver)
    walk.note("attract", None, {"attract.begin": "home"})
    ready = _mark(driver, "vermilion")
    walk.tap("attract.begin")
    at_home = _mark(driver, "mail")
    doors = {id: spot for id, spot in walk.spots().items() if id.startswith("home.") or id == "dock.help"}
    walk.note("home", None, {id: id for id in doors})
    following = previous = None
    for id, door in doors.items():
        walk.tap(id)
        onward = walk.turn()[1] if id == DIRECTORY else None
        walk.note(id, door, {onward.id: "turned.1"} if onward else {})
        if onward:
            following, previous = _turn(walk, onward)
        driver.app.station.director.press("dock.home")
        driver.shell.refresh()
        driver.settle()
    return walk, Plan(ready, at_home, walk.pages, following, previous)


def _turn(walk: _Walk, following: Spot) -> tuple[Spot, Spot | None]:
    """Note the directory's first pages, turning with whatever their own buttons are called."""
    kept, before, forth, back = dict(walk.pages), DIRECTORY, following, None
    for i in range(1, TURNED + 1):
        walk.tap(forth.id)
        previous, onward = walk.turn()
        back = back or previous
        links = {onward.id: f"turned.{i + 1}"} if onward and i < TURNED else {}
        walk.note(f"turned.{i}", None, links | ({previous.id: before} if previous else {}))
        before = f"turned.{i}"
        if onward is None:
            break
        forth = onward
    walk.pages = kept
    return following, back


def _mark(driver: Driver, color: str) -> Mark:
    """A pixel within the first thing filled with `color`: a disc's middle, or near a box's left edge, before words."""
    from screens.scene import Disc, Fill

    scene = driver.shell.current
    assert scene is not None
    nodes = (node for layer in scene.layers if layer.name != "chrome" for node in layer.nodes)
    one = next(node for node in nodes if isinstance(node, Fill | Disc) and node.color == color)
    spot = (one.x, one.y) if isinstance(one, Disc) else (one.box.x + 14, one.box.center[1])
    x, y = round(spot[0]), round(spot[1])
    red, green, blue = driver.picture().convert("RGB").tobytes()[3 * (y * SIZE[0] + x) :][:3]
    return x, y, red, green, blue


def main(folder: Path) -> None:
    """Walk and write."""
    from kiosk.glass import boot

    boot.prepare(SIZE, headless=True)
    from bench.markup import write_page
    from kiosk import commands, config

    with tempfile.TemporaryDirectory(prefix="bench-plan-") as home:
        driver = commands._driver(config.Settings(home=Path(home)))
        try:
            walk, plan = _walk(driver)
        finally:
            driver.stop()
    (folder / "plan.json").write_text(json.dumps(asdict(plan), ensure_ascii=False), encoding="utf-8")
    write_page(folder / "index.html", walk.sections)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
