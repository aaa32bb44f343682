"""Language packs: what a translator is given, what is refused, what a station makes of one."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content.bundled import read
from content.checks.__main__ import _packs as checks_packs
from content.language import is_translated, offered, say, spoken, voice_language
from content.packs import PackError, checking, cldr, compiling, install, pack_in, packs_in, packs_of, sources
from content.packs.sources import Entry
from content.schema import Words
from screens.strings import names, string, table
from tests.content import packs as example

ENTRIES = [Entry("dock.home", "首页", "Home"), Entry("page", "第 {n} 页，{name}", "Page {n}, {name}", counted=True)]
GIST = "exhibits.livelihood-vote.gist"


@pytest.fixture(autouse=True)
def _nothing_stays() -> Iterator[None]:
    yield
    install(())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("built")
    example.compiled(place)
    return place / "packs" / "ar"


def some(chinese: str, english: str | None) -> Words:
    return Words.model_validate({"zh-Hans": chinese, "en": english})


def source(folder: Path, words: str, content: str = "", about: str = "tag: fr\nname: français\nenglish: French\n"):  # type: ignore[no-untyped-def]
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    rule = '"Plural-Forms: nplurals=3; plural=(n > 1);\\n"\n\n'
    (folder / "pack.yaml").write_text(about, "utf-8")
    (folder / "words.po").write_text(header + rule + words, "utf-8")
    (folder / "content.po").write_text(header + "\n" + content, "utf-8")
    return sources.read(folder)


def sentences(folder: Path, words: str, content: str = "", entries: tuple[Entry, ...] = (), **more: str) -> list[str]:
    found = checking.check(source(folder, words, content, **more), ENTRIES, list(entries), lambda text: set())
    return [str(one) for one in found]


HOME = 'msgctxt "dock.home"\nmsgid "首页"\nmsgstr "Accueil"\n\n'
PAGE = (
    'msgctxt "page"\nmsgid "第 {n} 页，{name}"\nmsgid_plural "第 {n} 页，{name}"\n'
    'msgstr[0] "Page {n}, {name}"\nmsgstr[1] "Page {n}, {name}"\nmsgstr[2] "Page {n}, {name}"\n\n'
)


# ---- what a translator is given ----------------------------------------


def test_the_lists_hold_every_string_and_every_text(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("tag: fr\nname: français\nenglish: French\n", "utf-8")
    exhibition = read(date(2026, 11, 23))
    total, waiting = sources.renew(tmp_path, table(), exhibition)
    made = sources.read(tmp_path)
    keys = {message.context for message in made.words if message.id}
    assert keys == {key for key in table() if not cldr.is_named(key)}
    assert GIST in {message.context for message in made.content if message.id}
    assert not any(context.startswith("directory") for context in {m.context for m in made.content if m.id})
    assert total == waiting > 3000


def test_the_english_stands_beside_and_forms_are_asked_for_by_cldr(tmp_path: Path) -> None:
    made = sources.template(iter(ENTRIES), "ar")
    home, page = (message for message in made if message.id)
    assert home.auto_comments == ["en: Home"]
    assert len(page.string) == len(cldr.forms("ar")) == 6


def test_what_was_translated_is_kept_and_what_is_stale_becomes_a_proposal(tmp_path: Path) -> None:
    source(tmp_path, HOME)
    strings = {"dock.home": {"zh-Hans": "首页", "en": "Home"}, "dock.back": {"zh-Hans": "返回", "en": "Back"}}
    sources.renew(tmp_path, strings, _empty())
    kept = {m.context: m for m in sources.read(tmp_path).words if m.id}
    assert kept["dock.home"].string == "Accueil" and not kept["dock.home"].fuzzy
    sources.renew(tmp_path, {"dock.home": {"zh-Hans": "回到首页", "en": "Go home"}}, _empty())
    changed = {m.context: m for m in sources.read(tmp_path).words if m.id}["dock.home"]
    assert changed.fuzzy and changed.string == "Accueil"
    assert '#| msgid "首页"' in (tmp_path / "words.po").read_text("utf-8")
    entries = [Entry("dock.home", "回到首页", "Go home")]
    assert compiling.current(sources.read(tmp_path).words, entries) == []


def test_a_string_that_moved_to_another_key_keeps_its_translation(tmp_path: Path) -> None:
    source(tmp_path, HOME)
    sources.renew(tmp_path, {"strip.home": {"zh-Hans": "首页", "en": "Home"}}, _empty())
    moved = next(m for m in sources.read(tmp_path).words if m.id)
    assert (moved.context, moved.string, moved.fuzzy) == ("strip.home", "Accueil", False)


def _empty():  # type: ignore[no-untyped-def]
    exhibition = read(date(2026, 11, 23))
    return exhibition.model_copy(update={"exhibits": ()})


# ---- what is refused ----------------------------------------


def test_a_finished_list_has_nothing_to_put_right(tmp_path: Path) -> None:
    assert sentences(tmp_path, HOME + PAGE) == []


def test_missing_words_keep_a_pack_back_and_missing_texts_do_not(tmp_path: Path) -> None:
    made = source(tmp_path, HOME)
    found = checking.check(made, ENTRIES, [Entry("gist", "一句话", "A sentence")], lambda text: set())
    assert [(one.file, one.grave) for one in found] == [("words.po", True), ("content.po", False)]


def test_a_proposal_nobody_has_looked_at_is_told_of(tmp_path: Path) -> None:
    assert any("fuzzy" in one for one in sentences(tmp_path, "#, fuzzy\n" + HOME + PAGE))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("Page {n}, {nom}", "names a place"),
        ("Page {n}", "leaves out {name}"),
        ("Page {n}, {name} {", "names a place"),
    ],
)
def test_places_must_be_those_of_the_chinese(tmp_path: Path, wrong: str, said: str) -> None:
    found = sentences(tmp_path, HOME + PAGE.replace('msgstr[1] "Page {n}, {name}"', f'msgstr[1] "{wrong}"'))
    assert any(said in one for one in found)


def test_one_thing_may_be_said_without_its_number(tmp_path: Path) -> None:
    assert sentences(tmp_path, HOME + PAGE.replace('msgstr[0] "Page {n}, {name}"', 'msgstr[0] "La page, {name}"')) == []


def test_a_number_of_the_english_must_be_in_the_translation_in_any_digits(tmp_path: Path) -> None:
    entry = Entry("fact", "1,200 条，98%", "1,200 letters, 98%")
    row = 'msgctxt "fact"\nmsgid "1,200 条，98%"\nmsgstr "{}"\n'
    assert sentences(tmp_path, HOME + PAGE, row.format("1 200 lettres, 98 %"), (entry,)) == []
    assert sentences(tmp_path, HOME + PAGE, row.format("١٢٠٠ رسالة، ٩٨٪"), (entry,)) == []
    found = sentences(tmp_path, HOME + PAGE, row.format("1 200 lettres, 89 %"), (entry,))
    assert any("98" in one for one in found)


def test_letters_that_no_face_draws_are_refused_with_the_cure(tmp_path: Path) -> None:
    made = source(tmp_path, HOME + PAGE, about="tag: am\nname: አማርኛ\nenglish: Amharic\n")
    found = checking.check(made, ENTRIES, [], lambda text: {c for c in text if "\u1200" <= c <= "\u137f"})
    said = " ".join(map(str, found))
    assert "no face here draws" in said and "U+12" in said and "faces: {regular: FILE}" in said


def test_a_face_that_lacks_letters_itself_is_named(tmp_path: Path) -> None:
    folder = example.folder(tmp_path)
    (folder / "pack.yaml").write_text("tag: am\nname: አማርኛ\nenglish: Amharic\nfaces: {regular: face.ttf}\n", "utf-8")
    found = checking.check(sources.read(folder), [], [], lambda text: {c for c in text if "\u1200" <= c <= "\u137f"})
    assert any("neither our faces nor face.ttf" in str(one) for one in found)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("tag: en\nname: English\nenglish: English\n", "written by this house"),
        ("tag: th\nname: ไทย\nenglish: Thai\n", "without spaces"),
    ],
)
def test_languages_this_program_cannot_show_are_refused(tmp_path: Path, about: str, said: str) -> None:
    assert any(said in one for one in sentences(tmp_path, HOME + PAGE, about=about))


@pytest.mark.parametrize(
    "about", ["tag: xx\nname: x\nenglish: x\n", "tag: fr\n", "tag: fr\nname: f\nenglish: f\nx: 1\n"]
)
def test_a_folder_that_does_not_say_what_it_is_is_refused_in_a_sentence(tmp_path: Path, about: str) -> None:
    with pytest.raises(PackError):
        source(tmp_path, HOME, about=about)


def test_the_checks_of_an_authors_folder_look_at_its_packs(tmp_path: Path) -> None:
    exhibition = read(date(2026, 11, 23))
    place = tmp_path / "languages" / "th"
    place.mkdir(parents=True)
    source(place, HOME, about="tag: th\nname: ไทย\nenglish: Thai\n")
    said, grave = checks_packs(tmp_path, exhibition)
    assert grave and any("languages/th/" in one and "without spaces" in one for one in said)
    (place / "pack.yaml").write_text("tag: fr\nname: français\nenglish: French\n", "utf-8")
    said, grave = checks_packs(tmp_path, exhibition)
    assert not grave and any("have no translation" in one for one in said)


# ---- what a station makes of it ----------------------------------------


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    made = source(tmp_path, HOME + PAGE)
    once, twice = (compiling.compiled(sources.read(tmp_path), ENTRIES, []) for _ in range(2))
    assert once == twice == compiling.compiled(made, ENTRIES, [])
    assert compiling.zipped(once) == compiling.zipped(twice)


def test_a_zip_is_a_pack_too(built: Path, tmp_path: Path) -> None:
    compiling.write({one.name: one.read_bytes() for one in built.iterdir()}, tmp_path / "ar.zip")
    (pack,) = packs_of(tmp_path)
    assert pack.word("dock.home", "首页") == "الرئيسية"
    assert pack.faces["regular"].file.is_file()


def test_plural_forms_are_those_of_cldr(built: Path) -> None:
    install([pack_in(built)])
    said = {n: string("idle.body", "ar", n=n) for n in (0, 1, 2, 5, 14, 100)}
    assert "ثانيتين" in said[2] and "ثوانٍ" in said[5] and "ثانية" in said[14]
    assert len({said[0], said[1], said[2]}) == 3


@pytest.mark.parametrize(("tag", "forms"), [("fr", 3), ("ru", 4), ("ar", 6), ("vi", 1), ("he", 3), ("ug", 2)])
def test_gettext_understands_the_rule_of_cldr_and_counts_as_it_does(tag: str, forms: int) -> None:
    import gettext

    choose = gettext.c2py(cldr.plural_rule(tag))  # type: ignore[attr-defined]
    rule = cldr.locale(tag).plural_form
    for n in (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000):
        assert cldr.forms(tag)[choose(n)] == rule(n), n
    assert len(cldr.forms(tag)) == forms


def test_numbers_days_and_months_are_written_by_cldr(tmp_path: Path) -> None:
    assert cldr.shown("n", 12345, "de") == "12.345"
    assert cldr.shown("y", 2026, "de") == "2026"
    assert cldr.shown("day", "2026-03-04", "de") == "4. März 2026"
    assert cldr.shown("name", "江澄", "de") == "江澄"
    assert cldr.shown("n", "12", "fa") == "۱۲"
    assert cldr.name_of("journey.month.3", "fr") == "mars"
    assert cldr.name_of("journey.weekday.0", "fr") == "lundi"


def test_what_a_pack_lacks_is_english_and_marked_else_chinese_and_never_empty(built: Path) -> None:
    install([pack_in(built)])
    assert string("dock.home", "ar") == "الرئيسية"
    assert string("form.hand", "ar") == "Handwriting [EN]"
    assert string("budget.met", "ar", k=3, n=7) == "3 of 7 [EN]"
    assert say(some("没有译出", "Not translated"), "ar") == "Not translated [EN]"
    assert say(some("没有译出", None), "ar") == "没有译出 [中文]"
    assert voice_language(some("没有译出", "Not translated"), "ar") == "en"
    assert spoken(some("没有译出", None), "ar") == "没有译出"
    for key in table():
        assert string(key, "ar").strip()


def test_a_translation_of_older_words_is_not_shown(built: Path) -> None:
    exhibit = next(one for one in read(date(2026, 11, 23)).exhibits if one.id == "livelihood-vote")
    install([pack_in(built)])
    assert say(exhibit.gist, "ar").startswith("السكان") and is_translated(exhibit.gist, "ar")
    newer = exhibit.gist.model_copy(update={"zh_hans": exhibit.gist.zh_hans + "还可以评议。"})
    assert say(newer, "ar") == f"{exhibit.gist.en} [EN]"


def test_the_same_chinese_for_two_things_is_told_apart_by_its_english(tmp_path: Path) -> None:
    rows = 'msgctxt "a"\nmsgid "代表"\nmsgstr "députée"\n\nmsgctxt "b"\nmsgid "代表"\nmsgstr "représente"\n'
    entries = [Entry("a", "代表", "Deputy"), Entry("b", "代表", "stands for")]
    files = compiling.compiled(source(tmp_path, HOME, rows), ENTRIES, entries)
    compiling.write(files, tmp_path / "fr")
    install([pack_in(tmp_path / "fr")])
    assert [say(some("代表", one), "fr") for one in ("Deputy", "stands for")] == ["députée", "représente"]


def test_a_place_that_the_string_does_not_have_is_no_reason_to_show_nothing(tmp_path: Path) -> None:
    wrong = 'msgctxt "strip.updated"\nmsgid "内容更新于 {time}"\nmsgstr "Le {heure}"\n'
    entry = [Entry("strip.updated", "内容更新于 {time}", "Updated {time}")]
    compiling.write(compiling.compiled(source(tmp_path, wrong), entry, []), tmp_path / "fr")
    install([pack_in(tmp_path / "fr")])
    assert string("strip.updated", "fr", time="9:00") == "Updated 9:00 [EN]"


def test_every_installed_language_is_offered_by_its_own_name(built: Path) -> None:
    assert offered() == ("zh-Hans", "zh-Hant", "en")
    install([pack_in(built)])
    assert offered()[-1] == "ar" and names()["ar"] == "العربية"


def test_packs_come_with_a_release_and_a_broken_one_is_left_out(built: Path) -> None:
    files = {f"languages/ar/{one.name}": one.read_bytes() for one in built.iterdir()}
    files["languages/fr/pack.json"] = b"{}"
    files["languages/xx/pack.json"] = json.dumps({"tag": "xx"}).encode()
    (pack,) = packs_in(files.__getitem__, files, lambda path: built / path.rpartition("/")[2])
    assert pack.tag == "ar" and pack.manifest.rtl


@pytest.mark.parametrize("lost", ["words.mo", "content.json", "regular.ttf", "regular.chars"])
def test_a_pack_without_one_of_its_files_is_refused_in_a_sentence(built: Path, tmp_path: Path, lost: str) -> None:
    for one in built.iterdir():
        if one.name != lost:
            (tmp_path / one.name).write_bytes(one.read_bytes())
    with pytest.raises(PackError, match="missing"):
        pack_in(tmp_path)


def test_our_own_languages_are_not_replaced_by_a_pack(built: Path, tmp_path: Path) -> None:
    for one in built.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    about = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    (tmp_path / "pack.json").write_text(json.dumps({**about, "tag": "en"}), "utf-8")
    with pytest.raises(PackError, match="written by this house"):
        pack_in(tmp_path)
