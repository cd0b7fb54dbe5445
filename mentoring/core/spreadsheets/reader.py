"""Read a spreadsheet from outside without letting it near this process."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import BinaryIO

from mentoring.core.spreadsheets import limits, refusals
from mentoring.core.spreadsheets.model import Workbook
from mentoring.core.spreadsheets.protocol import BrokenAnswerError, decode
from mentoring.core.spreadsheets.refusals import UnreadableFile
from mentoring.core.uploads import FILE_MAX_BYTES

PACKAGE_ROOT = Path(__file__).resolve().parents[3]
CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from mentoring.core.spreadsheets.child import main; main()"


def read_workbook(path: Path) -> Workbook:
    """Read xlsx, xls, ods or csv, told by content; raises UnreadableFile with one sentence for its sender."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > FILE_MAX_BYTES:
                raise UnreadableFile(refusals.TOO_LARGE)
            if size == 0:
                raise UnreadableFile(refusals.EMPTY)
            return read_in_child(file)
    except OSError as error:
        raise UnreadableFile(refusals.MISSING) from error


def read_in_child(file: BinaryIO) -> Workbook:
    """Hand the open file to a new process that sees nothing else; wait for it no longer than its limit."""
    with subprocess.Popen(  # noqa: S603 - a fixed command of our own interpreter
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", CHILD, str(PACKAGE_ROOT)],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        close_fds=True,
    ) as child:
        timer = Timer(limits.CHILD_WALL_SECONDS, child.kill)
        timer.start()
        try:
            answer = child.stdout.read(limits.ANSWER_MAX_BYTES) if child.stdout else b""
        finally:
            is_late = not timer.is_alive()
            timer.cancel()
            child.kill()
    try:
        return decode(answer.splitlines())
    except BrokenAnswerError as error:
        raise UnreadableFile(refusals.TOO_SLOW if is_late else refusals.TOO_HARD) from error
