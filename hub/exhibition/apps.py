from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class ExhibitionConfig(AppConfig):
    name = "hub.exhibition"
    label = "exhibition"
    verbose_name = "展览内容"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import published

        published.connect(_went_live, dispatch_uid="translations")


def _went_live(instance: Any, **_: Any) -> None:
    from hub.exhibition import translations
    from hub.exhibition.models import Document

    if isinstance(instance, Document):
        translations.went_live(instance)
