"""The directory, its places and the pages stand in every variant; nothing is clipped, all can be reached."""

from collections.abc import Callable

import pytest

from content.civics import codes
from content.samples.directory import published_regions
from screens import deputies
from screens.deputies.code_panel import grouped
from screens.look import Look
from screens.scene import Box, Photo, Qr, Shape, Target, targets
from screens.screen import Screen, View
from tests.screens.deputies.people import PAST, PEOPLE, TODAY, TOLD, catalog, deputy, words
from tests.screens.looks import all_looks, complaints, labels, look

LONG = deputy(
    "古丽·阿依努尔", "gu li a yi nu er", ("city", "county"), region="r2", name_en="Guli Ayinuer",
    township=words("清溪场街道", "Qingxichang Subdistrict"), concerns=("elderly", "lift") * 3,
    unit=words("第 128 选区；秀山土家族苗族自治县人民代表大会", "Constituency 128; Xiushan County People's Congress"),
)  # fmt: skip
UNCODED = deputy("怪", "guai", id="ABCDEF")
GONE = [{"id": "ZZZZZZZZ0", "since": TODAY}, {"id": "ZZZZZZZZ1", "since": TODAY, "why": "unchecked"}]
KIND = deputies.kind(lambda: catalog((*PEOPLE, PAST, LONG, UNCODED, TOLD), retired=GONE), lambda: TODAY)
PAGES = [*(one.id for one in PEOPLE), PAST.id, LONG.id, UNCODED.id, "ZZZZZZZZZ", "ZZZZZZZZ0", "ZZZZZZZZ1", TOLD.id]


def shown(about: str, look: Look, *done: str) -> View:
    model: Screen[object] = KIND.open(about)
    for id in done:
        model.press(id, 0.0)
    return KIND.view(model.state, look)


def check(view: Callable[[Look], View]) -> None:
    found = []
    for one in all_looks():
        where = f"{'landscape' if one.landscape else 'portrait'} {one.variant}"
        found += [f"{where}: {said}" for said in complaints(view(one).nodes, one)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "done",
    [
        (),
        ("deputies.initial.j",),
        ("deputies.initial.j", "deputies.initial.c"),
        ("deputies.level.national",),
        ("deputies.places",),
        ("deputies.places", "deputies.from.2"),
        ("deputies.places", "deputies.place.r2"),
        ("deputies.from.6",),
        ("deputies.route.strokes",),
        ("deputies.route.strokes", "deputies.stroke.n", "deputies.stroke.n", "deputies.stroke.any"),
        ("deputies.portraits",),
        ("deputies.portraits", "deputies.level.national"),
        ("deputies.places", "deputies.place.r0"),
        ("deputies.places", "deputies.place.r2", "deputies.route.strokes"),
        ("deputies.places", "deputies.place.r0", "deputies.townships"),
        ("deputies.places", "deputies.place.r0", "deputies.townships", "deputies.place.0"),
        ("deputies.places", "deputies.place.r0", "deputies.stations", "deputies.place.0", "deputies.portraits"),
    ],
    ids=lambda done: "+".join(done) or "fresh",
)
def test_the_directory_stands(done: tuple[str, ...]) -> None:
    check(lambda one: shown("", one, *done))


def test_nobody_found_stands_and_offers_a_way_on() -> None:
    def view(one: Look) -> View:
        model = KIND.open("")
        for key in "jxqjxqjxqjxq":
            model.key(key, 0.0)
        return KIND.view(model.state, one)

    check(view)
    ids = {one.id for one in targets(view(look()).nodes)}
    assert "deputies.clear" in ids


def test_all_districts_of_the_city_stand() -> None:
    content = catalog(PEOPLE)
    directory = content.exhibition.directory.model_copy(update={"regions": published_regions(TODAY)})
    whole = type(content)(content.exhibition.model_copy(update={"directory": directory}))
    model = deputies.kind(lambda: whole, lambda: TODAY).open("")
    model.press("deputies.places", 0.0)
    check(lambda one: KIND.view(model.state, one))
    for one in all_looks():
        assert _walked(model, one) == {region.id for region in whole.regions_on(TODAY)} | {"all"}


def _walked(model: Screen[object], one: Look) -> set[str]:
    """Every place that is shown from the first page to the last."""
    model.press("deputies.from.0", 0.0)
    found: set[str] = set()
    for _ in range(60):
        here = targets(KIND.view(model.state, one).nodes)
        found |= {t.id.removeprefix("deputies.place.") for t in here if t.id.startswith("deputies.place.")}
        onward = [t for t in here if t.label == one.t("page.next") and not t.disabled]
        if not onward:
            return found
        model.press(onward[0].id, 0.0)
    raise AssertionError("the pages never end")


@pytest.mark.parametrize("about", PAGES)
def test_a_page_stands_on_each_of_its_pages(about: str) -> None:
    check(lambda one: shown(about, one))
    check(lambda one: shown(about, one, "deputies.page.next"))
    check(lambda one: shown(about, one, "deputies.page.next", "deputies.page.next"))


@pytest.mark.parametrize("tab", ["reports", "pledges", "stories"])
def test_what_is_told_of_a_deputy_stands_on_each_of_its_pages(tab: str) -> None:
    for pages in range(4):
        check(lambda one, pages=pages: shown(  # type: ignore[misc]
            TOLD.id, one, f"deputies.tab.{tab}", *["deputies.page.next"] * pages
        ))  # fmt: skip


