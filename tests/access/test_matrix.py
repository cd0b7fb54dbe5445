"""Every address × method × role × own or foreign school answers as matrix.tsv says; foreign is as absent."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.access import asking, matrix, objects, secrets
from tests.access.world import SCHOOL_ROLES, World

ROWS = matrix.read_rows()
NAMES = list(matrix.url_names())
# Whoever holds the code, the printed paper or the link may open these without belonging anywhere.
BEARER = ("accounts:code_link", "documents:check", "matching:slip")
WITHOUT_LOGIN = (
    *BEARER,
    "ui:gallery",
    "ui:gallery_options",
    "ui:gallery_section",
    "accounts:display",
    "account_logout",
)
ENTRY = (
    *("account_inactive", "account_login", "mfa_authenticate", "mfa_login_webauthn", "matching:slip_enter"),
    *("accounts:choose", "accounts:code_entry", "accounts:demo", "accounts:demo_enter", "accounts:forgotten"),
)


def test_every_address_says_what_it_is_asked_with():
    assert [name for name in NAMES if not objects.is_described(name)] == []


def test_every_address_has_its_rows_and_every_row_its_address():
    wanted = {(name, method, whose) for name in NAMES for whose in objects.kinds_of(name) for method in matrix.METHODS}
    assert wanted == set(ROWS)


def test_a_row_has_a_known_letter_for_every_role():
    assert [key for key, letters in ROWS.items() if len(letters) != len(matrix.ROLES)] == []
    assert set("".join(ROWS.values())) <= set("+x-L.")


def test_without_signing_in_only_doors_open():
    opened = {name for (name, _, _), letters in ROWS.items() if letters[0] == "+"}
    assert opened <= {*WITHOUT_LOGIN, *ENTRY}


def test_who_has_left_sees_what_a_stranger_sees():
    """Of the own school nothing is left; only pages about oneself open."""
    leaver = matrix.ROLES.index("leaver")
    opened = {
        name for (name, _, whose), letters in ROWS.items() if letters[leaver] == "+" and name not in objects.PLAIN
    }
    assert opened <= {*WITHOUT_LOGIN, "matching:mentorship_list", "reference:book_detail"}


def test_a_foreign_school_is_closed_to_every_role_of_a_school():
    opened = {
        name
        for (name, _, whose), letters in ROWS.items()
        for role in SCHOOL_ROLES
        if whose == matrix.FOREIGN and letters[matrix.ROLES.index(role)] == "+"
    }
    # The last one shows everybody her own pairs and does not look at the organisation in the address.
    assert opened <= {*BEARER, "matching:mentorship_list"}


@pytest.mark.slow
@pytest.mark.parametrize("url_name", NAMES)
def test_answers(world: World, url_name: str):
    differ = [line for whose in objects.kinds_of(url_name) for line in _differences(world, url_name, whose)]
    assert not differ, "\n".join(differ)


def _differences(world: World, url_name: str, whose: str) -> Iterator[str]:
    asked = objects.asked(world, url_name, whose)
    for method in matrix.METHODS:
        wanted = ROWS.get((url_name, method, whose), "")
        answers = list(asking.answers(world, asked, method))
        found = "".join(letter for letter, _ in answers)
        if found != wanted:
            yield f"{url_name} {method} {whose}: {found}, the table says {wanted or 'nothing'}"
        for role, (letter, answer) in zip(matrix.ROLES, answers, strict=True):
            if url_name not in BEARER:
                where = f"{url_name} {method} {whose} {role}"
                text = asking.text_of(answer)
                yield from (f"{where}: shows {what}" for what in secrets.shown(world, role, text))
            if whose == matrix.FOREIGN and letter == "-":
                absent = world.browsers[role].ask(method, asked.absent, asked.body)
                yield from _tells(f"{url_name} {method} {role}", answer, absent)


def _tells(where: str, foreign: Any, absent: Any) -> Iterator[str]:
    if foreign.status_code != absent.status_code:
        yield f"{where}: {foreign.status_code} for a foreign thing, {absent.status_code} for none"
    if asking.plain(foreign) != asking.plain(absent):
        yield f"{where}: the page of a foreign thing differs from that of an absent one"
