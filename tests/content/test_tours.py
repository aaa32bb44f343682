"""Tours: their minutes add up, their stops open something, and they travel from authors to stations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from content.authoring import AuthoringError, read_exhibition
from content.bundle import from_files, to_files
from content.catalog import Catalog
from content.checks import check_exhibition
from content.schema import Directory, Tour, strictly
from tests.content.samples_of_content import LAW, card, exhibit, exhibition, mailbox, text, words

EMPTY = Directory.model_validate({"as_of": "2025-11-06", "regions": [], "deputies": []})


def stop(id: str = "look", **more: Any) -> dict[str, Any]:
    return {"id": id, "title": words(), "opens": "exhibit:levels", "minutes": [5, 10], "todo": text(), **more}


def tour(*stops: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "walk", "title": words(), "subtitle": words(), "audience": "class", "grades": ["junior"],
        "lengths": [10, 20], "picture": "mini_school", "stops": list(stops or (stop(), stop("again"))), **more,
    }  # fmt: skip


WRONG: list[tuple[dict[str, Any], str]] = [
    (tour(stop(), stop("again", minutes=[4, 10])), "the stops take 9 minutes, not 10"),
    (tour(stop(), stop("again", minutes=[5])), "stop 'again' has 1 minutes for 2 lengths"),
    (tour(stop(), stop()), "two stops share the id 'look'"),
    (tour(stop(least=6), stop("again")), "the stop 'look' has 5 minutes, at least 6 are needed"),
    (tour(stop(minutes=[-5, 10]), stop("again", minutes=[15, 10])), "the stop 'look' has -5 minutes"),
    (tour(stop(opens=None), stop("again")), "the stop 'look' opens nothing"),
    (tour(stop(plays="quiz"), stop("again")), "the quiz 'look' opens 'exhibit:levels'"),
    (tour(grades=[]), "a class tour names its `grades`"),
    (tour(audience="family"), "a class tour names its `grades`"),
    (tour(stop(plays="vote"), stop("again"), audience="family", grades=[]), "teams vote and answer in a class tour"),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_tour_that_cannot_be_walked_is_refused_with_the_reason(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        strictly(Tour, wrong)
    assert message in str(caught.value)


def test_a_stop_may_be_left_out_of_a_short_tour() -> None:
    made = strictly(Tour, tour(stop(minutes=[10, 10]), stop("again", minutes=[0, 10])))
    assert [one.minutes[0] for one in made.stops] == [10, 0]


def test_a_grade_hears_its_own_question_or_that_for_everybody() -> None:
    asked = [{"grade": "junior", "words": words("初中")}, {"words": words("大家")}]
    (first, _) = strictly(Tour, tour(stop(questions=asked), stop("again"))).stops
    heard = {grade: first.question(grade) for grade in ("junior", "senior", "")}
    assert {grade: one and one.zh_hans for grade, one in heard.items()} == {
        "junior": "初中",
        "senior": "大家",
        "": "大家",
    }


CHECKED: list[tuple[dict[str, Any], str]] = [
    (tour(stop(opens="exhibit:moon"), stop("again")), "'exhibit:moon' opens nothing"),
    (tour(stop(plays="vote"), stop("again")), "'exhibit:levels' is no ballot"),
    (tour(stop(opens=None, plays="quiz", about=["moon"]), stop("again")), "'moon' is neither an exhibit nor a link"),
    (tour(stop(opens=None, plays="quiz", about=["oversight"]), stop("again")), "no question is about this"),
    (tour(stop(todo=text("走 99 步")), stop("again")), "'99' is no figure of law"),
]


@pytest.mark.parametrize(("wrong", "message"), CHECKED, ids=[message for _, message in CHECKED])
def test_what_a_tour_points_at_is_checked(wrong: dict[str, Any], message: str) -> None:
    found = [one for one in check_exhibition(exhibition(tours=[wrong])) if message in one.message]
    assert [one.file for one in found] == ["tours.json"]


def test_tours_travel_and_a_release_of_before_them_is_still_read() -> None:
    full = exhibition(tours=[tour()])
    files = to_files(full)
    assert from_files(files.__getitem__, files).tours == full.tours
    del files["tours.json"]
    assert from_files(files.__getitem__, files).tours == ()


@pytest.mark.parametrize("strange", [{"opens": "exhibit:moon"}, {"plays": "karaoke"}])
def test_a_tour_this_station_cannot_play_is_left_out(strange: dict[str, str]) -> None:
    files = to_files(exhibition(tours=[tour(), tour(id="newer")]))
    held = json.loads(files["tours.json"])
    held[1]["stops"][0].update(strange)
    files["tours.json"] = json.dumps(held).encode()
    assert [one.id for one in from_files(files.__getitem__, files).tours] == ["walk"]


def write(folder: Path, name: str, content: Any) -> Path:
    files: dict[str, Any] = {
        "home.yaml": {"question": words(), "cards": [card()]}, "mailbox.yaml": mailbox(), "sources.yaml": [LAW],
        "glossary.yaml": [], "exhibits/levels/exhibit.yaml": exhibit(), name: content,
    }  # fmt: skip
    for file, one in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(yaml.safe_dump(one, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def test_each_tour_is_a_file_of_its_name(tmp_path: Path) -> None:
    read = read_exhibition(write(tmp_path, "tours/walk.yaml", tour()), EMPTY)
    assert Catalog(read).tour("walk").lengths == (10, 20)
    write(tmp_path, "tours/other.yaml", tour())
    with pytest.raises(AuthoringError, match=r"tours/other\.yaml:1: the tour's id is 'walk', its file 'other'"):
        read_exhibition(tmp_path, EMPTY)


def test_a_finding_in_a_tour_names_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path, "tours/walk.yaml", tour(stop(), stop("again", opens="exhibit:moon")))
    (found,) = [one for one in check_exhibition(read_exhibition(folder, EMPTY), folder) if "moon" in one.message]
    assert found.file == "tours/walk.yaml"
    line = (folder / "tours/walk.yaml").read_text("utf-8").splitlines()[(found.line or 0) - 1]
    assert "moon" in line
