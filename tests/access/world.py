"""Two schools of one city, a third in another city, a committee and a centre, and a browser for every role.

Everything of the foreign school carries the name of a bird, so that a leak is seen in any answer: words and teachers
one, posts below the head another, heads and curators a third.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.test import Client

from mentoring.accounts.choices import Role, TieKind
from mentoring.accounts.models import UserTie
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.core import clock
from mentoring.core.models import Job
from mentoring.organizations.choices import Level, OrganizationType, Profile
from mentoring.organizations.models import Installation, Organization, Territory
from mentoring.organizations.tests.factories import make_organization, make_territory
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from tests.access import matrix, things
from tests.access.sides import Marks, Side

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # a working Monday, noon in Barnaul
LAST_SPRING = NOW.date() - timedelta(days=200)
OFFICES = {
    "council_member": Role.COUNCIL_MEMBER,
    "clerk": Role.CLERK,
    "curator": Role.CURATOR,
    "head": Role.HEAD,
    "data_officer": Role.DATA_OFFICER,
}
ABOVE = {"administrator": Role.ADMINISTRATOR, "methodologist": Role.METHODOLOGIST, "committee": Role.COMMITTEE}
SCHOOL_ROLES = tuple(role for role in matrix.ROLES if role not in ABOVE)


OWN_MARKS = Marks("Горшкова", "Жабина", "Ершова", "Родник", "ласточка")
FOREIGN_MARKS = Marks("Канарейкина", "Зябликова", "Иволгина", "Иволга", "канарейка")
ELSEWHERE_MARKS = Marks("Пеночкина", "Пеночкина", "Пеночкина", "Пеночка", "пеночка")


@dataclass
class World:
    """Everything that addresses can name, and who opens them."""

    own: Side
    foreign: Side
    elsewhere: Side
    people: dict[str, Person]
    browsers: dict[str, "Browser"] = field(default_factory=dict)

    def side(self, whose: str) -> Side:
        """The school of a line of the table: «own», «foreign», or «own: …»."""
        return self.foreign if whose.startswith(matrix.FOREIGN) else self.own


class Browser(Client):
    """A signed-in browser whose every click begins from the same state; it keeps no copies of contexts."""

    def __init__(self, person: Person | None) -> None:
        super().__init__(raise_request_exception=False)
        if person is not None:
            self.force_login(person.user)
            session = self.session
            moment = clock.now().timestamp()
            session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": moment}]
            session.save()
            self.get("/")  # the first click puts the browser into the person's own list

    def request(self, **request: Any) -> Any:
        """One request, without the signals by which the usual client watches templates."""
        return self.handler(self._base_environ(**request))

    def ask(self, method: str, url: str, body: dict[str, Any] | None = None) -> Any:
        """One click; whatever it wrote is undone, whatever it wanted to keep in the browser is forgotten."""
        cache.clear()
        with undone():
            response = self.get(url) if method == "GET" else self.post(url, body or {})
        response.asked = url
        return response


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back; a command inside believes that its transaction is the outermost."""
    atomic = transaction.atomic()
    atomic._from_testcase = True
    with atomic:
        yield
        transaction.set_rollback(True)


def build() -> World:
    """Make everything anew in the present transaction."""
    country = make_territory(level=Level.FEDERATION, name="Страна")
    region = make_territory(parent=country, level=Level.REGION, name="Край")
    city = make_territory(parent=region, name="Город Родников")
    committee = make_organization(territory=city, type=OrganizationType.COMMITTEE, short_name="Комитет города")
    centre = make_organization(territory=city, type=OrganizationType.CENTER, short_name="Центр города")
    Installation.objects.create(pk=1, profile=Profile.MUNICIPALITY, top=committee, second_factor_required=True)
    world = World(
        own=_side(city, OWN_MARKS),
        foreign=_side(city, FOREIGN_MARKS),
        elsewhere=_side(make_territory(parent=region, name="Пеночкин город"), ELSEWHERE_MARKS),
        people=_above(committee, centre),
    )
    world.people |= world.own.people | {"leaver": _leaver(world.own)}
    Job.objects.waiting().delete()  # the mail and the papers of the past are ready: a test drains its own work alone
    for role in matrix.ROLES:
        world.browsers[role] = Browser(world.people.get(role))
    return world


def _side(territory: Territory, marks: Marks) -> Side:
    organization = make_organization(
        territory=territory, short_name=f"МБОУ «{marks.school}»", full_name=f"Школа «{marks.school}»", code=marks.school
    )
    side = Side(marks=marks, organization=organization)
    for role in ("teacher", "mentor", "mentee"):
        side.people[role] = side.employ(name=role)
    for role, post in OFFICES.items():
        leads = role in ("curator", "head")
        side.people[role] = side.employ(name=role, last_name=marks.leader if leads else marks.officer)
        side.things[f"post_{role}"] = make_post(side.people[role], post, organization)
    side.things |= things.make_all(side)
    return side


def _above(committee: Organization, centre: Organization) -> dict[str, Person]:
    places = {"administrator": committee, "methodologist": centre, "committee": committee}
    people = {}
    for role, post in ABOVE.items():
        people[role] = make_person(full_name=f"Ведущая {role.title()} Олеговна")
        make_user(person=people[role], username=f"city-{role}")
        make_post(people[role], post, places[role])
    return people


def _leaver(side: Side) -> Person:
    """Who was head, curator and mentor here until last spring."""
    person = side.employ(name="leaver", last_name="Бывалова", dismissed_on=LAST_SPRING)
    for role in (Role.HEAD, Role.CURATOR):
        post = make_post(person, role, side.organization, valid_until=LAST_SPRING)
        post.revoked_at = NOW - timedelta(days=200)
        post.save(update_fields=["revoked_at"])
    for kind in TieKind:
        UserTie.objects.create(
            viewer=person,
            subject=side.people["mentee"],
            kind=kind,
            source="past",
            valid_from=LAST_SPRING - timedelta(days=100),
            valid_until=LAST_SPRING,
        )
    return person
