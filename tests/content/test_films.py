"""Captions as authors write them: what is wrong is said with file, line and cure; what is right is published."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import captions
from content.authoring import AuthoringError, read_exhibition
from content.bundle import from_files, to_files
from content.captions import CaptionProblem, parse, plain
from content.catalog import Catalog
from content.checks import Stock, check_exhibition
from content.films import NoFilm, fault_of_film, read_head
from content.media import fault_of, kept, named
from content.schema import Exhibition, FilmBlock
from content.traditional import fill, opencc
from tests.content import ninth
from tests.media.clips import clip, patched

HEAD = "WEBVTT\n\n"
ZH = HEAD + "00:00.500 --> 00:02.000\n河边有长凳。\n\n00:02.000 --> 00:03.500\n坐一坐。\n"
EN = HEAD + "00:00.500 --> 00:02.000\nA bench by the stream.\n\n00:02.000 --> 00:03.500\nSit a while.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The ninth exhibition, to be spoilt."""
    return Path(shutil.copytree(ninth.FOLDER, tmp_path / "folder", ignore=shutil.ignore_patterns("__pycache__")))


def media(folder: Path) -> Path:
    return folder / "exhibits" / "bench" / "media"


def read(folder: Path) -> Exhibition:
    return read_exhibition(folder, ninth.read().directory)


def film(exhibition: Exhibition) -> FilmBlock:
    (found,) = [b for one in exhibition.exhibits for b in one.blocks if isinstance(b, FilmBlock)]
    return found


def refused(folder: Path) -> list[str]:
    with pytest.raises(AuthoringError) as caught:
        read(folder)
    return [str(one) for one in caught.value.problems]


def found(folder: Path) -> list[str]:
    return [str(one) for one in check_exhibition(read(folder), folder, Stock())]


def test_cues_are_read_with_their_times_and_lines_joined() -> None:
    text = "WEBVTT - 短片\n\nNOTE ours\n\n1\n01:00:00.000 --> 01:00:02.500\n上一行，\n下一行。\n\n"
    (cue,) = parse(("\ufeff" + text).replace("\n", "\r\n").encode())
    assert (cue.start_ms, cue.end_ms, cue.words, cue.line) == (3_600_000, 3_602_500, "上一行，下一行。", 7)
    (english,) = parse((HEAD + "00:00.000 --> 00:01.000\none\ntwo\n").encode())
    assert english.words == "one two"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "WEBVTT"),
        ("1\n00:00:01,000 --> 00:00:02,000\nSRT\n", 1, "WEBVTT"),
        (HEAD, 1, "no cue"),
        (HEAD + "00:01,000 --> 00:02,000\na\n", 3, "no times"),
        (HEAD + "00:01.000 --> 00:02.000 line:0\na\n", 3, "no times"),
        (HEAD + "00:01.000-->00:02.000\na\n", 3, "no times"),
        (HEAD + "00:02.000 --> 00:01.000\na\n", 3, "ends before it begins"),
        (HEAD + "00:01.000 --> 00:02.000\n\n", 3, "nothing is said"),
        (HEAD + "00:01.000 --> 00:02.000\n<i>a</i>\n", 4, "markup"),
        (HEAD + "00:01.000 --> 00:02.000\na &amp; b\n", 4, "markup"),
        (HEAD + "00:01.000 --> 00:02.000\na\n\n00:01.500 --> 00:03.000\nb\n", 6, "before the one above ends"),
        (HEAD + "STYLE\n::cue { color: red }\n", 4, "no times"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(CaptionProblem, match=says) as caught:
        parse(text.encode())
    assert caught.value.line == line and caught.value.cure


def test_a_file_that_is_no_text_or_too_long_is_refused() -> None:
    with pytest.raises(CaptionProblem, match="UTF-8") as caught:
        parse(HEAD.encode() + "字幕".encode("gb18030"))
    assert caught.value.line == 3
    with pytest.raises(CaptionProblem, match="larger than"):
        parse(HEAD.encode() + bytes(captions.MAX_BYTES))


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda one: (HEAD + one).encode())))
def test_any_bytes_are_cues_or_one_problem(data: bytes) -> None:
    try:
        cues = parse(data)
    except CaptionProblem:
        return
    assert cues and all(one.start_ms < one.end_ms and one.words for one in cues)
    assert all(a.end_ms <= b.start_ms for a, b in pairwise(cues))


def test_both_languages_become_one_cue_with_the_films_sources(folder: Path) -> None:
    (media(folder) / "bench-zh.vtt").write_text(ZH)
    (media(folder) / "bench-en.vtt").write_text(EN)
    cues = film(read(folder)).cues
    assert [(one.start_ms, one.words.zh_hans, one.words.en) for one in cues] == [
        (500, "河边有长凳。", "A bench by the stream."),
        (2000, "坐一坐。", "Sit a while."),
    ]
    assert {one.words.sources for one in cues} == {film(read(folder)).told.sources}
    assert found(folder) == []


@pytest.mark.parametrize(
    ("english", "line", "says"),
    [
        (EN.replace("00:02.000 --> 00:03.500", "00:02.500 --> 00:03.500"), 6, "its times are not those of the Chinese"),
        (EN[: EN.rindex("\n\n")], 4, "1 cues, in Chinese 2"),
        (EN.replace("Sit a while.", "<b>Sit</b>"), 7, "markup"),
    ],
)
def test_captions_that_do_not_agree_are_refused_with_file_line_and_cure(
    folder: Path, english: str, line: int, says: str
) -> None:
    (media(folder) / "bench-zh.vtt").write_text(ZH)
    (media(folder) / "bench-en.vtt").write_text(english)
    (said,) = refused(folder)
    assert said.startswith(f"exhibits/bench/media/bench-en.vtt:{line}: ") and says in said and "; " in said


