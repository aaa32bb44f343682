"""The files of a release: the same content gives the same bytes, and an older station reads a newer hub's."""

import json
from typing import Any

import pytest

from content.bundle import BundleError, from_files, to_files
from content.schema import Exhibition
from sync.layout import section_of
from tests.content.samples_of_content import (
    ballot_block,
    card,
    exhibit,
    exhibition,
    levels_block,
    panels_block,
    steps_block,
)

FULL = exhibition(
    exhibits=[
        exhibit("many", "D10", levels_block(), ballot_block(), panels_block()),
        exhibit("few", "D2", steps_block(opens="more", opens_label={"zh-Hans": "试一试"}), panels_block()),
    ],
    home={"question": {"zh-Hans": "问"}, "cards": [card("exhibit:few"), card("exhibit:many/ballot", id="b")]},
)


def read(files: dict[str, bytes]) -> Exhibition:
    return from_files(files.__getitem__, files)


def changed(files: dict[str, bytes], path: str, change: Any) -> dict[str, bytes]:
    data = json.loads(files[path])
    change(data)
    return {**files, path: json.dumps(data).encode()}


def test_what_is_published_is_read_back_in_the_order_of_the_plan() -> None:
    back = read(to_files(FULL))
    assert [one.code for one in back.exhibits] == ["D2", "D10"]
    assert back.model_copy(update={"exhibits": FULL.exhibits}) == FULL
    assert sorted(back.exhibits, key=lambda one: one.id) == sorted(FULL.exhibits, key=lambda one: one.id)


def test_the_same_exhibition_gives_the_same_bytes() -> None:
    assert to_files(FULL) == to_files(read(to_files(FULL)))


def test_one_changed_sentence_changes_one_file_and_one_section() -> None:
    few = FULL.exhibits[1].model_copy(update={"gist": FULL.exhibits[1].gist.model_copy(update={"en": "New."})})
    before, after = to_files(FULL), to_files(FULL.model_copy(update={"exhibits": (FULL.exhibits[0], few)}))
    different = [path for path in after if before[path] != after[path]]
    assert different == ["exhibits/few/exhibit.json"]
    assert {section_of(path) for path in after} == {"", "exhibits/few", "exhibits/many"}


def test_fields_of_a_newer_hub_are_ignored_at_every_depth() -> None:
    def add(data: dict[str, Any]) -> None:
        data["mood"] = "calm"
        data["gist"]["haptic"] = {"buzz": 3}
        data["blocks"][0]["steps"][0]["colour"] = "red"

    assert read(changed(to_files(FULL), "exhibits/few/exhibit.json", add)) == read(to_files(FULL))


def test_a_block_of_an_unknown_kind_is_left_out_with_the_doors_to_it() -> None:
    def make_new(data: dict[str, Any]) -> None:
        data["blocks"][1]["kind"] = "hologram"

    files = changed(to_files(FULL), "exhibits/few/exhibit.json", make_new)
    few = read(files).exhibits[0]
    assert [one.kind for one in few.blocks] == ["steps"]
    assert few.blocks[0].steps[0].opens is None  # type: ignore[union-attr]


def test_an_exhibit_of_nothing_but_unknown_blocks_is_left_out_with_its_card() -> None:
    def make_new(data: dict[str, Any]) -> None:
        for block in data["blocks"]:
            block["kind"] = "hologram"

    back = read(changed(to_files(FULL), "exhibits/many/exhibit.json", make_new))
    assert [one.id for one in back.exhibits] == ["few"]
    assert [one.opens for one in back.home.cards] == ["exhibit:few"]


def test_a_wrong_field_is_refused_and_named() -> None:
    files = changed(to_files(FULL), "exhibits/few/exhibit.json", lambda data: data.update(minutes=0))
    with pytest.raises(BundleError, match=r"exhibits/few/exhibit\.json: minutes"):
        read(files)


@pytest.mark.parametrize("path", ["home.json", "mailbox.json", "directory.json", "sources.json", "glossary.json"])
def test_a_missing_or_broken_file_is_refused_and_named(path: str) -> None:
    files = to_files(FULL)
    with pytest.raises(BundleError, match=path):
        read({one: data for one, data in files.items() if one != path})
    with pytest.raises(BundleError, match=path):
        read({**files, path: b"{"})


def test_a_release_of_before_there_was_a_question_bank_is_still_read() -> None:
    files = to_files(FULL)
    back = read({path: data for path, data in files.items() if path != "quiz.json"})
    assert back.quiz == ()
    assert back.exhibits == read(files).exhibits


def test_a_broken_question_bank_is_refused_and_named() -> None:
    with pytest.raises(BundleError, match=r"quiz\.json: 0: .*'c' is none"):
        read(changed(to_files(FULL), "quiz.json", lambda data: data[0].update(right="c")))


def test_other_files_of_a_release_are_left_alone() -> None:
    files = {**to_files(FULL), "exhibits/few/media/a.png": b"\x89PNG", "map.json": b"?"}
    assert read(files) == read(to_files(FULL))
