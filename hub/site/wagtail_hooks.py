"""The console's frame: menu, theme, the pages that are ours."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from hub.calls.views import CallList
from hub.deputies.import_page import ImportPage
from hub.deputies.note_page import DeputyPage
from hub.deputies.views import DeputyList
from hub.deputies.views import export as export_deputies
from hub.publishing.language_page import LanguagePage
from hub.publishing.views import ReleasePage
from hub.site.desk import Desk
from hub.site.menu import PermittedItem
from hub.stations.views import StationList

_HIDDEN = frozenset({"explorer", "images", "documents", "help", "snippets"})


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def urls() -> list[Any]:
    return [
        path("release/", ReleasePage.as_view(), name="release"),
        path("languages/", LanguagePage.as_view(), name="languages"),
        path("stations/", StationList.as_view(), name="stations"),
        path("calls/", CallList.as_view(), name="calls"),
        path("deputies/", DeputyList.as_view(), name="deputies"),
        path("deputies/import/", ImportPage.as_view(), name="deputies_import"),
        path("deputies/deputies.csv", export_deputies, name="deputies_export"),
        path("deputies/<slug:pk>/", DeputyPage.as_view(), name="deputy"),
    ]


def _item(label: str, view: str, permission: str, icon: str, order: int) -> None:
    hooks.register(
        "register_admin_menu_item", lambda: PermittedItem(label, view, permission, icon_name=icon, order=order)
    )


_item("发布到展台", "release", "publishing.add_release", "upload", 110)
_item("语言包", "languages", "publishing.add_release", "globe", 115)
_item("叫人", "calls", "calls.answer_call", "user", 125)
_item("展台", "stations", "stations.view_station", "desktop", 130)
_item("代表名录", "deputies", "deputies.view_deputy", "group", 140)


@hooks.register("construct_main_menu")  # type: ignore[untyped-decorator]
def hide_what_is_not_ours(request: Any, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _HIDDEN]


@hooks.register("insert_global_admin_css")  # type: ignore[untyped-decorator]
def theme() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("hub/console.css"))


@hooks.register("insert_global_admin_js")  # type: ignore[untyped-decorator]
def scripts() -> str:
    return format_html('<script src="{}" defer></script>', static("hub/console.js"))


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]
def no_panels_about_websites(request: Any, panels: list[Any]) -> None:
    panels[:] = [panel for panel in panels if type(panel).__module__.startswith("hub.")]
    panels.append(Desk(request))
