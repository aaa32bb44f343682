"""The bundled exhibition is ready to publish: whole, sourced, in both languages, and true to its traps."""

import random
import re
from datetime import date
from pathlib import Path

import pytest
from opencc import OpenCC

from content.authoring import read_exhibition
from content.bundle import from_files, to_files
from content.catalog import Catalog
from content.checks import Stock, check_exhibition, translations
from content.civics.ballots import RULES as BALLOT_RULES
from content.civics.seats import RULES as SEAT_RULES
from content.samples import sample_directory
from content.schema import BallotBlock, Exhibition, LevelsBlock, SeatsBlock, StepsBlock, Text
from content.walk import cited, models
from media.fonts import FACES, missing

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "exhibition"
DAY = date(2026, 1, 15)
ART = frozenset(one.name.removesuffix("_light.svg") for one in (ROOT / "media/art/scenes").glob("*_light.svg"))
ICONS = frozenset(one.stem for one in (ROOT / "media/art/icons").glob("*.svg"))
DRAWN_IN = [FACES["sans", "Regular"], FACES["sans", "Bold"], FACES["serif", "SemiBold"]]


@pytest.fixture(scope="module")
def bundled() -> Exhibition:
    return read_exhibition(FOLDER, sample_directory(random.Random(1), 200, DAY))


def blocks(bundled: Exhibition, kind: type) -> list:  # type: ignore[type-arg]
    return [block for one in bundled.exhibits for block in one.blocks if isinstance(block, kind)]


def test_no_check_finds_anything(bundled: Exhibition) -> None:
    stock = Stock(
        ART,
        ICONS,
        lambda text: set().union(*(missing(one, text) for one in DRAWN_IN)),
        OpenCC("t2s").convert,
        translations.read(FOLDER),
    )
    assert "mini_levels" in ART
    assert "lift" in ICONS
    assert [str(one) for one in check_exhibition(bundled, FOLDER, stock)] == []


def test_every_translation_is_confirmed(bundled: Exhibition) -> None:
    """After looking at what changed: python -m content.checks --confirm content/exhibition"""
    assert translations.pairs(bundled) == translations.read(FOLDER)


def test_it_survives_the_road(bundled: Exhibition) -> None:
    files = to_files(bundled)
    assert from_files(files.__getitem__, files) == bundled


def test_it_holds_what_the_plan_asks_for(bundled: Exhibition) -> None:
    assert {one.code for one in bundled.exhibits} >= {"D1", "D5", "D7"}
    assert len(bundled.glossary) >= 25
    assert len(bundled.mailbox.topics) == 12
    assert bundled.mailbox.phrases.keys() == {one.id for one in bundled.mailbox.topics}
    assert len(bundled.home.question.zh_hans) <= 16


def test_every_source_is_cited_or_a_founding_document(bundled: Exhibition) -> None:
    assert {one.id for one in bundled.sources} - set(cited(bundled)) <= {"S1"}


def test_a_township_has_no_standing_committee_and_no_court(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, LevelsBlock)
    roles = {level.id: {organ.role for organ in level.organs} for level in block.levels}
    assert list(roles) == ["township", "county", "city", "national"]
    assert roles.pop("township") == {"congress", "presidium", "executive"}
    full = {"congress", "standing", "executive", "supervisory", "court", "procuratorate"}
    assert all(one == full for one in roles.values())


def test_voters_elect_two_levels_and_deputies_the_other_two(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, LevelsBlock)
    electors = {
        level.id: (
            level.election,
            [one.origin for one in level.arrows if one.target == "congress" and one.relation == "elects"],
        )
        for level in block.levels
    }
    direct, indirect = ("direct", ["voters"]), ("indirect", ["below"])
    assert electors == {"township": direct, "county": direct, "city": indirect, "national": indirect}


def test_a_street_is_an_aside_and_no_level(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, LevelsBlock)
    assert [one.id for one in block.asides] == ["street"]
    assert not any("街道" in level.full_name.zh_hans for level in block.levels)


