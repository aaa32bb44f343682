"""A film's time, its captions and its controls: whatever is pressed, it stands somewhere between start and end."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.checks.films import CAPTION_LENGTH, CAPTION_LETTERS
from content.schema import FilmBlock
from screens.access.tree import tree_of
from screens.exhibit.blocks.film.model import FILM, SIGN, FilmModel
from screens.exhibit.blocks.film.view import view
from screens.look import Look
from screens.scene import Box, Fill, Film, Label, Layer, Node, Photo, Scene, targets
from screens.screen import ToggleSound
from screens.tokens import contrast
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.looks import all_looks, complaints, look

SECONDS = 12
CUES = ((500, 3000), (3000, 5500), (8000, 11500))


def block(*, sign: bool = True, words: int = 1, contrast_too: bool = True, **more: object) -> FilmBlock:
    cues = [
        {
            "start_ms": start,
            "end_ms": end,
            "words": {
                "zh-Hans": ("乡镇人大的代表由选民直接选举产生" * 4)[: CAPTION_LENGTH - 1] + "。",
                "en": ("Voters elect the deputies of townships " * 4)[: CAPTION_LETTERS - 1].rstrip() + ".",
                "sources": ["S0"],
            },
        }
        for start, end in CUES
    ]
    told = {
        "zh-Hans": "山脚下的选民投票，选票飞进会堂；会堂里坐满了代表。" * words,
        "en": "Voters at the foot of a hill cast ballots, which fly to a hall. " * words,
        "sources": ["S0"],
    }
    return FilmBlock.model_validate(
        {
            "id": "film", "title": {"zh-Hans": "短片"}, "file": "a.mp4", "seconds": SECONDS, "poster": "a.webp",
            "contrast": "a-contrast.mp4" if contrast_too else None, "sign": "a-sign.mp4" if sign else None,
            "captions_zh": "a-zh.vtt", "captions_en": "a-en.vtt", "told": told, "cues": cues, **more,
        }
    )  # fmt: skip


def room(one: Look) -> Box:
    """What an exhibit's heading and tabs leave: at least this."""
    content = one.content
    top, foot = (130.0, 0.0) if one.landscape else (130.0, 232.0)
    return Box(content.x, content.y + top, content.w, content.h - top - foot)


def shown(model: FilmModel, one: Look) -> tuple[Node, ...]:
    return view(model.state, one, room(one)).nodes


def film(nodes: tuple[Node, ...], key: str = FILM) -> Film | None:
    return next((one for one in nodes if isinstance(one, Film) and one.key == key), None)


def captions(nodes: tuple[Node, ...]) -> list[Label]:
    return [one for one in nodes if isinstance(one, Label) and one.role == "caption"]


def run(model: FilmModel, start: float, end: float) -> list[float]:
    """Tick as the director does; the moments at which it was woken."""
    now, woken = start, []
    while (due := model.next_due(now)) is not None and now + due <= end:
        now += due
        model.tick(now)
        woken.append(now)
    return woken


def test_the_model_runs_without_kivy_and_without_a_player() -> None:
    code = "import sys, screens.exhibit.blocks.film; sys.exit(bool({'kivy', 'media.films'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_before_it_is_played_there_is_a_poster_and_no_film_and_nothing_is_awaited() -> None:
    model = FilmModel(block(), "x")
    assert model.next_due(0.0) is None and not model.plays
    nodes = shown(model, look())
    assert film(nodes) is None and captions(nodes) == []
    assert next(one for one in nodes if isinstance(one, Photo)).path == "exhibits/x/media/a.webp"


def test_it_plays_to_its_end_by_itself_and_then_stands_still() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 100.0)
    assert model.plays
    woken = run(model, 100.0, 200.0)
    assert not model.plays and model.state.ended and model.state.second == SECONDS
    assert woken[-1] == pytest.approx(100.0 + SECONDS) and model.next_due(200.0) is None
    model.press("film.play", 300.0)
    assert model.plays and model.state.at == 0.0, "once more, from the start"


