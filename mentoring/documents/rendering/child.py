"""The child process: reads requests from stdin, answers on stdout, may use little and open nothing to write.

A request is one length-prefixed JSON object, an answer one status byte and a length-prefixed body.
"""

import base64
import json
import os
import resource
import struct
import sys
from pathlib import Path
from typing import IO, Any, Final

from mentoring.documents.rendering import limits, pdf, word
from mentoring.documents.rendering.errors import PaperError, UnsafeTemplate
from mentoring.documents.rendering.protocol import FAILED, OK, READY, UNSAFE

FORBIDDEN_EVENTS: Final = frozenset({
    "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn",
    "subprocess.Popen", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.link", "os.symlink", "os.truncate", "shutil.rmtree",
    "ctypes.dlopen", "signal.pthread_kill", "os.kill",
})  # fmt: skip
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Serve requests until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.OPEN_FILES, limits.OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(refuse_side_effects)
    send(answers, READY, b"")
    while (request := receive(requests)) is not None:
        limit_processor(papers=len(request["payload"].get("papers", ())))
        status, body = answer(request)
        send(answers, status, body)


def answer(request: dict[str, Any]) -> tuple[bytes, bytes]:
    """Make one paper; every failure becomes a sentence, so that the child lives for the next paper."""
    try:
        if request["format"] == "docx":
            body = word.fill_word(base64.b64decode(request["template"]), request["payload"])
        else:
            body = pdf.fill_pdf(Path(request["template"]), request["payload"])
    except UnsafeTemplate as error:
        return UNSAFE, str(error).encode()
    except PaperError as error:
        return FAILED, str(error).encode()
    except MemoryError:
        return FAILED, "Документ слишком велик: сократите его или шаблон.".encode()
    except Exception as error:  # a parser may raise anything on a broken template
        return FAILED, f"Шаблон не читается ({type(error).__name__}): сохраните его в Word заново.".encode()
    if len(body) > limits.OUTPUT_BYTES:
        return FAILED, "Документ слишком велик: сократите его или шаблон.".encode()
    return OK, body


def refuse_side_effects(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: nothing is started, connected or written from here, whatever a template manages to call."""
    if event in FORBIDDEN_EVENTS:
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        raise PermissionError(event)


def limit_processor(*, papers: int) -> None:
    """Give each job its own allowance of processor time; the kernel ends the process that uses it up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + limits.CPU_SECONDS
    soft += int(papers * limits.SECONDS_FOR_EACH)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def receive(stream: IO[bytes]) -> dict[str, Any] | None:
    """Read one request; None at the end of the pipe."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    body = stream.read(struct.unpack(">I", head)[0])
    request: dict[str, Any] = json.loads(body)
    return request


def send(stream: IO[bytes], status: bytes, body: bytes) -> None:
    """Write one answer."""
    stream.write(status + struct.pack(">I", len(body)) + body)
    stream.flush()
