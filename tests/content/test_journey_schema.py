"""What an author may not write in a case, a page to sharpen or a story: each refusal names the place and the cure."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from content.schema import Holidays, JourneyBlock, JourneyCase, Slot, Story, strictly


def words(text: str = "字") -> dict[str, str]:
    return {"zh-Hans": text, "en": text}


def text(value: str = "字") -> dict[str, Any]:
    return {**words(value), "sources": ["S0"]}


def choice(id: str, to: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": id, "label": words(), "working_days": 1, "told": text(), **({"to": to} if to else {}), **more}


def scene(id: str, *choices: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": id, "stage": "speak", "role": words(), "heading": words(), "text": text(), "choices": list(choices),
    }  # fmt: skip


def case(*scenes: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "case", "name": words(), "line": words(), "picture": "none", "begins": "2025-09-15",
        "scenes": list(scenes),
    }  # fmt: skip


def test_a_case_with_a_detour_and_an_ending_is_fine():
    read = strictly(JourneyCase, case(scene("a", choice("astray"), choice("on", "b")), scene("b")))
    assert [one.id for one in read.scenes] == ["a", "b"]


@pytest.mark.parametrize(
    ("scenes", "says"),
    [
        ((scene("a", choice("on", "c")), scene("b")), "'c', which is no scene"),
        ((scene("a", choice("x")), scene("b")), "no choice of 'a' leads on"),
        ((scene("a", choice("on", "b")), scene("b"), scene("c")), "no choice leads to 'c'"),
        ((scene("a", choice("on", "b")), scene("b", choice("back", "a"))), "leads back to itself"),
        ((scene("a", choice("on", "b"), choice("on", "b")), scene("b")), "share an id"),
        ((scene("a", choice("on", "a2")), scene("a", choice("on", "a"))), "two scenes share an id"),
        ((scene("a", choice("on", "b", closes=["reply"])), scene("b")), "closes 'reply'.*open it first"),
        (
            (
                scene("a", choice("on", "b", opens=["reply"])),
                scene("b", choice("on", "c", opens=["reply"])),
                scene("c"),
            ),
            "opens 'reply'.*close it first",
        ),
        (
            (scene("a", choice("on", "b", opens=["reply"])), scene("b", choice("on", "c", within="reply")), scene("c")),
            "opens 'reply'.*close it first",
        ),
        ((scene("a", choice("astray", opens=["reply"]), choice("on", "b")), scene("b")), "opens and closes no term"),
    ],
)
def test_a_case_that_cannot_be_walked_is_refused(scenes, says):
    with pytest.raises(ValidationError, match=says):
        strictly(JourneyCase, case(*scenes))


def test_a_term_that_runs_on_one_way_only_may_not_be_closed():
    both = scene("a", choice("with", "b", opens=["reply"]), choice("without", "b"))
    with pytest.raises(ValidationError, match="may not run then"):
        strictly(JourneyCase, case(both, scene("b", choice("on", "c", closes=["reply"])), scene("c")))


def test_a_holiday_ends_after_it_begins():
    off = {"name": words(), "first": "2025-10-08", "last": "2025-10-01"}
    with pytest.raises(ValidationError, match="swap them"):
        strictly(Holidays, {"days_off": [off], "first": "2025-01-01", "last": "2025-12-31", "note": text()})


def test_a_case_begins_within_the_table_of_holidays():
    table = {"days_off": [], "first": "2026-01-01", "last": "2026-12-31", "note": text()}
    block = {
        "id": "j", "title": words(), "cases": [case(scene("a", choice("on", "b")), scene("b"))], "holidays": table,
        "disclaimer": text(), "comparison": text(),
    }  # fmt: skip
    with pytest.raises(ValidationError, match="outside the table of holidays"):
        strictly(JourneyBlock, block)


def test_every_slot_has_a_wording_without_a_flaw():
    wordings = [{"id": str(i), "words": text(), "flaw": "vague", "why": text()} for i in range(2)]
    with pytest.raises(ValidationError, match="leave one without"):
        strictly(Slot, {"id": "where", "name": words(), "question": words(), "wordings": wordings})


def test_pages_of_a_story_have_ids_of_their_own():
    page = {"id": "one", "picture": "none", "caption": words(), "heading": words(), "text": text()}
    with pytest.raises(ValidationError, match="give each its own"):
        strictly(Story, {"id": "story", "name": words(), "pages": [page, page]})
