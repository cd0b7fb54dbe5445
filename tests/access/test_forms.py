"""What a form does not ask for changes nothing, and names of foreign things in a form do nothing."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import resolve

from tests.access import asking, matrix, objects, rows, secrets
from tests.access.pageforms import PageForm, forms_of
from tests.access.world import World, undone

ROWS = matrix.read_rows()
WRITERS = ("head", "mentor", "administrator")  # each finds the forms of others like her, and more
# Names of fields by which somebody may try to hand in more than the form asks for.
TRIED = (
    *("role", "organization", "organization_id", "person", "person_id", "mentor", "mentor_id", "need", "need_id"),
    *(
        "state",
        "is_live",
        "is_active",
        "is_demo",
        "is_signed",
        "public_id",
        "version",
        "number",
        "year",
        "kind",
        "form",
    ),
    *("granted_by", "granted_by_id", "acting_for", "acting_for_id", "awaits_second", "revoked_at", "valid_until"),
    *("announced_at", "decided_on", "mentor_agreed_at", "mentee_agreed_at", "accepted_at", "started_on", "ended_on"),
    *("signed_on", "printed_at", "completed_on", "created_by_id", "restricted", "organizations", "user", "user_id"),
)
LISTS = (
    *("people", "pairs", "ids", "ends", "need", "person", "into", "parent", "organization", "talked", "code", "paper"),
    *("mentor", "document", "public_id", "programs", "consents", "items"),
)
NOT_SENT = ("#", "/logout/", "/login/")  # examples of the gallery; forms that only end or begin a session
LEAVING = ("account_logout",)


def _tried(world: World) -> dict[str, str]:
    """Values that would do harm if anybody took them."""
    foreign = world.foreign
    keys = {
        "organization": foreign.organization,
        "person": foreign.people["teacher"],
        "mentor": foreign.things["mentor"],
    }
    keys |= {"need": foreign.things["need"], "user": foreign.people["head"].user}
    values = dict.fromkeys(TRIED, "1") | {"role": "head", "state": "active", "public_id": str(uuid.uuid4())}
    values |= {name: "2026-11-20" for name in TRIED if name.endswith(("_on", "_at", "_until"))}
    return values | {name: str(thing.pk) for key, thing in keys.items() for name in (key, f"{key}_id")}


def _forms(world: World, role: str) -> Iterator[tuple[str, PageForm]]:
    """Every form that the role finds on any page, one for each kind of address and set of fields."""
    seen = set()
    for url_name in matrix.url_names():
        for whose in objects.kinds_of(url_name):
            if ROWS[(url_name, "GET", whose)][matrix.ROLES.index(role)] != "+" or whose == matrix.FOREIGN:
                continue
            page = objects.asked(world, url_name, whose).url
            for form in forms_of(asking.read(world.browsers[role].ask("GET", page).content)):
                action = form.action or page
                if action.startswith(NOT_SENT):
                    continue
                kind = (resolve(action.partition("?")[0]).view_name, frozenset(form.names))
                if kind not in seen:
                    seen.add(kind)
                    yield action, form


@pytest.mark.slow
@pytest.mark.parametrize("role", WRITERS)
def test_what_a_form_does_not_ask_for_changes_nothing(world: World, role: str):
    before, tried = rows.everything(), _tried(world)
    harmed, sent = [], 0
    for action, form in list(_forms(world, role)):
        sent += 1
        harmed += _harmed(world, role, action, form, tried, before)
    assert not harmed, "\n".join(harmed)
    assert sent > 3


@pytest.mark.urls("tests.access.greedy")
@pytest.mark.parametrize(("action", "seen"), [("/modest/", 0), ("/greedy/", 1)])
def test_a_form_that_takes_more_than_it_asks_for_is_seen(world: World, action: str, seen: int):
    form = PageForm(action, values={"basis": ["приказ № 1"]}, names={"basis"})

    harmed = _harmed(world, "head", action, form, _tried(world), rows.everything())

    assert [key.partition("'")[2].partition("'")[0] for key in harmed] == ["accounts.Post"] * seen


def _harmed(
    world: World, role: str, action: str, form: PageForm, tried: dict[str, str], before: rows.Rows
) -> list[str]:
    """Rows that are written otherwise when the form is sent with more fields than it asks for."""
    more = {name: value for name, value in tried.items() if name not in form.names}
    plain = _after(world, role, action, form.values, before)
    loaded = _after(world, role, action, form.values | more, before)
    return [f"{action}: {key}" for key, row in loaded.items() if plain.get(key) != row]


def _after(world: World, role: str, action: str, values: dict[str, Any], before: rows.Rows) -> rows.Rows:
    """What one sending changes; all of it is taken back."""
    with undone():
        rows.count_keys_anew()
        with rows.written() as tables:
            world.browsers[role].post(action, values)
        return rows.changed(before, rows.after(before, tables))


@pytest.mark.slow
def test_names_of_foreign_things_in_a_form_do_nothing(world: World):
    role, foreign = "head", world.foreign
    before = rows.everything()
    ids = [str(thing.public_id) for thing in foreign.things.values() if hasattr(thing, "public_id")]
    ids += [str(person.public_id) for person in foreign.people.values()] + [str(foreign.organization.public_id)]
    wrong = []
    for url_name in matrix.url_names():
        if ROWS[(url_name, "POST", matrix.OWN)][matrix.ROLES.index(role)] != "+" or url_name in LEAVING:
            continue
        asked = objects.asked(world, url_name, matrix.OWN)
        with undone():
            with rows.written() as tables:
                answer = world.browsers[role].post(asked.url, asked.body | dict.fromkeys(LISTS, ids))
            changes = rows.changed(before, rows.after(before, tables))
        answer.asked = asked.url
        wrong += [f"{url_name}: shows {what}" for what in secrets.shown(world, role, asking.text_of(answer))]
        wrong += [f"{url_name}: changes {key}" for key, row in changes.items() if _is_foreign(world, row)]
    assert not wrong, "\n".join(wrong)


def _is_foreign(world: World, row: rows.Row) -> bool:
    people = {person.pk for person in world.foreign.people.values()}
    return row.get("organization_id") == world.foreign.organization.pk or row.get("person_id") in people
