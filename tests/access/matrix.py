"""The access matrix: every address × method × role × own or foreign organisation, read from matrix.tsv.

One line: address, method, whose object, then one letter a role in the order of ROLES:

    +  done or shown (2xx, a redirect inside, or a refusal of the thing itself: 400, 409, 410, 422)
    x  seen but not allowed (403)
    -  absent (404)
    L  sent to sign in
    .  the address has no such method (405), whoever asks and whatever is there

Whose object: «own», «own: …» for one more object of the own school, «foreign» for one of another school of the same
city. Roles above schools lead both, so that for them «foreign» is theirs too.
"""

from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

TABLE = Path(__file__).with_name("matrix.tsv")
ROLES = (
    "anonymous",
    "teacher",
    "mentor",
    "mentee",
    "council_member",
    "clerk",
    "curator",
    "head",
    "data_officer",
    "administrator",
    "methodologist",
    "committee",
    "leaver",
)
METHODS = ("GET", "POST")
OWN, FOREIGN = "own", "foreign"

# Addresses of libraries and of nobody's data; each with its reason.
EXEMPT = {
    "ui:styles": "a stylesheet",
}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    url_name: str
    method: str
    whose: str
    letters: str


def read_rows() -> dict[tuple[str, str, str], str]:
    """The table as written down."""
    rows = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            url_name, method, whose, letters = line.split("\t")
            rows[(url_name, method, whose)] = letters
    return rows


def url_names() -> dict[str, list[str]]:
    """Every named address of the project with the names of its parameters."""
    found: dict[str, list[str]] = {}
    _walk(get_resolver().url_patterns, "", found)
    return {name: parameters for name, parameters in sorted(found.items()) if name not in EXEMPT}


def _walk(
    patterns: list[URLPattern | URLResolver], prefix: str, found: dict[str, list[str]], above: tuple[str, ...] = ()
) -> None:
    for pattern in patterns:
        parameters = (*above, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            _walk(pattern.url_patterns, inner, found, parameters)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"an address without a name: {pattern.pattern}"
            found[f"{prefix}{pattern.name}"] = list(parameters)


def letter_of(response: HttpResponse) -> str:
    """The letter of an answer; anything unforeseen is shown as its number and so fails."""
    status = response.status_code
    if status in (301, 302, 303):
        return "L" if response["Location"].startswith(reverse("account_login") + "?") else "+"
    if status in (200, 204, 400, 409, 410, 422):
        return "+"
    return {403: "x", 404: "-", 405: "."}.get(status, f"[{status}]")
