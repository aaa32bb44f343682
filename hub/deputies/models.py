"""The directory: regions and deputies as imported. Columns are for lists and search; `record` is the schema's form.

Who has left stays, so that a printed code is still known; stations are told the id and nothing else.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Region(models.Model):
    """A district or county with its dates."""

    slug = models.CharField("标识", max_length=64, primary_key=True)
    name = models.CharField("名称", max_length=80)
    record = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "区县"
        verbose_name_plural = "区县"
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.name


class Deputy(models.Model):
    """A deputy as stations show them; `id` is opaque and never changes."""

    id = models.CharField("编号", max_length=12, primary_key=True)
    name = models.CharField("姓名", max_length=80, db_index=True)
    name_pinyin = models.CharField("拼音", max_length=160)
    unit = models.CharField("代表团或选区", max_length=200)
    levels = models.CharField("层级", max_length=80)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="deputies", verbose_name="区县")
    is_sample = models.BooleanField("示例", default=False)
    source_id = models.CharField("来源编号", max_length=120, default="", blank=True, db_index=True)
    unchecked = models.BooleanField("待核实", default=False)
    retired_on = models.DateField("离任", null=True, default=None)
    record = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "代表"
        verbose_name_plural = "代表"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.name


class Note(models.Model):
    """A text about a deputy's work. Stations get it once somebody else than its writer has approved it."""

    class Kind(models.TextChoices):
        REPORT = "report", "年度述职"
        PLEDGE = "pledge", "承诺"
        STORY = "story", "履职故事"

    class State(models.TextChoices):
        BEGUN = "begun", "刚开始"
        GOING = "going", "进行中"
        KEPT = "kept", "已兑现"
        CHANGED = "changed", "有变化"

    deputy = models.ForeignKey(Deputy, on_delete=models.CASCADE, related_name="notes", verbose_name="代表")
    kind = models.CharField("种类", max_length=8, choices=Kind.choices)
    year = models.PositiveSmallIntegerField("年度", null=True)
    title_zh = models.CharField("标题", max_length=60, default="")
    title_en = models.CharField("英文标题", max_length=120, default="")
    text_zh = models.CharField("内容", max_length=240)
    text_en = models.CharField("英文内容", max_length=600, default="")
    state = models.CharField("进展", max_length=8, choices=State.choices, default="", blank=True)
    as_of = models.DateField("截至", null=True)
    consented = models.DateField("同意的日期", null=True)
    until = models.DateField("展示到", null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    approved_on = models.DateField("批准的日期", null=True)

    class Meta:
        verbose_name = "履职文字"
        verbose_name_plural = "履职文字"
        ordering = ("deputy_id", "kind", "-year", "id")
        permissions = (("approve_note", "批准履职文字"),)

    def __str__(self) -> str:
        return f"{self.deputy}：{self.text_zh[:20]}"


class Portrait(models.Model):
    """A deputy's photo, made small and without what cameras write into files; kept only with consent."""

    deputy = models.OneToOneField(Deputy, on_delete=models.CASCADE, related_name="portrait", primary_key=True)
    data = models.BinaryField()
    consented = models.DateField("同意的日期")


class DirectoryState(models.Model):
    """The day the directory says how things stand; one row."""

    as_of = models.DateField("截至")
    imported_at = models.DateTimeField("导入时间")
