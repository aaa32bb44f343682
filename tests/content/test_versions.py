"""Every published form is kept, and what was ever published can still be read."""

import json
from pathlib import Path

from content.bundle import from_files
from content.schema import SCHEMA_VERSION
from content.versions import current, kept

OLD = Path(__file__).parent / "published"


def test_a_changed_form_needs_a_new_version() -> None:
    assert current() == kept(SCHEMA_VERSION), "raise SCHEMA_VERSION, then run python -m content.versions"


def test_every_version_there_ever_was_is_kept() -> None:
    for version in range(1, SCHEMA_VERSION + 1):
        assert "Exhibit" in json.loads(kept(version))["$defs"]
        assert (OLD / f"v{version}.json").exists()


def test_what_any_version_published_is_still_read() -> None:
    for file in sorted(OLD.glob("v*.json")):
        parts = {path: json.dumps(data).encode() for path, data in json.loads(file.read_text("utf-8")).items()}
        exhibition = from_files(parts.__getitem__, parts)
        assert [one.id for one in exhibition.exhibits] == ["few", "many"]
        kinds = {block.kind for one in exhibition.exhibits for block in one.blocks}
        assert kinds == {"levels", "seats", "steps", "ballot", "panels"}


def test_the_dump_leaves_wording_out_but_keeps_fields_of_that_name() -> None:
    form = json.loads(current())
    assert "title" in form["$defs"]["Exhibit"]["properties"]
    assert "title" not in form
    assert "description" not in form["$defs"]["Words"]["properties"]["zh-Hans"]
