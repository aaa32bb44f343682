"""What the console's own pages share: a page that asks for a permission, and pages of a list."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.paginator import Paginator
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

PER_PAGE = 50


class ConsolePage(WagtailAdminTemplateMixin, PermissionRequiredMixin, TemplateView):  # type: ignore[misc]
    """A page of the console; who lacks the permission is refused with 403."""

    _show_breadcrumbs = True
    raise_exception = True
    breadcrumbs_items: ClassVar[list[Any]] = []

    def get_breadcrumbs_items(self) -> list[Any]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def page_of(self, rows: Any) -> Any:
        """The page of rows the address asks for; a number out of range gives the nearest page."""
        return Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
