"""A listener such as a screen reader, in Debian's own Python: it knows the station by AT-SPI only.

Run with `python3 listener.py`. A JSON line in, one out: `{"find": NAME}`, `{"act": NAME}`, `{"dump": true}`.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def things(one, depth=0):
    """Everything below a thing, itself included."""
    yield one
    if depth < 6:
        for i in range(one.get_child_count()):
            child = one.get_child_at_index(i)
            if child is not None:
                yield from things(child, depth + 1)


def everything():
    """What every application of the session offers."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    found = []
    for one in things(desktop):
        try:
            found.append(one)
        except Exception:
            continue
    return found


def about(one):
    """A thing in words."""
    states = one.get_state_set()
    actions = one.get_action_iface()
    return {
        "role": one.get_role_name(),
        "name": one.get_name(),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "checked": states.contains(Atspi.StateType.CHECKED) or states.contains(Atspi.StateType.PRESSED),
        "selected": states.contains(Atspi.StateType.SELECTED),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "actions": [actions.get_action_name(i) for i in range(one.get_n_actions())] if actions else [],
    }


def answer(asked):
    """One line's answer."""
    known = everything()
    if "dump" in asked:
        return {"things": [about(one) for one in known]}
    name = asked.get("find") or asked.get("act")
    one = next((one for one in known if one.get_name() == name), None)
    if one is None:
        return {"missing": name, "names": [one.get_name() for one in known]}
    if "act" in asked:
        return {"done": one.get_action_iface().do_action(0)}
    return about(one)


for line in sys.stdin:
    try:
        said = answer(json.loads(line))
    except Exception as error:
        said = {"trouble": repr(error)}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