def test_a_film_without_its_captions_poster_or_description_is_refused(folder: Path) -> None:
    (media(folder) / "bench-en.vtt").unlink()
    said = found(folder)
    assert any("there is no file 'bench-en.vtt'" in one for one in said)
    assert any("the film has no captions" in one for one in said)
    yaml = folder / "exhibits" / "bench" / "exhibit.yaml"
    text = yaml.read_text()
    start = text.index("  - kind: film")
    for field in ("captions_en", "captions_zh", "poster", "told", "seconds"):
        line = next(one for one in text[start:].splitlines() if one.strip().startswith(f"{field}:"))
        yaml.write_text(text[:start] + text[start:].replace(line + "\n", "", 1))
        (problem,) = refused(folder)
        assert f"the field '{field}' is missing; add it" in problem and "exhibit.yaml:" in problem


def test_cues_written_by_hand_are_refused(folder: Path) -> None:
    yaml = folder / "exhibits" / "bench" / "exhibit.yaml"
    cue = '    cues: [{start_ms: 1, end_ms: 2, words: {zh-Hans: 一, en: "a", sources: [bench]}}]\n'
    yaml.write_text(yaml.read_text().replace("    file: bench.mp4\n", "    file: bench.mp4\n" + cue))
    assert any("'cues' are read from the caption files" in one for one in refused(folder))


def test_captions_too_long_too_fast_or_past_the_end_are_said_at_their_line(folder: Path) -> None:
    zh = HEAD + f"00:00.000 --> 00:03.000\n{'长' * 35}\n\n00:03.000 --> 00:03.500\n快\n\n00:03.500 --> 00:06.000\n后\n"
    en = HEAD + f"00:00.000 --> 00:03.000\n{'w' * 58}\n\n00:03.000 --> 00:03.500\nx\n\n00:03.500 --> 00:06.000\ny\n"
    (media(folder) / "bench-zh.vtt").write_text(zh)
    (media(folder) / "bench-en.vtt").write_text(en)
    said = found(folder)
    for expected in (
        "exhibits/bench/media/bench-zh.vtt:4: 35 characters do not fit in two lines, at most 34; shorten it",
        "exhibits/bench/media/bench-zh.vtt:7: it stands for 500 ms; give it 800 ms or more",
        "exhibits/bench/media/bench-zh.vtt:10: it ends after the film; correct its times",
    ):
        assert any(one.startswith(expected) for one in said), said
    (media(folder) / "bench-zh.vtt").write_text(ZH)
    (media(folder) / "bench-en.vtt").write_text(EN.replace("Sit a while.", "Sit a while on this long bench of ours."))
    (fast,) = found(folder)
    assert fast.startswith("exhibits/bench/media/bench-en.vtt:7: 39 characters in 1.5 s are too fast")


def test_numbers_in_captions_are_held_against_the_sources(folder: Path) -> None:
    (media(folder) / "bench-zh.vtt").write_text(ZH.replace("坐一坐。", "有 4711 条长凳。"))
    (media(folder) / "bench-en.vtt").write_text(EN)
    (said,) = found(folder)
    assert said.startswith("exhibits/bench/media/bench-zh.vtt:7: '4711'")


def test_a_film_of_another_length_kind_or_size_is_said_at_its_line(folder: Path) -> None:
    own = media(folder) / "bench.mp4"
    own.write_bytes(clip(6).read_bytes())
    (said,) = found(folder)
    assert "bench.mp4 is 6.0 seconds long, not 4; correct `seconds`" in said and "exhibit.yaml:" in said
    own.write_bytes(clip().read_bytes()[:2000])
    assert any("cut off or damaged" in one for one in found(folder))
    own.write_bytes(clip().read_bytes() + bytes(25 << 20))
    assert any("larger than 24 MB" in one for one in found(folder))


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=8))
def test_a_damaged_head_is_read_or_refused_and_nothing_else(at: int, value: bytes) -> None:
    whole = clip().read_bytes()
    fault = fault_of_film(whole[:at] + value + whole[at + len(value) :])
    assert fault is None or (fault[0] and fault[1])


def test_what_a_head_says_is_read_as_it_is(tmp_path: Path) -> None:
    said = read_head(clip(2, "640x360", 10, sound=True))
    assert (said.width, said.height, said.rate, said.sound) == (640, 360, 10.0, True)
    assert said.seconds == pytest.approx(2.0, abs=0.05)
    slow = patched(clip().read_bytes(), b"mdhd", 12, (1).to_bytes(4, "big"))
    assert fault_of("a.mp4", slow) is not None
    with pytest.raises(NoFilm):
        read_head(Path(__file__))


def test_stations_get_cues_instead_of_caption_files_and_in_traditional_too() -> None:
    exhibition, convert = ninth.read(), opencc()
    assert convert is not None
    published = fill(exhibition, convert)
    files = to_files(published, lambda path: (ninth.FOLDER / path).read_bytes())
    assert not [path for path in files if path.endswith(".vtt")]
    assert {path for path in kept(exhibition) if path not in named(exhibition)} == {
        "exhibits/bench/media/bench-zh.vtt", "exhibits/bench/media/bench-en.vtt",
    }  # fmt: skip
    (cue,) = film(from_files(files.__getitem__, files)).cues
    assert cue.words.zh_hant == "河邊有了一條長凳。"
    assert film(plain(published)).cues == ()


def test_what_is_said_in_a_film_is_found_by_the_search() -> None:
    texts = Catalog(ninth.read()).texts
    for typed in ("河边有了一条", "hbylyt", "stream"):
        _, entries = texts.find(typed, 50)
        assert "exhibit:bench/film" in {one.opens for one in entries}
