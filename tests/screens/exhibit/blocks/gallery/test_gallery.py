"""Pictures one at a time: every one reached, every word shown, and its description ready where it can't be seen."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.checks.media import ALT_LENGTH, ALT_LETTERS
from content.schema import GalleryBlock
from screens.exhibit.blocks.gallery.model import GalleryModel
from screens.exhibit.blocks.gallery.view import view
from screens.look import Look
from screens.scene import Box, Label, Node, Photo, targets
from tests.screens.looks import all_looks, complaints, look


def block(count: int = 6, words: int = 1) -> GalleryBlock:
    pictures = [
        {
            "id": f"p{n}",
            "file": f"p{n}.webp",
            "contrast": f"p{n}-contrast.webp" if n % 2 else None,
            "name": {"zh-Hans": f"站外：院落里谈 {n}", "en": f"In a courtyard, number {n}"},
            "alt": {
                "zh-Hans": ("老屋前，四个人围着圆桌喝茶说话。" * 9)[:ALT_LENGTH],
                "en": ("Four people talk over tea at a round table. " * 9)[:ALT_LETTERS],
            },
            "caption": {
                "zh-Hans": "推广“院落民主”说事议事理事等做法，构建多层次的协商。" * words,
                "en": "Talks in courtyards, where neighbours raise, discuss and settle matters. " * words,
                "sources": ["S0"],
            },
        }
        for n in range(count)
    ]
    return GalleryBlock.model_validate({"id": "gallery", "title": {"zh-Hans": "图集"}, "pictures": pictures})


def room(one: Look) -> Box:
    """What an exhibit's heading and tabs leave."""
    content = one.content
    top, foot = (230.0, 0.0) if one.landscape else (260.0, 260.0)
    return Box(content.x, content.y + top, content.w, content.h - top - foot)


def shown(model: GalleryModel, one: Look) -> tuple[Node, ...]:
    return view(model.state, one, room(one)).nodes


def large_photo(nodes: tuple[Node, ...]) -> Photo:
    return next(node for node in nodes if isinstance(node, Photo) and node.id == "gallery.picture")


def test_the_model_runs_without_kivy() -> None:
    code = "import sys, screens.exhibit.blocks.gallery.model; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("variant", list(all_looks()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_arrows_lead_through_every_picture_and_all_of_its_words(variant: Look) -> None:
    model = GalleryModel(block(4, words=4), "x")
    seen: dict[str, str] = {}
    for _ in range(60):
        nodes = shown(model, variant)
        assert complaints(nodes, variant, room(variant)) == []
        here = model.state.shown.id
        texts = [one for one in nodes if isinstance(one, Label) and one.role == "text" and not one.of]
        seen[here] = seen.get(here, "") + "".join("".join(one.lines) for one in texts).replace(" ", "")
        onward = [one for one in targets(nodes) if one.label == variant.t("gallery.next")]
        if onward[0].disabled:
            break
        model.press(onward[0].id, 0.0)
    assert list(seen) == ["p0", "p1", "p2", "p3"]
    for one in model.state.block.pictures:
        assert variant.say(one.caption).replace(" ", "") in seen[one.id]


@pytest.mark.parametrize("count", [1, 2, 12])
def test_few_and_many_stand_in_every_look(count: int) -> None:
    for one in all_looks():
        model = GalleryModel(block(count), "x")
        model.press(f"gallery.pick.p{count - 1}", 0.0)
        nodes = shown(model, one)
        assert complaints(nodes, one, room(one)) == []
        assert f"gallery.pick.p{count - 1}" in {target.id for target in targets(nodes)}


def test_the_description_is_where_the_picture_would_be_and_is_read_aloud() -> None:
    for one in all_looks():
        photo = large_photo(shown(GalleryModel(block(), "x"), one))
        (told,) = photo.instead
        assert isinstance(told, Label)
        assert photo.spoken == told.full == one.say(block().pictures[0].alt)
        assert photo.box.contains(told.box.x, told.box.y, 0.5)
        assert photo.box.contains(told.box.right, told.box.bottom, 0.5)


def test_high_contrast_has_its_own_picture_where_there_is_one() -> None:
    model = GalleryModel(block(), "a-b")
    dark, light = look(theme="contrast"), look()
    assert large_photo(shown(model, dark)).path == "exhibits/a-b/media/p0.webp"
    model.press("gallery.pick.p1", 0.0)
    assert large_photo(shown(model, dark)).path == "exhibits/a-b/media/p1-contrast.webp"
    assert large_photo(shown(model, light)).path == "exhibits/a-b/media/p1.webp"


def test_back_turns_to_the_picture_before_and_then_leads_out() -> None:
    model = GalleryModel(block(), "x")
    model.press("gallery.to.2.1", 0.0)
    for expected in (2, 1, 0):
        model.press("dock.back", 0.0)
        assert (model.state.at, model.state.part) == (expected, 0)
    first = model.state
    model.press("dock.back", 0.0)
    assert model.state is first


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["dock.back", "gallery.pick.p0", "gallery.pick.p5", "gallery.pick.none", "gallery.to."]),
            st.builds("gallery.to.{}.{}".format, st.integers(-2, 9), st.integers(-2, 99)),
            st.text(max_size=20),
        )
    )
)
def test_no_touches_lead_to_a_picture_that_is_none(presses: list[str]) -> None:
    model = GalleryModel(block(), "x")
    for press in presses:
        model.press(press, 0.0)
    assert 0 <= model.state.at < 6 and model.state.part >= 0
    assert complaints(shown(model, look()), look(), room(look())) == []


def test_two_pictures_of_one_id_are_refused() -> None:
    data = block(2).model_dump(by_alias=True)
    data["pictures"][1]["id"] = "p0"
    with pytest.raises(ValueError, match="share an id"):
        GalleryBlock.model_validate(data)


@pytest.mark.parametrize("file", ["../secret.png", "a/b.png", "a.svg", ".png", "A.png", "a.png\n", "https:x.png"])
def test_a_file_name_leads_nowhere_else(file: str) -> None:
    data = block(1).model_dump(by_alias=True)
    data["pictures"][0]["file"] = file
    with pytest.raises(ValueError, match="file"):
        GalleryBlock.model_validate(data)


def test_the_approval_number_of_a_map_stands_below_it_and_nowhere_else() -> None:
    plain = block(2)
    first = plain.pictures[0].model_copy(update={"shows_map": True, "map_approval": "GS（2024）0650号"})
    model = GalleryModel(plain.model_copy(update={"pictures": (first, plain.pictures[1])}), "here")
    for one in all_looks():
        nodes = shown(model, one)
        assert complaints(nodes, one) == []
        (number,) = [node for node in nodes if isinstance(node, Label) and "GS（2024）0650号" in node.full]
        photo = large_photo(nodes)
        assert number.box.y >= photo.box.bottom
        assert photo.box.h > 200
    model.press("gallery.pick.p1", 0.0)
    assert not [node for node in shown(model, look()) if isinstance(node, Label) and "审图号" in node.full]
