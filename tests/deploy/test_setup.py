"""Set-up installs what is missing, repeats what changed, and leaves the rest alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deploy.setup import setup
from deploy.setup.setup import PACKAGES, ROOT, Refused, Step, call, missing_packages, wanted_packages


class Maker:
    """A step's work, counted."""

    def __init__(self, result: Path) -> None:
        self.result = result
        self.runs = 0

    def __call__(self) -> None:
        self.runs += 1
        self.result.write_text("made")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_text("one")
    return path


def step(source: Path, make: Maker) -> Step:
    return Step("a step", (source,), (make.result,), make, stamps=source.parent / "stamps")


def test_a_step_runs_once(source: Path, tmp_path: Path) -> None:
    make = Maker(tmp_path / "result")
    step(source, make).run()
    step(source, make).run()
    assert make.runs == 1


def test_a_step_runs_again_when_its_source_changed(source: Path, tmp_path: Path) -> None:
    make = Maker(tmp_path / "result")
    step(source, make).run()
    source.write_text("two")
    step(source, make).run()
    assert make.runs == 2


def test_a_step_runs_again_when_its_result_is_gone(source: Path, tmp_path: Path) -> None:
    make = Maker(tmp_path / "result")
    step(source, make).run()
    make.result.unlink()
    step(source, make).run()
    assert make.runs == 2


def test_a_step_that_was_refused_runs_again(source: Path, tmp_path: Path) -> None:
    def refuse() -> None:
        raise Refused("not today")

    with pytest.raises(Refused):
        Step("a step", (source,), (), refuse, stamps=tmp_path).run()
    make = Maker(tmp_path / "result")
    Step("a step", (source,), (), make, stamps=tmp_path).run()
    assert make.runs == 1


def test_the_list_of_packages_has_each_once() -> None:
    wanted = wanted_packages(PACKAGES.read_text())
    assert {"python3-venv", "fonts-noto-cjk", "libimepinyin0", "xvfb", "postgresql", "chromium"} <= set(wanted)
    assert len(wanted) == len(set(wanted))
    assert all(name == name.strip() and " " not in name for name in wanted)


def test_a_package_that_nobody_installed_is_missing() -> None:
    assert missing_packages(["dpkg", "no-such-package-anywhere"]) == ["no-such-package-anywhere"]


def test_every_package_of_the_list_is_installed_here() -> None:
    """The tests run on a machine that set-up has prepared: what is missing here would be missing everywhere."""
    assert missing_packages(wanted_packages(PACKAGES.read_text())) == []


def test_a_refused_command_says_its_last_words(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with pytest.raises(Refused, match=r"(?s)ended with 3.*out of paper"):
        call("sh", "-c", "echo out of paper; exit 3", log=log)


def test_a_second_set_up_does_nothing_and_is_quick() -> None:
    command = [sys.executable, setup.__file__]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=2)
    assert second.stdout == ""
