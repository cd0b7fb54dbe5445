"""The process that opens a file from outside: little memory, little time, no environment, no way to write or fork."""

import resource
import sys
from collections.abc import Iterator

from mentoring.core.spreadsheets import limits
from mentoring.core.spreadsheets.parsing import parse
from mentoring.core.spreadsheets.protocol import encode, refusal
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.core.uploads import FILE_MAX_BYTES


def main() -> None:
    """Read a file from the standard input and tell its sheets on the standard output."""
    confine()
    for line in answer(sys.stdin.buffer.read(FILE_MAX_BYTES + 1)):
        sys.stdout.buffer.write(line.encode("utf-8", errors="replace") + b"\n")
    sys.stdout.buffer.flush()


def confine() -> None:
    """Give up what parsing does not need, before the first byte of the file is seen."""
    memory = limits.CHILD_MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.CHILD_CPU_SECONDS, limits.CHILD_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.CHILD_OPEN_FILES, limits.CHILD_OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(content: bytes) -> Iterator[str]:
    """Say the workbook, or why it is refused."""
    try:
        parsed = parse(content)
        yield from encode(parsed.kind, parsed.sheets)
    except UnreadableFile as error:
        yield refusal(str(error))
