"""Checks of the files beside an exhibit: what is named is there and is a picture, and nothing is unused."""

from __future__ import annotations

from content.checks.finding import Found, Part, Stock
from content.media import FOLDER, fault_of, files_in
from content.schema import Exhibit, Exhibition, Media
from content.walk import models

#: What stands in a picture's place fits it in every variant: characters of zh-Hans, letters of English.
ALT_LENGTH, ALT_LETTERS = 60, 160


def descriptions(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """What a picture shows is said in as few words as fit in its place."""
    for way, model in models(part.content):
        if isinstance(model, Media):
            for language, said, most in (("zh-Hans", model.alt.zh_hans, ALT_LENGTH), ("en", model.alt.en, ALT_LETTERS)):
                if said and len(said) > most:
                    yield (*way, "alt", language), f"{len(said)} characters, at most {most}", "say what matters in it"


def media_files(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """What the exhibit names lies in its folder. Left out where the folder isn't known (on the hub)."""
    if not isinstance(part.content, Exhibit) or part.beside is None:
        return
    files = {one.relative_to(part.beside / FOLDER).as_posix(): one for one in part.media if one.is_file()}
    used = set()
    for way, name in files_in(part.content):
        used.add(name)
        if name not in files:
            yield way, f"there is no file {name!r} in {FOLDER}/", f"put it beside the exhibit, in {FOLDER}/"
        elif fault := fault_of(name, files[name].read_bytes()):
            yield way, *fault
    for name in sorted(files.keys() - used):
        yield (), f"nothing shows the file {name!r}", "name it in a gallery, or take it away"
