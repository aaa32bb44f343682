"""The directory: regions and deputies as imported. Columns are for lists and search; `record` is the schema's form."""

from __future__ import annotations

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
    record = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "代表"
        verbose_name_plural = "代表"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.name


class DirectoryState(models.Model):
    """The day the directory says how things stand; one row."""

    as_of = models.DateField("截至")
    imported_at = models.DateTimeField("导入时间")
