"""One parent for web and worker: starts both, restarts what falls, ends all when it ends, however it ends."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType

PR_SET_PDEATHSIG = 1
FALLS_ALLOWED = 5
CALM_SECONDS = 30.0
END_SECONDS = 15.0


def run(commands: Mapping[str, Sequence[str]]) -> int:
    """Keep the named processes running until SIGINT or SIGTERM; 1 when one of them keeps falling."""
    return _Supervisor(commands).run()


class _Supervisor:
    def __init__(self, commands: Mapping[str, Sequence[str]]) -> None:
        self._commands = commands
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._falls: dict[str, list[float]] = {name: [] for name in commands}
        self._asked_to_end = False

    def run(self) -> int:
        signal.signal(signal.SIGINT, self._ask)
        signal.signal(signal.SIGTERM, self._ask)
        for name in self._commands:
            self._start(name)
        try:
            return self._watch()
        finally:
            self._end_all()

    def _watch(self) -> int:
        while not self._asked_to_end:
            for name, child in list(self._children.items()):
                if child.poll() is not None and not self._asked_to_end and not self._restart(name):
                    sys.stderr.write(f"Процесс «{name}» не запускается. Причина — в строках выше.\n")
                    return 1
            time.sleep(0.2)
        return 0

    def _start(self, name: str) -> None:
        # A session of its own: the terminal's Ctrl-C reaches the supervisor alone, which ends its children in order.
        self._children[name] = subprocess.Popen(  # noqa: S603 - our own commands
            self._commands[name],
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - the supervisor has one thread
        )

    def _restart(self, name: str) -> bool:
        moment = time.monotonic()
        self._falls[name] = [fall for fall in self._falls[name] if moment - fall < CALM_SECONDS] + [moment]
        if len(self._falls[name]) > FALLS_ALLOWED:
            return False
        self._start(name)
        return True

    def _end_all(self) -> None:
        for child in self._children.values():
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + END_SECONDS
        for child in self._children.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end = True


def _die_with_parent() -> None:
    """Linux ends the child when the supervisor dies, even by kill -9."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
