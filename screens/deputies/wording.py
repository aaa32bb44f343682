"""What a deputy's page says of them, in the visitor's language: titles, facts, and the introduction read aloud."""

from __future__ import annotations

from content.language import is_chinese, say, spoken
from content.schema import Deputy
from screens.deputies.state import ELECTED_DIRECTLY, ProfileState
from screens.look import Look
from screens.parts.paged import Para
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
        (t("deputies.fact.next"), str(state.next) if state.next else ""),
        (t("deputies.fact.station"), look.say(deputy.station) if deputy.station else ""),
        (t("deputies.fact.group"), look.say(deputy.group) if deputy.group else ""),
        (t("deputies.fact.groups"), between.join(look.say(one) for one in deputy.groups)),
    ]
    return [row for row in rows if row[1]]


def why_not(state: ProfileState, look: Look) -> str:
    """Why no letter can be sent to this deputy."""
    return look.t("deputies.write.not" if state.direct else "deputies.write.policy")


def told(state: ProfileState, look: Look) -> list[Para]:
    """What the open tab tells of the deputy's work, each with its day; nothing of it is rated."""
    deputy, t = _deputy(state), look.t
    parts: list[tuple[str, str, str]] = []
    if state.tab == "reports":
        parts = [(t("deputies.report.year", year=one.year), look.say(one.text), "") for one in deputy.reports]
    elif state.tab == "pledges":
        for pledge in deputy.pledges:
            how = t("deputies.pledge.as_of", state=t(f"deputies.pledge.{pledge.state}"), day=pledge.as_of)
            parts.append((how, look.say(pledge.text), ""))
    else:
        ends = [t("deputies.story.until", day=one.until) for one in state.stories]
        parts = [(look.say(one.title), look.say(one.text), end) for one, end in zip(state.stories, ends, strict=True)]
    paras: list[Para] = []
    for heading, text, end in parts:
        style = "body" if look.large else "body_l"
        paras += [Para(heading, "h3", gap=28, heads=True, role="heading"), Para(text, style, gap=12)]
        paras += [Para(end, "meta", "ink2", 12)] if end else []
    return paras


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
    if state.tab != "about":
        parts += _aloud(state, language)
    if deputy.is_sample:
        parts.append(string("sample.long", language))
    return stop.join(parts) + stop.strip()


def _aloud(state: ProfileState, language: Language) -> list[str]:
    """What is open on the page, for who listens."""
    deputy = _deputy(state)
    if state.tab == "reports":
        return [
            f"{string('deputies.report.year', language, year=one.year)} {spoken(one.text, language)}"
            for one in deputy.reports
        ]
    if state.tab == "pledges":
        return [
            f"{spoken(one.text, language)} {string(f'deputies.pledge.{one.state}', language)}" for one in deputy.pledges
        ]
    return [f"{spoken(one.title, language)} {spoken(one.text, language)}" for one in state.stories]


def _titles(state: ProfileState, language: Language) -> list[str]:
    deputy = _deputy(state)
    region = say(state.region.name, language) if state.region else ""
    town = say(deputy.township, language) if deputy.township else ""
    return [string(f"deputies.of.{level}", language, region=region, town=town).strip() for level in deputy.levels]


def _elected(deputy: Deputy) -> str:
    """Voters elect county and township deputies in constituencies, congresses elect the others (选举法 art. 3)."""
    direct = [level in ELECTED_DIRECTLY for level in deputy.levels]
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
