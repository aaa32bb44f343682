"""The exhibition as staff edit it: one record per exhibit, and one each for home, mailbox, sources and lists.

Owns drafts, revisions and what is live (Wagtail's). What a record holds is `content.schema`'s alone; the few columns
beside it are copied out of the content for lists. Leaves assembling and publishing to `live` and `hub.publishing`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin
from wagtail.search import index

from content import schema
from hub.exhibition.fields import SchemaField
from hub.exhibition.uploads import PictureForm


class Document(LockableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):  # type: ignore[misc]
    """A piece of the exhibition with its drafts and revisions."""

    title = models.CharField("标题", max_length=200, editable=False, default="")
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="%(class)s")

    search_fields: ClassVar[list[Any]] = [index.SearchField("title"), index.AutocompleteField("title")]
    panels: ClassVar[list[Any]] = [FieldPanel("content", heading="内容")]
    content: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title or "未命名"

    @property
    def revisions(self) -> Any:
        """Wagtail's name for the relation above."""
        return self._revisions

    def summarize(self) -> None:
        """Copy out of the content what lists show."""
        self.title = str(self._meta.verbose_name)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.summarize()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.summarize()
        super().save(*args, **kwargs)


class Exhibit(Document):
    """One exhibit. `position` is its place in the exhibition; `slug` and `code` mirror the content."""

    content = SchemaField(schema.Exhibit, verbose_name="展项")
    slug = models.CharField("标识", max_length=64, editable=False, default="", db_index=True)
    code = models.CharField("编号", max_length=8, editable=False, default="")
    position = models.PositiveIntegerField("次序", default=0, editable=False)

    class Meta:
        verbose_name = "展项"
        verbose_name_plural = "展项"
        ordering = ("position", "pk")

    def summarize(self) -> None:
        held = self.content or {}
        self.title = str((held.get("title") or {}).get("zh-Hans", ""))[:200]
        self.slug, self.code = str(held.get("id", ""))[:64], str(held.get("code", ""))[:8]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and not self.position:
            self.position = 1 + (Exhibit.objects.aggregate(models.Max("position"))["position__max"] or 0)
        super().save(*args, **kwargs)


class Home(Document):
    """The home screen; there is one."""

    content = SchemaField(schema.Home, verbose_name="首页")

    class Meta:
        verbose_name = "首页"
        verbose_name_plural = "首页"


class Mailbox(Document):
    """The No. 1 mailbox; there is one."""

    content = SchemaField(schema.Mailbox, verbose_name="一号信箱")

    class Meta:
        verbose_name = "一号信箱"
        verbose_name_plural = "一号信箱"


class Sources(Document):
    """All documents that texts cite; there is one such list."""

    content = SchemaField(tuple[schema.Source, ...], default=list, verbose_name="出处")

    class Meta:
        verbose_name = "出处"
        verbose_name_plural = "出处"


class Glossary(Document):
    """All terms; there is one such list."""

    content = SchemaField(tuple[schema.Term, ...], default=list, verbose_name="术语表")

    class Meta:
        verbose_name = "术语表"
        verbose_name_plural = "术语表"


class Quiz(Document):
    """The question bank; there is one such list."""

    content = SchemaField(tuple[schema.Question, ...], default=list, verbose_name="题库")

    class Meta:
        verbose_name = "题库"
        verbose_name_plural = "题库"


class Tours(Document):
    """All guided tours; there is one such list."""

    content = SchemaField(tuple[schema.Tour, ...], default=list, verbose_name="导览")

    class Meta:
        verbose_name = "导览"
        verbose_name_plural = "导览"


class Answers(Document):
    """All cards of answered letters; there is one such list."""

    content = SchemaField(tuple[schema.AnsweredLetter, ...], default=list, verbose_name="答复卡片")

    class Meta:
        verbose_name = "答复卡片"
        verbose_name_plural = "答复卡片"


class Picture(models.Model):
    """A picture, film or caption file of an exhibit, by the name that its blocks use; released once it is named."""

    base_form_class = PictureForm
    panels: ClassVar[list[Any]] = [
        FieldPanel("exhibit"),
        FieldPanel("upload"),
        FieldPanel("shows_map"),
        FieldPanel("map_approval"),
    ]
    exhibit = models.ForeignKey(Exhibit, on_delete=models.CASCADE, related_name="pictures", verbose_name="展项")
    name = models.CharField("文件名", max_length=70, editable=False)
    data = models.BinaryField("内容")
    shows_map = models.BooleanField("画面里有地图", default=False, help_text="真实地方的地图；示意的小格子不算。")
    map_approval = models.CharField(
        "审图号", max_length=40, blank=True, help_text="照地图上印的填，例如 GS（2024）0650号；展项里也填这个号。"
    )

    class Meta:
        verbose_name = "图片与影片文件"
        verbose_name_plural = "图片与影片文件"
        ordering = ("exhibit", "name")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=("exhibit", "name"), name="one_picture_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name or "未命名"


class Translation(models.Model):
    """An English text and the Chinese it was last read against, as short hashes (`content.checks.translations`)."""

    chinese = models.CharField(max_length=12)
    english = models.CharField(max_length=12)

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=("chinese", "english"), name="one_translation_of_a_pair")
        ]


SINGLE: tuple[type[Document], ...] = (Home, Mailbox, Sources, Glossary, Quiz, Tours, Answers)
"""Kinds of which the exhibition has exactly one."""
