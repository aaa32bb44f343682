"""The command line, as a person types it: exit codes, one sentence when refused, work that can be repeated."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from content import schema
from content.samples.table import write_csv
from hub import commands
from hub.doctor import examine
from hub.exhibition.models import Exhibit
from hub.letters.models import Letter, Reading
from hub.publishing.builder import Publisher, Refused
from hub.refusals import CommandRefused, sentence_of
from tests.hub.conftest import BUNDLED, NOW, Clock
from tests.hub.station import Device

ROOT = Path(__file__).parents[2]
Hub = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """Runs `hub ...` in a home of its own, on SQLite."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("HUB_", "DJANGO_"))}
    environ["HUB_HOME"] = str(tmp_path / "home")

    def run(*arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error::ResourceWarning", "-m", "hub", *arguments]
        return subprocess.run(command, env=environ, cwd=ROOT, input=told, capture_output=True, text=True, check=False)

    return run


def test_a_new_hub_takes_content_and_publishes_it(hub: Hub, tmp_path: Path, directory: schema.Directory) -> None:
    table = tmp_path / "deputies.csv"
    write_csv(table, [one.model_dump(by_alias=True) for one in directory.deputies])
    home = tmp_path / "home"
    assert hub("init", str(home)).returncode == 0
    keys = {path: path.read_bytes() for path in (home / "keys").iterdir()}
    assert hub("init", str(home)).returncode == 0
    assert {path: path.read_bytes() for path in (home / "keys").iterdir()} == keys
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys} == {0o600}
    for arguments in (["import", "deputies", str(table)], ["import", "content", str(BUNDLED)], ["publish"]):
        done = hub(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    assert "Nothing has changed" in hub("publish").stdout
    assert len(hub("enrol", "一号厅").stdout.strip()) == 14
    assert hub("bundle", str(tmp_path / "stick")).returncode == 0
    assert (tmp_path / "stick" / "metadata" / "timestamp.json").is_file()
    made = hub("user", "add", "li", "--role", "editor", "--password-stdin", told="wanderlust-mountain\n")
    assert (made.returncode, made.stdout) == (0, "li can sign in.\n")
    weak = hub("user", "add", "li", "--role", "editor", "--password-stdin", told="12345\n")
    assert (weak.returncode, weak.stdout) == (1, "")
    assert hub("doctor").stdout == "This hub is well.\n"


def test_a_folder_that_is_no_hub_is_said_to_be_none(hub: Hub) -> None:
    done = hub("doctor")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "hub init" in done.stderr


def test_wrong_usage_is_not_a_refusal(hub: Hub) -> None:
    assert hub("publish", "--loudly").returncode == 2
    assert hub("import", "content", "/no/such/folder").returncode == 2


@pytest.mark.django_db
def test_importing_content_twice_changes_nothing(
    publisher: Publisher, filled: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    commands.import_content(BUNDLED, overwrite=False)
    assert capsys.readouterr().out.startswith("0 new, 0 changed")


@pytest.mark.django_db
def test_exported_letters_are_in_clear_and_written_down_as_read(
    publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    device = Device()
    device.known()
    device.send(device.sealed(publisher.keys.announced(), "三单元的电梯又停了。"))
    commands.export_letters()
    line = json.loads(capsys.readouterr().out)
    assert (line["words"], line["station_id"]) == ("三单元的电梯又停了。", device.id)
    assert "pin_hash" not in line
    assert Reading.objects.get().channel == "export"


@pytest.mark.django_db
def test_letters_that_cannot_be_opened_are_counted_and_not_lost(publisher: Publisher) -> None:
    device = Device()
    device.known()
    device.send(device.sealed(publisher.keys.announced()))
    Letter.objects.update(key_id="0" * 16)
    with pytest.raises(CommandRefused, match="1 letters"):
        commands.export_letters()
    assert Letter.objects.count() == 1


@pytest.mark.django_db
def test_a_role_nobody_knows_is_refused(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("wanderlust-mountain\n"))
    with pytest.raises(CommandRefused, match="boss"):
        commands.add_user("li", ["boss"], admin=False, password_stdin=True)
    with pytest.raises(CommandRefused, match="--role"):
        commands.add_user("li", [], admin=False, password_stdin=True)


@pytest.mark.django_db
def test_the_doctor_names_what_a_person_must_do(publisher: Publisher, filled: Any, home: Any, clock: Clock) -> None:
    publisher.publish()
    assert examine(home, publisher, NOW) == ()
    (home.keys_dir / "content.pem").chmod(0o640)
    (home.keys_dir / "timestamp.pem").unlink()
    clock.forward(days=5)
    record = Exhibit.objects.get(code="D1")
    del record.content["title"]
    record.save()
    found = " ".join(examine(home, publisher, clock.now))
    for part in (
        "content.pem can be read",
        "timestamp.pem is missing",
        "timestamp signatures expire in 2 days",
        "展项",
    ):
        assert part in found


def test_a_fault_of_ours_is_not_dressed_up_as_a_refusal() -> None:
    assert sentence_of(ZeroDivisionError("x")) is None
    assert sentence_of(Refused(("一。", "二。"))) == "一。\n二。"
