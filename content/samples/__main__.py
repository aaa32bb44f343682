"""Writes sample deputies as a table: `python -m content.samples FILE`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from content.samples.deputies import generate
from content.samples.table import write_csv


def main(arguments: list[str] | None = None) -> None:
    """Write the file that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m content.samples", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument(
        "--on", type=date.fromisoformat, default=date(2026, 1, 1), help="day of the districts and terms"
    )
    asked = parser.parse_args(arguments)
    write_csv(asked.file, generate(asked.seed, asked.count, asked.on))


if __name__ == "__main__":
    main()
