"""`make test`: the checks, then every test in stages, each in the surroundings it needs.

Owns the stages, their order and the closing table. A stage that fails does not keep the others from running, so that
one run says everything; the exit code is 1 when anything failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from deploy.setup import run_checks

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
REPORTS = ROOT / "build" / "tests"
TESTS = ROOT / "tests"

OFFSCREEN = {"SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy"}
SERIAL = ("glass", "hub", "journeys", "web", "faults")
"""Folders of tests that own a display, a database, a browser or the processor: each a stage of its own."""
BY_TWO = ("-n", "2", "--dist", "worksteal")
"""For tests that share nothing: each process makes a database of its own, each test a home of its own."""


@dataclass(frozen=True)
class Stage:
    """Tests that run together: which folders, beside what, in what environment."""

    name: str
    folders: tuple[str, ...]
    options: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    environ: dict[str, str] = field(default_factory=dict)

    def command(self) -> list[str]:
        report = REPORTS / f"{self.name.replace(' ', '-')}.xml"
        pytest = [str(PYTHON), "-m", "pytest", f"--junitxml={report}", *self.options, *self.folders]
        return [*self.beside, *pytest]


@dataclass(frozen=True)
class Result:
    """How a stage ended."""

    stage: str
    seconds: float
    passed: int
    failed: int
    skipped: int
    code: int


def stages(has: Callable[[str], bool]) -> list[Stage]:
    """The stages, for the folders of `tests/` that exist."""
    parallel = tuple(f"tests/{found.name}" for found in sorted(TESTS.iterdir()) if _is_parallel(found))
    postgres = (str(ROOT / "deploy" / "setup" / "with_postgres.sh"),)
    every = [
        Stage("plain", parallel, ("-n", "2", "--dist", "loadfile"), environ=OFFSCREEN),
        Stage("hub on SQLite", ("tests/hub",), BY_TWO),
        Stage("hub on PostgreSQL", ("tests/hub",), BY_TWO, beside=postgres),
        Stage("glass", ("tests/glass",), environ=OFFSCREEN),
        Stage("faults", ("tests/faults",), ("-m", "not slow"), environ=OFFSCREEN),
        Stage("journeys", ("tests/journeys",), ("-m", "not visit and not long"), environ=OFFSCREEN),
        Stage("visits", ("tests/journeys",), ("-m", "visit and not long", "-n", "2"), environ=OFFSCREEN),
        Stage("web", ("tests/web",), environ=OFFSCREEN),
    ]
    return [stage for stage in every if all(has(folder) for folder in stage.folders) and stage.folders]


def _is_parallel(folder: Path) -> bool:
    return folder.name not in SERIAL and any(folder.rglob("test_*.py"))


def _has_tests(folder: str) -> bool:
    return any((ROOT / folder).rglob("test_*.py"))


def run(stage: Stage) -> Result:
    """Run one stage to its end."""
    sys.stdout.write(f"\n== {stage.name} ==\n")
    sys.stdout.flush()
    began = time.monotonic()
    ended = subprocess.run(stage.command(), cwd=ROOT, env={**os.environ, **stage.environ}, check=False)
    passed, failed, skipped = counts(REPORTS / f"{stage.name.replace(' ', '-')}.xml")
    return Result(stage.name, time.monotonic() - began, passed, failed, skipped, ended.returncode)


def counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests of a JUnit report; all 0 when the stage wrote none."""
    if not report.is_file():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total = sum(int(suite.get("tests", 0)) for suite in suites)
    failed = sum(int(suite.get("failures", 0)) + int(suite.get("errors", 0)) for suite in suites)
    skipped = sum(int(suite.get("skipped", 0)) for suite in suites)
    return total - failed - skipped, failed, skipped


def table(results: list[Result]) -> str:
    """The closing table, one line a stage, and the sum alone on the last line."""
    lines = ["", f"{'stage':<20} {'seconds':>8} {'passed':>7} {'failed':>7} {'skipped':>8}"]
    for one in results:
        note = "" if one.code == 0 or one.failed else f"  ended with {one.code}"
        lines.append(f"{one.stage:<20} {one.seconds:>8.0f} {one.passed:>7} {one.failed:>7} {one.skipped:>8}{note}")
    passed, failed, skipped = (sum(getattr(one, name) for one in results) for name in ("passed", "failed", "skipped"))
    return "\n".join([*lines, "", f"{passed} passed, {failed} failed, {skipped} skipped"])


def main() -> int:
    """Run the checks and every stage. Returns 1 when anything failed."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in REPORTS.glob("*.xml"):
        old.unlink()
    checked = run_checks.main()
    results = [run(stage) for stage in stages(_has_tests)]
    sys.stdout.write(table(results) + "\n")
    return 1 if checked or any(one.code for one in results) else 0


if __name__ == "__main__":
    sys.exit(main())
