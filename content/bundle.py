"""An exhibition as the files of a release, and back.

Owns the file names (logical paths of `sync.layout`: one exhibit is one section) and the bytes: canonical JSON, so that
unchanged content keeps its hash. Leaves to others: signing, sending, checking hashes; what authors write
(`content.authoring`).

Reading is tolerant of a newer hub: unknown fields are dropped, and so are blocks of a kind this station does not know,
an exhibit of nothing else, and home cards that would open what is not there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from content.media import named
from content.schema import (
    ANSWERS_PATH,
    EXHIBIT_PATH,
    FILES,
    GLOSSARY_PATH,
    QUIZ_PATH,
    SCHEMA_VERSION,
    SOURCES_PATH,
    TOURS_PATH,
    AnsweredLetter,
    Block,
    Exhibit,
    Exhibition,
    HomeCard,
    Question,
    Source,
    Term,
    Tour,
    TourStop,
    tolerantly,
)

_EXHIBIT = re.compile(re.escape(EXHIBIT_PATH).replace(r"\{id\}", "[^/]+"))
_KINDS = frozenset(one.model_fields["kind"].default for one in get_args(get_args(Block)[0]))
_M = TypeVar("_M")


class BundleError(ValueError):
    """These files are not an exhibition; the message names the file."""


def to_files(exhibition: Exhibition, media: Callable[[str], bytes] | None = None) -> dict[str, bytes]:
    """Logical path -> bytes. The same exhibition always gives the same bytes.

    `media` gives the pictures that the exhibition names, by logical path; without it there are only the words.
    """
    files = {path: _bytes(getattr(exhibition, path.removesuffix(".json"))) for path in FILES}
    files[SOURCES_PATH] = _bytes(exhibition.sources)
    files[GLOSSARY_PATH] = _bytes(exhibition.glossary)
    files[QUIZ_PATH] = _bytes(exhibition.quiz)
    files[TOURS_PATH] = _bytes(exhibition.tours)
    files[ANSWERS_PATH] = _bytes(exhibition.answers)
    for exhibit in exhibition.exhibits:
        files[EXHIBIT_PATH.format(id=exhibit.id)] = _bytes(exhibit)
    return files | {path: media(path) for path in named(exhibition)} if media else files


def from_files(read: Callable[[str], bytes], paths: Iterable[str]) -> Exhibition:
    """Read an exhibition; other files among `paths` are left alone. Exhibits come in the order of the plan (D1, D2...).

    Raises: BundleError for a file that is missing or wrong; whatever `read` raises.
    """
    present = set(paths)

    def part(path: str, model: type[_M], known: Callable[[Any], Any] | None = None) -> _M:
        if path not in present:
            raise BundleError(f"{path} is missing from the release")
        return _parsed(path, read(path), model, known)

    exhibits = [part(path, Exhibit, _known) for path in sorted(present) if _EXHIBIT.fullmatch(path)]
    shown = sorted((one for one in exhibits if one.blocks), key=plan_order)
    parts: dict[str, Any] = {path.removesuffix(".json"): part(path, model) for path, model in FILES.items()}
    parts["home"] = parts["home"].model_copy(update={"cards": opening(parts["home"].cards, shown)})
    tours = part(TOURS_PATH, tuple[Tour, ...], _playable) if TOURS_PATH in present else ()  # older hubs have none
    return Exhibition(
        schema_version=max((one.schema_version for one in shown), default=SCHEMA_VERSION),
        exhibits=tuple(shown),
        sources=part(SOURCES_PATH, tuple[Source, ...]),
        glossary=part(GLOSSARY_PATH, tuple[Term, ...]),
        quiz=part(QUIZ_PATH, tuple[Question, ...]) if QUIZ_PATH in present else (),  # older hubs have none
        tours=leading(tours, shown),
        answers=part(ANSWERS_PATH, tuple[AnsweredLetter, ...]) if ANSWERS_PATH in present else (),  # likewise
        **parts,
    )


def plan_order(exhibit: Exhibit) -> tuple[int, str]:
    """Sorts exhibits by their place in the plan: D2 before D10."""
    return int(exhibit.code[1:]), exhibit.id


def opening(cards: Iterable[HomeCard], exhibits: Iterable[Exhibit]) -> tuple[HomeCard, ...]:
    """The cards that open something: a service, an exhibit, one of its blocks."""
    doors = {"deputies", "mailbox", "explore"} | _doors(exhibits)
    return tuple(card for card in cards if card.opens in doors)


def leading(tours: Iterable[Tour], exhibits: Iterable[Exhibit]) -> tuple[Tour, ...]:
    """The tours whose every stop has something to show here."""
    doors = _doors(exhibits)
    return tuple(one for one in tours if all(stop.opens is None or stop.opens in doors for stop in one.stops))


def _doors(exhibits: Iterable[Exhibit]) -> set[str]:
    """Every exhibit and block, as cards and stops name them."""
    doors: set[str] = set()
    for one in exhibits:
        doors |= {f"exhibit:{one.id}", *(f"exhibit:{one.id}/{block.id}" for block in one.blocks)}
    return doors


def _known(data: Any) -> Any:
    """An exhibit without the blocks this station cannot show, nor the doors to them; maybe with no block left."""
    blocks = data.get("blocks") if isinstance(data, dict) else None
    if not isinstance(blocks, list) or all(isinstance(one, dict) and one.get("kind") in _KINDS for one in blocks):
        return data
    kept = [one for one in blocks if isinstance(one, dict) and one.get("kind") in _KINDS]
    ids = {one.get("id") for one in kept}
    for block in kept:
        for step in block.get("steps", []) if block["kind"] == "steps" else []:
            if isinstance(step, dict) and step.get("opens") not in ids:
                step.pop("opens", None)
    return {**data, "blocks": kept}


def _playable(data: Any) -> Any:
    """The tours of which this station can play every stop."""
    if not isinstance(data, list):
        return data
    plays = set(get_args(TourStop.model_fields["plays"].annotation))
    return [one for one in data if {stop.get("plays", "exhibit") for stop in _stops(one)} <= plays]


def _stops(tour: Any) -> list[dict[str, Any]]:
    stops = tour.get("stops") if isinstance(tour, dict) else None
    return [one for one in stops if isinstance(one, dict)] if isinstance(stops, list) else []


def _parsed(path: str, data: bytes, model: type[_M], known: Callable[[Any], Any] | None) -> _M:
    try:
        if known is None:  # straight from the bytes: twice as fast, and a directory is large
            if isinstance(model, type) and issubclass(model, BaseModel):
                return model.model_validate_json(data)
            return TypeAdapter(model).validate_json(data)
        value = known(json.loads(data))
        if model is Exhibit and isinstance(value, dict) and value.get("blocks") == []:
            return model.model_construct(**{**value, "blocks": ()})  # type: ignore[attr-defined, no-any-return]
        if isinstance(model, type) and issubclass(model, BaseModel):
            return tolerantly(model, value)
        return TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        way = ".".join(map(str, first["loc"]))
        raise BundleError(f"{path}: {way}: {first['msg']}") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BundleError(f"{path} is not JSON: {error}") from error


def _bytes(value: BaseModel | tuple[BaseModel, ...]) -> bytes:
    plain = [_plain(one) for one in value] if isinstance(value, tuple) else _plain(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(model: BaseModel) -> Any:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)
