"""One deputy in the console: the entry, the texts about their work with who wrote and approved them, the photo."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from content.schema import Deputy as Entry
from hub.deputies.models import Deputy, Note, Portrait
from hub.deputies.notes import NotAllowed, NoteForm, PhotoForm, approve
from hub.site.console import ConsolePage


class DeputyPage(ConsolePage):
    """Shows a deputy; texts are added by one person and approved by another."""

    permission_required = "deputies.view_deputy"
    template_name = "deputies/deputy.html"
    header_icon = "user"

    def get_page_title(self) -> str:
        return self._deputy().name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        deputy = self._deputy()
        own = {
            "deputy": deputy,
            "entry": Entry.model_validate(deputy.record),
            "notes": deputy.notes.select_related("written_by", "approved_by"),
            "portrait": Portrait.objects.filter(deputy=deputy).first(),
            "may_write": self.request.user.has_perm("deputies.add_note"),
            "may_approve": self.request.user.has_perm("deputies.approve_note"),
            "form": NoteForm(),
            "photo_form": PhotoForm(),
        }
        return own | context

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        deputy = self._deputy()
        if "approve" in request.POST or "withdraw" in request.POST:
            self._decide(request, deputy)
            return redirect("deputy", pk=deputy.pk)
        if not request.user.has_perm("deputies.add_note"):
            raise PermissionDenied
        if "no_photo" in request.POST:
            Portrait.objects.filter(deputy=deputy).delete()
            return redirect("deputy", pk=deputy.pk)
        return self._photo(request, deputy) if "photo_form" in request.POST else self._note(request, deputy)

    def _note(self, request: HttpRequest, deputy: Deputy) -> HttpResponse:
        form = NoteForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        note = form.save(commit=False)
        note.deputy, note.written_by = deputy, request.user
        note.save()
        messages.success(request, "记下了。另一位同事批准以后，才会送到展台。")
        return redirect("deputy", pk=deputy.pk)

    def _photo(self, request: HttpRequest, deputy: Deputy) -> HttpResponse:
        form = PhotoForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(photo_form=form))
        said = form.cleaned_data
        Portrait.objects.update_or_create(
            deputy=deputy, defaults={"data": said["photo"], "consented": said["agreed_on"]}
        )
        messages.success(request, "照片收下了，展台在下一次“发布到展台”后换上。")
        return redirect("deputy", pk=deputy.pk)

    def _decide(self, request: HttpRequest, deputy: Deputy) -> None:
        if not request.user.has_perm("deputies.approve_note"):
            raise PermissionDenied
        wanted = request.POST.get("approve") or request.POST.get("withdraw") or ""
        note = get_object_or_404(Note, pk=wanted if wanted.isdecimal() else 0, deputy=deputy)
        if "withdraw" in request.POST:
            Note.objects.filter(pk=note.pk).update(approved_by=None, approved_on=None)
            messages.success(request, "撤回了，展台在下一次“发布到展台”后撤下。")
            return
        try:
            approve(note, request.user, timezone.localdate())
        except NotAllowed as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "批准了，展台在下一次“发布到展台”后换上。")

    def _deputy(self) -> Deputy:
        found: Deputy = get_object_or_404(Deputy.objects.select_related("region"), pk=self.kwargs["pk"])
        return found
