"""The real app on an invisible window. One Kivy window serves a whole test process."""

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.config import Settings
from kiosk.glass import boot

boot.prepare((1920, 1080), headless=True)

from kiosk.app import KioskApp  # noqa: E402
from kiosk.bootstrap import Clocks, build  # noqa: E402
from kiosk.glass.driver import Driver  # noqa: E402
from media.speech import SilentVoice  # noqa: E402
from screens.inputs.engine import open_engine  # noqa: E402

NOON = datetime(2026, 11, 23, 12, 0).astimezone()


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """A station with the bundled exhibition, belonging to no hub, at noon for ever."""
    with tempfile.TemporaryDirectory(prefix="glass-") as home:
        settings = Settings(home=Path(home), voice="silent", station_name="示例站")

        def make(now: Callable[[], float]) -> KioskApp:
            clocks = Clocks(now, lambda: NOON)
            rng = random.Random(1)
            return KioskApp(build(settings, clocks, rng, rng, SilentVoice(), open_engine, lambda: None))

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
