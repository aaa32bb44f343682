"""`kiosk fits`: every text of the bundled exhibition fits in every variant, and one that did not would be told of."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from content import bundled
from content.bundle import to_files
from content.catalog import Catalog
from content.schema import Exhibition, Words
from content.walk import models
from kiosk.fits import command
from kiosk.fits.cure import replaced
from kiosk.fits.laying import Clip, clipped, looks
from kiosk.fits.report import look_at, place_of
from kiosk.fits.rooms import PARTS, Plan, parts_of
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


def with_exhibit(exhibition: Exhibition, id: str, way: tuple[Any, ...], text: str) -> Exhibition:
    changed = [replaced(one, way, text) if one.id == id else one for one in exhibition.exhibits]
    return exhibition.model_copy(update={"exhibits": tuple(changed)})


@pytest.mark.slow
@pytest.mark.parametrize("part", [*EXHIBITS, *PARTS])
def test_every_text_of_the_bundled_exhibition_fits(exhibition: Exhibition, part: str) -> None:
    report = look_at(exhibition, [part], Plan(DAY), workers=1)
    assert [command.sentence(one) for one in report.unfit] == []
    assert report.pictures >= 20
    if part in EXHIBITS:  # what is not seen stands in states that only a long game leads to
        assert report.seen / report.of > 0.8


def test_every_part_of_the_exhibition_is_looked_at(exhibition: Exhibition) -> None:
    assert set(parts_of(Catalog(exhibition))) == {*EXHIBITS, *PARTS}


def test_a_text_too_long_is_told_with_its_place_and_the_cure(exhibition: Exhibition) -> None:
    law = next(one for one in exhibition.exhibits if one.id == "law-workshop")
    alone = law.model_copy(update={"blocks": law.blocks[:1]})
    exhibition = exhibition.model_copy(update={"exhibits": (alone,)})
    way = next(way for way, words in models(alone) if isinstance(words, Words) and words.en == "Obey the law?")
    way, long = (*way, "en"), 'Add "obey laws"?'
    wrong = with_exhibit(exhibition, alone.id, way, long)
    (found,) = look_at(wrong, [alone.id], Plan(DAY), workers=1).unfit
    assert (found.file, found.way, found.language, found.text) == ("exhibits/law-workshop", way, "en", long)
    assert found.excess is not None
    fitting = long[: len(long) - found.excess]
    assert look_at(with_exhibit(exhibition, alone.id, way, fitting), [alone.id], Plan(DAY), workers=1).unfit == ()


def test_an_authors_folder_is_answered_with_file_and_line(tmp_path: Path) -> None:
    folder = shutil.copytree(bundled.FOLDER, tmp_path / "exhibition")
    file = folder / "exhibits" / "timeline" / "exhibit.yaml"
    lines = file.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.strip() == "tab:") + 1
    lines[number] = lines[number].split(":")[0] + ": " + "一个" * 40
    file.write_text("\n".join(lines), "utf-8")
    said = io.StringIO()
    assert command.fits(folder, ["timeline"], as_json=False, out=said) == 1
    *found, last = said.getvalue().splitlines()
    (own,) = [one for one in found if one.startswith(f"exhibits/timeline/exhibit.yaml:{number + 1}: ")]
    assert "characters shorter" in own
    assert last.startswith(f"{len(found)} texts do not fit; ")


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
