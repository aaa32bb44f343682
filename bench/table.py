"""The rows of the table: what was measured for us, for Chromium where it has the like, and how the two compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Row:
    """One measurement. `ours` and `theirs` in `unit`; `more_is_better` for rates. `note` says how it was taken."""

    name: str
    unit: str
    ours: float | None
    theirs: float | None = None
    note: str = ""
    more_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours by Chromium's, so turned that below 1 is good for us."""
        if not self.ours or not self.theirs:
            return None
        return self.theirs / self.ours if self.more_is_better else self.ours / self.theirs


def middle(values: Iterable[float]) -> float | None:
    """The median; None of nothing."""
    found = list(values)
    return median(found) if found else None


def p99(values: Iterable[float]) -> float | None:
    """The value that one in a hundred exceeds; None of nothing."""
    found = sorted(values)
    return found[min(len(found) - 1, len(found) * 99 // 100)] if found else None


def show(rows: list[Row], title: str) -> None:
    """Print the table."""
    table = Table("", "unit", title=title, title_justify="left", header_style="bold")
    for name in ("station", "Chromium", "ratio"):
        table.add_column(name, justify="right")
    table.add_column("how", style="dim")
    for row in rows:
        ratio = row.ratio
        style = "" if ratio is None else "green" if ratio <= 1 else "red"
        shown = "" if ratio is None else f"[{style}]{ratio:.2f}[/]"
        table.add_row(row.name, row.unit, _number(row.ours), _number(row.theirs), shown, row.note)
    Console(width=150).print(table)


def as_json(rows: list[Row]) -> list[dict[str, Any]]:
    """The rows for latest.json."""
    return [{**asdict(row), "ratio": row.ratio} for row in rows]


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
