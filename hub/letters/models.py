"""Letters as they arrived, sealed; who read which, when, and what became of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from hub.letters.stages import ACTS, OPEN, STAGES, Case
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

    stage = models.CharField("办理", max_length=16, choices=list(STAGES.items()), default="received", db_index=True)
    stage_since = models.DateTimeField("办理阶段自", null=True)
    """Null: since it was received."""
    topic = models.CharField("事由", max_length=80, default="", blank=True)
    place = models.CharField("地点", max_length=80, default="", blank=True)
    """Ids of the mailbox's own lists, so that letters can be sorted unread; what a writer made up stays sealed."""
    mark = models.CharField(max_length=64, default="", db_index=True)
    """What a receipt is found by, without being kept: see `hub.letters.sorting`. Empty: not sorted yet."""
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="经办人"
    )
    term = models.CharField("期限依据", max_length=12, default="pledge")
    term_from = models.DateField("期限自", null=True)
    due = models.DateField("答复期限", null=True, db_index=True)
    extended = models.BooleanField("已延期", default=False)
    office = models.CharField("单位", max_length=80, default="", blank=True)
    reason = models.CharField("理由", max_length=300, default="", blank=True)
    reply = models.BinaryField(default=b"")
    """Sealed as the letter is: it may speak of who wrote."""
    reply_key_id = models.CharField(max_length=16, default="", blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    rate_by = models.DateField("评价期限", null=True)
    promised = models.DateField("承诺日期", null=True)
    may_tell = models.BooleanField("写信人同意公开办理结果", default=False)
    progress_at = models.DateTimeField(null=True, db_index=True)
    """When what the writer may learn last changed."""

    class Meta:
        verbose_name = "信件"
        verbose_name_plural = "信件"
        ordering = ("-received", "id")
        default_permissions = ()
        permissions = (("read_letter", "阅读信件"), ("oversee_letters", "查看信件阅读记录"))

    def __str__(self) -> str:
        return str(self.id)

    @property
    def state(self) -> str:
        if self.withdrawn_at is not None:
            return "withdrawn"
        if self.closed_at is not None:
            return "closed"
        return "received" if self.first_read_at is None else "read"

    @property
    def case(self) -> Case:
        """What decides which step may follow."""
        return Case(self.stage, self.round, self.promised is not None, self.extended)  # type: ignore[arg-type]

    @property
    def owes_answer(self) -> bool:
        return self.stage in OPEN

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
        EXPORT = "export", "导出"

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
        return {"purge": "到期自动", "station": "写信人"}.get(self.channel, "命令行导出")


class Move(models.Model):
    """One step of a letter: who took it, when, and why. Written once; nothing changes or removes it."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="moves")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    channel = models.CharField(max_length=10, default="console")
    at = models.DateTimeField("时间")
    act = models.CharField(max_length=12)
    before = models.CharField(max_length=16)
    after = models.CharField(max_length=16)
    why = models.CharField("理由", max_length=300, default="", blank=True)
    """Emptied when the writer withdraws the letter; the step itself stays."""
    office = models.CharField("单位", max_length=80, default="", blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    grade = models.CharField(max_length=12, default="", blank=True)

    class Meta:
        ordering = ("at", "id")
        default_permissions = ()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("a step that was taken is not changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("a step that was taken is not removed")

    @property
    def what(self) -> str:
        return ACTS.get(self.act) or _OTHER_ACTS.get(self.act, self.act)  # type: ignore[call-overload]

    @property
    def who(self) -> str:
        """The person, or what brought it about."""
        if self.person is not None:
            return str(self.person)
        return "写信人" if self.channel == "station" else "自动"

    @property
    def graded(self) -> str:
        return GRADES.get(self.grade, "")


GRADES = {"satisfied": "满意", "mostly": "基本满意", "dissatisfied": "不满意"}
_OTHER_ACTS = {
    "assign": "交给",
    "merge": "合并",
    "part": "分开",
    "erase": "写信人删除联系方式",
    "tell": "写信人同意公开",
}


class FollowUp(models.Model):
    """A rating or withdrawal from a station, sealed until it has been dealt with, and empty after that."""

    class Outcome(models.TextChoices):
        WAITING = "", "等信到"
        DONE = "done", "照办"
        REFUSED = "refused", "没有办"

    id = models.UUIDField(primary_key=True)
    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=16)
    created = models.DateTimeField()
    received = models.DateTimeField(db_index=True)
    sealed = models.BinaryField()
    letter = models.ForeignKey(Letter, null=True, on_delete=models.PROTECT, related_name="follow_ups")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING, blank=True)
    wrong_pin = models.BooleanField(default=False)

    class Meta:
        ordering = ("received", "id")
        default_permissions = ()


class StationArea(models.Model):
    """Where a station stands: the id of a district (`content.civics.regions`), and its township or street by name."""

    station = models.OneToOneField(Station, primary_key=True, on_delete=models.CASCADE, related_name="area")
    district = models.CharField("区县", max_length=16)
    township = models.CharField("乡镇（街道）", max_length=40, default="", blank=True)

    class Meta:
        default_permissions = ()


class StaffArea(models.Model):
    """Whose letters a person may see: of one township, of one district, or, with neither, of all."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letter_areas")
    district = models.CharField("区县", max_length=16, default="", blank=True)
    township = models.CharField("乡镇（街道）", max_length=40, default="", blank=True)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("person", "district", "township"), name="one_area_once"),)


class ReplyTemplate(models.Model):
    """Words to begin a reply with. {事由}, {地点} and {日期} are filled in; a person reads it before it goes."""

    name = models.CharField("名称", max_length=60, unique=True)
    topic = models.CharField("事由", max_length=80, default="", blank=True, help_text="只用于这一类事由，不填都能用")
    text = models.TextField("内容", max_length=1500)

    class Meta:
        verbose_name = "答复模板"
        verbose_name_plural = "答复模板"
        ordering = ("name",)
        default_permissions = ("view", "add", "change", "delete")

    def __str__(self) -> str:
        return self.name
