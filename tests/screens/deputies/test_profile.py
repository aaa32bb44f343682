"""One deputy: letters only where voters elect directly, no page out of office, names that can be drawn."""

from datetime import date, timedelta

import pytest

from content.civics import codes
from media import fonts
from screens.deputies.finder import Scope, finders
from screens.deputies.names import missing_glyphs, shown
from screens.deputies.profile import Profile
from screens.deputies.wording import introduction
from screens.flow import Place
from screens.screen import Go, Say
from tests.screens.deputies.people import COMING, PAST, PEOPLE, TODAY, TOLD, catalog, deputy

ODD = deputy("怪", "guai", id="ABCDEF")  # an id that the schema allows and no code can carry
CONTENT = catalog((*PEOPLE, PAST, COMING, ODD))


def profile(id: str) -> Profile:
    return Profile(CONTENT, finders(lambda: TODAY), id)


def of(name: str) -> Profile:
    return profile(next(one.id for one in PEOPLE if one.name == name))


@pytest.mark.parametrize(
    ("name", "may"),
    [("江澄", True), ("简宁", True), ("金一帆", False), ("欧阳若澜", False), ("贾舟", True)],
)
def test_letters_go_to_those_whom_voters_elect_directly(name: str, may: bool) -> None:
    model = of(name)
    assert model.state.may_write is may
    assert model.state.deputy is not None
    sent = model.press("deputies.write", 0.0)
    assert sent == ((Go(Place("mailbox", f"to:{model.state.deputy.id}")),) if may else ())


def test_the_code_on_the_page_leads_back_to_the_deputy() -> None:
    model = of("江澄")
    code = codes.parse(model.state.code)
    assert (code.type, code.id) == (codes.CodeType.DEPUTY, model._id)
    assert model.state.code == f"BY1.D.{code.id}.{code.check}"


def test_an_id_nobody_has_is_answered_calmly() -> None:
    model = profile("ZZZZZZZZZ")
    assert (model.state.trouble, model.state.deputy) == ("unknown", None)
    assert model.press("deputies.write", 0.0) == ()
    assert model.press("deputies.all", 0.0) == (Go(Place("deputies")),)


@pytest.mark.parametrize("who", [PAST, COMING])
def test_a_term_that_does_not_run_shows_nobody(who: object) -> None:
    model = profile(who.id)  # type: ignore[attr-defined]
    assert (model.state.trouble, model.state.deputy) == ("term", None)


def test_an_id_that_no_code_can_carry_has_a_page_without_a_picture() -> None:
    assert profile(ODD.id).state.code == ""


def test_new_content_takes_a_deputy_away() -> None:
    model = of("江澄")
    model.renew(catalog(PEOPLE[1:]))
    assert model.state.trouble == "unknown"


def test_topics_no_longer_known_are_left_out() -> None:
    odd = deputy("某", "mou", concerns=("elderly", "gone"))
    model = Profile(catalog([odd]), finders(lambda: TODAY), odd.id)
    assert [one.zh_hans for one in model.state.topics] == ["养老"]


def test_the_introduction_is_said_in_the_language_of_the_visitor() -> None:
    model = of("江澄")
    assert model.press("deputies.listen", 0.0) == (Say(introduction(model.state, "zh-Hans")),)
    model.language = "en"
    (said,) = model.press("deputies.listen", 0.0)
    assert isinstance(said, Say)
    assert "Jiang Cheng" in said.text
    assert not any("\u4e00" <= one <= "\u9fff" for one in said.text)
    assert profile("ZZZZZZZZZ").press("deputies.listen", 0.0) == ()


# ---- what the hub and the day decide


@pytest.mark.parametrize("why", ["left", "unchecked"])
def test_a_printed_code_of_somebody_who_is_gone_still_answers(why: str) -> None:
    gone = {"id": PAST.id, "why": why, "since": "2026-06-01"}
    model = Profile(catalog(PEOPLE, retired=(gone,)), finders(lambda: TODAY), PAST.id)
    assert (model.state.trouble, model.state.deputy, model.state.since) == (why, None, date(2026, 6, 1))


def test_an_entry_withdraws_itself_when_its_check_has_run_out() -> None:
    until = deputy("核", "he", verified_until=TODAY)
    days = [TODAY]
    content, finder = catalog([until]), finders(lambda: days[0])
    assert Profile(content, finder, until.id).state.trouble == ""
    days[0] = TODAY + timedelta(days=1)
    assert Profile(content, finder, until.id).state.trouble == "unchecked"
    assert finder(content).find("h", 9, Scope()).total == 0


def test_to_whom_letters_go_is_the_hubs_to_say() -> None:
    jin = next(one for one in PEOPLE if one.levels == ("city",))
    for levels, may in ((("city",), True), ((), False), (("county", "township"), False)):
        model = Profile(catalog(PEOPLE, letters_to=levels), finders(lambda: TODAY), jin.id)
        assert model.state.may_write is may
        assert bool(model.press("deputies.write", 0.0)) is may


def test_only_what_there_is_to_read_has_a_tab() -> None:
    assert of("江澄").state.tabs == ("about",)
    model = Profile(catalog([TOLD]), finders(lambda: TODAY), TOLD.id)
    assert model.state.tabs == ("about", "reports", "pledges", "stories")
    model.press("deputies.tab.stories", 0.0)
    (said,) = model.press("deputies.listen", 0.0)
    assert isinstance(said, Say)
    assert "数清坏了几盏" in said.text


def test_a_story_ends_with_the_consent_by_the_stations_own_clock() -> None:
    days = [date(2026, 12, 31)]
    model = Profile(catalog([TOLD]), finders(lambda: days[0]), TOLD.id)
    model.press("deputies.tab.stories", 0.0)
    days[0] = date(2027, 1, 1)
    model.renew(catalog([TOLD]))
    assert (model.state.tab, model.state.stories) == ("about", ())


def test_the_next_reception_is_worked_out_from_its_words() -> None:
    assert of("江澄").state.next == date(2026, 12, 2)


# ---- names that can be drawn


def test_rare_characters_are_in_the_faces_we_draw_names_with() -> None:
    for name in ("周䶮", "陈𬭼", "罗㛃", "谭𫘧"):
        assert shown(name, "a b").family == "serif"
        assert not missing_glyphs("serif", name)


def test_a_character_only_sans_has_is_drawn_in_sans() -> None:
    drawn = shown("周䶮", "zhou yan", missing=lambda family, _: {"䶮"} if family == "serif" else set())
    assert (drawn.text, drawn.family) == ("周䶮", "sans")


def test_a_character_no_face_has_gives_way_to_its_pinyin() -> None:
    drawn = shown("周\U00030000·明", "zhou yan ming")
    assert drawn.text == "周(Yan)·明"
    faces = [path for (family, _), path in fonts.FACES.items() if family == drawn.family]
    assert not any(fonts.missing(path, drawn.text) for path in faces)


def test_pinyin_that_does_not_fit_the_characters_stands_for_the_whole_name() -> None:
    assert shown("\U00030000明", "ming").text == "Ming"


def test_initials_are_those_of_the_pinyin() -> None:
    assert shown("欧阳若澜", "ou yang ruo lan").initials == "O Y R L"
