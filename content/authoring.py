"""Reading what authors write: a folder of YAML, strictly, with file, line and cure for everything wrong.

    exhibits/<id>/exhibit.yaml (media beside it), home.yaml, mailbox.yaml, sources.yaml, glossary.yaml, quiz.yaml,
    answers.yaml, tours/<id>.yaml, directory.json

Owns the folder's layout. Leaves to others: what the fields are (`content.schema`), whether the wording is right
(`content.checks`), the published form (`content.bundle`).
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from content import schema
from content.bundle import plan_order
from content.captions import captioned
from content.marks import Marked, YamlProblem, parse
from content.schema import (
    AnsweredLetter,
    Directory,
    Exhibit,
    Exhibition,
    FilmBlock,
    Home,
    Mailbox,
    Question,
    Source,
    Term,
    Tour,
)
from content.walk import Way

_T = TypeVar("_T")

HOME, MAILBOX = "home.yaml", "mailbox.yaml"
SOURCES, GLOSSARY, QUIZ, DIRECTORY = "sources.yaml", "glossary.yaml", "quiz.yaml", "directory.json"
ANSWERS = "answers.yaml"
EXHIBIT_FILE = "exhibit.yaml"
TOURS = "tours"


@dataclass(frozen=True)
class Problem:
    """One thing to put right. `file` is relative to the folder; `message` says what is wrong and what to do."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class AuthoringError(Exception):
    """The folder cannot be read as an exhibition; `problems` says everything that is in the way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_exhibition(folder: Path, directory: Directory | None = None) -> Exhibition:
    """The exhibition of a folder; its `directory.json` is read unless a directory is given.

    Raises: AuthoringError with every problem of every file.
    """
    reader = _Reader(folder)
    home = reader.read(HOME, Home)
    mailbox = reader.read(MAILBOX, Mailbox)
    sources = reader.read(SOURCES, tuple[Source, ...])
    glossary = reader.read(GLOSSARY, tuple[Term, ...])
    quiz = reader.read(QUIZ, tuple[Question, ...]) if (folder / QUIZ).exists() else ()
    answers = reader.read(ANSWERS, tuple[AnsweredLetter, ...]) if (folder / ANSWERS).exists() else ()
    exhibits = [reader.exhibit(path) for path in exhibit_files(folder)]
    tours = [reader.tour(path) for path in tour_files(folder)]
    deputies = directory or reader.read(DIRECTORY, Directory)
    for file, ids in _ids(mailbox, sources, glossary, quiz, answers, exhibits):
        for one in (one for one, times in Counter(ids).items() if times > 1):
            reader.problem(file, 1, f"the id {one!r} is used twice; give each its own")
    if reader.problems or not (home and mailbox and deputies) or None in (sources, glossary, quiz, answers):
        raise AuthoringError(tuple(reader.problems))
    exhibition = Exhibition(
        home=home,
        exhibits=tuple(sorted((one for one in exhibits if one), key=plan_order)),
        sources=sources,
        glossary=glossary,
        quiz=quiz,
        tours=tuple(one for one in tours if one),
        answers=answers,
        mailbox=mailbox,
        directory=deputies,
    )
    exhibition, troubles = captioned(exhibition, lambda path: (folder / path).read_bytes())
    if troubles:
        raise AuthoringError(tuple(Problem(one.path, one.problem.line, str(one.problem)) for one in troubles))
    return exhibition


def exhibit_files(folder: Path) -> list[str]:
    """The exhibit files of a folder, relative to it, sorted. An empty folder is no exhibit: git does not keep it."""
    kept = (one for one in (folder / "exhibits").glob("*") if one.is_dir() and any(one.iterdir()))
    return sorted(f"exhibits/{one.name}/{EXHIBIT_FILE}" for one in kept)


def tour_files(folder: Path) -> list[str]:
    """The tour files of a folder, relative to it, sorted; an exhibition may have none."""
    return sorted(f"{TOURS}/{one.name}" for one in (folder / TOURS).glob("*.yaml"))


class _Reader:
    """Reads file after file and collects what is wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []

    def problem(self, file: str, line: int, message: str) -> None:
        self.problems.append(Problem(file, line, message))

    def exhibit(self, file: str) -> Exhibit | None:
        exhibit = self.read(file, Exhibit)
        name = Path(file).parent.name
        if exhibit and exhibit.id != name:
            self.problem(file, 1, f"the exhibit's id is {exhibit.id!r}, its folder {name!r}; make them the same")
        for block in exhibit.blocks if exhibit else ():
            if isinstance(block, FilmBlock) and block.cues:
                self.problem(file, 1, "'cues' are read from the caption files; take them away")
        return exhibit

    def tour(self, file: str) -> Tour | None:
        tour = self.read(file, Tour)
        if tour and tour.id != Path(file).stem:
            self.problem(file, 1, f"the tour's id is {tour.id!r}, its file {Path(file).stem!r}; make them the same")
        return tour

    def read(self, file: str, model: type[_T]) -> _T | None:
        try:
            marked = parse((self._folder / file).read_text("utf-8"))
        except FileNotFoundError:
            self.problem(file, 1, "this file is missing; every exhibition has one")
        except UnicodeDecodeError:
            self.problem(file, 1, "not UTF-8; save the file as UTF-8")
        except YamlProblem as error:
            self.problem(file, error.line, str(error))
        else:
            return self._validated(file, marked, model)
        return None

    def _validated(self, file: str, marked: Marked, model: type[_T]) -> _T | None:
        try:
            return TypeAdapter(model).validate_python(marked.data, extra="forbid")
        except ValidationError as error:
            for one in _first_causes(error.errors(include_url=False)):
                self.problem(file, marked.line(_untagged(one["loc"])), _cure(one))
            return None


