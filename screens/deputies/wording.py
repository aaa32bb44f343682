"""What a deputy's page says of them, in the visitor's language: titles, facts, and the introduction read aloud."""

from __future__ import annotations

from content.language import is_chinese, say, spoken
from content.schema import Deputy
from screens.deputies.state import WRITTEN_TO, ProfileState
from screens.look import Look
from screens.strings import Language, string


def titles(state: ProfileState, look: Look) -> list[str]:
    """A line for each congress the deputy sits in."""
    return _titles(state, look.variant.language)


def facts(state: ProfileState, look: Look, *, reception_too: bool = True) -> list[tuple[str, str]]:
    """Labels and values: who elected them, the term, what they care about, when they receive residents, their group."""
    deputy, t = _deputy(state), look.t
    between = t("deputies.joint")
    rows = [
        (t(f"deputies.fact.unit.{_elected(deputy)}"), _unit(deputy, look)),
        (t("deputies.fact.term"), t("deputies.fact.term.span", a=deputy.term_from, b=deputy.term_to)),
        (t("deputies.fact.concerns"), between.join(look.say(one) for one in state.topics)),
        (t("deputies.fact.reception"), reception(state, look) if reception_too else ""),
        (t("deputies.fact.group"), look.say(deputy.group) if deputy.group else ""),
    ]
    return [row for row in rows if row[1]]


def reception(state: ProfileState, look: Look) -> str:
    """When and where residents are received."""
    return look.say(_deputy(state).reception)


def introduction(state: ProfileState, language: Language) -> str:
    """The page as one would introduce the person; for reading aloud."""
    deputy = _deputy(state)
    name = deputy.name if is_chinese(language) else deputy.name_en or deputy.name_pinyin
    stop = "。" if is_chinese(language) else ". "
    between = string("deputies.joint", language)
    parts = [name, *_titles(state, language)]
    if state.topics:
        topics = between.join(spoken(one, language) for one in state.topics)
        parts.append(f"{string('deputies.fact.concerns', language)} {topics}")
    parts.append(f"{string('deputies.fact.reception', language)} {spoken(deputy.reception, language)}")
    if deputy.is_sample:
        parts.append(string("sample.long", language))
    return stop.join(parts) + stop.strip()


def _titles(state: ProfileState, language: Language) -> list[str]:
    deputy = _deputy(state)
    region = say(state.region.name, language) if state.region else ""
    town = say(deputy.township, language) if deputy.township else ""
    return [string(f"deputies.of.{level}", language, region=region, town=town).strip() for level in deputy.levels]


def _elected(deputy: Deputy) -> str:
    """Voters elect county and township deputies in constituencies, congresses elect the others (选举法 art. 3)."""
    direct = [level in WRITTEN_TO for level in deputy.levels]
    return "direct" if all(direct) else "both" if any(direct) else "indirect"


def _unit(deputy: Deputy, look: Look) -> str:
    unit = look.say(deputy.unit)
    if deputy.township is None:
        return unit
    town = look.say(deputy.township)
    return f"{town}, {unit}" if look.english else f"{town} {unit}"


def _deputy(state: ProfileState) -> Deputy:
    assert state.deputy is not None
    return state.deputy
