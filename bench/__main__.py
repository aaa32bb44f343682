"""`python -m bench [--full]`: measures, prints one table, writes bench/results/latest.json. Asserts no times.

Station and Chromium take turns for what two programs would disturb in each other (start, touch, paging), and run side
by side, each on its own screen, for what takes long (idle, memory).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench import directory, film, frames, idle, memory, pinyin, search, start, sync, touch, voices, writing
from bench.chromium import CHROMIUM, KINDS, Kind, Running, started
from bench.plan import Plan, read
from bench.table import Row, as_json, middle, p99, show

RESULTS = Path(__file__).parent / "results"
STILL_PAGE = "home.levels"


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    starts: int
    touch_rounds: int
    paging_s: float
    idle_s: float
    changes: int
    changes_s: float


SHORT = Extent(starts=3, touch_rounds=1, paging_s=3.0, idle_s=15.0, changes=2000, changes_s=180.0)
FULL = Extent(starts=11, touch_rounds=4, paging_s=10.0, idle_s=60.0, changes=2000, changes_s=900.0)


@dataclass
class Found:
    """Everything measured of one of the two."""

    starts: list[start.Start] = field(default_factory=list)
    touch: touch.Touch = field(default_factory=touch.Touch)
    pages_s: list[float] = field(default_factory=list)
    idle: dict[str, float] = field(default_factory=dict)
    memory: memory.Memory | None = None


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="more runs of each, for figures to publish")
    parser.add_argument("--no-chromium", action="store_true", help="the station alone")
    options = parser.parse_args()
    extent = FULL if options.full else SHORT
    kinds = KINDS if CHROMIUM.exists() and not options.no_chromium else KINDS[:1]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _say("pages")
        subprocess.run([sys.executable, "-m", "bench.plan", folder], check=True)
        found = _both(kinds, Path(folder), extent)
    rows = _compared(found) + _alone()
    title = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_machine()}, {time.monotonic() - began:.0f} s"
    show(rows, title)
    for kind, one in found.items():
        if one.touch.mute:
            _say(f"{kind}: no sign of a touch within its time: {', '.join(sorted(set(one.touch.mute)))}")
    RESULTS.mkdir(exist_ok=True)
    result = {"at": datetime.now(UTC).isoformat(), "machine": _machine(), "full": options.full, "rows": as_json(rows)}
    result["mute"] = {kind: sorted(set(one.touch.mute)) for kind, one in found.items()}
    result["touch_down_ms"] = {kind: one.touch.down for kind, one in found.items()}
    (RESULTS / "latest.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def _both(kinds: tuple[Kind, ...], folder: Path, extent: Extent) -> dict[Kind, Found]:
    plan = read(folder)
    found = {kind: Found() for kind in kinds}
    for turn in range(extent.starts):
        _say(f"start {turn + 1} of {extent.starts}")
        for kind in kinds if turn % 2 == 0 else kinds[::-1]:
            with started(kind, folder, plan) as running:
                found[kind].starts.append(start.measure(running))
    for kind in kinds:
        _say(f"touch, {kind}")
        with started(kind, folder, plan) as running:
            _touch(running, found[kind], extent)
    _long(kinds, folder, plan, found, extent)
    return found


def _touch(running: Running, found: Found, extent: Extent) -> None:
    start.measure(running)
    time.sleep(2)
    running.screen.wait_still(touch.HOME_CARDS)
    found.touch.add(touch.measure(running, extent.touch_rounds))
    try:
        found.pages_s.append(directory.measure(running, extent.paging_s))
    except directory.NoDirectory as error:
        _say(f"  {error}")


def _long(kinds: tuple[Kind, ...], folder: Path, plan: Plan, found: dict[Kind, Found], extent: Extent) -> None:
    with ExitStack() as stack:
        both = [stack.enter_context(started(kind, folder, plan)) for kind in kinds]
        for running in both:
            running.wait_ready()
        time.sleep(5)
        for place in ("attract", "home", "still"):
            _say(f"idle, {place}")
            for running in both:
                _go(running, place)
            time.sleep(2)
            for kind, percent in zip(kinds, idle.measure(both, extent.idle_s), strict=True):
                found[kind].idle[place] = percent
        for running in both:
            home = plan.pages[STILL_PAGE].home
            assert home is not None
            touch.go(running, home)
        _say(f"memory, up to {extent.changes} changes of screen")
        for kind, measured in zip(kinds, memory.measure(both, extent.changes, extent.changes_s), strict=True):
            found[kind].memory = measured


def _go(running: Running, place: str) -> None:
    if place == "home":
        touch.begin(running)
        running.screen.wait_for(running.at_home, 10)
    elif place == "still":
        door = running.plan.pages[STILL_PAGE].door
        assert door is not None
        touch.go(running, door)


# ---- rows ----------------------------------------


def _compared(found: dict[Kind, Found]) -> list[Row]:
    us, them = found["station"], found.get("chromium", Found())
    both = (us, them)

    def row(name: str, unit: str, values: tuple[float | None, ...], note: str = "", *, more: bool = False) -> Row:
        return Row(name, unit, values[0], values[1], note, more)

    rows = [
        row("start to first page", "s", tuple(middle(a.first_page for a in one.starts) for one in both), "new home"),
        row("start to answered touch", "s", tuple(middle(a.answered for a in one.starts) for one in both)),
        row("processor time to start", "s", tuple(middle(a.cpu for a in one.starts) for one in both)),
        row("touch to first change", "ms", tuple(middle(one.touch.all_down) for one in both), "every page, median"),
        row("touch to first change, p99", "ms", tuple(p99(one.touch.all_down) for one in both), "every page"),
        row("finger up to new page", "ms", tuple(middle(one.touch.opened) for one in both), "every page, median"),
        row("finger up to new page, p99", "ms", tuple(p99(one.touch.opened) for one in both)),
        row("directory, pages turned", "1/s", tuple(middle(one.pages_s) for one in both), "touch to pixels", more=True),
    ]
    places = {
        "attract": "car, boat or birds move, 12 steps a second; a new question every 12 s",
        "home": "",
        "still": "an exhibit's page",
    }
    for place, note in places.items():
        percents = tuple(one.idle.get(place) for one in both)
        rows.append(row(f"idle, {place}", "% core", percents, note or "with X server"))
    return rows + _memory(us.memory, them.memory)


def _memory(us: memory.Memory | None, them: memory.Memory | None) -> list[Row]:
    if us is None:
        return []
    name = f"memory after {us.changes} screens"
    return [
        Row("memory, PSS, before", "MB", us.start, them.start if them else None, "all processes"),
        Row(
            name,
            "MB",
            us.after,
            them.after if them else None,
            f"{us.changes / us.seconds:.0f} a second; Chromium after {them.changes}" if them else "",
        ),
        Row("memory growth", "%", us.growth, them.growth if them else None, "aim: under 10"),
    ]


def _alone() -> list[Row]:
    _say("frames of every block")
    dragged = frames.rows()
    _say("pinyin, search, sync")
    engine, opened, keys = pinyin.measure()
    rows = [
        Row("pinyin, key to candidates", "ms", middle(keys), note=f"{engine}, {len(keys)} keys, median"),
        Row("pinyin, key to candidates, p99", "ms", p99(keys), note=f"opened in {opened:.2f} s, in the background"),
    ]
    _say("each way of writing")
    rows = (
        dragged + film.rows() + rows + writing.rows() + [Row(name, unit, value) for name, value, unit in search.rows()]
    )
    _say("voices")
    rows += voices.rows()
    road = sync.measure()
    rows.append(Row("sync, 1 text of 1,000 changed", "bytes", road.changed[0], note=f"{road.changed[1]:.0f} ms"))
    rows.append(Row("sync, nothing new", "bytes", road.idle[0], note=f"{road.idle[1]:.1f} ms"))
    rows.append(Row("sync, first 1,000 files", "bytes", road.first[0], note=f"{road.first[1] / 1e3:.1f} s"))
    return rows


def _machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _say(what: str) -> None:
    sys.stderr.write(f"bench: {what}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
