"""Captions as authors write them (WebVTT, one file a language) and as they are published (cues in all languages).

Owns a strict reader of the part of WebVTT that can be shown: plain lines, times, no markup, no placing. Both languages
have the same cues at the same times, so that a visitor may change language in the middle of a sentence. Stations get
the cues inside the exhibit, not the files: they are searched, checked and made Traditional like every other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from content.media import path_of
from content.schema import Exhibit, Exhibition, FilmBlock, FilmCue, Published, Text

MAX_BYTES = 64 << 10
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}")
_MARKUP = re.compile(r"</?[A-Za-z0-9]|&[a-z]+;")


class CaptionProblem(ValueError):
    """One thing to put right in a caption file. `line` counts from 1."""

    def __init__(self, line: int, message: str, cure: str) -> None:
        super().__init__(f"{message}; {cure}")
        self.line = line
        self.message = message
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one time to another, and the line in which its words begin."""

    start_ms: int
    end_ms: int
    words: str
    line: int


def parse(data: bytes) -> tuple[Cue, ...]:
    """The cues of a file, in order. Raises: CaptionProblem at the first thing that is wrong."""
    if len(data) > MAX_BYTES:
        raise CaptionProblem(1, f"larger than {MAX_BYTES >> 10} kB", "captions of one film are a few kilobytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaptionProblem(data[: error.start].count(b"\n") + 1, "not UTF-8", "save the file as UTF-8") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        raise CaptionProblem(1, "the first line is not WEBVTT", "begin the file with WEBVTT and an empty line")
    cues: list[Cue] = []
    for at, block in _blocks(lines):
        cue = _cue(at, block)
        if cue is None:
            continue
        if cues and cue.start_ms < cues[-1].end_ms:
            raise CaptionProblem(cue.line - 1, "it begins before the one above ends", "let cues follow each other")
        cues.append(cue)
    if not cues:
        raise CaptionProblem(1, "there is no cue", "write what is said, with its times")
    return tuple(cues)


def paired(block: FilmBlock, chinese: Sequence[Cue], english: Sequence[Cue]) -> tuple[FilmCue, ...]:
    """The published cues of two files. Raises: CaptionProblem with the line of the English file."""
    for zh, en in zip(chinese, english, strict=False):
        if (zh.start_ms, zh.end_ms) != (en.start_ms, en.end_ms):
            raise CaptionProblem(en.line - 1, "its times are not those of the Chinese", "give both the same times")
    if len(chinese) != len(english):
        message = f"{len(english)} cues, in Chinese {len(chinese)}"
        raise CaptionProblem(english[-1].line, message, "write the same cues in both languages")
    return tuple(
        FilmCue(
            start_ms=zh.start_ms,
            end_ms=zh.end_ms,
            words=Text(zh_hans=zh.words, en=en.words, sources=block.told.sources),
        )
        for zh, en in zip(chinese, english, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """A caption file that cannot be used: whose, and why. `path` is the file's logical path."""

    exhibit: str
    path: str
    problem: CaptionProblem


def captioned(exhibition: Exhibition, read: Callable[[str], bytes]) -> tuple[Exhibition, tuple[Trouble, ...]]:
    """The exhibition with the cues of every film, read by logical path; and every file that is wrong.

    A film whose captions are wrong or cannot be read (LookupError, OSError) has no cues; the checks say so.
    """
    troubles: list[Trouble] = []
    if not any(isinstance(block, FilmBlock) for one in exhibition.exhibits for block in one.blocks):
        return exhibition, ()
    exhibits = tuple(_with_cues(one, read, troubles) for one in exhibition.exhibits)
    return exhibition.model_copy(update={"exhibits": exhibits}), tuple(troubles)


def plain(exhibition: Exhibition) -> Exhibition:
    """The exhibition as it is edited: without the cues, which are made of files."""
    exhibits = tuple(_changed(one, lambda block: block.model_copy(update={"cues": ()})) for one in exhibition.exhibits)
    return exhibition.model_copy(update={"exhibits": exhibits})


def _with_cues(exhibit: Exhibit, read: Callable[[str], bytes], troubles: list[Trouble]) -> Exhibit:
    def filled(block: FilmBlock) -> Published:
        path = ""
        try:
            path = path_of(exhibit.id, block.captions_zh)
            chinese = parse(read(path))
            path = path_of(exhibit.id, block.captions_en)
            cues = paired(block, chinese, parse(read(path)))
        except CaptionProblem as problem:
            troubles.append(Trouble(exhibit.id, path, problem))
            cues = ()
        except (LookupError, OSError):  # that a file is missing is for other checks to say
            cues = ()
        return block.model_copy(update={"cues": cues})

    return _changed(exhibit, filled)


def _changed(exhibit: Exhibit, change: Callable[[FilmBlock], Published]) -> Exhibit:
    if not any(isinstance(one, FilmBlock) for one in exhibit.blocks):
        return exhibit
    blocks = tuple(change(one) if isinstance(one, FilmBlock) else one for one in exhibit.blocks)
    return exhibit.model_copy(update={"blocks": blocks})


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines: the line (from 1) of the first, and all of them."""
    start, held = 2, list[str]()
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip():
            start = start if held else number
            held.append(line)
        elif held:
            yield start, held
            held = []


def _cue(at: int, block: list[str]) -> Cue | None:
    """A cue; None for a NOTE. An identifier above the times is passed over."""
    if re.match(r"NOTE(\s|$)", block[0]):
        return None
    if "-->" not in block[0] and len(block) > 1:
        at, block = at + 1, block[1:]
    found = _TIMES.fullmatch(block[0].strip())
    if not found:
        raise CaptionProblem(at, "these are no times", "write 00:01.000 --> 00:04.000 and nothing behind it")
    start, end = _ms(found.groups()[:4]), _ms(found.groups()[4:])
    if end <= start:
        raise CaptionProblem(at, "it ends before it begins", "correct the times")
    words = " ".join(line.strip() for line in block[1:])
    if not words:
        raise CaptionProblem(at, "nothing is said here", "write the words below the times, or take the cue away")
    if _MARKUP.search(words) or "-->" in words:
        raise CaptionProblem(at + 1, "there is markup", "write plain words")
    if any("一" <= char <= "鿿" for char in words):  # lines are broken anew: Chinese has no space between them
        words = "".join(line.strip() for line in block[1:])
    return Cue(start, end, words, at + 1)


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, ms = (int(one or 0) for one in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
