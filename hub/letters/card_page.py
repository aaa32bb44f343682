"""The page on which an answered letter becomes a card: the letter beside an empty form, nothing copied over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from content.checks.answers import ASKED, DONE
from hub.exhibition.models import Sources
from hub.letters import cards
from hub.letters.access import visible
from hub.letters.models import Letter
from hub.letters.moves import Actor
from hub.letters.reading import read
from hub.publishing.services import keyring
from hub.site.console import ConsolePage
from sync.seal import CannotOpen

_LINES = {"rows": 2}


def _text(label: str, most: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, help_text=help_text, widget=forms.Textarea(attrs=_LINES))


class CardForm(forms.Form):
    """What a card says, in both languages, and what the writer agreed to."""

    asked_zh = _text("问了什么", ASKED[0], f"用本站自己的话写一句，最多 {ASKED[0]} 个字，不写人名和门牌。")
    asked_en = _text("问了什么（英文）", ASKED[1])
    done_zh = _text("办了什么", DONE[0], f"办结的结果，最多 {DONE[0]} 个字。")
    done_en = _text("办了什么（英文）", DONE[1])
    source = forms.ChoiceField(label="出处", help_text="办理结果写在哪份文件里，例如本站的办理说明。")
    place_zh = forms.CharField(label="地方", max_length=30, help_text="区县、街道或者社区，不写地址。")
    place_en = forms.CharField(label="地方（英文）", max_length=80)
    station_zh = forms.CharField(label="答复的站", max_length=30)
    station_en = forms.CharField(label="答复的站（英文）", max_length=80)
    answered = forms.DateField(label="答复日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    agreed = forms.BooleanField(label="写信人同意把办理结果讲给大家听")
    released = forms.BooleanField(label="写信人还同意引用原话", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        record = Sources.objects.filter(live=True).first()
        held = record.content if record else []
        source: Any = self.fields["source"]
        source.choices = [(one["id"], one["title"]["zh-Hans"]) for one in held]

    def card(self) -> dict[str, Any]:
        """The card as it is published, without its id."""
        said = self.cleaned_data

        def words(name: str) -> dict[str, str]:
            return {"zh-Hans": said[f"{name}_zh"], "en": said[f"{name}_en"]}

        return {
            "asked": words("asked"),
            "done": {**words("done"), "sources": [said["source"]]},
            "place": words("place"),
            "answered": said["answered"].isoformat(),
            "station": words("station"),
            "is_sample": False,
        }


class CardPage(ConsolePage):
    """One letter and the card of it. Opening this page is a reading, as opening the letter is."""

    permission_required = "letters.read_letter"
    template_name = "letters/card.html"
    page_title = "写答复卡片"
    header_icon = "comment"

    def get_breadcrumbs_items(self) -> list[Any]:
        items = super().get_breadcrumbs_items()
        letter = {"url": reverse("letter", args=[self.kwargs["pk"]]), "label": "阅读信件"}
        return [*items[:-1], {"url": reverse("letters"), "label": "信件"}, letter, items[-1]]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        letter = self._letter()
        try:
            cards.may_be_told(letter)
        except cards.NoCard as error:
            messages.error(request, str(error))
            return redirect("letter", pk=letter.pk)
        return self._shown(
            letter, CardForm(initial={"answered": timezone.localdate(), "station_zh": str(letter.station)})
        )

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        letter, form = self._letter(), CardForm(request.POST)
        if not form.is_valid():
            return self._shown(letter, form)
        told = cards.Told(form.card(), form.cleaned_data["agreed"], form.cleaned_data["released"])
        try:
            cards.propose(pk, told, keyring(), Actor(request.user, timezone.now()))
        except cards.NoCard as error:
            form.add_error(None, str(error))
            return self._shown(letter, form)
        except CannotOpen:
            messages.error(request, "这封信打不开，写不了卡片。")
            return redirect("letter", pk=pk)
        messages.success(request, "卡片写好了，放在“答复卡片”的草稿里；发布的人看过，才会送到展台。")
        return redirect("letters")

    def _letter(self) -> Letter:
        found: Letter = get_object_or_404(
            visible(self.request.user, timezone.localdate()).select_related("station"), pk=self.kwargs["pk"]
        )
        return found

    def _shown(self, letter: Letter, form: CardForm) -> HttpResponse:
        try:
            document = read(letter, self.request.user, keyring(), timezone.now())
        except CannotOpen:
            messages.error(self.request, "这封信打不开，写不了卡片。")
            return redirect("letter", pk=letter.pk)
        context = self.get_context_data(letter=letter, words=document.words, form=form)
        return self.render_to_response(context)
