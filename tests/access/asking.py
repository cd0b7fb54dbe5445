"""Ask an address as every role; read whatever comes back, also inside files."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.access import matrix
from tests.access.objects import Asked
from tests.access.world import World

NO_SUCH_METHOD = "."
TOKENS = re.compile(
    rb"""(?:csrfmiddlewaretoken|form_token)"\s+value="[^"]*"|value="[^"]*"\s+name="(?:csrfmiddlewaretoken|form_token)"|"""
    rb"""X-CSRFToken[^}]*|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"""
)


def answers(world: World, asked: Asked, method: str) -> Iterator[tuple[str, Any]]:
    """A letter and the answer for each role; a method that an address has not got is refused before anybody is seen."""
    first = world.browsers["head"].ask(method, asked.url, asked.body)
    if first.status_code == 405:
        yield from ((NO_SUCH_METHOD, first) for _ in matrix.ROLES)
        return
    for role in matrix.ROLES:
        answer = world.browsers[role].ask(method, asked.url, asked.body)
        yield matrix.letter_of(answer), answer


def plain(response: Any) -> bytes:
    """The body without tokens, keys and the address that was asked."""
    body = response.content
    for address in (response.asked, quote(response.asked, safe=""), quote(response.asked)):
        body = body.replace(address.encode(), b"")
    return TOKENS.sub(b"", body)


def text_of(response: Any) -> str:
    """Everything that can be read in an answer, headers and insides of files too, in small letters."""
    parts = [f"{name}: {value}" for name, value in response.headers.items()]
    return "\n".join([*parts, read(response.content)]).lower()


def read(content: bytes) -> str:
    """The text of a page, of a Word file, of a spreadsheet, of an archive, of a PDF."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(read(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=False)
        return done.stdout.decode()
    return content.decode("utf-8", errors="replace")
