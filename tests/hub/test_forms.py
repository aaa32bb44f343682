"""Forms derived from the schema: everything goes in and comes out as it was, and what is wrong is said where it is."""

from __future__ import annotations

import typing
from functools import cache
from typing import Annotated, Any, Literal

import pytest
from django.forms.utils import ErrorList
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from content import schema
from content.captions import plain
from hub.exhibition import convert, labels, live, problems
from hub.exhibition.blocks import root_block_of
from hub.exhibition.fields import SchemaField
from hub.exhibition.models import Exhibit
from hub.exhibition.shapes import Leaf, ListOf, OneOf, Record, Shape, Table, shape_of
from tests.hub.posting import post_data

PARTS: tuple[Any, ...] = (
    schema.Exhibit,
    schema.Home,
    schema.Mailbox,
    tuple[schema.Source, ...],
    tuple[schema.Term, ...],
    tuple[schema.Question, ...],
    tuple[schema.Tour, ...],
    tuple[schema.AnsweredLetter, ...],
)
words = st.text(alphabet="选民代表ab c，。1\n", min_size=1, max_size=12).filter(lambda text: text.strip() == text != "")
keys = st.text(alphabet="abcdefg", min_size=1, max_size=6)


@cache
def form_block(annotation: Any) -> Any:
    """Making a whole form takes longer than sending it through."""
    return root_block_of(shape_of(annotation))


LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]  # exhibits of twenty kinds


def published(shape: Shape) -> st.SearchStrategy[Any]:
    """JSON of this shape with nothing blank in it, valid or not."""
    match shape:
        case Leaf("sources"):
            return st.lists(keys, min_size=1, max_size=3, unique=True)
        case Leaf("bool"):
            return st.booleans()
        case Leaf("int"):
            return st.integers(1, 10**9)
        case Leaf("date"):
            return st.dates().map(lambda day: day.isoformat())
        case Leaf("choice", choices):
            return st.sampled_from(choices)
        case Leaf():
            return words
        case ListOf(OneOf() as union):
            return st.lists(st.one_of(*(published(one) for _, one in union.variants)), min_size=1, max_size=2)
        case ListOf(item):
            return st.lists(published(item), min_size=1, max_size=2)
        case Table(value):
            return st.dictionaries(keys, published(value), min_size=1, max_size=2)
        case Record():
            required = {slot.key: published(slot.shape) for slot in shape.slots if slot.required}
            optional = {slot.key: published(slot.shape) for slot in shape.slots if not slot.required}
            fixed = st.fixed_dictionaries(required, optional=optional)
            return fixed.map(lambda found: {**dict(shape.constants), **found})
    raise AssertionError(shape)


def through_the_form(annotation: Any, data: Any) -> Any:
    """JSON -> blocks -> the page's inputs -> blocks -> JSON, as an editor who changes nothing sends it."""
    field = SchemaField(annotation, name="content").formfield()
    sent = post_data(field.block, field.prepare_value(data), "content")
    return field.clean(field.widget.value_from_datadict(sent, {}, "content"))


def errors_of(annotation: Any, data: Any) -> dict[str, str]:
    """Where the form shows which sentence."""
    field = SchemaField(annotation, name="content").formfield()
    sent = post_data(field.block, field.prepare_value(data), "content")
    with pytest.raises(Exception) as raised:
        field.clean(field.widget.value_from_datadict(sent, {}, "content"))
    return dict(_flat(raised.value, ""))


def _flat(error: Any, at: str) -> Any:
    if hasattr(error, "block_errors"):
        own = [message for one in ErrorList(error.non_block_errors).as_data() for message in one.messages]
        if own:
            yield at, " ".join(own)
        for key, inner in error.block_errors.items():
            yield from _flat(inner, f"{at}.{key}".lstrip("."))
    else:
        yield at, " ".join(error.messages)


