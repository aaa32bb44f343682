"""The hidden staff page: hold the station's name for three seconds, enter six digits, see how the station is."""

from __future__ import annotations

from screens.screen import ScreenKind
from screens.staff.model import Staff, StaffServices, StaffStatus, hash_staff_pin, pin_fits
from screens.staff.view import view

__all__ = ["StaffServices", "StaffStatus", "hash_staff_pin", "kind", "pin_fits"]


def kind(services: StaffServices) -> ScreenKind:
    """The staff page over what the station lets it see and do. The lock outlives a visit: it is kept here."""
    lock = Staff.new_lock()
    return ScreenKind("staff", lambda _about: Staff(services, lock), view)
