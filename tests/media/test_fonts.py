"""The faces are the Simplified Chinese cut and can say what they cannot draw."""

import pytest
from fontTools.ttLib import TTFont

from media.fonts import FACES, Coverage, coverage, missing


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


@pytest.mark.parametrize("key", sorted(FACES))
def test_the_list_beside_a_face_says_what_the_face_says(key: tuple[str, str]) -> None:
    face = FACES[key]  # type: ignore[index]
    with TTFont(face, lazy=True) as font:
        real = set(font.getBestCmap())
    listed = coverage(face)
    assert all(point in listed for point in real)
    assert not any(point in listed for point in range(0x30000) if point not in real)


def test_ranges_end_where_the_code_points_end() -> None:
    some = Coverage.of([5, 3, 4, 9])
    assert list(some.ranges) == [3, 6, 9, 10]
    assert [point for point in range(12) if point in some] == [3, 4, 5, 9]