@pytest.mark.parametrize("annotation", PARTS, ids=str)
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=LARGE)
def test_any_content_comes_back_from_the_blocks_as_it_went_in(annotation: Any, data: st.DataObject) -> None:
    shape = shape_of(annotation)
    value = data.draw(published(shape))
    block = form_block(annotation)
    held = block.get_prep_value(block.to_python(convert.to_stream(shape, value)))
    back = convert.to_json(shape, held)
    assert _without_defaults(shape, back) == _without_defaults(shape, value)


def _without_defaults(shape: Shape, data: Any) -> Any:
    """A field that says what the schema would say anyway may be written or left out."""
    match shape:
        case Record():
            slots = {slot.key: slot for slot in shape.slots}
            kept = {
                key: _without_defaults(slots[key].shape, one) if key in slots else one
                for key, one in data.items()
                if key not in slots or slots[key].required or one not in (slots[key].default, False, [], {})
            }
            return kept
        case ListOf(OneOf() as union):
            kinds = dict(union.variants)
            return [_without_defaults(kinds[one[union.tag]], one) for one in data]
        case ListOf(item):
            return [_without_defaults(item, one) for one in data]
        case Table(value):
            return {key: _without_defaults(value, one) for key, one in data.items()}
    return data


def test_the_whole_bundled_exhibition_passes_through_the_forms_unchanged(exhibition: schema.Exhibition) -> None:
    parts: list[tuple[Any, Any]] = [(schema.Exhibit, one) for one in plain(exhibition).exhibits]
    parts += [(schema.Home, exhibition.home), (schema.Mailbox, exhibition.mailbox)]
    parts += [(tuple[schema.Source, ...], exhibition.sources), (tuple[schema.Term, ...], exhibition.glossary)]
    parts += [(tuple[schema.Question, ...], exhibition.quiz), (tuple[schema.Tour, ...], exhibition.tours)]
    parts += [(tuple[schema.AnsweredLetter, ...], exhibition.answers)]
    for annotation, value in parts:
        back = through_the_form(annotation, live.as_json(value))
        read = _read(annotation, back)
        assert read == value


