"""The tree holds no machine's paths, no package index's address, and one list of everything it installs."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def test_every_locked_package_carries_a_hash() -> None:
    assert len(LOCKS) == 3
    for lock in LOCKS:
        entries = re.split(r"\n(?=[a-z0-9])", lock.read_text())[1:]
        assert len(entries) > 20
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_lock_names_an_index_or_a_folder() -> None:
    for lock in LOCKS:
        assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host", lock.read_text()) == []


def test_the_locks_agree_with_each_other() -> None:
    station, hub, dev = ({*re.findall(r"^(\S+==\S+)", (ROOT / "requirements" / f"{name}.txt").read_text(), re.M)}
                         for name in ("station", "hub", "dev"))  # fmt: skip
    assert station < hub < dev


def test_the_locks_know_every_package_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {*project["dependencies"], *chain(*project["optional-dependencies"].values())}
    names = {re.split(r"[\[<>=]", line)[0].lower().replace("_", "-") for line in asked}
    locked = {
        name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements/dev.txt").read_text(), re.M)
    }
    assert names - locked == set(), "run `make lock`"


def test_a_station_carries_no_web_framework() -> None:
    locked = (ROOT / "requirements" / "station.txt").read_text().lower()
    assert re.findall(r"^(django|wagtail|gunicorn|psycopg|pytest|mypy)", locked, re.M) == []


def test_no_file_names_a_folder_of_a_developers_machine() -> None:
    """Pictures and generated binaries aside: a path of one machine in the tree fails on every other."""
    found = []
    for path in _tracked():
        if path.suffix in {".png", ".jpg", ".otf"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {hit}" for hit in re.findall(r"/(?:work|root|home)/[a-z]\w+/\S*", text)]
    assert [hit for hit in found if "/home/kiosk" not in hit] == []
