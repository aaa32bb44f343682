"""Every form of the published bundle there ever was, as JSON schema: `schema_versions/v<N>.json`.

Owns the dump and the comparison; titles and descriptions are no part of the form. When a model changes, either the
change goes back, or `SCHEMA_VERSION` goes up and `python -m content.versions` writes the new dump; old dumps stay,
since stations of that age are still out there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from content.schema import SCHEMA_VERSION, Exhibition

FOLDER = Path(__file__).parent / "schema_versions"


def current() -> str:
    """The form of today's models, as text that only changes when the form does."""
    form = _bare(Exhibition.model_json_schema(by_alias=True))
    return json.dumps(form, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def kept(version: int) -> str:
    """The form of a version as it was published.

    Raises: FileNotFoundError when it was never dumped.
    """
    return (FOLDER / f"v{version}.json").read_text("utf-8")


def _bare(value: Any, named: bool = False) -> Any:
    """Without titles and descriptions; `named` says that the keys are names of fields, not of the schema language."""
    if isinstance(value, dict):
        return {
            key: _bare(one, named=not named and key in ("properties", "$defs"))
            for key, one in value.items()
            if named or key not in ("title", "description")
        }
    return [_bare(one) for one in value] if isinstance(value, list) else value


def main() -> int:
    """Write the dump of the version in force, unless it would change one that exists."""
    file = FOLDER / f"v{SCHEMA_VERSION}.json"
    if file.exists() and file.read_text("utf-8") != current():
        sys.stderr.write(f"version {SCHEMA_VERSION} is published and differs; raise SCHEMA_VERSION first\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    file.write_text(current(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
