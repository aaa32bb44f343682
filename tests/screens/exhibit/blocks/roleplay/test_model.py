"""A talk: nobody is skipped, nothing is signed that was not agreed, and no way through breaks the rules."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screens.exhibit.blocks.roleplay.model import RoleplayModel
from screens.exhibit.blocks.roleplay.state import PHASES
from tests.screens.exhibit.blocks.d6 import TALK, agreeable, at_propose, talk_press, talk_walk


def test_models_do_without_kivy():
    code = "import sys, screens.exhibit.blocks.roleplay.model; print('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


@pytest.mark.parametrize("scene", [one.id for one in TALK.scenes])
def test_a_walk_shows_every_step_and_ends_in_an_agreement(scene):
    states = talk_walk(scene)
    assert {one.phase for one in states} == set(PHASES)
    assert states[-1].result.agreed
    assert states[-1].checking is not None


def test_a_meeting_below_half_cannot_begin():
    model = RoleplayModel(TALK)
    talk_press(model, "scene.lift", "role.high", "meet.office")
    assert (model.state.present, model.state.affected, model.state.quorate) == (5, 14, False)
    assert talk_press(model, "next").phase == "meet"
    assert talk_press(model, "meet.yard", "next").phase == "listen"


@pytest.mark.parametrize("scene", TALK.scenes, ids=lambda one: one.id)
def test_the_proposal_begins_with_all_the_visitors_side_wants(scene):
    for party in scene.parties:
        model = RoleplayModel(TALK)
        state = talk_press(model, f"scene.{scene.id}", f"role.{party.id}")
        assert state.points(party) == 10


def test_a_side_is_heard_when_it_speaks_and_unheard_when_it_is_skipped():
    model = RoleplayModel(TALK)
    state = talk_press(model, "scene.rota", "role.parents", "meet.handover", "next")
    assert state.heard == ("young",)
    state = talk_press(model, "skip")
    assert [one.id for one in state.unheard] == ["senior", "managers"]
    assert talk_press(model, "hear").speaking.id == "senior"
    assert talk_press(model, "next").unheard == ()
    assert talk_press(model, "next").phase == "propose"


def test_an_offer_moves_every_side_by_its_weights():
    state = at_propose().state
    before = [state.points(one) for one in state.scene.parties]
    assert before == [2, 10, 5]
    model = at_propose()
    state = talk_press(model, "offer.cost.by-floor")
    assert [state.points(one) for one in state.scene.parties] == [5, 8, 7]
    assert state.gets(state.me, 0) == (3, 5)


def test_wishes_alone_are_refused_and_cannot_be_written_down():
    model = at_propose()
    state = talk_press(model, "put")
    assert not state.result.agreed
    assert talk_press(model, "write").phase == "vote"
    assert talk_press(model, "change").phase == "propose"


def test_an_agreement_is_signed_only_with_a_check_in_it():
    model = at_propose()
    talk_press(model, *agreeable(model.state), "put", "write")
    assert talk_press(model, "sign").phase == "sign"
    assert talk_press(model, "check.log", "sign").phase == "end"


def test_a_spoken_promise_leads_back_to_the_paper():
    model = at_propose()
    talk_press(model, *agreeable(model.state), "put", "write", "oral")
    assert model.state.phase == "oral"
    assert talk_press(model, "sign", "check.log").phase == "oral"
    assert talk_press(model, "write").phase == "sign"


def test_back_undoes_steps_but_not_single_offers():
    model = at_propose()
    talk_press(model, "offer.cost.by-floor", "offer.build.plain", "put")
    model.press("dock.back", 0.0)
    assert model.state.phase == "propose"
    assert model.state.choice == (0, 1, 1)
    model.press("dock.back", 0.0)
    assert model.state.phase == "listen"


def test_at_the_first_step_back_is_passed_on():
    model = RoleplayModel(TALK)
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before


def test_the_end_offers_another_proposal_another_side_another_matter():
    def at_end():
        model = at_propose()
        talk_press(model, *agreeable(model.state), "put", "write", "check.log", "sign")
        return model

    assert talk_press(at_end(), "again.plan").phase == "propose"
    again = talk_press(at_end(), "again.role")
    assert (again.phase, again.scene_id, again.role) == ("role", "lift", "")
    assert talk_press(at_end(), "again.scene") == RoleplayModel(TALK).state


def test_the_number_of_ways_out_is_counted_for_the_meeting_that_was_held():
    at_call, at_yard = at_propose(meet="call").state, at_propose(meet="yard").state
    assert at_call.ways_out[1] == at_yard.ways_out[1] == 27
    assert at_call.ways_out[0] != at_yard.ways_out[0]


NAMES = sorted(
    {"next", "skip", "hear", "why", "close", "put", "change", "write", "oral", "sign", "page.next", "page.prev"}
    | {"again.plan", "again.role", "again.scene", "nonsense"}
    | {f"scene.{one.id}" for one in TALK.scenes}
    | {f"role.{party.id}" for one in TALK.scenes for party in one.parties}
    | {f"meet.{meet.id}" for one in TALK.scenes for meet in one.gatherings}
    | {f"check.{check.id}" for one in TALK.scenes for check in one.checks}
    | {f"offer.{i.id}.{offer.id}" for one in TALK.scenes for i in one.issues for offer in i.offers}
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([f"talk.{name}" for name in NAMES] + ["dock.back"]), max_size=60), st.integers(0, 3))
def test_no_sequence_of_touches_breaks_the_talk(ids, start):
    model = RoleplayModel(TALK)
    talk_press(model, f"scene.{TALK.scenes[start].id}")
    for id in ids:
        model.press(id, 0.0)
        state = model.state
        if state.phase in ("scenes", "role"):
            continue
        assert state.role in {one.id for one in state.scene.parties}
        assert len(state.choice) == len(state.scene.issues)
        assert all(0 <= state.points(one) <= 10 for one in state.scene.parties)
        assert set(state.heard) <= {one.id for one in state.others}
        assert state.phase == "meet" or state.quorate
        assert state.phase not in ("sign", "oral", "end") or state.result.agreed
        assert state.phase != "end" or state.checking is not None
