"""`kiosk doctor` on a station that has a hub: well, cut off, and with damaged content."""

from __future__ import annotations

from screens.staff import hash_staff_pin
from tests.journeys.conftest import MakeStation
from tests.journeys.processes import HubProcess

GLASS = {"KIOSK_GLASS_WIDTH_MM": "392", "KIOSK_GLASS_HEIGHT_MM": "697", "KIOSK_GLASS_EDGE_MM": "700"}
WELL = {
    "SDL_VIDEODRIVER": "offscreen",
    "KIOSK_STAFF_PIN_HASH": hash_staff_pin("428571"),
    "KIOSK_MICROPHONE": "off",
    **GLASS,
}


def test_the_doctor_finds_a_healthy_station_well_and_says_what_ails_another(
    hub: HubProcess, make_station: MakeStation
) -> None:
    station = make_station()
    station.enrol(hub, "一号站")
    new = station.command("doctor", **WELL)
    assert (new.returncode, new.stderr) == (0, "")
    assert new.stdout == "- No content has been fetched yet; the bundled exhibition is shown.\n"
    well = station.command("doctor", **WELL)
    assert (well.returncode, well.stdout, well.stderr) == (0, "This station is well.\n", "")
    hub.stop()
    cut = station.command("doctor", **WELL)
    assert (cut.returncode, cut.stderr) == (0, ""), "a station without its hub serves visitors"
    assert cut.stdout.startswith("- The hub can't be reached")
    assert cut.stdout.endswith("; 0 letters wait.\n")


def test_a_code_is_good_once_and_a_hub_is_left_only_on_purpose(hub: HubProcess, make_station: MakeStation) -> None:
    code = hub.command("enrol", "一号站").split()[-1]
    join = ("enrol", "--hub", hub.url, "--code", code)
    first, second = make_station("first"), make_station("second")
    joined = first.command(*join)
    assert joined.returncode == 0
    assert joined.stdout.startswith("Enrolled as 一号站 (")
    for station, words in ((second, join), (first, join)):
        refused = station.command(*words)
        assert refused.returncode == 1
        assert refused.stderr.startswith("kiosk: enrolment: ")
        assert refused.stderr.count("\n") == 1
    again = hub.command("enrol", "一号站").split()[-1]
    assert first.command("enrol", "--hub", hub.url, "--code", again, "--replace").returncode == 0
