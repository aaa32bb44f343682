"""What the hub answers to: the console for staff, the API for stations, and the published files for both."""

from __future__ import annotations

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from hub.deviceapi.api import api
from hub.publishing.files import published_file

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/", permanent=False)),
    path("admin/", include(wagtailadmin_urls)),
    path("v1/", api.urls),
    re_path(r"^repo/(?P<path>[A-Za-z0-9._/-]+)$", published_file, name="published_file"),
]
