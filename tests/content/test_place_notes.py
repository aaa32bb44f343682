"""A note on the map names a district that the table of districts has."""

from content.checks import check_exhibition
from tests.content.test_checks import FOLDER, STOCK, with_blocks

WORDS = {"zh-Hans": "字", "en": "words"}
TEXT = {**WORDS, "sources": ["law"]}


def tiles(region: str) -> dict[str, object]:
    days = [
        {"id": id, "day": day, "name": WORDS, "told": TEXT} for id, day in (("a", "2025-03-26"), ("b", "2025-11-06"))
    ]
    return {
        "kind": "tiles", "id": "map", "title": WORDS, "days": days, "caveat": TEXT, "unknown": TEXT,
        "notes": [{"region": region, "text": TEXT}],
    }  # fmt: skip


def found(region: str) -> list[str]:
    return [str(one) for one in check_exhibition(with_blocks(tiles(region)), FOLDER, STOCK) if "no region" in str(one)]


def test_a_note_on_an_unknown_district_is_found_with_its_cure() -> None:
    (one,) = found("nowhere")
    assert "'nowhere' is no region" in one
    assert "content/civics/data/regions.yaml" in one


def test_a_note_on_a_district_that_was_dissolved_is_right() -> None:
    assert found("rg5w03") == []
