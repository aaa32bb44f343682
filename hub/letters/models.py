"""Letters as they arrived, sealed; who read which, when, and what became of them."""

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
    closed_at = models.DateTimeField("办结", null=True, db_index=True)
    contact_erased_at = models.DateTimeField("联系方式删除", null=True)
    """Since when nothing in `sealed` tells who wrote; also set when closing found that nothing ever did."""
    voice_erased_at = models.DateTimeField("录音删除", null=True)
    """Since when there is no recording; also set when closing found that there never was one."""
    withdrawn_at = models.DateTimeField("撤回", null=True)
    """Since when `sealed` is empty. The row stays, so that the same id sent again is known and never comes back."""

    card = models.CharField("答复卡片", max_length=64, default="", blank=True)
    """Id of the card that tells what came of it; empty while there is none. The card does not know the letter."""

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
        if self.withdrawn_at is not None:
            return "withdrawn"
        if self.closed_at is not None:
            return "closed"
        return "received" if self.first_read_at is None else "read"

    @classmethod
    def unread(cls) -> models.QuerySet[Letter]:
        """Letters that wait for someone to open them."""
        return cls.objects.filter(first_read_at=None, withdrawn_at=None)


class VoicePart(models.Model):
    """A part of a letter's recording, sealed as it came."""

    id = models.UUIDField(primary_key=True)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="voice_parts")
    number = models.PositiveSmallIntegerField()
    key_id = models.CharField(max_length=16)
    received = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ("letter", "number")
        default_permissions = ()


class Reading(models.Model):
    """What one person did with one letter: the audit trail personal data asks for (PIPL art. 51)."""

    class Action(models.TextChoices):
        READ = "read", "阅读"
        CLOSE = "close", "办结"
        CORRECT = "correct", "更正联系方式"
        ERASE = "erase", "删除联系方式"
        LISTEN = "listen", "听录音"
        MUTE = "mute", "删除录音"
        WITHDRAW = "withdraw", "删除整封信"
        CARD = "card", "写答复卡片"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    channel = models.CharField(max_length=10, default="console")
    action = models.CharField("做了什么", max_length=10, choices=Action.choices, default=Action.READ)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("-at",)
        default_permissions = ()

    @property
    def who(self) -> str:
        """The person, or what ran without one."""
        if self.reader is not None:
            return str(self.reader)
        return "到期自动" if self.channel == "purge" else "命令行导出"
