"""A menu item that shows to whoever may open it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.menu import MenuItem


class PermittedItem(MenuItem):  # type: ignore[misc]
    """An item that asks for a permission."""

    def __init__(self, label: str, view: str, permission: str, **kwargs: Any) -> None:
        self._permission = permission
        super().__init__(label, reverse(view), name=view, **kwargs)

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(self._permission))
