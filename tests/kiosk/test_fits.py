"""`kiosk fits`: every text of the bundled exhibition fits in every variant, and one that did not would be told of."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from content import bundled
from content.bundle import to_files
from content.catalog import Catalog
from content.schema import Exhibition
from kiosk.fits import command
from kiosk.fits.cure import replaced
from kiosk.fits.laying import Clip, clipped, looks
from kiosk.fits.report import look_at, place_of, undrawn
from kiosk.fits.rooms import PARTS, PEOPLE, Plan, parts_of
from kiosk.fits.walk import Room, at, states
from screens.look import Look
from screens.scene import Box, Label, Layer, Scene, Target
from screens.screen import Screen
from tests.screens.looks import look, ruler

DAY = date(2026, 11, 23)
EXHIBITS = sorted(one.name for one in (bundled.FOLDER / "exhibits").iterdir() if one.is_dir())


@pytest.fixture(scope="module")
def exhibition() -> Exhibition:
    return bundled.read(DAY)


@pytest.mark.slow
@pytest.mark.parametrize("part", [*EXHIBITS, *PARTS, PEOPLE])
def test_every_text_of_the_bundled_exhibition_fits(exhibition: Exhibition, part: str) -> None:
    report = look_at(exhibition, [part], Plan(DAY), workers=1)
    assert [command.sentence(one) for one in report.unfit] == []
    assert report.pictures >= 20 or part == PEOPLE
    if part in EXHIBITS:  # what is not seen stands in states that only a long game leads to
        assert report.seen / report.of > 0.8


def test_every_part_of_the_exhibition_is_looked_at(exhibition: Exhibition) -> None:
    assert set(parts_of(Catalog(exhibition))) == {*EXHIBITS, *PARTS, PEOPLE}


class Still(Screen[None]):
    state = None


class OneLine(Plan):
    """A home screen with room for one line of its question."""

    def rooms(self, catalog: Catalog, part: str) -> Iterator[Room]:
        def drawn(_: Any, one: Look) -> Scene:
            label = one.text(100, 200, 700, one.say(catalog.exhibition.home.question), max_h=one.style("body").line)
            return Scene("home", (Layer("home:", (label,)),))

        yield Room("home", part, Still, drawn)


LONG = "一件很小很小的小事怎样变成大家的决定呢"


def asked(exhibition: Exhibition, question: str) -> Exhibition:
    return exhibition.model_copy(update={"home": replaced(exhibition.home, ("question", "zh-Hans"), question)})


def test_a_text_too_long_is_told_with_its_place_and_the_cure(exhibition: Exhibition) -> None:
    short = exhibition.model_copy(update={"home": replaced(exhibition.home, ("question", "en"), "How?")})
    (found,) = look_at(asked(short, LONG), ["home"], OneLine(DAY), workers=1).unfit
    assert (found.file, found.way, found.text) == ("home", ("question", "zh-Hans"), LONG)
    assert found.excess is not None
    assert {one.partition(",")[0] for one in found.looks} == {"landscape", "portrait"}
    kept = len(LONG) - found.excess
    assert look_at(asked(short, LONG[:kept]), ["home"], OneLine(DAY), workers=1).unfit == ()
    assert len(look_at(asked(short, LONG[: kept + 1]), ["home"], OneLine(DAY), workers=1).unfit) == 1


def test_an_authors_folder_is_answered_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "Plan", OneLine)
    folder = shutil.copytree(bundled.FOLDER, tmp_path / "exhibition")
    lines = (folder / "home.yaml").read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("question:")) + 1
    lines[number : number + 2] = [f"  zh-Hans: {LONG}", "  en: How?"]
    (folder / "home.yaml").write_text("\n".join(lines), "utf-8")
    said = io.StringIO()
    assert command.fits(folder, ["home"], as_json=False, out=said) == 1
    found, last = said.getvalue().splitlines()
    assert found.startswith(f"home.yaml:{number + 1}: '{LONG}' does not fit its place in ")
    assert "characters shorter" in found
    assert last.startswith("1 texts do not fit; ")


def test_the_files_of_a_release_are_answered_for_programs(exhibition: Exhibition, tmp_path: Path) -> None:
    for path, data in to_files(exhibition).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    said = io.StringIO()
    assert command.fits(tmp_path, ["home", "answers"], as_json=True, out=said) == 0
    answer = json.loads(said.getvalue())
    assert answer["unfit"] == []
    assert answer["pictures"] > 20


@pytest.mark.parametrize(("folder", "only"), [("nowhere", []), (str(bundled.FOLDER), ["moon"])])
def test_what_cannot_be_looked_at_is_refused_in_a_sentence(folder: str, only: list[str]) -> None:
    with pytest.raises(command.Unreadable):
        command.fits(Path(folder), only, as_json=False, out=io.StringIO())


def test_a_character_that_no_font_has_is_told_of(exhibition: Exhibition) -> None:
    (found,) = undrawn(asked(exhibition, "吃𰻞𰻞面吗？\U0010fffd"), "home", "zh-Hans")
    assert (found.file, found.way) == ("home", ("question", "zh-Hans"))
    assert "\U0010fffd" in found.text
    assert list(undrawn(exhibition, "home", "zh-Hans")) == []


def test_a_name_that_no_font_has_is_told_of(exhibition: Exhibition) -> None:
    people = exhibition.directory
    rare = replaced(people, ("deputies", 3, "name"), "周\ue863")
    (found,) = undrawn(exhibition.model_copy(update={"directory": rare}), PEOPLE, "zh-Hans")
    assert found.way == ("deputies", 3, "name")


# ---- the walk ----------------------------------------


@dataclass(frozen=True)
class Turn:
    page: int = 0
    waits: bool = False


class Pages(Screen[Turn]):
    """Three pages; the last one comes by itself after a touch on the second."""

    def __init__(self) -> None:
        self.state = Turn()

    def press(self, id: str, now: float) -> tuple[()]:
        self.state = Turn(1) if self.state.page == 0 else Turn(1, True)
        return ()

    def tick(self, now: float) -> tuple[()]:
        self.state = Turn(2)
        return ()

    def next_due(self, now: float) -> float | None:
        return 1.0 if self.state.waits else None


def drawn(state: Turn, one: Look) -> Scene:
    label = one.text(100, 200, 400, f"page {'abc'[state.page]}")
    return Scene("pages", (Layer("pages", (label, Target(Box(100, 300, 96, 96), "next", spoken="next"))),))


def test_a_walk_finds_what_touches_and_time_lead_to() -> None:
    room = Room("pages", "pages", Pages, drawn)
    ways = [way for way, _ in states(room, look())]
    assert [at(room, way).state.page for way in ways] == [0, 1, 2]


def test_a_walk_ends_in_a_room_without_end() -> None:
    class Counter(Pages):
        def press(self, id: str, now: float) -> tuple[()]:
            self.state = Turn(self.state.page + 1)
            return ()

    def number(state: Turn, one: Look) -> Scene:
        nodes = (one.text(0, 100, 400, f"page {state.page}"), Target(Box(100, 300, 96, 96), "next", spoken="next"))
        return Scene("pages", (Layer("pages", nodes),))

    assert len(list(states(Room("pages", "pages", Counter, number), look()))) == 1


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        (look().text(100, 100, 50, "A word that is far too long", max_h=40), "does not fit its place"),
        (look().text(1900, 100, 400, "words"), "leaves the page"),
        (look().text(100, 1050, 400, "words"), "leaves the page"),
    ],
)
def test_what_is_clipped_is_seen(label: Label, reason: str) -> None:
    scene = Scene("a", (Layer("a:b", (label,)),))
    assert [why for _, why in clipped(scene, look())] == [reason]
    assert list(clipped(Scene("a", (Layer("a:b", (look().text(100, 100, 400, "words"),)),)), look())) == []


def test_all_variants_in_which_texts_break_differently_are_looked_at() -> None:
    found = {(one.landscape, one.large, one.low) for one in looks(ruler, "en")}
    every = set(product((True, False), repeat=3))
    assert found == every - {(True, True, True), (True, False, True)}, "a low reach moves nothing in landscape"


def test_the_page_of_a_long_text_leads_to_where_it_is_written(exhibition: Exhibition) -> None:
    gist = next(one for one in exhibition.exhibits if one.id == "timeline").gist.zh_hans
    clip = Clip("exhibit:timeline/line", (), "landscape", "zh-Hans", gist[:12], "")
    assert place_of(exhibition, "timeline", clip) == ("exhibits/timeline", ("gist", "zh-Hans"))
    nowhere = Clip("exhibit:timeline/line", (), "landscape", "zh-Hans", "没有谁写过的字", "")
    assert place_of(exhibition, "timeline", nowhere) == ("", ())
