"""Content on a USB stick: a station without a network shows what the hub has signed."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import MakeStation
from tests.journeys.editions import edition, sentence
from tests.journeys.processes import HubProcess

CHANGED = "这句话是装在优盘里送来的。"


def test_a_station_without_a_network_takes_content_from_a_stick(
    hub: HubProcess, make_station: MakeStation, tmp_path: Path
) -> None:
    station = make_station()
    station.enrol(hub, "山里的站")
    hub.release(edition(tmp_path / "edition", CHANGED))
    stick = tmp_path / "stick"
    assert hub.command("bundle", str(stick)).strip()
    hub.stop()
    done = station.command("sync", "--from", str(stick))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("activated")
    station.start()
    station.tap("attract.begin", "home.levels")
    assert station.shows(CHANGED)
    assert not station.shows(sentence())


def test_a_stick_from_another_city_is_refused(
    hub: HubProcess, founded: HubProcess, make_station: MakeStation, tmp_path: Path
) -> None:
    station = make_station()
    station.enrol(hub, "一号站")
    other = founded.copy_with_other_keys(tmp_path / "other")
    stick = tmp_path / "stick"
    other.command("bundle", str(stick))
    done = station.command("sync", "--from", str(stick))
    assert done.returncode == 1
    assert done.stderr.startswith("kiosk: sync: ")
    assert done.stderr.count("\n") == 1
    station.start()
    station.tap("attract.begin", "home.levels")
    assert station.shows(sentence()), "the bundled exhibition goes on showing"


def test_a_stick_with_a_damaged_file_is_refused(hub: HubProcess, make_station: MakeStation, tmp_path: Path) -> None:
    station = make_station()
    station.enrol(hub, "一号站")
    stick = tmp_path / "stick"
    hub.command("bundle", str(stick))
    largest = max((one for one in stick.rglob("*") if one.is_file()), key=lambda one: one.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 1
    largest.write_bytes(data)
    done = station.command("sync", "--from", str(stick))
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("kiosk: sync: ")
    hub.command("bundle", str(tmp_path / "again"))
    assert station.command("sync", "--from", str(tmp_path / "again")).returncode == 0
