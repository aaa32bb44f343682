"""The pages about reading aloud, and their place in the menu."""

from __future__ import annotations

from typing import Any

from django.urls import path, re_path
from wagtail import hooks

from hub.readings.views import PERMISSION, ExhibitTexts, OneText, Overview, Sound
from hub.site.menu import PermittedItem

_RECORDING = r"(?P<exhibit>[a-z0-9-]{1,80})/(?P<name>[0-9a-f]{32})"  # `content.aloud.name_of`


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def urls() -> list[Any]:
    return [
        path("readings/", Overview.as_view(), name="readings"),
        path("readings/<slug:exhibit>/", ExhibitTexts.as_view(), name="readings_of"),
        re_path(rf"^readings/{_RECORDING}/$", OneText.as_view(), name="reading"),
        re_path(rf"^readings/{_RECORDING}/(?P<voice>person|neural)/$", Sound.as_view(), name="reading_sound"),
    ]


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def menu() -> Any:
    return PermittedItem("朗读", "readings", PERMISSION, icon_name="openquote", order=105)
