"""Pinyin by librime: the fallback for a station where libime's shim could not be built.

Owns a schema of its own without user dictionary (the schemas of the distribution learn: choices would outlive the
visitor) and a working folder in memory (tmpfs), removed on closing. It makes no suggestions and takes no lexicon.
librime can be set up once in a process: a second engine is refused. `letters` gives those of chosen words too.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import shutil
import tempfile
from pathlib import Path
from typing import Any

from screens.inputs import _rime_api as api
from screens.inputs._quiet import QuietEngine
from screens.inputs.engine import LONGEST_PINYIN, EngineKind, EngineUnavailableError, Lexicon

DATA = Path("/usr/share/rime-data")
MEMORY = Path("/dev/shm")
SCHEMA_ID = "kiosk_pinyin"
_BACKSPACE = 0xFF08

_ACCENT = """\
    - derive/^([zcs])h/$1/
    - derive/^([zcs])([^h])/$1h$2/
    - derive/^n/l/
    - derive/^l/n/
    - derive/([aei])n$/$1ng/
    - derive/([aei])ng$/$1n/
"""
_SCHEMA = """
schema: {schema_id: kiosk_pinyin, name: kiosk, version: '1'}
switches:
  - {name: zh_simp, reset: 1}
engine:
  processors: [speller, selector, navigator, express_editor]
  segmentors: [abc_segmentor, fallback_segmentor]
  translators: [script_translator]
  filters: [simplifier, uniquifier]
speller:
  alphabet: zyxwvutsrqponmlkjihgfedcba
  delimiter: " '"
  algebra:
    - erase/^xx$/
    - derive/^([jqxy])u/$1v/
    - derive/^([nl])ue$/$1ve/
{accent}    - abbrev/^([a-z]).+$/$1/
    - abbrev/^([zcs]h).+$/$1/
translator:
  dictionary: luna_pinyin
  enable_user_dict: false
  enable_sentence: true
  enable_completion: false
  initial_quality: 1
  contextual_suggestions: false
simplifier: {option_name: zh_simp}
menu: {page_size: 10}
"""
_DEFAULT = f"patch:\n  schema_list:\n    - schema: {SCHEMA_ID}\n"

_used = False  # librime keeps its state in globals: setting it up a second time in one process aborts the process


class RimeEngine(QuietEngine):
    """librime behind the port. Raises: EngineUnavailableError when library or dictionaries are missing."""

    kind: EngineKind = "librime"

    def __init__(
        self,
        lexicon: Lexicon = (),
        data: Path | None = None,
        memory: Path = MEMORY,
        reason: str = "",
        southern: bool = True,
    ) -> None:
        global _used
        self.reason = reason
        shared = data or DATA
        library = _library(shared)
        if _used:
            raise EngineUnavailableError("librime was opened before, and can be set up only once in a process")
        _used = True
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-rime-", dir=memory if memory.is_dir() else None))
        schema = _SCHEMA.replace("{accent}", _ACCENT if southern else "")
        (self._folder / f"{SCHEMA_ID}.schema.yaml").write_text(schema, encoding="utf-8")
        (self._folder / "default.custom.yaml").write_text(_DEFAULT, encoding="utf-8")
        self._api = library.rime_get_api().contents
        self._traits = self._start(shared)
        self._session = self._api.create_session()
        self._open = True
        if not self._api.select_schema(self._session, SCHEMA_ID.encode()):
            self.close()
            raise EngineUnavailableError("the pinyin schema could not be compiled")

    def _start(self, shared: Path) -> api.Traits:
        traits: Any = api.sized(api.Traits)
        traits.shared_data_dir = str(shared).encode()
        traits.user_data_dir = traits.log_dir = str(self._folder).encode()
        traits.distribution_name = traits.distribution_code_name = b"kiosk"
        traits.distribution_version = b"1"
        traits.app_name = b"rime.kiosk"
        traits.min_log_level = 2  # errors only
        self._api.setup(ctypes.byref(traits))
        self._api.initialize(ctypes.byref(traits))
        if self._api.start_maintenance(0):
            self._api.join_maintenance_thread()  # compiles the schema, 0.1 s
        return traits  # type: ignore[no-any-return]  # librime keeps pointers into it

    def type(self, letters: str) -> bool:
        if len(self.letters()) + len(letters) > LONGEST_PINYIN:
            return False
        return all(self._api.process_key(self._session, ord(letter), 0) for letter in letters)

    def backspace(self) -> bool:
        return bool(self.letters()) and bool(self._api.process_key(self._session, _BACKSPACE, 0))

    def preedit(self) -> str:
        context: Any = api.sized(api.Context)
        if not self._api.get_context(self._session, ctypes.byref(context)):
            return ""
        text = (context.composition.preedit or b"").decode()
        self._api.free_context(ctypes.byref(context))
        return text

    def letters(self) -> str:
        return (self._api.get_input(self._session) or b"").decode() if self.preedit() else ""

    def candidates(self, most: int) -> tuple[str, ...]:
        found: list[str] = []
        listing = api.CandidateList()
        if not self._api.candidate_list_begin(self._session, ctypes.byref(listing)):
            return ()
        while len(found) < most and self._api.candidate_list_next(ctypes.byref(listing)):
            found.append(listing.candidate.text.decode())
        self._api.candidate_list_end(ctypes.byref(listing))
        return tuple(found)

    def choose(self, index: int) -> str:
        if not 0 <= index < len(self.candidates(index + 1)):
            raise IndexError(index)
        self._api.select_candidate(self._session, index)
        commit: Any = api.sized(api.Commit)
        if not self._api.get_commit(self._session, ctypes.byref(commit)):
            return ""
        text = (commit.text or b"").decode()
        self._api.free_commit(ctypes.byref(commit))
        return text

    def clear(self) -> None:
        self._api.clear_composition(self._session)

    def close(self) -> None:
        if self._open:
            self._open = False
            self._api.destroy_session(self._session)
            self._api.finalize()
        shutil.rmtree(self._folder, ignore_errors=True)


def _library(shared: Path) -> ctypes.CDLL:
    if not (shared / "luna_pinyin.dict.yaml").is_file() or not (shared / "essay.txt").is_file():
        raise EngineUnavailableError(f"no pinyin dictionary in {shared}; install rime-data-luna-pinyin and rime-essay")
    try:
        library = ctypes.CDLL(ctypes.util.find_library("rime") or "librime.so.1")
        library.rime_get_api.restype = ctypes.POINTER(api.Api)
    except (OSError, AttributeError) as error:
        raise EngineUnavailableError("librime can't be loaded; install the Debian package librime1") from error
    return library
