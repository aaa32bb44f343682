"""Stations, and the one-time codes by which they join."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from django.db import models

QUIET_AFTER: Final = timedelta(minutes=15)
"""Three heartbeats missed."""


class Station(models.Model):
    """A station as it last reported. `id` is opaque and given at enrolment."""

    id = models.CharField("编号", max_length=64, primary_key=True)
    name = models.CharField("名称", max_length=80)
    public_key = models.BinaryField(unique=True)
    enrolled_at = models.DateTimeField("登记时间")
    last_seen = models.DateTimeField("最近联系", null=True)
    app_version = models.CharField("程序版本", max_length=40, default="", blank=True)
    release = models.CharField("正在展出", max_length=120, default="", blank=True)
    outbox_depth = models.PositiveIntegerField("待寄信件", default=0)
    outbox_refused = models.PositiveIntegerField("搁置信件", default=0)
    clock_skew_s = models.IntegerField("时钟偏差（秒）", default=0)
    findings = models.JSONField("自检结果", default=list)
    resend_since = models.DateTimeField("请求重寄自", null=True)
    resend_asks = models.PositiveSmallIntegerField(default=0)
    revoked = models.BooleanField("已停用", default=False)

    class Meta:
        verbose_name = "展台"
        verbose_name_plural = "展台"
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    def state(self, now: datetime) -> Literal["revoked", "new", "quiet", "problem", "ok"]:
        """What staff should know of it first."""
        if self.revoked:
            return "revoked"
        if self.last_seen is None:
            return "new"
        if now - self.last_seen > QUIET_AFTER:
            return "quiet"
        if self.outbox_refused or any(one.get("level") == "problem" for one in self.findings):
            return "problem"
        return "ok"


class EnrolmentCode(models.Model):
    """A code as its hash: the code itself is shown once, and kept nowhere."""

    digest = models.CharField(max_length=64, unique=True)
    station_name = models.CharField("展台名称", max_length=80)
    created_at = models.DateTimeField("生成时间")
    expires_at = models.DateTimeField("有效期至")
    used_at = models.DateTimeField("使用时间", null=True)
    station = models.ForeignKey(Station, null=True, on_delete=models.SET_NULL, verbose_name="展台")

    class Meta:
        verbose_name = "登记码"
        verbose_name_plural = "登记码"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.station_name
