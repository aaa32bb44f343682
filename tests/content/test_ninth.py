"""A ninth exhibit from YAML alone: a folder that uses every kind of block is read, checked and published."""

import re
from pathlib import Path

import pytest
from opencc import OpenCC
from pydantic import TypeAdapter

from content.bundle import from_files, to_files
from content.checks import Stock, check_exhibition
from content.marks import parse
from content.media import named
from content.schema import Block, Exhibit, Exhibition, strictly
from tests.content import ninth

ROOT = Path(__file__).parents[2]
STOCK = Stock(
    art=frozenset(one.name.removesuffix("_light.svg") for one in (ROOT / "media/art/scenes").glob("*_light.svg")),
    icons=frozenset(one.stem for one in (ROOT / "media/art/icons").glob("*.svg")),
    simplify=OpenCC("t2s").convert,
)
WRITTEN = {".yaml", ".png", ".jpg", ".webp", ".mp4", ".vtt"}


@pytest.fixture(scope="module")
def exhibition() -> Exhibition:
    return ninth.read()


def test_it_uses_every_kind_of_block_there_is(exhibition: Exhibition) -> None:
    used = [block.kind for one in exhibition.exhibits for block in one.blocks]
    missing = sorted(set(ninth.KINDS) - set(used))
    where = (ninth.FOLDER / "exhibits" / "bench" / "exhibit.yaml").relative_to(ROOT)
    assert missing == [], (
        f"add the smallest block of the kind {', '.join(missing)} to {where}, and to the authors' guide"
    )
    assert len(used) == len(ninth.KINDS)


def test_it_is_written_in_yaml_and_nothing_else() -> None:
    files = [one for one in ninth.FOLDER.rglob("*") if one.is_file() and "__pycache__" not in one.parts]
    odd = {one.name for one in files if one.suffix not in WRITTEN}
    assert odd == {"__init__.py"}  # which only tells tests where the folder is


def test_no_check_finds_anything(exhibition: Exhibition) -> None:
    assert [str(one) for one in check_exhibition(exhibition, ninth.FOLDER, STOCK)] == []


def test_it_survives_the_road_with_its_picture(exhibition: Exhibition) -> None:
    files = to_files(exhibition, lambda path: (ninth.FOLDER / path).read_bytes())
    assert from_files(files.__getitem__, files) == exhibition
    assert set(named(exhibition)) == {"exhibits/bench/media/bench.png", "exhibits/bench/media/bench.mp4"}
    assert files["exhibits/bench/media/bench.png"].startswith(b"\x89PNG")


def test_the_guide_for_authors_shows_every_kind() -> None:
    guide = (ROOT / "docs" / "content-authors.md").read_text("utf-8")
    assert [kind for kind in ninth.KINDS if f"#### `{kind}`" not in guide] == []


def test_what_the_guide_shows_is_read_strictly() -> None:
    """Every example that is a whole exhibit or block is valid as it stands there."""
    guide = (ROOT / "docs" / "content-authors.md").read_text("utf-8")
    examples = [parse(one).data for one in re.findall(r"```yaml\n(.*?)```", guide, re.S)]
    blocks = [one for one in examples if isinstance(one, dict) and "kind" in one]
    whole = [one for one in examples if isinstance(one, dict) and "blocks" in one]
    assert len(blocks) > len(ninth.KINDS) / 2
    for one in blocks:
        TypeAdapter(Block).validate_python(one, extra="forbid")
    (exhibit,) = [strictly(Exhibit, one) for one in whole]
    assert {one.kind for one in exhibit.blocks} == {"sort", "panels"}
