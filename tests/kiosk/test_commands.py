"""The station's command line as a person meets it: exit codes 0, 1 and 2, and one sentence on stderr for a refusal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from screens.staff import pin_fits

ROOT = Path(__file__).parents[2]
NOWHERE = "http://127.0.0.1:9"  # the discard port: nobody answers


def kiosk(home: Path, *words: str, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """Run one command in a plain environment."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("KIOSK_", "HUB_"))}
    for name in ("DISPLAY", "SDL_VIDEODRIVER"):
        plain.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words], cwd=ROOT, env={**plain, "KIOSK_HOME": str(home), **environ},
        input=stdin, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a refusal."""
    assert done.returncode == 1, (done.returncode, done.stdout, done.stderr)
    assert done.stderr.startswith("kiosk: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


# ---- wrong usage: 2 ----------------------------------------


@pytest.mark.parametrize(
    "words",
    [(), ("dance",), ("enrol",), ("enrol", "--hub", NOWHERE), ("shots",), ("run", "--size", "big"), ("sync", "-x")],
)
def test_wrong_usage_is_2_with_the_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = kiosk(tmp_path, *words)
    assert done.returncode == 2
    assert "usage: kiosk" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_0(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "--help")
    assert done.returncode == 0
    for command in ("run", "sync", "enrol", "doctor", "pin", "shots", "drive"):
        assert re.search(rf"^\s+{command}\s", done.stdout, re.MULTILINE), command


# ---- refusals: 1 ----------------------------------------


def test_a_wrong_setting_is_refused_by_name(tmp_path: Path) -> None:
    assert "'poll_seconds'" in refused(kiosk(tmp_path, "doctor", KIOSK_POLL_SECONDS="often"))


def test_sync_without_a_hub_names_the_command_to_enrol(tmp_path: Path) -> None:
    assert "kiosk enrol --hub URL --code CODE" in refused(kiosk(tmp_path, "sync", "--once"))
    assert "kiosk enrol" in refused(kiosk(tmp_path, "sync", "--from", str(tmp_path)))


def test_a_hub_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    assert "127.0.0.1:9" in refused(kiosk(tmp_path, "enrol", "--hub", NOWHERE, "--code", "ABCD-EFGH"))
    assert not (tmp_path / "enrolment.json").exists()


@pytest.mark.parametrize("address", ["hub.example", "ftp://hub.example", ""])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    refused(kiosk(tmp_path, "enrol", "--hub", address, "--code", "ABCD-EFGH"))


def test_a_home_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    for words in (("sync", "--once"), ("enrol", "--hub", NOWHERE, "--code", "A")):
        refused(kiosk(file, *words))


def test_drive_in_a_home_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    refused(kiosk(tmp_path, "drive", "--home", str(file)))


def test_shots_of_an_unknown_screen_name_the_known_ones(tmp_path: Path) -> None:
    sentence = refused(kiosk(tmp_path, "shots", str(tmp_path / "out"), "--screen", "cellar", "--size", "960x540"))
    assert "'cellar'" in sentence
    assert "home" in sentence


def test_a_pin_of_other_than_six_digits_is_refused(tmp_path: Path) -> None:
    for pin in ("12345", "1234567", "abcdef", ""):
        assert "six digits" in refused(kiosk(tmp_path, "pin", stdin=pin + "\n"))


# ---- done: 0 ----------------------------------------


def test_pin_prints_a_hash_that_the_staff_page_takes(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "pin", stdin="428571\n")
    assert done.returncode == 0
    assert "428571" not in done.stdout
    assert pin_fits("428571", done.stdout.strip())
    assert not pin_fits("428572", done.stdout.strip())


def test_shots_writes_a_picture_and_a_layout_for_each_variant(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = kiosk(
        tmp_path / "home", "shots", str(out), "--screen", "home", "--size", "960x540", "--theme", "light",
        "--text", "normal", "--reach", "normal",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list(out.glob("*.png"))) == 2, "one for each language"
    for dump in out.glob("*.json"):
        read = json.loads(dump.read_text(encoding="utf-8"))
        assert read["screen"] == "home"
        assert any(widget["id"] == "home.mailbox" and widget["target"] for widget in read["widgets"])
        assert dump.with_suffix(".png").is_file()


def test_drive_answers_every_line_and_survives_nonsense(tmp_path: Path) -> None:
    lines = ["", "nonsense", "[1]", '{"do":"dance"}', '{"do":"tap"}', '{"do":"tap","id":"nobody"}', '{"do":"sync"}']
    (tmp_path / "file").touch()
    lines += [json.dumps({"do": "shot", "file": str(tmp_path / "file" / "all.png")}), '{"do":"wait"}']
    lines += ['{"do":"screen"}', '{"do":"quit"}', "late"]
    done = kiosk(tmp_path, "drive", "--size", "960x540", "--home", str(tmp_path / "home"), stdin="\n".join(lines))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines) - 2, "a blank line and what follows quit have no answer"
    assert [answer["ok"] for answer in answers] == [False] * 8 + [True, True]
    assert all(answer["error"] for answer in answers[:8])
    assert answers[-2]["screen"] == "attract"
    assert answers[-1]["bye"] is True


def test_drive_ends_when_its_input_ends(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "drive", "--size", "960x540", "--home", str(tmp_path / "home"), stdin="")
    assert (done.returncode, done.stdout) == (0, "")
