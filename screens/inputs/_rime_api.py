"""librime's C interface (rime_get_api), as much of it as `_rime` calls, for ctypes.

The functions stand in the order of struct rime_api_t in rime_api.h, to which librime only ever appends (since 1.0);
those nobody here calls are plain pointers. `data_size` leads each struct and tells librime how much of it we know.
"""

from __future__ import annotations

import ctypes as c

Session, Bool, Pointer, Text = c.c_size_t, c.c_int, c.c_void_p, c.c_char_p


class Traits(c.Structure):
    _fields_ = [
        ("data_size", c.c_int),
        ("shared_data_dir", Text),
        ("user_data_dir", Text),
        ("distribution_name", Text),
        ("distribution_code_name", Text),
        ("distribution_version", Text),
        ("app_name", Text),
        ("modules", c.POINTER(Text)),
        ("min_log_level", c.c_int),
        ("log_dir", Text),
        ("prebuilt_data_dir", Text),
        ("staging_dir", Text),
    ]


class Composition(c.Structure):
    _fields_ = [
        ("length", c.c_int),
        ("cursor_pos", c.c_int),
        ("sel_start", c.c_int),
        ("sel_end", c.c_int),
        ("preedit", Text),
    ]


class Candidate(c.Structure):
    _fields_ = [("text", Text), ("comment", Text), ("reserved", Pointer)]


class Menu(c.Structure):
    _fields_ = [
        ("page_size", c.c_int),
        ("page_no", c.c_int),
        ("is_last_page", Bool),
        ("highlighted", c.c_int),
        ("num_candidates", c.c_int),
        ("candidates", c.POINTER(Candidate)),
        ("select_keys", Text),
    ]


class Commit(c.Structure):
    _fields_ = [("data_size", c.c_int), ("text", Text)]


class Context(c.Structure):
    _fields_ = [
        ("data_size", c.c_int),
        ("composition", Composition),
        ("menu", Menu),
        ("commit_text_preview", Text),
        ("select_labels", c.POINTER(Text)),
    ]


class CandidateList(c.Structure):
    _fields_ = [("ptr", Pointer), ("index", c.c_int), ("candidate", Candidate)]


_CALLED: dict[str, tuple[object, ...]] = {
    "setup": (None, c.POINTER(Traits)),
    "initialize": (None, c.POINTER(Traits)),
    "finalize": (None,),
    "start_maintenance": (Bool, Bool),
    "join_maintenance_thread": (None,),
    "create_session": (Session,),
    "destroy_session": (Bool, Session),
    "process_key": (Bool, Session, c.c_int, c.c_int),
    "clear_composition": (None, Session),
    "get_commit": (Bool, Session, c.POINTER(Commit)),
    "free_commit": (Bool, c.POINTER(Commit)),
    "get_context": (Bool, Session, c.POINTER(Context)),
    "free_context": (Bool, c.POINTER(Context)),
    "select_schema": (Bool, Session, Text),
    "get_input": (Text, Session),
    "select_candidate": (Bool, Session, c.c_size_t),
    "candidate_list_begin": (Bool, Session, c.POINTER(CandidateList)),
    "candidate_list_next": (Bool, c.POINTER(CandidateList)),
    "candidate_list_end": (None, c.POINTER(CandidateList)),
}

_ORDER = """
setup set_notification_handler initialize finalize start_maintenance is_maintenance_mode join_maintenance_thread
deployer_initialize prebuild deploy deploy_schema deploy_config_file sync_user_data create_session find_session
destroy_session cleanup_stale_sessions cleanup_all_sessions process_key commit_composition clear_composition
get_commit free_commit get_context free_context get_status free_status set_option get_option set_property get_property
get_schema_list free_schema_list get_current_schema select_schema schema_open config_open config_close config_get_bool
config_get_int config_get_double config_get_string config_get_cstring config_update_signature config_begin_map
config_next config_end simulate_key_sequence register_module find_module run_task get_shared_data_dir
get_user_data_dir get_sync_dir get_user_id get_user_data_sync_dir config_init config_load_string config_set_bool
config_set_int config_set_double config_set_string config_get_item config_set_item config_clear config_create_list
config_create_map config_list_size config_begin_list get_input get_caret_pos select_candidate get_version
set_caret_pos select_candidate_on_current_page candidate_list_begin candidate_list_next candidate_list_end
"""


def _function(name: str) -> object:
    return c.CFUNCTYPE(*_CALLED[name]) if name in _CALLED else Pointer  # type: ignore[arg-type]


class Api(c.Structure):
    _fields_ = [("data_size", c.c_int), *((name, _function(name)) for name in _ORDER.split())]  # type: ignore[list-item]


def sized(struct: type[Traits] | type[Commit] | type[Context]) -> c.Structure:
    """A new struct that says its own size, as librime wants it (without the size field itself)."""
    made = struct()
    made.data_size = c.sizeof(struct) - c.sizeof(c.c_int)
    return made
