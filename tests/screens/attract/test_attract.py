"""The idle screen asks in turn, tells of answered letters, follows the hour, and any touch begins a visit."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from content import bundled
from content.authoring import read_exhibition
from content.catalog import Catalog
from content.schema import Exhibition
from screens.attract.model import Attract, AttractState
from screens.attract.view import view
from screens.flow import HOME, Place
from screens.parts.life import life
from screens.scene import Box, Drift, Fill, Node, Picture, Target, targets
from screens.screen import ChooseLanguage, Go
from tests.content.samples_of_content import exhibition, text, words
from tests.content.test_tours import EMPTY
from tests.screens.looks import all_looks, complaints, labels, look

NOON = datetime(2026, 11, 23, 12, 0)
TURN_S = 12


class Wall:
    """A clock on the wall that tests move."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture(scope="module")
def shipped() -> Exhibition:
    return read_exhibition(bundled.FOLDER, EMPTY)


def letter(id: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id, "asked": words(f"{id}？"), "done": text(f"{id}。"), "place": words("甲街道"),
        "answered": "2026-10-16", "station": words("甲站"), **more,
    }  # fmt: skip


def asking(questions: int, *letters: dict[str, Any]) -> Exhibition:
    base = exhibition(answers=list(letters))
    more = tuple(base.home.question.model_copy(update={"zh_hans": f"问题{i}？"}) for i in range(1, questions))
    return base.model_copy(update={"home": base.home.model_copy(update={"questions": more})})


def turns(content: Exhibition, count: int, begin: datetime = NOON) -> list[AttractState]:
    wall = Wall(begin)
    model = Attract(Catalog(content), wall)
    seen = []
    for _ in range(count):
        model.tick(0.0)
        seen.append(model.state)
        wall.at += timedelta(seconds=TURN_S)
    return seen


# ---- what is asked ----------------------------------------


def test_one_question_stands_for_twelve_seconds_and_then_simply_changes() -> None:
    wall = Wall(NOON + timedelta(seconds=3.5))
    model = Attract(Catalog(asking(5)), wall)
    first = model.state.question
    assert model.next_due(0.0) == pytest.approx(8.5)
    wall.at += timedelta(seconds=8.4)
    model.tick(0.0)
    assert model.state.question == first
    wall.at += timedelta(seconds=0.2)
    model.tick(0.0)
    assert model.state.question != first
    assert model.next_due(0.0) == pytest.approx(11.9)


def test_every_question_has_its_turn_before_one_comes_again() -> None:
    asked = [one.question.zh_hans for one in turns(asking(5), 10, datetime(2026, 11, 23))]
    assert len(set(asked[:5])) == 5
    assert asked[5:] == asked[:5]


def test_the_order_is_the_days_own() -> None:
    orders = {tuple(one.question.zh_hans for one in turns(asking(8), 8, datetime(2026, 11, d))) for d in range(1, 15)}
    assert len(orders) > 10
    again = tuple(one.question.zh_hans for one in turns(asking(8), 8, datetime(2026, 11, 1)))
    assert again in orders


def test_after_two_questions_comes_a_card_and_every_card_has_its_turn() -> None:
    seen = turns(asking(5, letter("bench"), letter("lamp")), 12, datetime(2026, 11, 23))
    assert [one.card is not None for one in seen] == [False, False, True] * 4
    told = [one.card.id for one in seen if one.card]
    assert set(told) == {"bench", "lamp"}
    assert told[:2] == told[2:]
    asked = [one.question.zh_hans for one in seen if one.card is None]
    assert len(set(asked[:5])) == 5


def test_without_released_answers_there_are_only_questions() -> None:
    assert all(one.card is None for one in turns(asking(3), 9))


def test_new_content_is_asked_at_once() -> None:
    model = Attract(Catalog(asking(1)), Wall())
    model.renew(Catalog(asking(1, letter("bench"))))
    wall = Wall(NOON + timedelta(seconds=2 * TURN_S))
    model = Attract(Catalog(asking(1)), wall)
    assert model.state.card is None
    model.renew(Catalog(asking(1, letter("bench"))))
    assert model.state.card is not None and model.state.card.id == "bench"


# ---- the hour ----------------------------------------


