"""docs/accessibility.md names a row for each rule, and tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = [line for line in TABLE.splitlines() if re.match(r"\| C-\d\d ", line)]


def test_every_rule_has_one_row_that_says_what_is_missing() -> None:
    assert [row[2:6] for row in ROWS] == [f"C-{n:02}" for n in range(1, 21)]
    for row in ROWS:
        assert len([cell for cell in row.strip("|").split("|") if cell.strip()]) == 4, row


def test_every_test_it_names_is_there() -> None:
    for named in re.findall(r"`(tests/[^`]+)`", TABLE):
        file, _, function = named.partition("::")
        assert (ROOT / file).exists(), named
        if function:
            assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8"), named
