"""The faces are the Simplified Chinese cut and can say what they cannot draw."""

import pytest
from fontTools.ttLib import TTFont

from media.fonts import FACES, missing


@pytest.mark.parametrize("key", sorted(FACES))
def test_each_face_is_the_simplified_cut(key: tuple[str, str]) -> None:
    with TTFont(FACES[key], lazy=True) as font:  # type: ignore[index]
        names = {font["name"].getDebugName(kind) for kind in (1, 16)}
        assert f"Noto {key[0].capitalize()} CJK SC" in names
        assert key[1] in str(font["name"].getDebugName(4)) or key[1] == "Regular"


@pytest.mark.parametrize("key", sorted(FACES))
def test_names_of_people_and_places_can_be_drawn(key: tuple[str, str]) -> None:
    text = "巴渝实践站，一号信箱。“直角骨门令海判”玥喆堃昇旻翀䶮𬭼𠮷\n Aa09'?"
    assert missing(FACES[key], text) == set()  # type: ignore[index]


def test_a_character_without_a_glyph_is_named() -> None:
    assert missing(FACES["sans", "Regular"], "好😀ع") == {"😀", "ع"}
