"""Pictures are found by name, in both themes, sharp enough for the size asked for."""

import pytest
from PIL import Image

from media import images


def test_an_icon_is_never_smaller_than_asked_for() -> None:
    for asked, given in ((1, 48), (48, 48), (49, 96), (96, 96), (112, 192), (192, 192)):
        with Image.open(images.icon("home", asked)) as picture:
            assert picture.size == (given, given)


def test_an_icon_larger_than_any_rendering_gets_the_largest() -> None:
    assert images.icon("home", 500) == images.icon_file("home", 192)


@pytest.mark.parametrize("name", sorted(images.icon_names()))
def test_every_icon_is_pure_white_on_nothing(name: str) -> None:
    with Image.open(images.icon(name, 96)) as picture:
        raw = picture.convert("RGBA").tobytes()
    pixels = [tuple(raw[at : at + 4]) for at in range(0, len(raw), 4)]
    inked = [pixel for pixel in pixels if pixel[3] == 255]
    assert inked, "an icon without a solid pixel cannot be seen"
    assert set(inked) == {(255, 255, 255, 255)}
    assert any(pixel[3] == 0 for pixel in pixels)


@pytest.mark.parametrize("name", sorted(images.art_names()))
def test_every_drawing_exists_in_both_themes_and_both_scales(name: str) -> None:
    with (
        Image.open(images.art(name, "light", 1.0)) as small,
        Image.open(images.art(name, "high_contrast", 1.2)) as large,
    ):
        assert large.width == pytest.approx(small.width * 1.5, abs=1)
        assert large.height == pytest.approx(small.height * 1.5, abs=1)
        assert (
            small.convert("RGBA").getextrema() != large.convert("RGBA").getextrema()
            or small.tobytes() != large.tobytes()
        )


def test_the_mailbox_says_its_name() -> None:
    """The four characters on the plate are drawn, not left out or replaced by boxes: each has ink of its own shape."""
    with Image.open(images.art("mailbox", "high_contrast", 1.0)) as picture:
        plate = picture.convert("L").crop((74, 162, 126, 290))
    inks = []
    for row in range(4):
        cell = plate.crop((0, 8 + row * 29, 52, 36 + row * 29))
        inks.append(sum(1 for value in cell.tobytes() if value < 128))
    assert inks[0] < inks[1] < inks[3], "一 has less ink than 号, and 号 less than 箱"
    assert len(set(inks)) == 4


def test_the_portrait_scene_is_drawn_to_its_lower_edge() -> None:
    with Image.open(images.art("scene_home_portrait", "light")) as picture:
        assert picture.size == (1080, 1800)
        assert picture.convert("RGBA").getpixel((540, 1799)) == (0xE2, 0xDA, 0xC8, 255)


def test_an_unknown_name_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(images.UnknownPicture, match=r"'emblem'.*home"):
        images.icon("emblem", 48)
    with pytest.raises(images.UnknownPicture, match=r"'emblem'.*mailbox"):
        images.art("emblem", "light")
    with pytest.raises(images.UnknownPicture, match=r"'emblem'.*shadow_sheet"):
        images.ninepatch("emblem")


def test_frames_are_found() -> None:
    for name, size in (("shadow_sheet", 192), ("dash_r12_light", 120), ("dash_r12_hc", 120)):
        with Image.open(images.ninepatch(name)) as picture:
            assert picture.size == (size, size)


def test_a_picture_that_was_not_rendered_says_what_renders_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(images, "RENDERED", tmp_path)
    with pytest.raises(images.PictureNotRendered, match="make setup"):
        images.icon("home", 48)


@pytest.mark.parametrize("cut", ["scene_attract", "scene_attract_portrait"])
def test_every_hour_has_its_own_light_and_high_contrast_has_none(cut: str) -> None:
    skies = set()
    for hour in ("", "_dawn", "_dusk", "_night"):
        with Image.open(images.art(f"{cut}{hour}", "light")) as picture:
            skies.add(picture.convert("RGB").getpixel((1000, 20)))
        assert images.art(f"{cut}{hour}", "high_contrast") == images.art(cut, "high_contrast")
    assert len(skies) == 4


def test_after_dark_the_windows_of_the_city_are_lit() -> None:
    window = (422, 746)  # of the second house on the left
    with (
        Image.open(images.art("scene_attract", "light")) as day,
        Image.open(images.art("scene_attract_night", "light")) as night,
    ):
        assert sum(day.convert("RGB").getpixel(window)) < 150  # type: ignore[arg-type]
        assert sum(night.convert("RGB").getpixel(window)) > 500  # type: ignore[arg-type]
