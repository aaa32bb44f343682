"""A visitor watches the film on who elects whom, in Chinese and in English: every caption, to and fro, to the end."""

from __future__ import annotations

import pytest

from content.bundled import FOLDER
from content.captions import parse
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow

_MEDIA = FOLDER / "exhibits/who-elects-whom/media"


def said(visitor: Visitor) -> str:
    return next((str(one["text"]) for one in visitor.widgets() if one["id"] == "film.caption"), "")


def told(visitor: Visitor) -> bool:
    """Whether words stand where the film should be."""
    (picture,) = [one for one in visitor.widgets() if one["id"] == "film.picture"]
    return bool(picture["text"])


def test_every_caption_is_read_while_the_film_plays_to_its_end(visitor: Visitor) -> None:
    languages = {language: parse((_MEDIA / f"levels-film-{language}.vtt").read_bytes()) for language in ("zh", "en")}
    visitor.open("exhibit:who-elects-whom/film")
    visitor.tap("film.play")
    read: list[str] = []
    for _ in range(45):
        visitor.wait(1.0)
        assert not told(visitor), "the film is shown, not its description"
        if said(visitor) and said(visitor) not in read:
            read.append(said(visitor))
            visitor.look(f"caption-{len(read)}")
        if visitor.live("film.play") and not _plays(visitor):
            break
    assert read in [[cue.words for cue in cues] for cues in languages.values()]
    visitor.look("ended")
    visitor.tap("film.again")
    visitor.tap("film.surface")
    visitor.slide("film.slide", 0.1, 0.7)
    at = said(visitor)
    assert at, "where the finger was lifted something is said"
    visitor.tap("film.captions")
    assert said(visitor) == ""
    visitor.tap("film.captions")
    visitor.tap("film.back")
    visitor.tap("film.on")
    assert said(visitor) == at
    visitor.tap("exhibit.tab.sources")
    assert any("选举法" in str(one["text"]) or "Election Law" in str(one["text"]) for one in visitor.widgets())


def _plays(visitor: Visitor) -> bool:
    (button,) = [one for one in visitor.widgets() if one["id"] == "film.play"]
    return button["text"] in ("暂停", "Pause")
