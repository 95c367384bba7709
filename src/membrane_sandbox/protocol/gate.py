"""Faults that happen to a call on its way in and out, whatever it asks for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from membrane_sandbox.protocol.errors import GatewayError, not_authenticated, rate_limited

if TYPE_CHECKING:
    from membrane_sandbox.protocol.login import Login
    from membrane_sandbox.switches import Switches


class Gate:
    """What every authenticated call passes."""

    def __init__(self, switches: Switches, login: Login) -> None:
        """Take the faults from the switches."""
        self._switches = switches
        self._login = login

    def enter(self) -> None:
        """Let a call in, or raise what happens to it instead. Nothing has been done yet then."""
        self._expire()
        if not self._login.active:
            raise not_authenticated()
        if self._switches.take_once("hang"):
            self._hang()
        if self._switches.take_once("rate-limit"):
            raise rate_limited()
        if self._switches.take_once("gateway"):
            raise GatewayError

    def leave(self, *, wrote: bool) -> None:
        """Let an answer out, or lose it: the effect of a write stays."""
        fault = self._switches["lost-answer"]
        if not wrote or fault == "no":
            return
        if fault == "hang":
            self._hang()
        raise GatewayError

    def _expire(self) -> None:
        """Count down to the call at which the login ends."""
        value = self._switches["expire"]
        if value == "never":
            return
        if int(value) > 1:
            self._switches.set("expire", str(int(value) - 1))
            return
        self._switches.set("expire", "never")
        self._login.leave()
        raise not_authenticated()

    def _hang(self) -> None:
        # No transaction is open here, so that other calls go on meanwhile.
        time.sleep(self._switches.seconds("hang-seconds"))
