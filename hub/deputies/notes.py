"""Texts about a deputy's work: who writes one does not approve it, and what is not approved stays here.

Owns the forms and the rule of two. Leaves to others: the page (`note_page`), what stations get (`directory`).
"""

from __future__ import annotations

import io
from datetime import date
from typing import Any, ClassVar

from django import forms

from content.schema import PORTRAIT_PATH
from hub.deputies.models import Note, Portrait
from media.photos import Unreadable, decode

MOST_YEARS_SHOWN = 5  # of a story, from the day of the consent
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_LINES = forms.Textarea(attrs={"rows": 3})
MAX_PHOTO = 4 << 20
_SIDE = (480, 600)


class NotAllowed(Exception):
    """The message says what stands against it."""


class NoteForm(forms.ModelForm):  # type: ignore[type-arg]
    """A report, a pledge or a story; which fields each needs."""

    class Meta:
        model = Note
        fields = (
            "kind", "year", "title_zh", "title_en", "text_zh", "text_en", "state", "as_of", "consented", "until",
        )  # fmt: skip
        widgets: ClassVar = {
            "text_zh": _LINES, "text_en": _LINES, "as_of": _DAY, "consented": _DAY, "until": _DAY,
        }  # fmt: skip
        help_texts: ClassVar = {
            "year": "述职填：哪一年。",
            "title_zh": "故事填：标题。",
            "text_zh": "最多 240 个字。写做了什么，不打分，不排名。",
            "state": "承诺填：到哪一步了。",
            "as_of": "承诺填：进展是哪一天的。",
            "consented": "故事填：代表本人哪一天同意。",
            "until": "故事填：展示到哪一天；到期展台自己撤下。",
        }

    _NEEDED: ClassVar = {"report": ("year",), "pledge": ("state", "as_of"), "story": ("title_zh", "consented", "until")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("year", "title_zh", "title_en", "text_en", "state", "as_of", "consented", "until"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in self._NEEDED.get(said.get("kind", ""), ()):
            if not said.get(name):
                self.add_error(name, "这一项要填写。")
        year = said.get("year")
        if year is not None and not 1954 <= year <= date.today().year + 1:
            self.add_error("year", "请核对年份。")
        first, last = said.get("consented"), said.get("until")
        if first and last and not first <= last <= date(first.year + MOST_YEARS_SHOWN, 12, 31):
            self.add_error("until", f"要在同意之后，最多 {MOST_YEARS_SHOWN} 年。")
        return said


class PhotoForm(forms.Form):
    """A photo and the day of the deputy's consent."""

    photo = forms.FileField(label="照片", widget=forms.FileInput(attrs={"accept": ".jpg,.png,.webp"}))
    agreed_on = forms.DateField(label="代表本人哪一天同意", widget=_DAY)

    def clean_photo(self) -> bytes:
        """The photo made small, without what cameras write into files."""
        upload = self.cleaned_data["photo"]
        if upload.size > MAX_PHOTO:
            raise forms.ValidationError(f"照片超过 {MAX_PHOTO >> 20} MB，请缩小后再传。")
        try:
            return small(upload.read())
        except (Unreadable, OSError, ValueError, SyntaxError) as error:
            raise forms.ValidationError("这不是能用的照片，请换 JPG、PNG 或 WebP。") from error


def small(data: bytes) -> bytes:
    """A photo as stations get it. Raises: Unreadable or what Pillow raises."""
    from PIL import Image

    pixels = decode(io.BytesIO(data), _SIDE)
    out = io.BytesIO()
    plain = Image.new("RGB", pixels.size, "white")
    drawn = Image.frombytes("RGBA", pixels.size, pixels.data)
    plain.paste(drawn, mask=drawn)
    plain.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def approve(note: Note, by: Any, on: date) -> None:
    """Let stations have a text. Raises NotAllowed for its own writer, and for a story that has run out."""
    if note.written_by_id == by.pk:
        raise NotAllowed("写的人不能自己批准，请另一位同事来。")
    if note.kind == Note.Kind.STORY and note.until is not None and note.until < on:
        raise NotAllowed("展示的日子已经过了，请重新写一份。")
    note.approved_by, note.approved_on = by, on
    note.save(update_fields=["approved_by", "approved_on"])


def portrait(path: str) -> bytes:
    """The photo of a logical path of a release. Raises Portrait.DoesNotExist."""
    head, tail = PORTRAIT_PATH.split("{id}")
    return bytes(Portrait.objects.get(deputy_id=path.removeprefix(head).removesuffix(tail)).data)
