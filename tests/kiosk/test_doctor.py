"""`kiosk doctor`: sentences that name the cure; exit code 1 only for what keeps visitors from using the station."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.staff import hash_staff_pin
from sync.outbox import Outbox
from tests.kiosk.test_commands import kiosk

WELL = {
    "SDL_VIDEODRIVER": "offscreen", "KIOSK_STAFF_PIN_HASH": hash_staff_pin("428571"), "KIOSK_MICROPHONE": "off",
    "KIOSK_GLASS_WIDTH_MM": "941", "KIOSK_GLASS_HEIGHT_MM": "529", "KIOSK_GLASS_EDGE_MM": "650",
}  # fmt: skip


def test_an_unenrolled_station_is_told_how_to_enrol_and_may_be_used(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "doctor", **WELL)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "- This station belongs to no hub; enrol it with `kiosk enrol --hub URL --code CODE`."
    ]
    assert done.stderr == ""


def test_what_is_missing_is_said_with_its_cure(tmp_path: Path) -> None:
    lines = kiosk(tmp_path, "doctor").stdout.splitlines()
    assert any("DISPLAY" in line and "make run" in line for line in lines)
    assert any("kiosk pin" in line and "staff_pin_hash" in line for line in lines)


@pytest.mark.parametrize(
    ("file", "word"),
    [("outbox.sqlite", "outbox"), ("enrolment.json", "enrol")],
)
def test_a_broken_home_is_serious(tmp_path: Path, file: str, word: str) -> None:
    (tmp_path / file).write_bytes(b"\x00 not what belongs here" * 500)
    done = kiosk(tmp_path, "doctor", **WELL)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr == ""
    serious = [line for line in done.stdout.splitlines() if line.startswith("! ")]
    assert len(serious) == 1
    assert word in serious[0]


def test_a_home_that_is_no_folder_is_serious(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = kiosk(file, "doctor", **WELL)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "can't be written" in done.stdout.splitlines()[0]


def test_the_doctor_changes_nothing(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite")
    outbox.close()
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    kiosk(tmp_path, "doctor", **WELL)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_station_that_can_not_be_heard_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from kiosk.config import Settings
    from kiosk.supervise import doctor

    monkeypatch.setattr(doctor.shutil, "which", lambda program: None)
    assert any("alsa-utils" in str(one) for one in doctor._voice(Settings()))
    assert not list(doctor._voice(Settings(voice="silent")))


def test_a_station_that_cannot_hear_says_so_and_one_that_shall_not_is_silent(tmp_path: Path) -> None:
    told = kiosk(tmp_path, "doctor", **{**WELL, "KIOSK_MICROPHONE": "auto", "PATH": "/nowhere"})
    assert told.returncode == 0
    assert any(
        line.startswith("- Letters can't be spoken: ") and "arecord" in line for line in told.stdout.splitlines()
    )
    quiet = kiosk(tmp_path, "doctor", **WELL)
    assert "Letters can't be spoken" not in quiet.stdout


def test_what_is_missing_for_writing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from kiosk.supervise.doctor import _writing

    assert list(_writing()) == [] or all("make setup" in str(one) for one in _writing())
    monkeypatch.setattr("screens.inputs.handwriting.reader.MODEL", tmp_path / "model.onnx")
    monkeypatch.setattr("screens.inputs.strokes.table.TABLE", tmp_path / "table.txt")
    said = " ".join(map(str, _writing()))
    assert "can't read handwriting" in said
    assert "by strokes" in said
