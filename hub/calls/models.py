"""Calls for somebody to come to a station. Nothing about the visitor is known, so nothing is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models

from hub.stations.models import Station
from sync.calls import EXPIRES, CallRequest, CallState

KEPT: Final = timedelta(days=30)


class Call(models.Model):
    """One call. `id` is the station's, for ever."""

    class Ending(models.TextChoices):
        OPEN = "", "等人"
        DONE = "done", "办好了"
        MET = "met", "在展台处理了"
        OVER = "over", "不用了"

    id = models.UUIDField(primary_key=True)
    station = models.ForeignKey(Station, on_delete=models.CASCADE, related_name="calls", verbose_name="展台")
    rung_at = models.DateTimeField("叫人时间", db_index=True)
    rings = models.PositiveSmallIntegerField("次数", default=1)
    language = models.CharField("屏上文字", max_length=16, default="", blank=True)
    coming_at = models.DateTimeField("应答时间", null=True)
    coming = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField("结束", null=True)
    ending = models.CharField("结果", max_length=8, choices=Ending.choices, default=Ending.OPEN, blank=True)

    class Meta:
        verbose_name = "叫人"
        verbose_name_plural = "叫人"
        ordering = ("-rung_at", "id")
        default_permissions = ()
        permissions = (("answer_call", "应答叫人"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def state(self) -> CallState:
        """What the station is told."""
        if self.ended_at is not None:
            return "done"
        return "waiting" if self.coming_at is None else "coming"

    @classmethod
    def waiting(cls, now: datetime) -> models.QuerySet[Call]:
        """Those somebody may still wait for, those nobody answered first."""
        return cls.objects.filter(ended_at=None, rung_at__gt=now - EXPIRES).order_by(
            models.F("coming_at").asc(nulls_first=True), "rung_at"
        )


def heard(said: CallRequest, station: Station, now: datetime) -> Call | None:
    """Take a call in; the same one again only ever moves it on. None for the id of another station's call."""
    rung_at = now - min(EXPIRES, timedelta(seconds=said.age_s))
    Call.objects.filter(rung_at__lt=now - KEPT).delete()
    made = {"station": station, "rung_at": rung_at, "language": said.language[:16]}
    call, _ = Call.objects.get_or_create(id=said.id, defaults=made)
    if call.station_id != station.id:
        return None
    call.rings = max(call.rings, said.rings)
    if said.wish != "come" and call.ended_at is None:
        call.ended_at, call.ending = now, Call.Ending(said.wish)
    call.save(update_fields=["rings", "ended_at", "ending"])
    return call
