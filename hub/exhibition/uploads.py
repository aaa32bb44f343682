"""The form by which staff put a picture, film or caption file beside an exhibit. Owns what is accepted, and how."""

from __future__ import annotations

import io
import re
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from content.captions import CaptionProblem, parse
from content.checks.maps import NUMBER, named_a_map
from content.films import MAX_BYTES as MAX_FILM_BYTES
from content.films import NoFilm, read_head
from content.media import MAX_BYTES, kind_of
from content.schema.blocks.film import CAPTION_PATTERN, FILM_PATTERN
from content.schema.blocks.gallery import PICTURE_PATTERN
from media.photos import decode

_TRIED_AT = (64, 64)
_PATTERNS = (PICTURE_PATTERN, FILM_PATTERN, CAPTION_PATTERN)


class PictureForm(WagtailAdminModelForm):  # type: ignore[misc]
    """The file gives the name; a file put in another's place keeps the name, so that what shows it need not change."""

    upload = forms.FileField(
        label="文件",
        help_text="图片：PNG、JPG 或 WebP，不超过 4 MB，宽 1600 像素就够。"
        "影片：MP4（画面 H.264，声音 AAC），不超过 24 MB、5 分钟。"
        "字幕：WebVTT（.vtt）。文件名用小写字母、数字和连字符，图集和影片里照填。",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.webp,.mp4,.vtt"}),
    )

    def clean_upload(self) -> Any:
        """Raises ValidationError unless a station could show it."""
        upload = self.cleaned_data["upload"]
        name = self.instance.name or upload.name
        most = MAX_FILM_BYTES if name.endswith(".mp4") else MAX_BYTES
        if upload.size > most:
            raise forms.ValidationError(f"文件超过 {most >> 20} MB，请缩小后再传。")
        if not any(re.fullmatch(one, name) for one in _PATTERNS):
            raise forms.ValidationError(
                "请把文件名改成小写字母、数字、连字符和下划线，以 .png、.jpg、.webp、.mp4 或 .vtt 结尾。"
            )
        data = upload.read()
        {"mp4": _try_film, "vtt": _try_captions}.get(name.rpartition(".")[2], _try_picture)(name, data)
        self.instance.name, self.instance.data = name, data
        return upload

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a map without its number, and for another file of this name in the exhibit."""
        cleaned: dict[str, Any] = super().clean()
        self._mind_maps(cleaned)
        exhibit, name = cleaned.get("exhibit"), self.instance.name
        same = type(self.instance).objects.filter(exhibit=exhibit, name=name).exclude(pk=self.instance.pk)
        if exhibit and name and same.exists():
            raise forms.ValidationError(f"这个展项已有 {name}，请在列表里打开它来替换。")
        return cleaned

    def _mind_maps(self, cleaned: dict[str, Any]) -> None:
        """No map without 审图号 (地图管理条例 art. 15); a file that is called one is taken for one."""
        number = str(cleaned.get("map_approval", "")).strip()
        cleaned["map_approval"] = number
        if number and not NUMBER.fullmatch(number):
            self.add_error("map_approval", "这不是审图号。请照地图上印的填，例如 GS（2024）0650号、渝S（2024）001号。")
        elif number:
            cleaned["shows_map"] = True
        elif cleaned.get("shows_map"):
            self.add_error("map_approval", "请填地图上印的审图号；没有审图号的地图不能展出。")
        elif self.instance.name and named_a_map(self.instance.name):
            self.add_error("shows_map", "文件名说它是地图：是就勾上并填审图号，不是就换个文件名。")


def _try_picture(name: str, data: bytes) -> None:
    if kind_of(data[:12]) != name.rpartition(".")[2]:
        raise forms.ValidationError(f"这个文件不是真正的 {name.rpartition('.')[2]} 图片，请另存后再传。")
    try:
        decode(io.BytesIO(data), _TRIED_AT)
    except Exception as error:  # whatever it does to Pillow, a station could not show it either
        raise forms.ValidationError("这张图打不开，或者太大（超过 2400 万像素）。请另存后再传。") from error


def _try_film(name: str, data: bytes) -> None:
    try:
        read_head(io.BytesIO(data))
    except NoFilm as error:
        raise forms.ValidationError(
            f"这段影片放不了（{error}）。要 MP4，画面 H.264，声音 AAC 或没有声音，不超过 5 分钟，边长 64 到 1920 像素；"
            "怎么转换，作者指南里有一行命令。"
        ) from error


def _try_captions(name: str, data: bytes) -> None:
    try:
        parse(data)
    except CaptionProblem as error:
        raise forms.ValidationError(
            f"字幕第 {error.line} 行有问题（{error}）。第一行写 WEBVTT，时间写成 00:01.000 --> 00:04.000，"
            "前后两句不重叠，不带标记，存成 UTF-8。"
        ) from error
