"""What is recorded of the exhibition, and what of it comes with the program."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from content import bundled
from content.aloud import clauses
from content.authoring import read_exhibition
from content.checks.__main__ import main as confirm
from content.narration import LANGUAGES, find, outdated, recorded, spoken_forms, wanted
from content.schema import Directory, FilmCue
from content.walk import models
from media.recording import marks
from tests.content.samples_of_content import exhibit, exhibition, panels_block, text, words

MOST_BYTES = 6 << 20
NOBODY = Directory(as_of=date.min, regions=(), deputies=())


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


def test_what_is_said_in_a_film_is_not_recorded() -> None:
    exhibition = bundled.read(date.today())
    cues = [cue for _, cue in models(exhibition.exhibits) if isinstance(cue, FilmCue)]
    said = {one.text for one in wanted(exhibition)}
    alone = [one for one in cues if one.words.zh_hans not in said]
    assert cues and len(alone) >= len(cues) - 2  # one or two of them are said elsewhere, too


def test_a_changed_text_takes_its_recording_out_of_the_bundle_and_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    shutil.copytree(bundled.FOLDER, folder, ignore=shutil.ignore_patterns("voice", "*.mp4"))
    before = read_exhibition(folder, NOBODY)
    one = next(r for r in wanted(before) if r.language == "en" and r.exhibit == "timeline")
    for reading in (one, wanted(before)[0]):
        file = folder / reading.path()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"OggS")
    yaml = folder / "exhibits/timeline/exhibit.yaml"
    words = yaml.read_text("utf-8")
    gist = next(e.gist.en for e in before.exhibits if e.id == "timeline")
    assert gist == one.text
    held = gist.split(",")[0][:24]
    assert held in words
    yaml.write_text(words.replace(held, held.swapcase(), 1), "utf-8")
    after = read_exhibition(folder, NOBODY)
    bundle = recorded(after, lambda path: (folder / path).is_file())
    assert one.path() not in bundle and wanted(before)[0].path() in bundle
    assert outdated(after, folder) == (folder / one.path(),)
    confirm(["--confirm", str(folder)])
    assert not (folder / one.path()).exists() and (folder / wanted(before)[0].path()).exists()


def test_the_recordings_that_come_with_the_program_are_its_own_words_within_their_budget() -> None:
    exhibition = bundled.read(date.today())
    files = [*bundled.FOLDER.glob("exhibits/*/voice/*.opus")]
    assert sum(one.stat().st_size for one in files) <= MOST_BYTES
    assert outdated(exhibition, bundled.FOLDER) == (), "python -m content.checks --confirm content/exhibition"
    by_path = {one.path(): one for one in wanted(exhibition)}
    owned = [by_path[one.relative_to(bundled.FOLDER).as_posix()] for one in files]
    for one in owned:
        file = find(bundled.media, [one.exhibit], one.language, one.text)
        assert file is not None
        assert len(marks(file).ends) == len(clauses(one.text)), one.text


def test_nearly_every_gist_comes_with_its_recording() -> None:
    exhibition = bundled.read(date.today())
    gists = wanted(exhibition)[: 2 * len(exhibition.exhibits)]
    there = [one for one in gists if (bundled.FOLDER / one.path()).is_file()]
    assert len(there) >= 0.7 * len(gists)
