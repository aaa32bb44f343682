"""A visitor walks through an exhibit's own pictures and back, in Chinese and in English."""

from __future__ import annotations

import pytest

from content.bundled import FOLDER
from content.marks import parse
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow


def picture(visitor: Visitor) -> dict[str, object]:
    (found,) = [one for one in visitor.widgets() if one["id"] == "gallery.picture"]
    return found


def test_every_picture_is_seen_by_the_arrows_and_by_the_small_ones(visitor: Visitor) -> None:
    data = parse((FOLDER / "exhibits/deputies-near-you/exhibit.yaml").read_text("utf-8")).data
    (block,) = [one for one in data["blocks"] if one["kind"] == "gallery"]
    visitor.open("exhibit:deputies-near-you/gallery")
    described = [picture(visitor)["spoken"]]
    for n in range(1, len(block["pictures"])):
        visitor.tap(f"gallery.to.{n}.0")
        shown = picture(visitor)
        assert shown["text"] == "", "the picture itself is there, not its description"
        described.append(shown["spoken"])
    languages = {tuple(one["alt"][language] for one in block["pictures"]) for language in ("zh-Hans", "en")}
    assert tuple(described) in languages
    visitor.tap(f"gallery.pick.{block['pictures'][0]['id']}")
    visitor.tap("exhibit.tab.sources")
