"""The cockpit's address, and its place in the menu."""

from __future__ import annotations

from typing import Any

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hub.cockpit.scope import may_look
from hub.cockpit.views import CockpitPage


class CockpitItem(MenuItem):  # type: ignore[misc]
    """Shown to whoever may open it."""

    def is_shown(self, request: Any) -> bool:
        return may_look(request.user)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def urls() -> list[Any]:
    return [path("cockpit/", CockpitPage.as_view(), name="cockpit")]


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def menu() -> Any:
    return CockpitItem("数据管理舱", reverse("cockpit"), name="cockpit", icon_name="desktop", order=110)
