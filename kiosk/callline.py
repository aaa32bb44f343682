"""The line on which calls go to the hub: signed by the station, answers believed only with the hub's signature."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.late import Late
from sync.layout import HubKeys

if TYPE_CHECKING:
    from sync.calls import CallRequest, CallState
    from sync.enrolment import Enrolment
    from sync.uplink import Post


class CallLine:
    """One question, one answer. Used by one thread, on a connection of its own: letters do not wait behind calls."""

    def __init__(
        self, home: Path, enrolment: Enrolment | None, keys: Callable[[], HubKeys | None], wall: Callable[[], datetime]
    ) -> None:  # fmt: skip
        self._home = home
        self._enrolment = enrolment
        self._keys = keys
        self._wall = wall
        self._post: Late[Post] = Late(self._open)

    def __call__(self, request: CallRequest) -> CallState:
        """Raises: SyncError, BadSignature, ValueError: the hub was not reached, or is not to be believed."""
        from sync.calls import PATH_CALLS, CallAnswer, verify_call_answer
        from sync.errors import SourceStatus, SyncUnreachable
        from sync.identity import load_key
        from sync.messages import sign_headers

        key, keys = load_key(self._home), self._keys()
        if self._enrolment is None or key is None or keys is None:
            raise SyncUnreachable("this station belongs to no hub")
        body = request.to_bytes()
        station = self._enrolment.station_id
        status, said = self._post()(
            PATH_CALLS, body, sign_headers(key, station, "POST", PATH_CALLS, body, self._wall())
        )
        if status != 200:
            raise SourceStatus(status, PATH_CALLS)
        answer = CallAnswer.model_validate_json(said)
        verify_call_answer(answer, keys, station, body)
        return answer.state

    def _open(self) -> Post:
        import requests

        from sync.uplink import http_post

        assert self._enrolment is not None
        session = requests.Session()
        session.trust_env = False
        return http_post(session, self._enrolment.hub_url)