def _read(annotation: Any, data: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(annotation).validate_python(data)


def test_a_missing_sentence_is_asked_for_at_its_own_field(exhibition: schema.Exhibition) -> None:
    data = live.as_json(exhibition.exhibits[0])
    data["blocks"][0]["title"]["zh-Hans"] = ""
    assert errors_of(schema.Exhibit, data) == {"blocks.0.title.zh_hans": "这一项要填写。"}


def test_every_problem_of_a_form_is_said_at_once(exhibition: schema.Exhibition) -> None:
    data = live.as_json(exhibition.exhibits[0])
    data["code"] = "X9"
    data["gist"]["sources"] = []
    data["minutes"] = 0
    found = errors_of(schema.Exhibit, data)
    assert found == {
        "code": "编号是 D 加数字，例如 D1。",
        "gist.sources": "至少要有 1 项，现在是 0 项。",
        "minutes": "要大于 0。",
    }


def test_a_rule_over_the_whole_exhibit_is_said_in_chinese_at_the_top(exhibition: schema.Exhibition) -> None:
    data = live.as_json(exhibition.exhibits[0])
    data["blocks"].append(data["blocks"][0])
    (where, sentence), *_ = errors_of(schema.Exhibit, data).items()
    assert (where, sentence) == ("", f"有两个内容块用了同一个标识“{data['blocks'][0]['id']}”，请各用各的。")


def test_letters_in_a_number_are_refused_at_the_number(exhibition: schema.Exhibition) -> None:
    field = SchemaField(schema.Exhibit, name="content").formfield()
    sent = post_data(field.block, field.prepare_value(live.as_json(exhibition.exhibits[0])), "content")
    sent["content-minutes"] = "三"
    with pytest.raises(Exception) as raised:
        field.clean(field.widget.value_from_datadict(sent, {}, "content"))
    assert [at for at, _ in _flat(raised.value, "")] == ["minutes"]


def test_a_key_that_is_used_twice_is_not_silently_lost(exhibition: schema.Exhibition) -> None:
    shape = shape_of(schema.Mailbox)
    stream = convert.to_stream(shape, {**live.as_json(exhibition.mailbox), "phrases": {"lift": [{"zh-Hans": "电梯"}]}})
    stream["phrases"] = stream["phrases"] * 2
    assert [one.sentence for one in problems.doubled_keys(shape, stream)] == ["“lift”出现了两次，请合并。"]


def test_a_draft_may_be_unfinished(exhibition: schema.Exhibition) -> None:
    data = live.as_json(exhibition.exhibits[0])
    data["title"]["zh-Hans"] = ""
    field = SchemaField(schema.Exhibit, name="content").formfield()
    field.is_deferred_validation = True
    sent = post_data(field.block, field.prepare_value(data), "content")
    kept = field.clean(field.widget.value_from_datadict(sent, {}, "content"))
    assert "zh-Hans" not in kept["title"]
    assert kept["gist"] == data["gist"]


def test_an_emptied_optional_part_is_gone(exhibition: schema.Exhibition) -> None:
    shape = shape_of(schema.Source)
    source = {"id": "law", "title": {"zh-Hans": "法"}, "publisher": {"zh-Hans": "会"}, "note": {"zh-Hans": "注"}}
    stream = convert.to_stream(shape, source)
    stream["note"]["zh_hans"] = ""
    assert "note" not in convert.to_json(shape, stream)


class _Quiz(BaseModel):
    kind: Literal["quiz"] = "quiz"
    id: schema.Slug
    prompt: schema.Text
    answers: tuple[schema.Words, ...] = Field(min_length=2)


class _Riddle(BaseModel):
    kind: Literal["riddle"] = "riddle"
    id: schema.Slug
    riddle: schema.Words


class _Room(BaseModel):
    blocks: tuple[Annotated[_Quiz | _Riddle, Field(discriminator="kind")], ...]


def test_a_new_kind_of_block_is_editable_without_a_line_of_hub_code() -> None:
    quiz = {
        "kind": "quiz",
        "id": "first",
        "prompt": {"zh-Hans": "几级", "sources": ["law"]},
        "answers": [{"zh-Hans": "四"}, {"zh-Hans": "五"}],
    }
    assert through_the_form(_Room, {"blocks": [quiz]}) == {"blocks": [quiz]}
    assert errors_of(_Room, {"blocks": [{**quiz, "answers": quiz["answers"][:1]}]}) == {
        "blocks.0.answers": "至少要有 2 项，现在是 1 项。"
    }


def test_an_annotation_the_forms_cannot_edit_is_refused_by_name() -> None:
    class Odd(BaseModel):
        weight: complex

    with pytest.raises(TypeError, match="complex"):
        shape_of(Odd)


def test_every_field_and_choice_has_a_chinese_name() -> None:
    lacking = [f"{model.__name__}.{name}" for model, name in _fields(PARTS) if name not in labels.FIELDS]
    choices = {choice for one in _leaves(PARTS) for choice in one.choices}
    assert lacking == []
    assert choices - labels.CHOICES.keys() == set()


def _records(shapes: typing.Iterable[Shape]) -> typing.Iterator[Record]:
    for shape in shapes:
        match shape:
            case Record():
                yield shape
                yield from _records(slot.shape for slot in shape.slots)
            case ListOf(item):
                yield from _records([item])
            case OneOf():
                yield from _records(one for _, one in shape.variants)
            case Table(value):
                yield from _records([value])


def _fields(parts: tuple[Any, ...]) -> typing.Iterator[tuple[type, str]]:
    for record in _records(map(shape_of, parts)):
        yield from ((record.model, slot.name) for slot in record.slots)


def _leaves(parts: tuple[Any, ...]) -> typing.Iterator[Leaf]:
    for record in _records(map(shape_of, parts)):
        yield from (slot.shape for slot in record.slots if isinstance(slot.shape, Leaf))


@pytest.mark.django_db
def test_no_migration_is_missing_and_none_follows_the_schema() -> None:
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    assert Exhibit._meta.get_field("content").deconstruct()[1] == "django.db.models.JSONField"
