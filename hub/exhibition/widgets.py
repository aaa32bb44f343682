"""Form widgets of our own: the list of sources a text cites."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.telepath.widgets import WidgetAdapter, register


class SourcesWidget(forms.TextInput):
    """Ids separated by spaces in a text input; a script shows them as chips with a menu to add one.

    Without the script it stays a text input that can be typed into.
    """

    template_name = "exhibition/sources_widget.html"

    class Media:
        js = ("hub/sources.js",)


class SourcesField(forms.Field):
    """A tuple of source ids. Which ids exist is checked when a release is built, over the whole exhibition."""

    widget = SourcesWidget

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else " ".join(value or ())

    def to_python(self, value: Any) -> list[str]:
        return value.replace(",", " ").split() if isinstance(value, str) else list(value or ())


register(WidgetAdapter(), SourcesWidget)