def test_a_street_never_decides_by_piaojue(bundled: Exhibition) -> None:
    """Trap T6: 票决 is what deputies do in session, 票选 what a street assembly does."""
    (block,) = blocks(bundled, BallotBlock)
    town, street = block.rule_sets
    assert (town.id, street.id) == ("town", "street")
    assert "票选" not in town.name.zh_hans + town.explanation.zh_hans + town.effect.zh_hans
    assert "票决" not in street.name.zh_hans + street.explanation.zh_hans + street.effect.zh_hans
    assert "代表" not in street.voters_name.zh_hans.replace("议事代表", "")
    for _, text in models(bundled):
        if isinstance(text, Text):
            assert not re.search(r"街道[^，。；：、]{0,8}票决|票决[^，。；：、]{0,4}街道", text.zh_hans), text.zh_hans


def test_thirty_eight_is_only_said_with_its_date(bundled: Exhibition) -> None:
    """Trap T1: there are 37 districts and counties since November 2025."""
    said = [one.zh_hans for _, one in models(bundled) if isinstance(one, Text) and "38" in one.zh_hans]
    assert said
    assert all(re.search(r"20\d\d 年 \d+ 月", one) for one in said)


def test_the_simulation_says_that_it_is_one(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, BallotBlock)
    assert block.disclaimer.sources == ("station-simulation",)
    made_up = [text for one in block.proposals for _, text in models(one) if isinstance(text, Text)]
    assert all(one.sources == ("station-simulation",) for one in made_up)


def test_the_ballot_can_be_filled_and_the_money_is_short(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, BallotBlock)
    listed = [one for one in block.proposals if one.public and one.within_year and one.within_powers]
    costs = sorted(one.cost for one in listed)
    assert len(listed) == block.ballot_size == 8
    assert sum(costs[: block.places]) <= block.budget < sum(costs[-block.places :])
    turned_down = [(one.public, one.within_year, one.within_powers) for one in block.proposals if one not in listed]
    assert sorted(turned_down) == [(False, True, True), (True, False, True), (True, True, False)]
    for rules in block.rule_sets:
        assert sum(group.count for group in rules.groups) == 20
        assert all(set(group.prefers) == {one.id for one in listed} for group in rules.groups)


def test_rules_are_known_to_civics(bundled: Exhibition) -> None:
    assert all(rules.id in BALLOT_RULES for block in blocks(bundled, BallotBlock) for rules in block.rule_sets)
    for rule in (rule for block in blocks(bundled, SeatsBlock) for rule in block.rules):
        low, high = (SEAT_RULES[rule.rule](one) for one in (rule.population_min, rule.population_max))
        assert rule.population_min <= rule.population_start <= rule.population_max
        assert low.may_be_fewer or rule.rule == "provincial"
        assert high.total == high.cap


def test_the_third_step_opens_the_ballot(bundled: Exhibition) -> None:
    (block,) = blocks(bundled, StepsBlock)
    assert [one.name.zh_hans for one in block.steps] == ["项目征集", "论证初选", "代表票决", "办理实施", "监督评议"]
    assert [one.opens for one in block.steps] == [None, None, "ballot", None, None]


def test_the_mailbox_never_promises_a_deputys_suggestion(bundled: Exhibition) -> None:
    """Trap T10: 建议条例 (2017) art. 9 forbids passing a resident's letter on as a suggestion."""
    assert "不等于代表建议" in bundled.mailbox.who_reads.zh_hans
    assert "not a deputy's suggestion" in (bundled.mailbox.who_reads.en or "")


def test_consent_says_purpose_retention_and_withdrawal(bundled: Exhibition) -> None:
    """个人信息保护法 art. 14-17, 19, 31."""
    said = bundled.mailbox.consent.text.zh_hans
    assert all(part in said for part in ("只用来回复", "90 天", "删除", "撤回", "不留也能寄", "监护人"))


def test_the_sample_deputies_are_marked(bundled: Exhibition) -> None:
    assert Catalog(bundled).is_sample
