"""The parent's side: starts the child, hands it papers one by one, ends it when it is late."""

import base64
import json
import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from mentoring.documents.rendering import limits
from mentoring.documents.rendering.errors import RenderingFailed, UnsafeTemplate
from mentoring.documents.rendering.protocol import OK, UNSAFE

PROJECT: Final = Path(__file__).resolve().parents[3]
BOOT: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from mentoring.documents.rendering.child import main; main()"
)
CONTROL: Final = {code: None for code in range(32) if chr(code) not in "\n"} | {0xFFFE: None, 0xFFFF: None, 0x7F: None}


class Renderer:
    """One child process for many papers; use it as a context manager, from one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def docx(self, template: Path | bytes, payload: Mapping[str, object]) -> bytes:
        """Fill a Word template; raises UnsafeTemplate or RenderingFailed."""
        content = template if isinstance(template, bytes) else template.read_bytes()
        request = {"format": "docx", "template": base64.b64encode(content).decode("ascii"), "payload": plain(payload)}
        return self._ask(request, seconds=limits.WALL_SECONDS)

    def pdf(self, template: Path, papers: Sequence[tuple[str, Mapping[str, object]]]) -> bytes:
        """Set papers (kind, payload) one after another in one PDF by the shipped forms; raises RenderingFailed."""
        job = {"papers": [{"kind": kind, "text": plain(text)} for kind, text in papers]}
        seconds = limits.WALL_SECONDS + len(papers) * limits.SECONDS_FOR_EACH
        return self._ask({"format": "pdf", "template": str(template), "payload": job}, seconds=seconds)

    def close(self) -> None:
        """End the child process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()

    def _ask(self, request: Mapping[str, object], *, seconds: float) -> bytes:
        body = json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")
        process = self._started()
        if process.stdin is None:
            raise RenderingFailed("Документ не собран: попробуйте ещё раз.")
        try:
            process.stdin.write(struct.pack(">I", len(body)) + body)
            process.stdin.flush()
            status, answer = self._answer(seconds)
        except (BrokenPipeError, TimeoutError, EOFError):
            self.close()
            raise RenderingFailed("Документ не собран за отведённое время: упростите шаблон и повторите.") from None
        if status == OK:
            return answer
        text = answer.decode("utf-8")
        raise UnsafeTemplate(text) if status == UNSAFE else RenderingFailed(text)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and constant words
            [sys.executable, "-I", "-c", BOOT, str(PROJECT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            cwd=str(PROJECT),
        )
        try:
            self._answer(limits.START_SECONDS)
        except (TimeoutError, EOFError):
            self.close()
            raise RenderingFailed("Сборка документов не запустилась: попробуйте ещё раз.") from None
        return self._process

    def _answer(self, seconds: float) -> tuple[bytes, bytes]:
        deadline = time.monotonic() + seconds
        head = self._read(5, deadline)
        return head[:1], self._read(struct.unpack(">I", head[1:])[0], deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        if self._process is None or self._process.stdout is None:
            raise EOFError
        pipe = self._process.stdout.fileno()
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        content = bytearray()
        while len(content) < size:
            if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
                raise TimeoutError
            chunk = os.read(pipe, min(size - len(content), 1 << 16))
            if not chunk:
                raise EOFError
            content += chunk
        return bytes(content)


def render_docx(template: Path | bytes, payload: Mapping[str, object]) -> bytes:
    """Make one Word paper; for many papers open a `Renderer` once."""
    with Renderer() as renderer:
        return renderer.docx(template, payload)


def render_pdf(template: Path, papers: Sequence[tuple[str, Mapping[str, object]]]) -> bytes:
    """Make one PDF of one or many papers; for many files open a `Renderer` once."""
    with Renderer() as renderer:
        return renderer.pdf(template, papers)


def plain(value: object) -> object:
    """Return the payload with only texts, lists and dictionaries in it; anything else is a programming error."""
    if isinstance(value, str):
        return value.translate(CONTROL)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"A payload holds {type(value).__name__}: papers take texts only.")
