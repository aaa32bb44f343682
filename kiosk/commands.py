"""What each command does, once it is known what was asked. Kivy is imported only by those that draw."""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import Settings

if TYPE_CHECKING:
    from kiosk.app import KioskApp
    from kiosk.bootstrap import Clocks, Station
    from media.heard import HeardLog


class Refused(Exception):
    """A command that can't be done; the message is the one sentence to print."""


def run(settings: Settings, size: tuple[int, int] | None, *, fullscreen: bool) -> int:
    """Show the station until it is told to stop."""
    from kiosk.glass import boot, heap, tidying

    heap.be_frugal()
    tidying.hold()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    boot.prepare(
        size or boot.screen_size() or (1920, 1080), headless=False, fullscreen=fullscreen, touch=settings.touch
    )
    app = _make_app(settings, time.monotonic, datetime.now)
    app.run_station(sdl_only=settings.touch == "mouse")
    return 0


def sync(settings: Settings, source: Path | None, *, once: bool) -> int:
    """One turn on the road (or one every interval until stopped), without a display."""
    from kiosk.late import Late
    from kiosk.road import Road
    from sync.errors import OutboxError, SyncError
    from sync.outbox import Outbox

    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        outbox = Outbox(settings.home / "outbox.sqlite")
        road = Road(settings, Late(lambda: outbox), _wall)
        if road.enrolment is None:
            raise Refused("this station belongs to no hub yet; enrol it with `kiosk enrol --hub URL --code CODE`")
        road.open_current()
        while True:
            result = road.sync_directory(source) if source else road.sync_once()
            assert result is not None
            shown = result.release.label if result.release else "the bundled exhibition"
            sys.stdout.write(f"{result.outcome}: showing {shown}, {outbox.depth()} letters waiting\n")
            sys.stdout.flush()
            if once or source:
                return 0
            time.sleep(settings.poll_seconds)
    except (SyncError, OutboxError, OSError) as error:
        raise Refused(f"sync: {error}") from error


def enrol(settings: Settings, hub: str, code: str, *, replace: bool) -> int:
    """Make this station's key and join a hub."""
    import requests

    from kiosk.road import VERSION
    from sync import identity
    from sync.errors import SyncError

    if replace and (waiting := _letters_waiting(settings)):
        raise Refused(
            f"enrolment: {waiting} letters wait that only the present hub can read; run `kiosk sync --once` first"
        )
    with requests.Session() as session:
        session.trust_env = False
        try:
            record = identity.enrol(
                hub, code, settings.home, session, app_version=VERSION, expected_root=settings.trust or None,
                replace=replace,
            )  # fmt: skip
        except (SyncError, OSError) as error:
            raise Refused(f"enrolment: {error}") from error
    sys.stdout.write(f"Enrolled as {record.name} ({record.station_id}).\n")
    sys.stdout.write(f"The hub's root of trust: {identity.fingerprint(record.root)}\n")
    return 0


def _letters_waiting(settings: Settings) -> int:
    from sync.outbox import Outbox

    file = settings.home / "outbox.sqlite"
    if not file.exists():
        return 0
    outbox = Outbox(file)
    try:
        return outbox.depth()
    finally:
        outbox.close()


def shots(settings: Settings, arguments: argparse.Namespace, sizes: list[tuple[int, int]]) -> int:
    """Render screens; see kiosk.drive.shots."""
    from kiosk.glass import boot

    boot.prepare(sizes[0], headless=True)
    from kiosk import drive as driving

    driver = _driver(settings)
    try:
        looks = driving.variants(
            language=arguments.language, theme=arguments.theme, text=arguments.text, reach=arguments.reach
        )
        screens = arguments.screen or driving.all_screens(driver)
        driving.shots(driver, arguments.out, screens, sizes, looks)
    except driving.DriveError as error:
        raise Refused(str(error)) from error
    finally:
        driver.stop()
    return 0


def drive(settings: Settings, size: tuple[int, int]) -> int:
    """Drive the app by JSON lines; see kiosk.drive.drive."""
    from kiosk.glass import boot, heap

    heap.be_frugal()  # as `run` does: what is driven forgets as a station does
    boot.prepare(size, headless=True)
    from kiosk import drive as driving

    driver = _driver(settings)
    driver.app.forget_in_earnest()
    try:
        driving.drive(driver, sys.stdin, sys.stdout)
    finally:
        driver.stop()
    return 0


def _driver(settings: Settings) -> Driver:
    from kiosk.glass.driver import Driver as Real
    from media.heard import HeardLog

    def make(now: Callable[[], float]) -> KioskApp:
        quiet = settings.model_copy(update={"voice": "silent", "film_sound": "silent"})
        return _make_app(quiet, now, datetime.now, seed=1, heard=HeardLog(now))

    driver = Real(make)
    driver.start()
    return driver


def _make_app(
    settings: Settings,
    now: Callable[[], float],
    wall: Callable[[], datetime],
    seed: int | None = None,
    heard: HeardLog | None = None,
) -> KioskApp:
    """`heard` takes down what would be heard, instead of a loudspeaker."""
    from kiosk.app import KioskApp as Real
    from kiosk.bootstrap import build
    from kiosk.sounds import StationSounds
    from kiosk.words import open_pinyin
    from media.dictaphone import open_dictaphone
    from media.heard import HeardSounds, HeardVoice
    from media.voices import open_voice
    from sync.errors import SyncError

    station: Station | None = None

    def narration(language: str, text: str) -> Path | None:
        return station.shelf.catalog.narration(language, text) if station is not None else None

    voice = HeardVoice(heard) if heard is not None else open_voice(settings.voice, narration)
    sounds = HeardSounds(heard) if heard is not None else StationSounds() if settings.voice != "silent" else None
    chime = partial(heard.add, sound="chime") if heard is not None else _chime(settings)
    rng, secret_rng = random.Random(seed), random.SystemRandom()
    try:
        station = build(
            settings, _clocks(now, wall), rng, secret_rng, voice, partial(open_pinyin, settings), _quit,
            open_dictaphone(settings.microphone, aloud=heard is None), chime,
        )  # fmt: skip
    except (SyncError, OSError) as error:
        raise Refused(f"the state folder {settings.home}: {error}; `kiosk doctor` says what to do") from error
    return Real(station, sounds)


def _chime(settings: Settings) -> Callable[[], None]:
    """The bell in the room; what it is made with is loaded when it first sounds."""

    def sound() -> None:
        from media._sink import open_aplay
        from media.chime import Chime

        Chime(open_aplay, settings.chime_volume)()

    return sound


def _clocks(now: Callable[[], float], wall: Callable[[], datetime]) -> Clocks:
    from kiosk.bootstrap import Clocks as Real

    return Real(now, lambda: wall().astimezone())


def _wall() -> datetime:
    return datetime.now().astimezone()


def _quit() -> None:
    from kiosk.glass import loop

    loop.stop()


if TYPE_CHECKING:
    from kiosk.glass.driver import Driver
