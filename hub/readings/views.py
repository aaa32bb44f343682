"""The pages "朗读": which texts are read by whom, and a form with which somebody reads one.

Owns the pages. Leaves recordings to `hub.publishing.narration` and what a release takes of them to the publisher.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from content.aloud import PERSON
from content.schema import Exhibition
from hub.deputies.directory import NoDirectory
from hub.exhibition import live
from hub.publishing.narration import Narration, NarrationRefused
from hub.publishing.services import narration
from hub.readings.listing import LANGUAGES, STATES, Row, name_of_path, rows, shares, shown, stale
from hub.site.console import ConsolePage
from hub.site.sounds import sound

PERMISSION: Final = "exhibition.change_exhibit"
MAX_SOUND_BYTES: Final = 6 << 20  # three minutes as a telephone records them


class _Page(ConsolePage):
    """What the three pages share: the live exhibition and the recordings."""

    permission_required = PERMISSION
    header_icon = "openquote"
    page_title = "朗读"

    @property
    def narration(self) -> Narration:
        return narration()

    def exhibition(self) -> Exhibition:
        """The texts that are live. Raises Http404 where they are no whole exhibition: the release page says why."""
        try:
            return live.assemble()
        except (live.Unfit, NoDirectory) as error:
            raise Http404 from error

    def title_of(self, exhibition: Exhibition, exhibit: str) -> str:
        """The exhibit's name. Raises Http404."""
        found = next((one.title.zh_hans for one in exhibition.exhibits if one.id == exhibit), None)
        if found is None:
            raise Http404
        return found


class Overview(_Page):
    """Exhibit by exhibit, how many texts have which voice."""

    template_name = "readings/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exhibition = self.exhibition()
        return super().get_context_data(**kwargs) | {"shares": shares(self.narration, exhibition)}


class ExhibitTexts(_Page):
    """The texts of one exhibit."""

    template_name = "readings/exhibit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exhibition, exhibit = self.exhibition(), self.kwargs["exhibit"]
        self.page_title = f"朗读：{self.title_of(exhibition, exhibit)}"
        asked = {name: self.request.GET.get(name, "") for name in ("language", "state")}
        found = shown(rows(self.narration, exhibition, exhibit), asked["language"], asked["state"])
        old = [(one, name_of_path(one.path)) for one in stale(self.narration, exhibition) if one.exhibit == exhibit]
        return super().get_context_data(**kwargs) | {
            "exhibit": exhibit,
            "page": self.page_of(found),
            "stale": old,
            "languages": LANGUAGES,
            "states": STATES,
            "asked": asked,
        }


class OneText(_Page):
    """A text with its recordings, and the form to read it, replace the reading, or take it away."""

    template_name = "readings/text.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exhibition, exhibit = self.exhibition(), self.kwargs["exhibit"]
        self.page_title = f"朗读：{self.title_of(exhibition, exhibit)}"
        row = _row(self.narration, exhibition, exhibit, self.kwargs["name"])
        neural = (self.narration.folder / row.reading.path()).is_file()
        return super().get_context_data(**kwargs) | {"row": row, "exhibit": exhibit, "neural": neural}

    def post(self, request: HttpRequest, exhibit: str, name: str) -> HttpResponse:
        if request.POST.get("act") == "remove":
            taken = self.narration.remove(exhibit, name)
            messages.success(request, "录音已删除，下次发布后展台不再用它。" if taken else "没有这段录音。")
            return redirect("readings_of", exhibit)
        row = _row(self.narration, self.exhibition(), exhibit, name)
        self._keep(request, row)
        return redirect("reading", exhibit, name)

    def _keep(self, request: HttpRequest, row: Row) -> None:
        upload = request.FILES.get("sound")
        if upload is None:
            messages.error(request, "请先录一段，或者选一个录音文件。")
            return
        if (upload.size or 0) > MAX_SOUND_BYTES:
            messages.error(request, f"文件超过 {MAX_SOUND_BYTES >> 20} MB。一段录音只读这一段文字。")
            return
        with tempfile.TemporaryDirectory(prefix="reading-") as folder:
            file = Path(folder) / "sound"
            file.write_bytes(upload.read())
            try:
                self.narration.keep(file, row.reading)
            except NarrationRefused:
                messages.error(
                    request, "这个文件听不出声音，或者太长。请重录，或者换一个 WAV、MP3、M4A、OGG、WebM 文件。"
                )
                return
        messages.success(request, "录音留下了，发布后展台就用它来读。")


class Sound(_Page):
    """A recording, for a player."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        exhibit, name, voice = kwargs["exhibit"], kwargs["name"], kwargs["voice"]
        if voice == PERSON:
            data = self.narration.person(exhibit, name)
        else:
            row = _row(self.narration, self.exhibition(), exhibit, name)
            file = self.narration.folder / row.reading.path()
            data = file.read_bytes() if file.is_file() else None
        if data is None:
            raise Http404
        return sound(request, data)


def _row(kept: Narration, exhibition: Exhibition, exhibit: str, name: str) -> Row:
    """The text of this name. Raises Http404."""
    found = next((one for one in rows(kept, exhibition, exhibit) if one.name == name), None)
    if found is None:
        raise Http404
    return found