def test_the_picture_follows_the_clock() -> None:
    wall = Wall()
    model = Attract(Catalog(asking(1)), wall)
    seen = []
    for hours in range(24):
        wall.at = datetime(2026, 11, 23, hours, 30)
        model.tick(0.0)
        view_ = view(model.state, look())
        seen.append(next(one.name for one in view_.background if isinstance(one, Picture)))
    assert seen[12] == "scene_attract"
    assert set(seen) == {"scene_attract", "scene_attract_dawn", "scene_attract_dusk", "scene_attract_night"}


def test_about_once_a_minute_one_light_in_the_city_changes_after_dark_and_none_by_day() -> None:
    night = [_lit(one) for one in turns(asking(1), 11, datetime(2026, 11, 23, 21, 0))]
    changed = [len(a ^ b) for a, b in pairwise(night)]
    assert sorted(changed) == [0] * 8 + [2, 2]
    assert len(night[0]) == 14
    assert all(not _lit(one) for one in turns(asking(1), 11))


def _lit(state: AttractState) -> set[Box]:
    return {one.box for one in view(state, look()).background if isinstance(one, Fill)}


def test_high_contrast_has_neither_hours_nor_anything_that_moves() -> None:
    night = turns(asking(1, letter("bench")), 1, datetime(2026, 11, 23, 21, 0))[0]
    for here in all_looks():
        shown = view(night, here)
        if here.variant.theme == "contrast":
            assert not [one for one in _all(shown.background + shown.nodes) if isinstance(one, Drift)]
            assert not [one for one in _all(shown.background) if isinstance(one, Fill)]
            assert {one.name for one in _all(shown.background) if isinstance(one, Picture)} <= {
                "scene_attract", "scene_attract_portrait", "gondola",
            }  # fmt: skip
            assert not [one for one in labels(shown.nodes) if one.color.startswith("night")]


def test_nothing_moves_while_the_glass_is_read_aloud() -> None:
    here = look()
    listening = type(here)(here.tokens, type(here.variant)(speaking=True), True, here.ruler)
    shown = view(turns(asking(1), 1)[0], listening)
    assert not [one for one in shown.background if isinstance(one, Drift)]
    assert "gondola" in {one.name for one in shown.background if isinstance(one, Picture)}


def _all(nodes: tuple[Node, ...]) -> list[Node]:
    return [inner for one in nodes for inner in (one, *_all(getattr(one, "nodes", ())))]


# ---- what moves ----------------------------------------


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("hour", ["day", "dawn", "dusk", "night"])
def test_at_most_one_thing_moves_and_what_waits_is_off_the_glass(landscape: bool, hour: str) -> None:
    here = look(landscape)
    left, top = (0.0, 0.0) if landscape else (520.0, -114.0)
    drifts = [one for one in life(here, left, top, hour) if isinstance(one, Drift)]
    (period,) = {one.period_ms for one in drifts}
    (count,) = {len(one.points) for one in drifts}
    assert period == (count - 1) * 500
    glass = Box(0, 0, *here.size)
    for i in range(count - 1):
        moving = [one for one in drifts if one.points[i] != one.points[i + 1]]
        assert len(moving) <= 1
        for one in drifts:
            waits_on_the_glass = one not in moving and _touches(_place(one, i), glass)
            assert not waits_on_the_glass or (one.key == "gondola" and one.points[i] == one.points[0]), one.key


def _place(drift: Drift, i: int) -> Box:
    (picture,) = drift.nodes
    assert isinstance(picture, Picture)
    return picture.box.moved(*drift.points[i])


def _touches(a: Box, b: Box) -> bool:
    return a.x < b.right and a.right > b.x and a.y < b.bottom and a.bottom > b.y


def test_the_car_takes_the_time_that_the_design_gives_it_and_hangs_on_its_cable() -> None:
    car = next(one for one in life(look(), 0, 0, "day") if isinstance(one, Drift) and one.key == "gondola")
    way = [i for i in range(len(car.points) - 1) if car.points[i] != car.points[i + 1]]
    assert 46_000 <= len(way) * 500 <= 48_000
    hooks = [(box.x + box.w / 2, box.y + 6) for box in (_place(car, i) for i in way)]
    assert hooks[0] == pytest.approx((913, 652))
    middle = min(hooks, key=lambda one: abs(one[0] - 1451.5))
    assert middle[1] == pytest.approx(591, abs=4)  # the guide's Bezier half way


