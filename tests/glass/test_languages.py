"""Languages on the glass: Chinese beside every foreign title, the switch keeps the visitor's place, letters from the
right are shaped and stand on the right."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from content.packs import install
from kiosk import drive
from kiosk.glass.driver import Driver
from screens.composition import topmost
from screens.flow import Place
from screens.scene import Label, Scene
from screens.session import Variant
from screens.titles import labels
from screens.tokens import load
from screens.widgets import lines
from screens.widgets.glyphs import Glyphs
from tests.content import packs as example

pytestmark = pytest.mark.glass

SIZES = ((1920, 1080), (1080, 1920))
#: Pages of several steps: a screen, and what leads into the middle of it.
MIDDLES = {
    "mailbox": ("mailbox.urgent.no", "mailbox.topic.lift", "mailbox.next"),
    "exhibit:livelihood-vote/budget": ("budget.cleaning.more", "budget.lamps.less"),
    "exhibit:livelihood-vote/five-steps": (),
    "exhibit:who-elects-whom": (),
    "deputies": ("deputies.initial.a",),
    "explore": ("explore.lens.election",),
    "tour": (),
    "help": (),
}


@pytest.fixture
def arabic(tmp_path: Path) -> Iterator[None]:
    install([example.compiled(tmp_path)])
    yield
    install(())


def scene_of(driver: Driver, screen: str, variant: Variant) -> Scene:
    id, _, about = screen.partition(":")
    driver.app.station.director.visit(Place(id, about), variant)
    driver.shell.refresh()
    assert driver.shell.current is not None
    return driver.shell.current


def titles(scene: Scene) -> list[Label]:
    return [one for layer in scene.layers for one in labels(layer.nodes) if one.role == "heading" and one.full]


def words(scene: Scene) -> str:
    return "\n".join(one.full for layer in scene.layers for one in labels(layer.nodes))


# ---- Chinese beside a foreign title ----------------------------------------


@pytest.mark.parametrize(("size", "text"), list(product(SIZES, ("normal", "large"))))
def test_the_chinese_stands_beside_the_title_of_every_foreign_screen(
    driver: Driver, size: tuple[int, int], text: str
) -> None:
    driver.resize(size)
    driver.app.station.director.end_visit()
    lost = []
    for screen in drive.all_screens(driver):
        headings = titles(scene_of(driver, screen, Variant("zh-Hans", text=text)))  # type: ignore[arg-type]
        english = scene_of(driver, screen, Variant("en", text=text))  # type: ignore[arg-type]
        if not any(one.full in words(english) for one in headings):
            lost.append(f"{screen}: {[one.full for one in headings[:2]]}")
        lost += [f"{screen}: {one.full!r} is cut" for layer in english.layers for one in _cut(layer.nodes)]
    assert not lost, "\n".join(lost)


def _cut(nodes) -> list[Label]:  # type: ignore[no-untyped-def]
    return [one for one in labels(nodes) if one.overflow]


def test_the_chinese_title_is_no_heading_and_is_not_read_aloud(driver: Driver) -> None:
    scene = scene_of(driver, "help", Variant("en"))
    (chinese,) = [one for layer in scene.layers for one in labels(layer.nodes) if one.role == "caption"]
    assert chinese.full == titles(scene_of(driver, "help", Variant("zh-Hans")))[0].full


def test_a_reader_of_chinese_gets_no_second_title(driver: Driver) -> None:
    for language in ("zh-Hans", "zh-Hant"):
        scene = scene_of(driver, "help", Variant(language))
        assert not [one for layer in scene.layers for one in labels(layer.nodes) if one.role == "caption"]


# ---- the switch ----------------------------------------


@pytest.mark.parametrize("screen", MIDDLES)
def test_the_switch_keeps_the_visitors_place(driver: Driver, screen: str) -> None:
    driver.resize((1920, 1080))
    director = driver.app.station.director
    director.end_visit()
    scene_of(driver, screen, Variant("zh-Hans"))
    for id in MIDDLES[screen]:
        if any(one.id == id for one in driver.shell.pressable()):
            driver.tap(*driver.center_of(id))
    here, before = director.flow.here, ids(driver)
    seen = []
    for _ in range(3):
        driver.tap(*driver.center_of("dock.language"))
        assert director.flow.here == here
        assert ids(driver) == before
        seen.append(director.variant.language)
    assert seen == ["en", "zh-Hant", "zh-Hans"]


def ids(driver: Driver) -> set[str]:
    """What can be pressed, keys aside: an English reader's keyboard has another alphabet on top."""
    skipped = ("keys.", "candidates.", "inputs.", "dock.")
    assert driver.shell.current is not None
    return {one.id for one in topmost(driver.shell.current) if not one.id.startswith(skipped)}


def test_a_letter_in_progress_survives_every_switch(driver: Driver) -> None:
    director = driver.app.station.director
    director.end_visit()
    scene_of(driver, "mailbox", Variant("zh-Hans"))
    driver.tap(*driver.center_of("mailbox.urgent.no"))
    topic = next(one.id for one in driver.shell.pressable() if one.id.startswith("mailbox.topic."))
    driver.tap(*driver.center_of(topic))
    stage = director.model.state.stage
    for _ in range(3):
        driver.tap(*driver.center_of("dock.language"))
        assert (director.model.state.stage, director.model.state.topic) == (stage, topic.rpartition(".")[2])


