"""One station with a real window for whoever asks for it. Kivy is imported only then: it knows one window a process."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kiosk.app import KioskApp
    from kiosk.glass.driver import Driver

NOON = datetime(2026, 11, 23, 12, 0).astimezone()


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """A station with the bundled exhibition, belonging to no hub, at noon for ever."""
    from kiosk.glass import boot

    boot.prepare((1920, 1080), headless=True)
    from kiosk.app import KioskApp
    from kiosk.bootstrap import Clocks, build
    from kiosk.config import Settings
    from kiosk.glass.driver import Driver
    from media.heard import HeardLog, HeardSounds, HeardVoice
    from screens.inputs.engine import open_engine

    with tempfile.TemporaryDirectory(prefix="glass-") as home:
        settings = Settings(home=Path(home), voice="silent", station_name="示例站")

        def make(now: Callable[[], float]) -> KioskApp:
            clocks = Clocks(now, lambda: NOON)
            rng, secret_rng = random.Random(1), random.Random(5)
            heard = HeardLog(now)
            station = build(settings, clocks, rng, secret_rng, HeardVoice(heard), lambda _: open_engine(), lambda: None)
            return KioskApp(station, HeardSounds(heard))

        running = Driver(make)
        running.start()
        yield running
        running.stop()


@pytest.fixture
def fresh(driver: Driver) -> Driver:
    """The same station with nobody at it, in landscape."""
    driver.resize((1920, 1080))
    driver.app.station.director.end_visit()
    driver.shell.refresh()
    driver.settle()
    return driver


@pytest.fixture
def enrolled(fresh: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The same station, where letters may be posted; nobody fetches them."""
    from sync.enrolment import Enrolment
    from tests.sync.inbox import Inbox
    from tests.sync.simulator import START, Clock

    hub = "https://hub.example"
    record = Enrolment(
        station_id="st-7f3a", name="示例站", hub_url=hub, repository=hub, channel="all", root=b"root",
        hub_keys=Inbox(Clock(START)).keys,
    )  # fmt: skip
    monkeypatch.setattr(fresh.app.station.road, "enrolment", record)
    return fresh