def test_captions_come_and_go_at_their_times() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    said: list[tuple[float, int | None]] = []
    now = 0.0
    while model.plays:
        now += model.next_due(now) or 0.0
        model.tick(now)
        if not said or said[-1][1] != model.state.cue:
            said.append((now, model.state.cue))
    assert [(round(at, 2), cue) for at, cue in said] == [(0.5, 0), (3.0, 1), (5.5, None), (8.0, 2), (11.5, None)]


def test_no_more_than_two_wakings_a_second_while_it_plays() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    assert len(run(model, 0.0, 60.0)) <= 2 * SECONDS


def test_pause_keeps_the_place_and_leaving_pauses() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    model.press("film.play", 4.25)
    assert (model.plays, model.state.at) == (False, 4.25)
    model.press("film.surface", 50.0)
    assert model.plays and model.state.at == 4.25
    model.leave(52.0)
    assert not model.plays and model.state.at == pytest.approx(6.25)
    before = model.state
    model.leave(60.0)
    assert model.state is before


def test_steps_and_slider_move_it_whether_it_plays_or_not() -> None:
    model = FilmModel(block(), "x")
    model.press("film.on", 0.0)
    assert (model.state.at, model.plays) == (5.0, False) and model.state.begun
    model.slide("film.slide", 0.75, 1.0)
    assert model.state.at == 9.0 and model.state.said is not None
    model.press("film.play", 1.0)
    model.press("film.back", 2.0)
    assert model.state.at == pytest.approx(5.0) and model.plays
    model.press("film.again", 3.0)
    assert model.state.at == 0.0 and model.plays
    model.slide("film.slide", 1.0, 4.0)
    assert model.state.ended


def test_a_finger_that_rests_on_the_slider_asks_for_nothing_new() -> None:
    model = FilmModel(block(), "x")
    model.slide("film.slide", 0.5, 0.0)
    before = model.state
    for n in range(20):
        model.slide("film.slide", 0.5 + n / 1000, n / 60)
    assert model.state is before


def test_captions_are_on_by_default_and_can_be_switched_off() -> None:
    model = FilmModel(block(), "x")
    model.slide("film.slide", 2 / SECONDS, 0.0)
    assert len(captions(shown(model, look()))) == 1
    model.press("film.captions", 1.0)
    assert captions(shown(model, look())) == []
    (toggle,) = (one for one in targets(shown(model, look())) if one.id == "film.captions")
    assert toggle.on is False


def test_sign_language_stands_where_the_film_stands() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 7.0)
    assert film(shown(model, look()), SIGN) is None
    model.press("film.signs", 8.0)
    main, sign = film(shown(model, look())), film(shown(model, look()), SIGN)
    assert main is not None and sign is not None
    assert (sign.at, sign.since, sign.playing) == (main.at, main.since, main.playing)
    assert main.heard and not sign.heard
    assert main.box.contains(sign.box.x, sign.box.y) and main.box.contains(sign.box.right, sign.box.bottom)


def test_a_film_without_sign_language_offers_none() -> None:
    model = FilmModel(block(sign=False), "x")
    model.press("film.signs", 0.0)
    assert not model.state.signs
    assert "film.signs" not in {one.id for one in targets(shown(model, look()))}


def test_a_film_that_cannot_be_played_says_so_and_tells_everything_in_words() -> None:
    for one in all_looks():
        model = FilmModel(block(), "x")
        model.press("film.play", 0.0)
        model.failed(FILM, 2.0)
        assert not model.plays and model.next_due(2.0) is None
        seen, parts = "", 0
        while True:
            model.press(f"film.part.{parts}", 3.0)
            nodes = shown(model, one)
            assert complaints(nodes, one, room(one)) == [] and film(nodes) is None
            seen += "".join(line for label in nodes if isinstance(label, Label) for line in label.lines)
            after = next((t for t in targets(nodes) if t.label == one.t("film.next")), None)
            if after is None or after.disabled:
                break
            parts += 1
        squeezed = seen.replace(" ", "")
        assert one.t("film.broken").replace(" ", "") in squeezed
        for said in (model.state.block.told, *(cue.words for cue in model.state.block.cues)):
            assert one.say(said).strip().replace(" ", "") in squeezed
        before = model.state
        for press in ("film.play", "film.again", "film.on", "film.surface"):
            model.press(press, 4.0)
        model.slide("film.slide", 0.5, 4.0)
        assert model.state == before


