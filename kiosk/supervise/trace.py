"""What is written down of an error: where it happened, never what it held. A message may repeat a visitor's words."""

from __future__ import annotations

import traceback


def trace(error: BaseException) -> str:
    """The kinds of the error and of its causes and the lines they passed, outermost first."""
    told = []
    step: BaseException | None = error
    while step is not None:
        places = (f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(step.__traceback__))
        told.append(f"{type(step).__qualname__} at {' > '.join(places) or '-'}")
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return "; from ".join(told)