def _ids(
    mailbox: Mailbox | None, sources: Any, glossary: Any, quiz: Any, answers: Any, exhibits: list[Exhibit | None]
) -> Iterator[tuple[str, list[str]]]:
    if mailbox:
        yield MAILBOX, [one.id for one in mailbox.topics]
        yield MAILBOX, [one.id for one in mailbox.places]
    yield SOURCES, [one.id for one in sources or ()]
    yield GLOSSARY, [one.id for one in glossary or ()]
    yield QUIZ, [one.id for one in quiz or ()]
    yield ANSWERS, [one.id for one in answers or ()]
    yield "exhibits", [one.code for one in exhibits if one]


def _first_causes(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without what only follows from something deeper: a list is "too short" when its one entry is wrong."""
    ways = [one["loc"] for one in errors]
    for error in errors:
        way = error["loc"]
        if not any(len(other) > len(way) and other[: len(way)] == way for other in ways):
            yield error


def _untagged(way: Way) -> Way:
    """The way without the kind of the block, which pydantic puts after its index."""
    return (*way[:2], *way[3:]) if way[:1] == ("blocks",) else way


def _cure(error: ErrorDetails) -> str:
    """A sentence of what is wrong and what to do about it."""
    way: Way = error["loc"]
    field = str(way[-1]) if way else "the file"
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(field, _fields(), 1)
        return f"there is no field {field!r} here; " + (f"did you mean {near[0]!r}?" if near else "remove it")
    if kind == "missing":
        return f"the field {field!r} is missing; add it"
    if kind == "string_type":
        return f"{field!r} must be text, not {given!r}; put it in quotes"
    if kind == "union_tag_invalid":
        return f"there is no block of the kind {(error.get('ctx') or {}).get('tag')!r}"
    if kind == "value_error":  # a validator of ours: it says what is wrong and the cure
        return str((error.get("ctx") or {}).get("error", error["msg"]))
    if kind == "string_pattern_mismatch":
        return f"{field!r} does not have the right form: {given!r}; it must match {error['ctx']['pattern']}"
    return f"{field!r}: {error['msg']}"


@cache
def _fields() -> tuple[str, ...]:
    """The names of all fields of the schema, as authors write them."""
    models = (one for one in vars(schema).values() if isinstance(one, type) and issubclass(one, schema.Published))
    return tuple({field.alias or name for model in models for name, field in model.model_fields.items()})
