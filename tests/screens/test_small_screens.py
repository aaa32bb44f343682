"""The screens without content of their own stand in every variant: staff, help."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from screens.help.view import HelpState
from screens.help.view import view as help_view
from screens.parts import overlays
from screens.staff.model import LOCK_S, SHUTS_S, Staff, StaffServices, StaffState, StaffStatus, hash_staff_pin, pin_fits
from screens.staff.view import view as staff_view
from tests.screens.looks import all_looks, complaints

SEEN = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
STATUS = StaffStatus("K7M4Q2XW", "2026-11-23 #4", SEEN, 3, 20480, "SyncUnreachable")
HASH = hash_staff_pin("246810", b"salt")


def staff(calls: list[str], pin_hash: str = HASH) -> Staff:
    services = StaffServices(pin_hash, lambda: STATUS, lambda: calls.append("sync"), lambda: calls.append("quit"))
    return Staff(services, Staff.new_lock())


def enter(model: Staff, digits: str, now: float = 0.0) -> None:
    for digit in digits:
        model.press(f"pin.{digit}", now)


@pytest.mark.parametrize(
    "state",
    [StaffState(), StaffState(entered=3, wrong=2), StaffState(locked_minutes=10), StaffState(shut=True),
     StaffState(status=STATUS), StaffState(status=replace(STATUS, called_min=12))],
)  # fmt: skip
def test_the_staff_page_stands_in_every_variant(state: StaffState) -> None:
    for look in all_looks():
        assert complaints(staff_view(state, look).nodes, look) == [], look.variant


def test_the_help_page_stands_in_every_variant() -> None:
    for look in all_looks():
        assert complaints(help_view(HelpState(), look).nodes, look) == [], look.variant


def test_sheets_stand_in_every_variant() -> None:
    for look in all_looks():
        choices = (overlays.Choice("a.yes", look.t("confirm.post.yes"), "mail", "mail"),
                   overlays.Choice("a.wait", look.t("confirm.post.wait")),
                   overlays.Choice("a.no", look.t("confirm.post.no")))  # fmt: skip
        sheet = overlays.Sheet(look.t("confirm.post.q"), (look.t("confirm.post.body"),), choices, "mailbox")
        assert complaints(tuple(overlays.sheet(look, sheet)), look) == [], look.variant
        assert complaints(tuple(overlays.idle_question(look, 14, 20)), look) == [], look.variant


def test_the_right_pin_opens_and_five_wrong_ones_lock() -> None:
    model = staff([])
    enter(model, "246810")
    assert model.state.status == STATUS
    model = staff([])
    for _ in range(5):
        enter(model, "000000")
    assert model.state.locked_minutes == 10
    enter(model, "246810", now=LOCK_S - 1)
    assert model.state.status is None
    enter(model, "246810", now=LOCK_S + 1)
    assert model.state.status == STATUS


def test_the_pad_shuts_by_itself() -> None:
    model = staff([])
    model.press("pin.1", 0.0)
    assert model.tick(SHUTS_S - 1) == ()
    assert model.tick(SHUTS_S) != ()


def test_without_a_pin_the_page_stays_shut() -> None:
    model = staff([], pin_hash="")
    enter(model, "246810")
    assert model.state.shut
    assert model.state.status is None


def test_quitting_asks_first() -> None:
    calls: list[str] = []
    model = staff(calls)
    model.press("staff.quit.yes", 0.0)
    enter(model, "246810")
    model.press("staff.quit.yes", 0.0)
    assert calls == []
    model.press("staff.quit", 0.0)
    model.press("staff.quit.yes", 0.0)
    assert calls == ["quit"]


def test_staff_end_a_call_at_the_station_and_only_when_there_is_one() -> None:
    met: list[str] = []
    for called, count in ((None, 0), (3, 1)):
        status = replace(STATUS, called_min=called)
        services = StaffServices(
            HASH, lambda status=status: status, lambda: None, lambda: None, lambda: met.append("met")
        )
        model = Staff(services, Staff.new_lock())
        model.press("staff.met", 0.0)
        assert len(met) == 0, "not without the PIN"
        enter(model, "246810")
        model.press("staff.met", 0.0)
        assert len(met) == count


def test_the_state_never_holds_the_digits() -> None:
    model = staff([])
    enter(model, "2468")
    assert "2468" not in repr(model.state)
    assert model.state.entered == 4


def test_a_broken_stored_hash_fits_nothing() -> None:
    assert not pin_fits("246810", "")
    assert not pin_fits("246810", "%%%:x")
    assert pin_fits("246810", HASH)
