"""What stands side by side: rows of facts about the districts chosen, and the words about the day shown."""

from __future__ import annotations

from dataclasses import dataclass

from content.civics.regions import Region, get
from screens.exhibit.blocks.tiles.grid import beside, short_en
from screens.exhibit.blocks.tiles.model import TilesState
from screens.look import Look

_KINDS = ("district", "county", "autonomous_county")


@dataclass(frozen=True, slots=True)
class Row:
    """A label, and what holds for each district; one value alone holds for all of them."""

    label: str
    values: tuple[str, ...]


def name_of(state: TilesState, look: Look, region: Region) -> str:
    """Its full name."""
    return region.en if look.english else in_characters(state, look, region.name)


def short_of(state: TilesState, look: Look, region: Region) -> str:
    """Its name without its kind."""
    return short_en(region) if look.english else in_characters(state, look, region.short)


def in_characters(state: TilesState, look: Look, name: str) -> str:
    """A Chinese name in the visitor's characters."""
    if look.variant.language != "zh-Hant":
        return name
    known = dict(state.traditional)
    return "".join(known.get(one, one) for one in name)


def rows(state: TilesState, look: Look) -> list[Row]:
    """Everything that is known of the districts chosen, and last what is not."""
    pair = state.pair
    found = [
        Row(look.t("tiles.row.notes"), tuple(_notes(state, look, one) for one in pair)),
        Row(look.t("tiles.row.dates"), tuple(_dates(state, look, one) for one in pair)),
        Row(look.t("tiles.row.beside"), tuple(_beside(state, look, one) for one in pair)),
        Row(_people_label(state, look), tuple(_people(state, look, one) for one in pair)),
        Row(look.t("tiles.row.unknown"), (look.say(state.block.unknown),)),
    ]
    return found


def count_line(state: TilesState, look: Look) -> str:
    """How many districts, counties and autonomous counties there are on the day shown."""
    kinds = [one.kind for one in state.regions]
    parts = [look.t(f"tiles.count.{kind}", n=kinds.count(kind)) for kind in _KINDS]  # type: ignore[arg-type]
    return look.t("tiles.count", n=len(kinds), parts=(", " if look.english else "、").join(parts))


def _dates(state: TilesState, look: Look, region: Region) -> str:
    if region.until is not None:
        heirs = [name_of(state, look, get(one)) for one in region.becomes]
        return look.t("tiles.until", day=region.until, heirs=_joined(look, heirs))
    if region.since is not None:
        return look.t("tiles.since", day=region.since)
    return look.t("tiles.both")


def _beside(state: TilesState, look: Look, region: Region) -> str:
    if not region.exists(state.day.day):
        return look.t("tiles.absent")
    return _joined(look, [short_of(state, look, one) for one in beside(region, state.regions)]) or look.t(
        "tiles.nothing"
    )


def _notes(state: TilesState, look: Look, region: Region) -> str:
    texts = [look.say(one.text) for one in state.block.notes if one.region == region.id]
    return "\n".join(texts) if texts else look.t("tiles.silent")


def _people_label(state: TilesState, look: Look) -> str:
    key = "tiles.row.people.sample" if state.people.sample else "tiles.row.people"
    return look.t(key, day=state.people.as_of)


def _people(state: TilesState, look: Look, region: Region) -> str:
    counts = state.people.of(region.id)
    if not counts:
        return look.t("tiles.nobody")
    return _joined(look, [look.t(f"tiles.level.{level}", n=n) for level, n in counts])


def _joined(look: Look, parts: list[str]) -> str:
    return (", " if look.english else "、").join(parts)
