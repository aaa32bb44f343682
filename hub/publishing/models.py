"""Releases: what was sent to stations, when and by whom; and what did not fit when content was laid out."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Release(models.Model):
    """One published release. The truth is the signed repository; this row says who and why."""

    label = models.CharField("版本", max_length=120, unique=True)
    manifest_sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField("发布时间")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, verbose_name="发布人"
    )
    changes = models.JSONField("变动", default=list)

    class Meta:
        verbose_name = "发布"
        verbose_name_plural = "发布"
        ordering = ("-published_at",)
        default_permissions = ("add", "view")

    def __str__(self) -> str:
        return self.label


class Layout(models.Model):
    """What a part of the exhibition looked like on a station: the texts that did not fit, as `kiosk fits` told them.

    `digest` is that of the part's words: the same words need not be looked at again.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    part = models.CharField(max_length=64)
    unfit = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