def test_sign_language_that_cannot_be_played_leaves_the_film_alone() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    model.press("film.signs", 0.5)
    model.failed(SIGN, 1.0)
    assert model.plays and not model.state.signs
    model.press("film.signs", 2.0)
    assert not model.state.signs
    (toggle,) = (one for one in targets(shown(model, look())) if one.id == "film.signs")
    assert toggle.disabled


def test_high_contrast_has_its_own_film_where_there_is_one() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    dark, light = film(shown(model, look(theme="contrast"))), film(shown(model, look()))
    assert dark is not None and dark.path == "exhibits/x/media/a-contrast.mp4"
    assert light is not None and light.path == "exhibits/x/media/a.mp4"
    plain = FilmModel(block(contrast_too=False), "x")
    plain.press("film.play", 0.0)
    only = film(shown(plain, look(theme="contrast")))
    assert only is not None and only.path == "exhibits/x/media/a.mp4"


def muted() -> Look:
    """Of a visitor who has switched the sound of films off."""
    one = look()
    return replace(one, variant=replace(one.variant, muted=True))


def test_a_film_with_sound_can_be_seen_without_it_and_one_without_offers_nothing() -> None:
    model = FilmModel(block(), "x")
    model.press("film.play", 0.0)
    loud, quiet = shown(model, look()), shown(model, muted())
    for nodes, heard in ((loud, True), (quiet, False)):
        main = film(nodes)
        (button,) = (one for one in targets(nodes) if one.id == "film.sound")
        assert main is not None and (main.heard, button.on) == (heard, heard)
    before = model.state
    assert model.press("film.sound", 1.0) == (ToggleSound(),) and model.state is before
    silent = FilmModel(block(sound=False), "x")
    silent.press("film.play", 0.0)
    nodes = shown(silent, look())
    main = film(nodes)
    assert main is not None and not main.heard
    assert "film.sound" not in {one.id for one in targets(nodes)} and silent.press("film.sound", 1.0) == ()


@pytest.mark.parametrize(
    "variant", [measured(one) for one in all_looks()], ids=lambda one: f"{one.landscape} {one.variant}"
)
def test_with_all_its_switches_every_word_has_room_and_the_slider_has_a_way(variant: Look) -> None:
    for name, model in states(1).items():
        nodes = shown(model, variant)
        assert complaints(nodes, variant, room(variant)) == [], name
        boxes = {one.id: one.box for one in targets(nodes)}
        assert boxes["film.slide"].w >= 240, name
        for one in nodes:
            if isinstance(one, Label) and one.of in boxes and one.of != "film.slide":
                box = boxes[one.of]
                wide = max(variant.ruler(line, one.style) for line in one.lines)
                assert wide <= box.w - 2 * 16, (name, one.of)


@pytest.mark.parametrize("seconds", [1, 12, 90, 300])
def test_any_place_of_any_film_is_reached_by_touches_without_sliding(seconds: int) -> None:
    model = FilmModel(block().model_copy(update={"seconds": seconds, "cues": ()}), "x")
    touches = 0
    while not model.state.ended:
        model.press("film.on", 0.0)
        touches += 1
    assert touches <= 21
    for _ in range(touches):
        model.press("film.back", 0.0)
    assert model.state.at == 0.0


def test_the_number_of_a_map_stands_below_the_film_whatever_it_does() -> None:
    number = "渝S（2024）001号"
    for name, model in states(1, map_approval=number, shows_map=True).items():
        for one in all_looks():
            nodes = shown(model, one)
            (said,) = (n for n in nodes if isinstance(n, Label) and number in "".join(n.lines))
            picture = next(n for n in nodes if isinstance(n, Film | Photo) and n.id == "film.picture")
            assert said.box.y >= picture.box.bottom and complaints(nodes, one, room(one)) == [], name