def test_with_a_pack_every_language_is_shown_by_its_own_name(driver: Driver, arabic: None) -> None:
    driver.resize((1920, 1080))
    director = driver.app.station.director
    director.end_visit()
    scene_of(driver, "mailbox", Variant("en"))
    driver.tap(*driver.center_of("mailbox.urgent.no"))
    topic = next(one.id for one in driver.shell.pressable() if one.id.startswith("mailbox.topic."))
    driver.tap(*driver.center_of(topic))
    stage = director.model.state.stage
    driver.tap(*driver.center_of("dock.language"))
    offered = {one.id: one.label for one in driver.shell.pressable()}
    assert list(offered.values()) == ["简体中文", "English", "繁體中文", "العربية"]
    driver.tap(*driver.center_of("language.ar"))
    assert director.variant.language == "ar" and director.model.state.stage == stage
    director.end_visit()
    assert director.variant.language == "zh-Hans"


def test_a_pack_that_leaves_with_its_release_leaves_the_visitor_a_language(driver: Driver, arabic: None) -> None:
    director = driver.app.station.director
    scene_of(driver, "help", Variant("ar"))
    install(())
    director.renew(driver.app.station.shelf.catalog)
    driver.shell.refresh()
    assert director.variant.language == "zh-Hans"
    director.end_visit()


# ---- from the right ----------------------------------------


def test_a_page_from_the_right_begins_on_the_right(driver: Driver, arabic: None) -> None:
    driver.resize((1920, 1080))
    left = {one["id"]: one["bounds"] for one in _dump(driver, "en")}
    right = {one["id"]: one["bounds"] for one in _dump(driver, "ar")}
    assert left["dock.home"][0] < 200 and right["dock.home"][0] > 1700
    assert left["exhibit.title"][0] < 100
    x, _, w, _ = right["exhibit.title"]
    assert x + w > 1820
    driver.app.station.director.end_visit()


def _dump(driver: Driver, language: str):  # type: ignore[no-untyped-def]
    scene_of(driver, "exhibit:livelihood-vote", Variant(language))
    driver.settle()
    return driver.describe()["widgets"]


def test_what_is_pressed_is_where_it_is_seen(driver: Driver, arabic: None) -> None:
    driver.resize((1920, 1080))
    director = driver.app.station.director
    director.end_visit()
    scene_of(driver, "exhibit:livelihood-vote", Variant("ar"))
    driver.settle()
    driver.tap(1800, 1020)  # where home stands for readers from the right
    assert director.flow.here.screen == "home"
    director.end_visit()


def test_a_slider_follows_the_finger_from_the_right(driver: Driver, arabic: None) -> None:
    driver.resize((1920, 1080))
    scene_of(driver, "exhibit:livelihood-vote/budget", Variant("ar"))
    slider = next(one for one in driver.shell.pressable() if one.slides)
    assert slider.turned
    y = slider.box.center[1]
    found = []
    for share in (0.2, 0.6):
        driver.drag((slider.box.center[0], y), (slider.box.right - slider.box.w * share, y))
        found.append(next(one.share for one in driver.shell.pressable() if one.id == slider.id))
    assert found[0] is not None and found[1] is not None and found[0] < found[1]
    driver.app.station.director.end_visit()


def run_texts(text: str) -> list[tuple[str, bool]]:
    """The runs of a line, as our faces would have to be helped with it."""
    return [(one.text.strip(), one.rtl) for one in lines.runs(text, False, lambda c: not "\u0600" <= c <= "\u06ff")]


def test_chinese_names_and_numbers_stand_whole_in_an_arabic_line(arabic: None) -> None:
    found = run_texts("من (配菜) إلى 点菜، في 25 خطوات.")
    assert [text for text, rtl in found if not rtl and any(c.isalnum() for c in text)] == ["25", "点菜", "配菜"]
    assert found[-1][0].startswith("من") and found[-1][1]  # read first, drawn rightmost


def test_a_line_of_a_chinese_name_alone_ends_where_arabic_lines_end(arabic: None) -> None:
    found = lines.runs("\u200f江澄。", False, lambda c: True)
    assert "".join(one.text for one in found) == "。江澄"


def test_lines_without_foreign_letters_are_drawn_as_ever(arabic: None) -> None:
    assert lines.runs("一号信箱 No. 1", False, lambda c: True) == ()
    install(())
    assert lines.runs("العربية", False, lambda c: False) == ()


def test_no_word_is_drawn_in_two_faces(arabic: None) -> None:
    found = lines.runs("Łódź (点菜) ma 25", False, lambda c: c not in "Łóź")
    assert [(one.text, bool(one.file)) for one in found] == [("Łódź (", True), ("点菜) ", False), ("ma 25", True)]


def test_letters_are_joined_and_no_line_is_cut(driver: Driver, arabic: None) -> None:
    glyphs = Glyphs(1.0)
    style = load().style("body")
    word = "صفحة"
    apart = sum(glyphs.ruler(c, style) for c in word)
    assert glyphs.ruler(word, style) < apart * 0.9  # letters alone are wider than joined ones
    assert glyphs.ruler("لا", style) < glyphs.ruler("ل", style) + glyphs.ruler("ا", style)  # one ligature
    texture = glyphs.texture("جيم يمين", style)  # letters that go deep below the line
    assert abs(texture.width - glyphs.ruler("جيم يمين", style)) <= 2
    rows = _alpha(texture)
    assert not any(rows[0]) and not any(rows[-1])


def _alpha(texture) -> list[bytes]:  # type: ignore[no-untyped-def]
    pixels = texture.pixels
    wide = texture.width * 4
    return [pixels[at + 3 : at + wide : 4] for at in range(0, len(pixels), wide)]


def test_the_width_of_a_line_does_not_depend_on_what_was_drawn_before(arabic: None) -> None:
    style = load().style("body")
    fresh = Glyphs(1.0).ruler("الصفحة", style)
    used = Glyphs(1.0)
    used.texture("الصفحة", style)
    used.ruler("25 و 30", style)
    assert used.ruler("الصفحة الرئيسية", style) > used.ruler("الصفحة", style) == fresh
