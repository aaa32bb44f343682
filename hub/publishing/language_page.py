"""The page "语言包": which languages stations get besides our own, a new one from a file, one taken away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from content.packs import PackError
from content.schema import Exhibition
from hub.deputies.directory import NoDirectory
from hub.exhibition import live
from hub.publishing.services import languages
from hub.site.console import ConsolePage


class PackForm(forms.Form):
    """A compiled pack."""

    file = forms.FileField(
        label="语言包",
        help_text="译者用 kiosk words compile 做成的 .zip，见 docs/languages.md。",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )


class LanguagePage(ConsolePage):
    """Lists, takes and removes packs; stations get them with the next release."""

    permission_required = "publishing.add_release"
    template_name = "publishing/languages.html"
    page_title = "语言包"
    header_icon = "globe"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {"form": PackForm(), "held": languages().held(_live())} | context

    def post(self, request: HttpRequest) -> HttpResponse:
        if "remove" in request.POST:
            if languages().remove(request.POST["remove"]):
                messages.success(request, "已拿掉。下一次“发布到展台”后，展台上就没有这种语言了。")
            return redirect("languages")
        form = PackForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                taken = languages().take(form.cleaned_data["file"].read())
            except PackError as error:
                form.add_error("file", f"这个语言包不能用：{error}")
            else:
                messages.success(request, f"收下了 {taken.name}。下一次“发布到展台”后，展台上就能选。")
                return redirect("languages")
        return self.render_to_response(self.get_context_data(form=form))


def _live() -> Exhibition | None:
    try:
        return live.assemble()
    except (live.Unfit, NoDirectory):
        return None
