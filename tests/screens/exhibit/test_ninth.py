"""The ninth exhibit opens and stands: every block of it through its kind, in looks that differ in everything."""

import random
from datetime import date

import pytest

from content.catalog import Catalog
from content.schema import Exhibit
from screens.exhibit.blocks import BlockModel, kind_of
from screens.exhibit.model import ExhibitScreen
from screens.exhibit.view import view
from screens.look import Look
from screens.scene import targets
from tests.content import ninth
from tests.screens.looks import complaints, labels, look

DAY = date(2026, 1, 15)
LOOKS = {
    "wide": look(),
    "wide-en": look(language="en"),
    "tall-en-large-low": look(False, "en", "contrast", "large", "low"),
    "tall-large": look(False, text="large"),
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(ninth.read())


def alone(catalog: Catalog, kind: str) -> Catalog:
    """The exhibit with this block and one to read, as an author would have it: two dozen tabs fit nowhere."""
    (whole,) = catalog.exhibition.exhibits
    blocks = tuple(one for one in whole.blocks if one.kind in (kind, "panels"))
    exhibit: Exhibit = whole.model_copy(update={"blocks": blocks})
    return Catalog(catalog.exhibition.model_copy(update={"exhibits": (exhibit,)}))


@pytest.mark.parametrize("kind", ninth.KINDS)
def test_every_block_opens_through_its_kind(catalog: Catalog, kind: str) -> None:
    (block,) = [one for one in catalog.exhibition.exhibits[0].blocks if one.kind == kind]
    model = kind_of(kind).open(block, catalog, random.Random(1))
    assert isinstance(model, BlockModel)
    assert model.state is not None


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("kind", ninth.KINDS)
def test_every_block_stands_in_the_exhibit(catalog: Catalog, kind: str, name: str) -> None:
    found = opened(catalog, kind)
    shown = view(found.state, LOOKS[name])
    assert complaints(shown.nodes, LOOKS[name]) == []
    assert any("\n".join(label.lines).strip() for label in labels(shown.nodes))


@pytest.mark.parametrize("kind", [one for one in ninth.KINDS if one != "panels"])
def test_every_block_can_be_touched_and_still_stands(catalog: Catalog, kind: str) -> None:
    """Each target that the first picture offers is touched, on a block of its own."""
    for id in offered(opened(catalog, kind), LOOKS["wide"]):
        found = opened(catalog, kind)
        found.press(id, 1.0)
        assert complaints(view(found.state, LOOKS["wide"]).nodes, LOOKS["wide"]) == [], id


def test_something_can_be_done_in_every_block_that_is_not_for_reading(catalog: Catalog) -> None:
    for kind in set(ninth.KINDS) - {"panels", "gallery"}:
        ids = offered(opened(catalog, kind), LOOKS["wide"])
        assert any(changes(opened(catalog, kind), id) for id in ids), f"nothing can be done in {kind}"


def opened(catalog: Catalog, kind: str) -> ExhibitScreen:
    one = alone(catalog, kind)
    (block,) = [block for block in one.exhibition.exhibits[0].blocks if block.kind == kind]
    return ExhibitScreen(one, random.Random(1), f"bench/{block.id}", lambda: DAY)


def offered(found: ExhibitScreen, look: Look) -> list[str]:
    shown = targets(view(found.state, look).nodes)
    return [one.id for one in shown if not one.disabled and not one.id.startswith("exhibit.tab.")]


def changes(found: ExhibitScreen, id: str) -> bool:
    before = found.state
    effects = found.press(id, 1.0)
    return found.state != before or bool(effects)