def states(words: int, **more: object) -> dict[str, FilmModel]:
    """Every state worth looking at."""
    fresh, playing, paused, ended, signing = (FilmModel(block(words=words, **more), "x") for _ in range(5))
    playing.press("film.play", 0.0)
    playing.tick(2.0)
    paused.slide("film.slide", 9 / SECONDS, 0.0)
    ended.slide("film.slide", 1.0, 0.0)
    signing.press("film.signs", 0.0)
    signing.press("film.play", 0.0)
    signing.tick(4.0)
    return {"fresh": fresh, "playing": playing, "paused": paused, "ended": ended, "signing": signing}


@pytest.mark.parametrize("words", [1, 4])
@pytest.mark.parametrize("variant", list(all_looks()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_it_stands_in_every_look_and_state(variant: Look, words: int) -> None:
    for name, model in states(words).items():
        assert complaints(shown(model, variant), variant, room(variant)) == [], name


@pytest.mark.parametrize("variant", list(all_looks()), ids=lambda one: f"{one.landscape} {one.variant}")
def test_the_longest_captions_take_two_lines_on_a_plate_that_is_read_easily(variant: Look) -> None:
    model = states(1)["signing"]
    nodes = shown(model, variant)
    (said,), main, sign = captions(nodes), film(nodes), film(nodes, SIGN)
    assert main is not None and sign is not None
    assert 1 <= len(said.lines) <= 2 and not said.overflow
    plate = next(
        one for one in nodes if isinstance(one, Fill) and one.box.contains(*said.box.center) and one.color == "ink"
    )
    for corner in ((plate.box.x, plate.box.y), (plate.box.right, plate.box.bottom)):
        assert main.box.contains(*corner)
    assert plate.box.y >= sign.box.bottom, "captions and hands are both seen"
    theme = variant.variant.theme
    known = variant.tokens
    assert contrast(known.color(theme, said.color), known.color(theme, plate.color or "")) >= 7


@given(
    st.lists(
        st.tuples(
            st.floats(0, 9),
            st.one_of(
                st.sampled_from(
                    ["film.play", "film.surface", "film.again", "film.back", "film.on", "film.captions", "film.signs",
                     "film.sound", "film.part.3", "film.part.x", "dock.back", "!leave", "!tick", "!film", "!film.sign"]
                ),
                st.floats(0, 1),
            ),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_no_touches_lead_out_of_the_film(touches: list[tuple[float, str | float]]) -> None:
    model, now = FilmModel(block(), "x"), 0.0
    for wait, what in touches:
        now += wait
        if isinstance(what, float):
            model.slide("film.slide", what, now)
        elif what == "!leave":
            model.leave(now)
        elif what == "!tick":
            model.tick(now)
        elif what.startswith("!"):
            model.failed(what[1:], now)
        else:
            model.press(what, now)
        state = model.state
        assert 0 <= state.at <= SECONDS and 0 <= state.second <= SECONDS and 0 <= state.share <= 1
        assert not (state.playing and state.broken)
        due = model.next_due(now)
        assert (due is None) == (not state.playing) and (due is None or 0 <= due <= 1.01)
        if state.cue is not None and not state.playing:
            start, end = CUES[state.cue]
            assert start - 2 <= state.at * 1000 < end
    assert complaints(shown(model, look()), look(), room(look())) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("file", "../a.mp4"), ("file", "a.webm"), ("file", "concat:a.mp4"), ("captions_zh", "a.srt"), ("poster", "a.mp4"),
     ("seconds", 0), ("seconds", 301)],
)  # fmt: skip
def test_a_file_name_leads_nowhere_else_and_lengths_are_bounded(field: str, value: object) -> None:
    data = {**block().model_dump(by_alias=True), field: value}
    with pytest.raises(ValueError, match=field):
        FilmBlock.model_validate(data)


def test_who_explores_by_ear_finds_what_the_film_shows_and_hears_no_captions() -> None:
    model = states(1)["playing"]
    nodes = shown(model, look())
    assert captions(nodes)
    tree = tree_of(Scene("exhibit", (Layer("ground"), Layer("exhibit:x/film", nodes))))
    picture = tree.find("film.picture")
    assert picture is not None and picture.role == "image" and picture.name == look().say(model.state.block.told)
    assert tree.find("film.caption") is None and not any(one.role == "caption" for one in tree.items)
    slider = tree.find("film.slide")
    assert slider is not None and slider.actions == ("more", "less")
