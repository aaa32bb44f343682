"""The form by which staff put a picture file beside an exhibit. Owns what is accepted, and its words."""

from __future__ import annotations

import io
import re
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from content.media import MAX_BYTES, kind_of
from content.schema.blocks.gallery import PICTURE_PATTERN
from media.photos import decode

_TRIED_AT = (64, 64)


class PictureForm(WagtailAdminModelForm):  # type: ignore[misc]
    """The file gives the name; a file put in another's place keeps the name, so that what shows it need not change."""

    upload = forms.FileField(
        label="文件",
        help_text="PNG、JPG 或 WebP，不超过 4 MB，宽 1600 像素就够。文件名用小写字母、数字和连字符，图集里照填。",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.webp"}),
    )

    def clean_upload(self) -> Any:
        """Raises ValidationError unless a station could show it."""
        upload = self.cleaned_data["upload"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError("文件超过 4 MB，请缩小后再传。")
        name = self.instance.name or upload.name
        if not re.fullmatch(PICTURE_PATTERN, name):
            raise forms.ValidationError("请把文件名改成小写字母、数字、连字符和下划线，以 .png、.jpg 或 .webp 结尾。")
        data = upload.read()
        if kind_of(data[:12]) != name.rpartition(".")[2]:
            raise forms.ValidationError(f"这个文件不是真正的 {name.rpartition('.')[2]} 图片，请另存后再传。")
        try:
            decode(io.BytesIO(data), _TRIED_AT)
        except Exception as error:  # whatever it does to Pillow, a station could not show it either
            raise forms.ValidationError("这张图打不开，或者太大（超过 2400 万像素）。请另存后再传。") from error
        self.instance.name, self.instance.data = name, data
        return upload

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError when the exhibit already has another file of this name."""
        cleaned: dict[str, Any] = super().clean()
        exhibit, name = cleaned.get("exhibit"), self.instance.name
        same = type(self.instance).objects.filter(exhibit=exhibit, name=name).exclude(pk=self.instance.pk)
        if exhibit and name and same.exists():
            raise forms.ValidationError(f"这个展项已有 {name}，请在列表里打开它来替换。")
        return cleaned
