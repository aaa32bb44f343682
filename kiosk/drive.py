"""`kiosk drive` and `kiosk shots`: the real app, driven and rendered without a screen. Formats: architecture.md."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any, TextIO

from kiosk.glass import gestures
from kiosk.glass.driver import Driver
from media.heard import HeardVoice
from screens.flow import Place
from screens.session import Variant

_LONGEST = 140  # characters of a screen in a file's name


class DriveError(Exception):
    """A command that cannot be done; the message says why."""


def drive(driver: Driver, lines: TextIO, out: TextIO) -> None:
    """Answer one JSON line for each JSON line, until `quit` or the end of input."""
    for line in lines:
        if not line.strip():
            continue
        answer = answer_to(driver, line)
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()
        if answer.get("bye"):
            return
        del answer, line  # a visitor's words, else kept while the next command runs


def answer_to(driver: Driver, line: str) -> dict[str, Any]:
    """Do one command. A mistake is answered, never raised."""
    try:
        command = json.loads(line)
        if not isinstance(command, dict):
            raise DriveError("a command is a JSON object with a 'do'")
        action = _COMMANDS.get(str(command.get("do")))
        if action is None:
            raise DriveError(f"unknown command {command.get('do')!r}; there are {', '.join(sorted(_COMMANDS))}")
        return {"ok": True, **(action(driver, command) or {})}
    except (DriveError, LookupError, KeyError, TypeError, ValueError, OSError) as error:
        reason = f"the field {error} is missing" if type(error) is KeyError else str(error)
        return {"ok": False, "error": reason}


def _tap(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    """A finger lands on what is disabled as on anything else; the answer says so, since nothing will come of it."""
    x, y = command["at"] if "at" in command else driver.center_of(command["id"])
    idle = "id" in command and any(one.disabled for one in driver.shell.pressable() if one.id == command["id"])
    driver.tap(float(x), float(y), float(command.get("hold", 0.08)))
    return {"disabled": True} if idle else {}


def _drag(driver: Driver, command: dict[str, Any]) -> None:
    driver.drag(tuple(command["from"]), tuple(command["to"]))


def _strokes(driver: Driver, command: dict[str, Any]) -> None:
    driver.center_of(command["id"])
    driver.strokes([[(float(x), float(y)) for x, y in stroke] for stroke in command["strokes"]])


def _sync(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    from sync.errors import SyncError

    try:
        result, trouble = driver.app.station.road.turn()
    except SyncError as error:
        raise DriveError(f"sync: {error}") from error
    if result is not None and result.outcome == "activated" and result.release is not None:
        driver.app.take(result.release)
        driver.settle()
    if trouble is not None:
        raise DriveError(f"sync: {trouble}") from trouble
    if result is None:
        raise DriveError("this station belongs to no hub; enrol it first")
    return {"result": result.outcome, "release": result.release.label if result.release else ""}


def _heard(driver: Driver) -> list[dict[str, Any]]:
    """What was spoken and sounded since this was last asked."""
    voice = driver.app.station.voice
    if not isinstance(voice, HeardVoice):
        raise DriveError("this station speaks aloud; nothing is written down")
    return voice.log.take()


def _explore(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    path = command.get("path") or [command["at"]]
    gestures.explore(driver, [(float(x), float(y)) for x, y in path], float(command.get("rest", 0.25)))
    return {"heard": _heard(driver)}


def _double_tap(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    at = command.get("at")
    gestures.double_tap(driver, (float(at[0]), float(at[1])) if at else None)
    return {"heard": _heard(driver)}


def _swipe(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    gestures.swipe(driver, str(command["to"]))
    return {"heard": _heard(driver)}


def _two_fingers(driver: Driver, _: dict[str, Any]) -> dict[str, Any]:
    gestures.two_fingers(driver)
    return {"heard": _heard(driver)}


def _key(driver: Driver, command: dict[str, Any]) -> dict[str, Any]:
    gestures.key(driver, str(command["key"]))
    return {"heard": _heard(driver)}


def _tree(driver: Driver, _: dict[str, Any]) -> dict[str, Any]:
    """What stands on the glass as named things, in the order in which they are read."""
    tree = driver.shell.assist.listening.tree
    items = [
        {
            "id": one.id, "role": one.role, "name": one.name, "checked": one.checked, "selected": one.selected,
            "expanded": one.expanded, "disabled": one.disabled, "value": one.value, "level": one.level,
            "live": one.live, "actions": list(one.actions),
        }
        for one in tree.items
    ]  # fmt: skip
    focus = driver.shell.assist.listening.focused
    return {"title": tree.title, "modal": tree.modal, "focus": focus, "items": items}


def _show(driver: Driver, command: dict[str, Any]) -> None:
    show(driver, str(command["screen"]), driver.app.station.director.session.variant)


_COMMANDS: dict[str, Callable[[Driver, dict[str, Any]], dict[str, Any] | None]] = {
    "tap": _tap,
    "drag": _drag,
    "strokes": _strokes,
    "type": lambda d, c: d.type(str(c["keys"])),
    "scan": lambda d, c: d.scan(str(c["text"])),
    "wait": lambda d, c: d.advance(float(c["seconds"])),
    "key": _key,
    "explore": _explore,
    "double_tap": _double_tap,
    "swipe": _swipe,
    "two_fingers": _two_fingers,
    "heard": lambda d, _: {"heard": _heard(d)},
    "tree": _tree,
    "screen": lambda d, _: d.describe(),
    "show": _show,
    "shot": lambda d, c: {"file": str(c["file"])} if d.picture(Path(c["file"])) else None,
    "sync": _sync,
    "quit": lambda _d, _c: {"bye": True},
}


# ---- shots ----------------------------------------


def shots(
    driver: Driver,
    out: Path,
    screens: list[str],
    sizes: list[tuple[int, int]],
    looks: list[Variant],
    report: TextIO = sys.stderr,
) -> int:
    """Render every screen in every variant: a PNG and a JSON layout dump each. Returns how many."""
    count = 0
    for size in sizes:
        driver.resize(size)
        for screen, variant in product(screens, looks):
            show(driver, screen, variant)
            name = _file_name(screen, size, variant)
            driver.picture(out / f"{name}.png")
            dump = {**driver.describe(), "screen": screen}
            (out / f"{name}.json").write_text(json.dumps(dump, ensure_ascii=False, indent=1), encoding="utf-8")
            count += 1
        report.write(f"{size[0]}x{size[1]}: {len(screens) * len(looks)} pictures\n")
    return count


def show(driver: Driver, screen: str, variant: Variant) -> None:
    """Bring a fresh visit to a screen (`id` or `id:about`) in a variant; `screen+tap+tap` presses targets there."""
    director = driver.app.station.director
    director.end_visit()
    place, *presses = screen.split("+")
    id, _, about = place.partition(":")
    if id not in director.kind_ids:
        raise DriveError(f"no screen {id!r}; there are {', '.join(director.kind_ids)}")
    director.visit(Place(id, about), variant)
    driver.shell.refresh()
    driver.advance(0.4)
    driver.settle()
    for target in presses:
        driver.tap(*driver.center_of(target))


def all_screens(driver: Driver) -> list[str]:
    """Every screen worth a picture: each block of each exhibit, a profile, the others once."""
    station = driver.app.station
    catalog = station.shelf.catalog
    found: list[str] = []
    for id in station.director.kind_ids:
        if id == "exhibit":
            for exhibit in catalog.exhibition.exhibits:
                found += [f"exhibit:{exhibit.id}/{block.id}" for block in exhibit.blocks]
                found.append(f"exhibit:{exhibit.id}/sources")
        elif id == "deputies":
            found += ["deputies", f"deputies:{catalog.exhibition.directory.deputies[0].id}"]
        elif id == "mailbox":
            found += ["mailbox", "mailbox:track"]
        elif id == "tour":
            found += ["tour", *(f"tour:{one.id}" for one in catalog.exhibition.tours)]
        else:
            found.append(id)
    return found


AXES = {
    "language": ("zh-Hans", "en"),
    "theme": ("light", "contrast"),
    "text": ("normal", "large", "huge"),
    "reach": ("normal", "low"),
}


def variants(**wanted: Sequence[str] | None) -> list[Variant]:
    """Every combination of the axes, each narrowed to what is wanted of it (`language=["en"]`)."""
    return [Variant(*values) for values in product(*(wanted.get(axis) or every for axis, every in AXES.items()))]  # type: ignore[arg-type]


def _file_name(screen: str, size: tuple[int, int], variant: Variant) -> str:
    safe = screen.replace(":", "-").replace("/", "-")
    if len(safe) > _LONGEST:  # after many presses: a file system takes 255 bytes
        safe = f"{safe[:_LONGEST]}~{hashlib.sha256(screen.encode()).hexdigest()[:8]}"
    return f"{safe}_{size[0]}x{size[1]}_{variant.language}_{variant.theme}_{variant.text}_{variant.reach}"
