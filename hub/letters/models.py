"""Letters as they arrived, sealed; and who read which, when."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hub.stations.models import Station


class Letter(models.Model):
    """A sealed letter. Nothing about its words is in the database; the id is the station's, for ever."""

    id = models.UUIDField(primary_key=True)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="letters", verbose_name="展台")
    key_id = models.CharField("封信钥匙", max_length=16)
    created = models.DateTimeField("写信时间")
    received = models.DateTimeField("收到时间", db_index=True)
    sealed = models.BinaryField()
    first_read_at = models.DateTimeField("首次阅读", null=True)

    class Meta:
        verbose_name = "信件"
        verbose_name_plural = "信件"
        ordering = ("-received", "id")
        default_permissions = ()
        permissions = (("read_letter", "阅读信件"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def state(self) -> str:
        return "received" if self.first_read_at is None else "read"


class Reading(models.Model):
    """One reading of one letter by one person: the audit trail personal data asks for (PIPL art. 51)."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    channel = models.CharField(max_length=10, default="console")
    at = models.DateTimeField("阅读时间")

    class Meta:
        ordering = ("-at",)
        default_permissions = ()
