"""One run of the tests says everything, and its last line says how many passed."""

from __future__ import annotations

from pathlib import Path

from deploy.setup.run_tests import SERIAL, TESTS, Result, counts, stages, table

REPORT = '<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"></testsuite></testsuites>'


def test_every_folder_of_tests_runs_in_some_stage() -> None:
    folders = {f"tests/{found.parent.relative_to(TESTS).parts[0]}" for found in TESTS.glob("*/**/test_*.py")}
    folders |= {f"tests/{found.parent.name}" for found in TESTS.glob("*/test_*.py")}
    planned = {folder for stage in stages(lambda _: True) for folder in stage.folders}
    assert folders <= planned


def test_the_hub_s_tests_run_on_both_databases() -> None:
    hub = [stage for stage in stages(lambda _: True) if stage.folders == ("tests/hub",)]
    assert [bool(stage.beside) for stage in hub] == [False, True]
    assert hub[1].command()[0].endswith("with_postgres.sh")


def test_what_owns_a_display_or_a_browser_never_runs_beside_others() -> None:
    by_two = {"visits", "hub on SQLite", "hub on PostgreSQL"}  # stations without a hub; a database for each process
    for stage in stages(lambda _: True):
        if "-n" in stage.options and stage.name not in by_two:
            assert not {f"tests/{name}" for name in SERIAL} & set(stage.folders)


def test_the_hub_s_tests_have_a_stage_to_themselves() -> None:
    assert all(stage.folders == ("tests/hub",) for stage in stages(lambda _: True) if "tests/hub" in stage.folders)


def test_every_journey_runs_once() -> None:
    options = [stage.options[1] for stage in stages(lambda _: True) if stage.folders == ("tests/journeys",)]
    assert options == ["not visit and not long", "visit and not long"]


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert counts(report) == (3, 2, 2)
    assert counts(tmp_path / "none.xml") == (0, 0, 0)


def test_the_table_ends_with_the_sum_and_names_a_stage_that_broke() -> None:
    printed = table([Result("one", 1.0, 3, 0, 1, 0), Result("two", 2.0, 0, 0, 0, 4)])
    assert printed.splitlines()[-1] == "3 passed, 0 failed, 1 skipped"
    assert "ended with 4" in printed