def test_a_long_report_is_paged_to_its_end() -> None:
    for one in all_looks():
        said = ""
        for pages in range(12):
            view = shown(TOLD.id, one, "deputies.tab.reports", *["deputies.page.next"] * pages)
            said += "".join(label.full for label in labels(view.nodes))
        whole = one.say(TOLD.reports[0].text).replace(" ", "")
        assert whole.count("Two" if one.english else "走访") <= said.count("Two" if one.english else "走访"), (
            one.variant
        )
        assert one.say(TOLD.reports[1].text).replace(" ", "") in said.replace(" ", ""), one.variant


def test_a_photo_stands_where_the_bust_did_and_the_bust_waits_behind_it() -> None:
    with_photo = deputy("照", "zhao", photo="deputies/X.jpg")
    kind = deputies.kind(lambda: catalog([with_photo]), lambda: TODAY)
    for landscape in (True, False):
        view = kind.view(kind.open(with_photo.id).state, look(landscape=landscape))
        (photo,) = [node for node in view.nodes if isinstance(node, Photo)]
        assert photo.path == "deputies/X.jpg"
        assert photo.instead


def test_every_deputy_can_be_paged_to() -> None:
    for one in all_looks():
        model = KIND.open("")
        seen: list[str] = []
        for _ in range(60):
            here = targets(KIND.view(model.state, one).nodes)
            rows = [t for t in here if t.id.startswith("deputies.row.")]
            seen += [t.label for t in rows]
            onward = [t for t in here if t.label == one.t("page.next") and not t.disabled]
            if not onward:
                break
            model.press(onward[0].id, 0.0)
        assert len(seen) == len(set(seen)) == model.state.total, one.variant


def test_six_results_stand_on_a_page_of_either_orientation() -> None:
    for landscape in (True, False):
        view = shown("", look(landscape=landscape))
        assert sum(one.id.startswith("deputies.row.") for one in targets(view.nodes)) == 6


def test_a_letter_that_leads_nowhere_is_dead_and_dashed() -> None:
    keys = {one.id: one for one in targets(shown("", look(), "deputies.initial.j").nodes)}
    assert keys["deputies.initial.q"].disabled
    assert not keys["deputies.initial.c"].disabled


def test_a_level_without_anybody_is_dead() -> None:
    keys = {one.id: one for one in targets(shown("", look(), "deputies.initial.j").nodes)}
    assert keys["deputies.level.national"].disabled
    assert not keys["deputies.level.city"].disabled


@pytest.mark.parametrize("about", [one.id for one in PEOPLE])
def test_the_code_is_large_enough_for_a_phone_in_every_variant(about: str) -> None:
    for one in all_looks():
        (code,) = [node for node in shown(about, one).nodes if isinstance(node, Qr)]
        assert min(code.box.w, code.box.h) >= 320, one.variant
        assert code.payload == f"BY1.D.{about}.{codes.check_character(about)}"


def test_the_text_below_the_code_can_be_typed_in_as_it_stands() -> None:
    for one in PEOPLE:
        code = codes.Code(codes.CodeType.DEPUTY, one.id)
        assert grouped(code.text) in {label.full for label in labels(shown(one.id, look()).nodes)}
        assert codes.parse(grouped(code.text)) == code


def test_the_green_button_is_there_only_where_letters_are_taken() -> None:
    for one in PEOPLE:
        for at in all_looks():
            view = shown(one.id, at)
            offered = any(target.id == "deputies.write" for target in targets(view.nodes))
            direct = bool({"county", "township"} & set(one.levels))
            assert offered is direct


def test_where_no_letters_are_taken_a_sentence_says_why() -> None:
    national = next(one for one in PEOPLE if one.levels == ("national",))
    for one in all_looks():
        said = {label.full for number in range(3) for label in labels(
            shown(national.id, one, *["deputies.page.next"] * number).nodes
        )}  # fmt: skip
        assert one.t("deputies.write.not") in said, one.variant


def test_made_up_people_are_marked_as_samples() -> None:
    for one in all_looks():
        for about in ("", PEOPLE[0].id):
            view = shown(about, one)
            tags = [label for label in labels(view.nodes) if label.full == one.t("sample.tag")]
            cards = sum(target.id.startswith("deputies.row.") for target in targets(view.nodes))
            assert view.sample
            assert len(tags) >= max(1, cards), one.variant


def test_busts_stay_in_their_frame_and_differ() -> None:
    from screens.parts.bust import bust

    frame = Box(100, 200, 124, 124)
    drawings = {bust_of(one.id) for one in PEOPLE}
    assert len(drawings) > 3
    for one in PEOPLE:
        for node in bust(frame, one.id):
            if isinstance(node, Shape):
                assert all(frame.contains(x, y, 0.5) for x, y in node.points)


def bust_of(id: str) -> tuple[object, ...]:
    from screens.parts.bust import bust

    return tuple(bust(Box(0, 0, 100, 100), id))


def test_targets_have_stable_ids() -> None:
    found = [one for one in targets(shown("", look()).nodes) if isinstance(one, Target)]
    assert len({one.id for one in found}) == len(found)
    assert all(one.id.startswith("deputies.") for one in found)
