"""`make check`: lint, formatting, types and import contracts. All four run, whatever the first ones say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"

CHECKS = (
    ("lint", ("ruff", "check", "--quiet", "--output-format=concise", ".")),
    ("formatting", ("ruff", "format", "--check", "--quiet", "--output-format=concise", ".")),
    ("types", ("mypy",)),
    ("import contracts", ("lint-imports",)),
)


def main() -> int:
    """Run each check. Returns 1 when any of them found something."""
    failed = []
    for name, (program, *arguments) in CHECKS:
        ended = subprocess.run([BIN / program, *arguments], cwd=ROOT, check=False)
        if ended.returncode:
            failed.append(name)
    sys.stdout.write(f"check: {', '.join(failed)} found something\n" if failed else "check: nothing found\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
