"""Languages of packs, read aloud: by the platform's own voice of the language, or not at all."""

from types import SimpleNamespace

import pytest

from content.aloud import language_of
from media._platform_worker import voice_of
from media._worker import EngineNarrator
from media.speech import Passage

VOICES = [SimpleNamespace(id=id, name="") for id in ("sit/cmn", "gmw/en-us", "sem/ar", "roa/fr", "roa/fr-be")]


@pytest.mark.parametrize(
    ("language", "id"), [("ar", "sem/ar"), ("fr", "roa/fr"), ("fr-BE", "roa/fr-be"), ("ug", None), ("r", None)]
)
def test_a_language_is_read_by_its_own_voice_or_none(language: str, id: str | None) -> None:
    assert voice_of(list(VOICES), language) == id


@pytest.mark.parametrize(
    ("line", "language", "read_in"),
    [
        ("كيف يُختار مشروع", "ar", "ar"),
        ("江澄代表", "ar", "zh-Hans"),
        ("Handwriting [EN]", "fr", "en"),
        ("没有译出 [中文]", "fr", "zh-Hans"),
        ("Écriture à la main", "fr", "fr"),
        ("Handwriting", "en", "en"),
        ("手写", "zh-Hans", "zh-Hans"),
    ],
)
def test_each_line_is_read_in_the_language_it_is_shown_in(line: str, language: str, read_in: str) -> None:
    assert language_of(line, language) == read_in


def test_a_voice_made_for_our_languages_leaves_others_alone() -> None:
    def start() -> None:
        raise AssertionError("it was asked")

    narrator = EngineNarrator("neural", start, lambda *_: None, 1.0, languages=frozenset({"en"}))  # type: ignore[arg-type]
    passage = Passage.of("كيف.", "ar")
    assert not narrator.can(passage)
    assert narrator.speak(passage, 0, None, lambda _: None) == 0  # type: ignore[arg-type]
    assert narrator.can(Passage.of("How.", "en"))
