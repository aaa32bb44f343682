"""The four matters of the deliberation hall over every proposal, and what the schema refuses in a fifth."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from content.civics.deliberation import ACCEPTS, FULL, points, proposals, wishes, workable
from content.schema import Exhibit, HuntBlock, RoleplayBlock, TalkScene, strictly

FILE = Path(__file__).parents[2] / "content/exhibition/exhibits/deliberation-hall/exhibit.yaml"
EXHIBIT = strictly(Exhibit, yaml.safe_load(FILE.read_text(encoding="utf-8")))
TALK = next(one for one in EXHIBIT.blocks if isinstance(one, RoleplayBlock))
HUNT = next(one for one in EXHIBIT.blocks if isinstance(one, HuntBlock))
SCENES = pytest.mark.parametrize("scene", TALK.scenes, ids=lambda one: one.id)


def held(scene):
    """The meetings that enough people come to, as numbers present."""
    affected = sum(one.count for one in scene.parties)
    return [scene.present(one) for one in scene.gatherings if 2 * sum(scene.present(one)) >= affected]


def outcomes(scene, present):
    found = workable(scene.agreement, scene.table, [one.count for one in scene.parties], present)
    return {choice: points(scene.table, choice) for choice in found}


def test_the_four_matters_are_there():
    assert [one.id for one in TALK.scenes] == ["lift", "road", "rota", "yard"]


@SCENES
def test_every_side_finds_two_agreements_it_accepts_at_every_meeting(scene):
    assert held(scene)
    for present in held(scene):
        for place in range(len(scene.parties)):
            assert sum(values[place] >= ACCEPTS for values in outcomes(scene, present).values()) >= 2


@SCENES
def test_no_proposal_gives_everybody_everything(scene):
    assert all(min(points(scene.table, one)) < FULL for one in proposals(scene.table))


@SCENES
def test_what_one_side_wants_is_never_agreed_as_it_stands(scene):
    """Whoever puts nothing but their own wishes to the meeting has to give something up."""
    for place in range(len(scene.parties)):
        for present in held(scene):
            assert wishes(scene.table, place) not in outcomes(scene, present)


@SCENES
def test_every_offer_is_part_of_some_agreement(scene):
    for present in held(scene):
        for i, issue in enumerate(scene.issues):
            assert {choice[i] for choice in outcomes(scene, present)} == set(range(len(issue.offers)))


@SCENES
def test_a_meeting_can_fail_for_want_of_people(scene):
    assert len(held(scene)) < len(scene.gatherings)


@SCENES
def test_not_every_proposal_is_agreed(scene):
    for present in held(scene):
        assert len(outcomes(scene, present)) <= 12 < len(list(proposals(scene.table))) == 27


def changed(**values):
    return {**TALK.scenes[0].model_dump(by_alias=True), **values}


def test_a_scene_that_somebody_cannot_win_ten_points_in_is_refused():
    data = changed()
    data["issues"][0]["offers"][2]["points"][0]["points"] = 9
    with pytest.raises(ValidationError, match="make its best offers add up to 10"):
        TalkScene.model_validate(data)


def test_a_scene_without_enough_agreements_is_refused():
    with pytest.raises(ValidationError, match="until there are at least two"):
        TalkScene.model_validate(changed(majority="every_side", floor=4, issues=_harsh()))


def _harsh():
    """Three sides that each like another offer, and nothing between."""
    issues = changed()["issues"]
    for issue, most in zip(issues, (4, 3, 3), strict=True):
        for place, offer in enumerate(issue["offers"]):
            for other, one in enumerate(offer["points"]):
                one["points"] = most if place == other else 0
    return issues


def test_a_scene_that_everybody_wins_is_refused():
    issues = changed()["issues"]
    for issue, most in zip(issues, (4, 3, 3), strict=True):
        for one in issue["offers"][0]["points"]:
            one["points"] = most
        for offer in issue["offers"][1:]:
            for one in offer["points"]:
                one["points"] = 0
    with pytest.raises(ValidationError, match="must be something to give up"):
        TalkScene.model_validate(changed(issues=issues))


def test_a_scene_in_which_somebody_need_not_give_way_is_refused():
    with pytest.raises(ValidationError, match="let others lose more by it"):
        TalkScene.model_validate(changed(majority="more_than_half", floor=0))


def test_a_scene_that_nobody_comes_to_is_refused():
    gatherings = changed()["gatherings"]
    for gathering in gatherings:
        for one in gathering["comes"]:
            one["count"] = 1
    with pytest.raises(ValidationError, match="brings half"):
        TalkScene.model_validate(changed(gatherings=gatherings))


@pytest.mark.parametrize(
    ("field", "says"), [("points", "give points to each"), ("comes", "give an attendance to each")]
)
def test_a_side_that_is_forgotten_is_named(field, says):
    data = changed()
    if field == "points":
        data["issues"][0]["offers"][0]["points"] = data["issues"][0]["offers"][0]["points"][:2]
    else:
        data["gatherings"][0]["comes"] = data["gatherings"][0]["comes"][:2]
    with pytest.raises(ValidationError, match=says):
        TalkScene.model_validate(data)


def test_more_people_than_there_are_cannot_come():
    data = changed()
    data["gatherings"][0]["comes"][0]["count"] = 5
    with pytest.raises(ValidationError, match="there are only 4"):
        TalkScene.model_validate(data)


def test_the_courtyard_has_five_problems_and_things_in_order():
    assert len(HUNT.problems) == 5
    assert len(HUNT.spots) > len(HUNT.problems)
    assert {one.acts for one in HUNT.problems} == {one.id for one in HUNT.actors}


def spoilt(index, **values):
    data = HUNT.model_dump(by_alias=True)
    data["spots"][index].update(values)
    return data


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"from_left": 990}, "leaves the picture"),
        ({"from_left": 543, "from_top": 355}, "overlap"),
        ({"id": "wire"}, "share the id"),
        ({"credit": 3}, "needs acts, why and credit together"),
    ],
)
def test_a_spot_that_cannot_be_touched_or_told_is_refused(values, says):
    with pytest.raises(ValidationError, match=says):
        HuntBlock.model_validate(spoilt(0, **values))


def test_a_problem_for_nobody_known_is_refused():
    with pytest.raises(ValidationError, match="who is no actor"):
        HuntBlock.model_validate(spoilt(1, acts="mayor"))
