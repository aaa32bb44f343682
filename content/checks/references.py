"""Checks of what points to something else in the exhibition: cards, arrows, wishes, phrases."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from content.bundle import leading, opening
from content.checks.finding import Found, Part, Stock
from content.civics import regions
from content.schema import (
    BallotBlock,
    CongressLevel,
    Exhibition,
    Home,
    Link,
    Mailbox,
    PlaceNote,
    Published,
    Question,
    QuizBlock,
    Tour,
    TourStop,
)
from content.walk import models

#: Where an arrow of the levels diagram may come from besides the organs of its level.
OUTSIDE = ("voters", "below")


def references(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """What points somewhere points at something, and what is pointed at has an id of its own."""
    for way, model in models(part.content):
        for found in _of(model, exhibition):
            yield (*way, *found[0]), found[1], found[2]


def _of(model: Published, exhibition: Exhibition) -> Found:
    for field in type(model).model_fields:
        for doubled in (id for id, times in Counter(_ids(getattr(model, field))).items() if times > 1):
            yield (field,), f"two of the {field} have the id {doubled!r}", "give each its own"
    if isinstance(model, Home):
        real = opening(model.cards, exhibition.exhibits)
        for index, card in enumerate(model.cards):
            if card not in real:
                yield ("cards", index, "opens"), f"{card.opens!r} opens nothing", "name an exhibit or block that exists"
    elif isinstance(model, CongressLevel):
        yield from _arrows(model)
    elif isinstance(model, BallotBlock):
        yield from _wishes(model)
    elif isinstance(model, Question | QuizBlock):
        yield from _about(model, exhibition)
    elif isinstance(model, Tour):
        yield from _tour(model, exhibition)
    elif isinstance(model, PlaceNote):
        if model.region not in {one.id for one in regions.table().regions}:
            yield ("region",), f"{model.region!r} is no region", "use an id of content/civics/data/regions.yaml"
    elif isinstance(model, Mailbox):
        for topic in model.phrases.keys() - {one.id for one in model.topics}:
            yield ("phrases", topic), f"phrases for {topic!r}, which is no topic", "rename them after a topic"


def _about(model: Question | QuizBlock | TourStop, exhibition: Exhibition) -> Found:
    """What a question is about exists; a quiz has enough questions to draw from."""
    known = {one.id for one in exhibition.exhibits} | set(get_args(Link))
    for index, one in enumerate(model.about):
        if one not in known:
            cure = f"use one of {', '.join(sorted(known))}"
            yield ("about", index), f"{one!r} is neither an exhibit nor a link", cure
    if isinstance(model, QuizBlock):
        wanted = set(model.about)
        found = sum(not wanted or bool(wanted & set(one.about)) for one in exhibition.quiz)
        if found < model.count:
            yield ("count",), f"it draws {model.count} of {found} questions", "widen `about`, or write more questions"


def _ids(value: object) -> list[str]:
    """The ids of the members of a list of things that have one."""
    members = value if isinstance(value, tuple) else ()
    return [one.id for one in members if isinstance(one, Published) and hasattr(one, "id")]


def _arrows(level: CongressLevel) -> Found:
    organs = {one.id for one in level.organs}
    for index, arrow in enumerate(level.arrows):
        for field, end, ends in (("origin", arrow.origin, organs | set(OUTSIDE)), ("target", arrow.target, organs)):
            if end not in ends:
                yield (
                    ("arrows", index, field),
                    f"{end!r} is no organ of this level",
                    f"use one of {', '.join(sorted(ends))}",
                )


def _tour(tour: Tour, exhibition: Exhibition) -> Found:
    """Every stop opens something: an exhibit, for a vote by teams a ballot; a quiz has questions to draw from."""
    ballots = {f"exhibit:{one.id}/{b.id}" for one in exhibition.exhibits for b in one.blocks if b.kind == "ballot"}
    for index, stop in enumerate(tour.stops):
        way = ("stops", index, "opens")
        if stop.opens and not leading([tour.model_copy(update={"stops": (stop,)})], exhibition.exhibits):
            yield way, f"{stop.opens!r} opens nothing", "name an exhibit or block that exists"
        elif stop.plays == "vote" and stop.opens not in ballots:
            yield way, f"{stop.opens!r} is no ballot", f"use one of {', '.join(sorted(ballots))}"
        elif stop.plays == "quiz":
            for inner, message, cure in _about(stop, exhibition):
                yield ("stops", index, *inner), message, cure
            wanted = set(stop.about)
            if not any(not wanted or wanted & set(one.about) for one in exhibition.quiz):
                yield ("stops", index, "about"), "no question is about this", "widen `about`, or write questions"


def _wishes(block: BallotBlock) -> Found:
    proposals = {one.id: one for one in block.proposals}
    for i, rules in enumerate(block.rule_sets):
        for j, group in enumerate(rules.groups):
            for wish in group.prefers:
                if wish not in proposals:
                    way = ("rule_sets", i, "groups", j, "prefers")
                    yield way, f"{wish!r} is no proposal", "name one of the proposals"
    for index, one in enumerate(block.proposals):
        passes = one.public and one.within_year and one.within_powers
        if passes == (one.why_not is not None):
            cure = "take `why_not` away" if passes else "say why in `why_not`"
            yield ("proposals", index), f"{one.id!r} {'passes' if passes else 'fails'} the screening", cure
