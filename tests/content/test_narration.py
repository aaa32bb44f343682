"""What is recorded of the exhibition, and what of it comes with the program."""

from __future__ import annotations

from datetime import date

from content import bundled
from content.aloud import clauses
from content.narration import LANGUAGES, find, recorded, spoken_forms, wanted
from media.recording import marks
from tests.content.samples_of_content import exhibit, exhibition, panels_block, text, words

MOST_BYTES = 6 << 20


def test_what_a_visitor_hears_first_is_recorded_first() -> None:
    made = exhibition(exhibits=[exhibit("levels", "D1"), exhibit("hall", "D2")])
    gists = [one.text for one in wanted(made)[: len(made.exhibits) * len(LANGUAGES)]]
    assert set(gists) == {getattr(one.gist, name) for one in made.exhibits for name in ("zh_hans", "en")}


def test_a_spoken_form_is_what_is_recorded_and_looked_for() -> None:
    block = {**panels_block(), "title": words("甲+乙", "A and B", spoken={"zh-Hans": "甲加乙"})}
    made = exhibition(exhibits=[exhibit("levels", "D1", block)])
    assert "甲加乙" in {one.text for one in wanted(made)}
    assert "甲+乙" not in {one.text for one in wanted(made)}
    assert spoken_forms(made, "zh-Hans")["甲+乙"] == "甲加乙"


def test_traditional_characters_are_read_as_the_simplified_text() -> None:
    block = {**panels_block(), "title": words("区县代表", "Deputies", **{"zh-Hant": "區縣代表"})}
    made = exhibition(exhibits=[exhibit("levels", "D1", block)])
    assert spoken_forms(made, "zh-Hant")["區縣代表"] == "区县代表"


def test_only_recordings_of_these_words_belong_to_an_exhibition() -> None:
    made = exhibition(exhibits=[exhibit("levels", "D1", {**panels_block(), "subtitle": text("一句话。")})])
    assert recorded(made, lambda _: True)
    assert recorded(made, lambda _: False) == ()


def test_the_recordings_that_come_with_the_program_are_its_own_words_within_their_budget() -> None:
    exhibition = bundled.read(date.today())
    files = [*bundled.FOLDER.glob("exhibits/*/voice/*.opus")]
    assert sum(one.stat().st_size for one in files) <= MOST_BYTES
    by_path = {one.path(): one for one in wanted(exhibition)}
    owned = [by_path[path] for one in files if (path := one.relative_to(bundled.FOLDER).as_posix()) in by_path]
    assert len(owned) >= 0.9 * len(files)  # a text may have been changed since
    for one in owned:
        file = find(bundled.media, [one.exhibit], one.language, one.text)
        assert file is not None
        assert len(marks(file).ends) == len(clauses(one.text)), one.text


def test_nearly_every_gist_comes_with_its_recording() -> None:
    exhibition = bundled.read(date.today())
    gists = wanted(exhibition)[: 2 * len(exhibition.exhibits)]
    there = [one for one in gists if (bundled.FOLDER / one.path()).is_file()]
    assert len(there) >= 0.7 * len(gists)