# ---- how it stands ----------------------------------------


def _views(content: Exhibition) -> list[AttractState]:
    asked = [AttractState(one) for one in (content.home.question, *content.home.questions)]
    told = [AttractState(content.home.question, one, "night") for one in content.answers]
    longest = content.answers[0].model_copy(
        update={
            "asked": words_of("问" * 30, "asked " * 13),
            "done": content.answers[0].done.model_copy(update={"zh_hans": "办" * 48, "en": "a done " * 18}),
        }
    )
    return [*asked, *told, AttractState(content.home.question, longest)]


def words_of(zh: str, en: str) -> Any:
    from content.schema import Words

    return Words.model_validate(words(zh, en))


def test_every_question_and_card_of_the_package_fits_in_every_look(shipped: Exhibition) -> None:
    for here in all_looks():
        glass = Box(0, 0, *here.size)
        for state in _views(shipped):
            shown = view(state, here)
            assert complaints(shown.nodes, here, glass) == []
            boxes = [one.box for one in labels(shown.nodes) if not one.of]
            if state.card is None:
                roofs = 545 if here.landscape else 660
                assert max(one.bottom for one in boxes if one.y < 600) <= roofs + 1
            pressed = [one.box for one in targets(shown.nodes) if not one.covers]
            assert not [(a, b) for a in boxes for b in pressed if _touches(a, b)]


def test_words_never_lie_over_each_other_nor_over_the_mailbox(shipped: Exhibition) -> None:
    for here in all_looks():
        for state in _views(shipped):
            shown = view(state, here)
            boxes = [one.box for one in labels(shown.nodes)]
            assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if _touches(a.inset(1), b.inset(1))]
            box = next((one.box for one in shown.nodes if isinstance(one, Picture) and one.name == "mailbox"), None)
            paper = [one.box for one in shown.nodes if isinstance(one, Fill)]
            assert box is None or not [one for one in paper if _touches(one, box)]
            assert box is not None or state.card is not None


def test_a_card_says_what_was_asked_and_done_where_when_and_by_whom(shipped: Exhibition) -> None:
    card = shipped.answers[0]
    shown = view(AttractState(shipped.home.question, card), look())
    said = " ".join(one.full for one in labels(shown.nodes))
    for part in (card.asked.zh_hans, card.done.zh_hans, card.place.zh_hans, "2026-10-16", card.station.zh_hans, "示例"):
        assert part in said
    assert shipped.home.question.zh_hans not in said


def test_a_real_answer_bears_no_tag() -> None:
    state = turns(asking(1, letter("bench")), 3, datetime(2026, 11, 23))[2]
    said = [one.full for one in labels(view(state, look()).nodes)]
    assert state.card is not None
    assert "示例" not in said


def test_after_dark_words_over_the_sky_are_light_and_words_on_paper_dark() -> None:
    states = turns(asking(1, letter("bench")), 3, datetime(2026, 11, 23, 22, 0))
    question = view(states[0], look())
    head = next(one for one in labels(question.nodes) if one.id == "attract.question")
    assert head.color == "night_ink"
    card = view(states[2], look())
    on_paper = [one for one in labels(card.nodes) if one.box.y > 112]
    assert {one.color for one in on_paper} == {"ink", "ink2"}


# ---- beginning ----------------------------------------


@pytest.mark.parametrize("at", range(3))
def test_a_touch_anywhere_begins_at_home_whatever_is_shown(at: int) -> None:
    wall = Wall(datetime(2026, 11, 23, 0, 0, at * TURN_S))
    model = Attract(Catalog(asking(3, letter("bench"))), wall)
    for here in (look(), look(False)):
        whole = next(one for one in _all(view(model.state, here).nodes) if isinstance(one, Target) and one.covers)
        assert whole.box == Box(0, 0, *here.size)
        assert model.press(whole.id, 0.0) == (Go(Place(HOME)),)


def test_a_language_begins_in_that_language() -> None:
    assert Attract(Catalog(asking(1)), Wall()).press("attract.language.zh-hant", 0.0) == (
        ChooseLanguage("zh-Hant"),
        Go(Place(HOME)),
    )


def test_the_model_runs_without_kivy() -> None:
    code = "import screens.attract.model, sys; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
