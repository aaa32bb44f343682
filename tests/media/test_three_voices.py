"""Each of the three voices, as a station makes it, is quiet within 200 ms of being told."""

from datetime import date

import pytest

from bench.voices import TEXTS, WORKERS, Ear, heard, narrator, recorded
from content.bundled import media, read
from content.catalog import Catalog
from media import neural
from media.reader import Reader

pytestmark = pytest.mark.slow
AIM_S = 0.2


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(read(date(2026, 11, 23)), media)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("name", ["recorded", *WORKERS])
def test_a_voice_is_quiet_within_200_ms(name: str, language: str, catalog: Catalog) -> None:
    if name == "neural" and not neural.installed():
        pytest.skip("no neural voice here; run `make voices`")
    text = recorded(catalog, language) if name == "recorded" else TEXTS[language]
    assert text
    ear = Ear()
    reader = Reader([narrator(name, ear, catalog.narration)])
    try:
        first, quiet = heard(reader, ear, text, language)
    finally:
        reader.close()
    assert first > 0, "it was heard at all"
    assert quiet < AIM_S
