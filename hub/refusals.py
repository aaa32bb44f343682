"""Errors a person can do something about, as one sentence each. Anything else is a fault, and shows its traceback."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import OperationalError, ProgrammingError

from content.authoring import AuthoringError
from hub.deputies.directory import NoDirectory
from hub.deputies.importing import BadFile
from hub.exhibition.live import DraftsInTheWay
from hub.publishing.builder import Refused
from hub.publishing.keys import KeyMissing
from sync.bundle import BundleError


class CommandRefused(Exception):
    """A command cannot be done; the message is its sentence."""


def sentence_of(error: Exception) -> str | None:
    """What to tell whoever typed the command; None for a fault."""
    match error:
        case CommandRefused() | BundleError() | AuthoringError() | BadFile() | NoDirectory():
            return str(error)
        case KeyMissing():
            return f"{error}; `hub init` makes the keys of a new hub."
        case DraftsInTheWay():
            return f"有没发布的草稿：{error}。先发布或放弃它们，或者加上 --overwrite。"
        case Refused():
            return "\n".join(error.sentences)
        case ValidationError():
            return "；".join(error.messages)
        case OperationalError() | ProgrammingError():
            return f"The database cannot be used ({str(error).splitlines()[0]}); has `hub init` been run?"
        case OSError() if error.filename:
            return f"{error.filename}: {error.strerror}"
    return None
