"""The live exhibition, from the database to the schema's frozen values, and from values into the database.

Owns which record is which part. `assemble` is what a release is built from: only live content, asked again by the
schema, whoever published it and however.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from pydantic import BaseModel, TypeAdapter

from content import schema
from content.captions import plain
from hub.deputies.directory import read_directory
from hub.exhibition import problems
from hub.exhibition.models import Answers, Document, Exhibit, Glossary, Home, Mailbox, Quiz, Sources, Tours


class Unfit(Exception):
    """The live content is no exhibition. `sentences`: each says where and what, for staff."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("；".join(self.sentences))


class DraftsInTheWay(Exception):
    """An import would bury drafts that nobody has published. `titles` names them."""

    def __init__(self, titles: Iterable[str]) -> None:
        self.titles = tuple(titles)
        super().__init__("、".join(self.titles))


@dataclass(frozen=True)
class Imported:
    """What an import did, in records."""

    new: int
    changed: int
    same: int


def assemble() -> schema.Exhibition:
    """The live exhibition with its directory. Raises Unfit."""
    sentences: list[str] = []
    exhibits = [_part(one, f"展项 {one}", sentences) for one in Exhibit.objects.filter(live=True)]
    single = {
        kind: _part(kind.objects.filter(live=True).first(), str(kind._meta.verbose_name), sentences)
        for kind in (Home, Mailbox, Sources, Glossary)
    }
    bank = Quiz.objects.filter(live=True).first()  # content of before there was one has none
    quiz = _part(bank, str(Quiz._meta.verbose_name), sentences) if bank else ()
    led = Tours.objects.filter(live=True).first()  # likewise
    tours = _part(led, str(Tours._meta.verbose_name), sentences) if led else ()
    told = Answers.objects.filter(live=True).first()  # likewise
    answers = _part(told, str(Answers._meta.verbose_name), sentences) if told else ()
    slugs = [one.id for one in exhibits if one is not None]
    sentences += [f"有两个展项用了同一个标识“{slug}”。" for slug in sorted({s for s in slugs if slugs.count(s) > 1})]
    if not exhibits:
        sentences.append("还没有已发布的展项。")
    if sentences:
        raise Unfit(sentences)
    return schema.Exhibition(
        home=single[Home],
        exhibits=tuple(exhibits),
        sources=single[Sources],
        glossary=single[Glossary],
        quiz=quiz,
        tours=tours,
        answers=answers,
        mailbox=single[Mailbox],
        directory=read_directory(),
    )


@transaction.atomic
def store(exhibition: schema.Exhibition, *, overwrite: bool = False) -> Imported:
    """Put an exhibition (without its directory) live, making a revision where something differs.

    Raises DraftsInTheWay where that would bury an unpublished draft, unless `overwrite`.
    """
    parts: list[tuple[Document, Any]] = []
    for position, exhibit in enumerate(plain(exhibition).exhibits, start=1):
        found = Exhibit.objects.filter(slug=exhibit.id).first() or Exhibit(live=False)
        found.position = position
        parts.append((found, exhibit))
    for kind, value in (
        (Home, exhibition.home),
        (Mailbox, exhibition.mailbox),
        (Sources, exhibition.sources),
        (Glossary, exhibition.glossary),
        (Quiz, exhibition.quiz),
        (Tours, exhibition.tours),
        (Answers, exhibition.answers),
    ):
        parts.append((kind.objects.first() or kind(live=False), value))
    drafts = [str(one) for one, _ in parts if one.pk and one.live and one.has_unpublished_changes]
    if drafts and not overwrite:
        raise DraftsInTheWay(drafts)
    outcomes = [_store_part(record, as_json(value)) for record, value in parts]
    return Imported(outcomes.count("new"), outcomes.count("changed"), outcomes.count("same"))


def as_json(value: BaseModel | tuple[BaseModel, ...]) -> Any:
    """The canonical published form: JSON types, aliases, nothing that is None."""
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def _store_part(record: Document, data: Any) -> str:
    outcome = "changed" if record.pk else "new"
    if record.pk and record.live and record.content == data and not record.has_unpublished_changes:
        record.save()
        return "same"
    record.content = data
    record.save()
    record.save_revision().publish()
    return outcome


def _part(record: Document | None, name: str, sentences: list[str]) -> Any:
    if record is None:
        sentences.append(f"{name}还没有发布。")
        return None
    field: Any = {one.name: one for one in record._meta.fields}["content"]
    annotation, shape = field.annotation, field.shape
    found = problems.problems_of(annotation, record.content)
    if found:
        sentences += [f"{name}：{problems.in_words(shape, one)}" for one in found]
        return None
    return TypeAdapter(annotation).validate_python(record.content)
