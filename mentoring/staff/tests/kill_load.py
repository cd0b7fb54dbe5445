"""A list of 120 people is loaded: 60 new, 40 changed, 20 marked; for kill -9."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

from mentoring.accounts.choices import Role
from mentoring.accounts.models import User
from mentoring.accounts.selectors import actor_for
from mentoring.accounts.tests.factories import make_post, make_user
from mentoring.audit.models import Event
from mentoring.core.models import Receipt
from mentoring.organizations.tests.factories import make_organization
from mentoring.people.models import Person, PersonName
from mentoring.people.tests.factories import make_person
from mentoring.staff.actions import apply_list
from mentoring.staff.models import Employment, PositionPeriod, StaffImport
from mentoring.staff.tests.factories import make_basis, make_employment
from mentoring.staff.tests.loads import plan

NEW, CHANGED, GONE = 60, 40, 20
LETTERS = "абвгдежзик"


def prepare() -> None:
    """A school with its people and a planned list."""
    school = make_organization()
    make_basis(organization=school)
    user = make_user(username="curator")
    make_post(user.person, Role.CURATOR, school)
    for number in range(CHANGED + GONE):
        make_employment(
            organization=school,
            person=make_person(full_name=_name(number)),
            position_title="воспитатель",
            position_code="kindergarten_teacher",
        )
    listed = [*range(CHANGED), *range(CHANGED + GONE, CHANGED + GONE + NEW)]
    rows = [(_name(number), "учитель", "01.09.2023", "3", "первая", "12.03.1990", "") for number in listed]
    plan(school, *rows, by=actor_for(user))


def act() -> None:
    """Load the list."""
    loaded = StaffImport.objects.select_related("organization__territory").get()
    by = actor_for(User.objects.get(username="curator")).with_token("one form")
    apply_list(loaded=loaded, version=loaded.version, today=loaded.organization.today(), by=by)


def state() -> str:
    """Everything that the load writes."""
    rows = [
        list(Person.objects.order_by("pk").values("last_name", "birth_date", "version")),
        list(Employment.objects.order_by("pk").values("person_id", "position_code", "gone_since", "version")),
        list(PositionPeriod.objects.order_by("pk").values("employment_id")),
        list(PersonName.objects.values("person_id")),
        list(StaffImport.objects.values("state", "effects", "version")),
        [Event.objects.count(), Receipt.objects.count()],
    ]
    return hashlib.sha256(json.dumps(rows, cls=DjangoJSONEncoder).encode()).hexdigest()


def _name(number: int) -> str:
    return f"Ив{LETTERS[number // 10 % 10]}{LETTERS[number % 10]}{'а' * (number // 100)}нова Анна Ивановна"
