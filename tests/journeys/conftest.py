"""A hub made once by its own commands and copied for each journey; stations that never outlive their test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.processes import HubProcess, StationProcess
from tests.journeys.visitor import Visitor


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> HubProcess:
    """A hub with everything published, never started: copy it."""
    hub = HubProcess(tmp_path_factory.mktemp("founded") / "hub")
    hub.found()
    return hub


@pytest.fixture
def hub(founded: HubProcess, tmp_path: Path) -> Iterator[HubProcess]:
    """A hub of this test's own, running."""
    own = founded.copy(tmp_path / "hub")
    try:
        own.start()
        yield own
    finally:
        own.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey of one visitor needs a station and nothing else: such journeys may run side by side."""
    for item in items:
        if "visitor" in getattr(item, "fixturenames", ()):
            item.add_marker("visit")


MakeStation = Callable[..., StationProcess]


@pytest.fixture
def make_station(tmp_path: Path) -> Iterator[MakeStation]:
    """Makes stations, not yet enrolled nor switched on; all of them are off when the test ends."""
    made: list[StationProcess] = []

    def make(name: str = "station", poll_seconds: float = 1.0, size: str = "1920x1080") -> StationProcess:
        made.append(StationProcess(tmp_path / name, poll_seconds, size))
        return made[-1]

    yield make
    for station in made:
        station.kill()


@pytest.fixture
def station(hub: HubProcess, make_station: MakeStation) -> StationProcess:
    """A station of that hub, showing its content, with nobody at it."""
    one = make_station()
    one.enrol(hub, "测试站")
    one.start()
    one.do("sync")
    return one


@pytest.fixture(params=["zh-Hans", "en"])
def visitor(request: pytest.FixtureRequest, make_station: MakeStation, tmp_path: Path) -> Visitor:
    """Somebody who has just touched the glass of a station without a hub, and chosen their language."""
    station = make_station(size="960x540")
    station.start()
    return Visitor(station, request.param, tmp_path / "pictures")
