"""What authors write is read strictly, and everything wrong is named with file, line and cure."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from content.authoring import AuthoringError, Problem, read_exhibition
from content.schema import Directory
from tests.content.samples_of_content import (
    LAW,
    card,
    exhibit,
    exhibition,
    levels_block,
    mailbox,
    panels_block,
    question,
    steps_block,
    text,
    words,
)

EMPTY = Directory.model_validate({"as_of": "2025-11-06", "regions": [], "deputies": []})


def write(folder: Path, **changed: Any) -> Path:
    """A right folder, with some files replaced: text as it is, data as YAML, None left out."""
    files: dict[str, Any] = {
        "home.yaml": {"question": words(), "cards": [card()]},
        "mailbox.yaml": mailbox(),
        "sources.yaml": [LAW],
        "glossary.yaml": [{"id": "deputy", "term": words(), "pinyin": "dàibiǎo", "meaning": text()}],
        "quiz.yaml": [question()],
        "exhibits/levels/exhibit.yaml": exhibit(),
        **changed,
    }
    for name, content in files.items():
        if content is None:
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / name).write_text(written, "utf-8")
    return folder


def problems(folder: Path, directory: Directory | None = EMPTY) -> tuple[Problem, ...]:
    with pytest.raises(AuthoringError) as caught:
        read_exhibition(folder, directory)
    return caught.value.problems


def line_of(file: Path, part: str) -> int:
    return next(n for n, line in enumerate(file.read_text("utf-8").splitlines(), 1) if part in line)


def test_a_folder_is_read_as_an_exhibition(tmp_path: Path) -> None:
    write(
        tmp_path,
        **{"exhibits/tenth/exhibit.yaml": exhibit("tenth", "D10"), "exhibits/b/exhibit.yaml": exhibit("b", "D2")},
    )
    read = read_exhibition(tmp_path, EMPTY)
    assert [one.code for one in read.exhibits] == ["D1", "D2", "D10"]
    assert read.home == exhibition().home
    assert read.sources[0].dated == exhibition().sources[0].dated


def test_the_directory_of_the_folder_is_read_unless_one_is_given(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"directory.json": EMPTY.model_dump_json()})
    assert read_exhibition(folder).directory == EMPTY
    given = EMPTY.model_copy(update={"as_of": EMPTY.as_of.replace(day=7)})
    assert read_exhibition(folder, given).directory == given


def test_an_unknown_field_is_refused_with_its_line_and_the_field_that_was_meant(tmp_path: Path) -> None:
    wrong = exhibit(blocks=[steps_block(), panels_block()])
    wrong["blocks"][1]["panels"][0]["headng"] = "x"
    (found,) = problems(write(tmp_path, **{"exhibits/levels/exhibit.yaml": wrong}))
    assert found.file == "exhibits/levels/exhibit.yaml"
    assert found.line == line_of(tmp_path / found.file, "headng")
    assert found.message == "there is no field 'headng' here; did you mean 'heading'?"


def test_a_line_is_right_inside_a_block_whose_kind_is_also_a_field(tmp_path: Path) -> None:
    block = levels_block()
    block["levels"][1]["arrows"] = [{**block["levels"][1]["arrows"][0], "relation": "adores"}]
    (found,) = problems(write(tmp_path, **{"exhibits/levels/exhibit.yaml": exhibit("levels", "D1", block)}))
    assert found.line == line_of(tmp_path / found.file, "adores")


def test_a_missing_field_is_reported_at_what_lacks_it(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, **{"home.yaml": "question:\n  en: Why?\ncards:\n  - {id: a}\n"}))[:1]
    assert (found.file, found.line, found.message) == ("home.yaml", 1, "the field 'zh-Hans' is missing; add it")


def test_a_number_where_text_belongs_is_told_to_be_quoted(tmp_path: Path) -> None:
    right = yaml.safe_dump(mailbox(), allow_unicode=True, sort_keys=False)
    (found,) = problems(write(tmp_path, **{"mailbox.yaml": right.replace("version: v1", "version: 1")}))
    assert found.line == line_of(tmp_path / "mailbox.yaml", "version: 1")
    assert found.message.endswith("put it in quotes")


def test_a_text_without_source_is_refused(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, **{"mailbox.yaml": mailbox(who_reads=words())}))
    assert found.message == "the field 'sources' is missing; add it"


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, **{"sources.yaml": "- id: a\n  url: x\n  id: b\n"}))
    assert (found.line, found.message) == (3, "'id' stands twice; remove one of the two")


@pytest.mark.parametrize("broken", ["a: [}", "a: b: c", "\tx", "!!python/object:os.system {}"])
def test_what_is_no_yaml_is_refused_and_nothing_in_it_is_run(tmp_path: Path, broken: str) -> None:
    (found,) = problems(write(tmp_path, **{"glossary.yaml": broken}))
    assert (found.file, found.line) == ("glossary.yaml", 1)
    assert found.message.startswith("not YAML")


def test_a_step_that_opens_no_block_is_refused(tmp_path: Path) -> None:
    wrong = exhibit("levels", "D1", steps_block(opens="nowhere"))
    (found,) = problems(write(tmp_path, **{"exhibits/levels/exhibit.yaml": wrong}))
    assert found.message == "step 'a' opens 'nowhere', which is no block of this exhibit"


def test_the_folder_and_the_exhibit_have_one_name(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, **{"exhibits/levels/exhibit.yaml": exhibit("other")}))
    assert "'other', its folder 'levels'" in found.message


def test_an_id_or_a_place_in_the_plan_is_given_once(tmp_path: Path) -> None:
    found = problems(write(tmp_path, **{"sources.yaml": [LAW, LAW], "exhibits/b/exhibit.yaml": exhibit("b", "D1")}))
    assert [(one.file, one.message.split(";")[0]) for one in found] == [
        ("sources.yaml", "the id 'law' is used twice"),
        ("exhibits", "the id 'D1' is used twice"),
    ]


def test_every_problem_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    found = problems(write(tmp_path, **{"home.yaml": None, "glossary.yaml": "- {}", "sources.yaml": "[1]"}), None)
    assert {one.file for one in found} == {"home.yaml", "glossary.yaml", "sources.yaml", "directory.json"}
    assert all(str(one).startswith(f"{one.file}:{one.line}: ") for one in found)


def test_the_question_bank_is_read_and_may_be_left_out(tmp_path: Path) -> None:
    assert [one.id for one in read_exhibition(write(tmp_path / "with"), EMPTY).quiz] == ["age"]
    assert read_exhibition(write(tmp_path / "without", **{"quiz.yaml": None}), EMPTY).quiz == ()


def test_a_question_without_a_right_answer_is_found_with_its_line(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, **{"quiz.yaml": [question(), question("two", right="c")]}))
    assert found.file == "quiz.yaml"
    assert found.line > 1
    assert "use one of a, b" in found.message
