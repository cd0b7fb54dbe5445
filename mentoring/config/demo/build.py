"""Build the demo by the same actions that people use: each stage of the way has somebody in it."""

from datetime import date

from mentoring.accounts.actions import Term, grant_post
from mentoring.accounts.choices import Role
from mentoring.accounts.logins import suggest_login
from mentoring.accounts.models import User
from mentoring.config.demo import people as made_up
from mentoring.config.demo.story import Cast, actor_of, tell
from mentoring.core.actor import system_actor
from mentoring.documents.actions import ActFacts, add_local_act
from mentoring.documents.choices import LocalActKind
from mentoring.organizations.actions.installation import create_installation
from mentoring.organizations.actions.organizations import Names, NewOrganization, register_organization
from mentoring.organizations.actions.territories import add_territory
from mentoring.organizations.choices import Level, OrganizationType, Profile
from mentoring.organizations.models import Installation, Organization, Territory
from mentoring.people.models import Person
from mentoring.staff.actions.basis import BasisFacts, record_basis
from mentoring.staff.actions.employments import add_to_staff
from mentoring.staff.models import Employment

DEMO = system_actor("demo")
ZONE = "Asia/Barnaul"
KINDS = {
    "kindergarten": (
        OrganizationType.KINDERGARTEN,
        "Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № 000» (демо)",
        "МБДОУ «Детский сад № 000» (демо)",
    ),
    "school": (
        OrganizationType.SCHOOL,
        "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 000» (демо)",
        "МБОУ «Средняя школа № 000» (демо)",
    ),
}


class AlreadyCreated(Exception):
    """A demo is made from its first row or not at all."""

    def __init__(self) -> None:
        super().__init__("Здесь уже создана система: демонстрацию делают в пустой папке данных (MENTORING_DATA).")


def build(*, size: str, today: date | None = None) -> str:
    """Fill the empty database; what was made, in one sentence. Raises AlreadyCreated."""
    if Installation.objects.exists() or User.objects.exists():
        raise AlreadyCreated
    organization = _organization(size, today)
    day = today or organization.today()
    _basis(organization, day)
    people = _staff(organization, size, day)
    cast = _cast(people, size)
    _posts(organization, cast, day)
    _users(cast)
    _regulation(organization, cast, day)
    tell(organization=organization, cast=cast, today=day)
    _keep_few_entries(cast)
    count = Employment.objects.filter(organization=organization).count()
    return f"Создана демонстрация: {organization.short_name}, человек: {count}. Все люди вымышлены."


def _organization(size: str, today: date | None) -> Organization:
    kind, full_name, short_name = KINDS[size]
    country = _territory("Российская Федерация", Level.FEDERATION, None)
    region = _territory("Демонстрационный край", Level.REGION, country)
    city = _territory("Демоград", Level.MUNICIPALITY, region)
    given = NewOrganization(
        names=Names(full_name=full_name, short_name=short_name),
        type=kind,
        territory=city,
        code="demo",
        place="г. Демоград",
        opened_on=date(2012, 1, 10),
    )
    organization = register_organization(given=given, today=today or city.today(), by=DEMO)
    create_installation(
        profile=Profile.ORGANIZATION, top=organization, is_demo=True, second_factor_required=False, by=DEMO
    )
    return organization


def _territory(name: str, level: str, parent: Territory | None) -> Territory:
    return add_territory(name=name, level=level, parent=parent, time_zone=ZONE, by=DEMO)


def _basis(organization: Organization, today: date) -> None:
    facts = BasisFacts(
        responsible_name="Сазонова Инна Петровна",
        responsible_position="делопроизводитель",
        recipients="комитет по образованию — сведения без имён",
        act_number="14-од",
        act_date=made_up.school_day(today, 9, 1),
    )
    record_basis(organization=organization, facts=facts, today=made_up.school_day(today, 9, 1), by=DEMO)


def _staff(organization: Organization, size: str, today: date) -> list[Person]:
    staff = made_up.Staff(today)
    workers = made_up.kindergarten_staff(staff) if size == "kindergarten" else made_up.school_staff(staff)
    people = []
    for worker in workers:
        known = {str(work.public_id) for work in Employment.objects.filter(organization=organization)}
        employment = add_to_staff(
            organization=organization,
            identity=worker.identity,
            work=worker.work,
            other_than=known,
            by=DEMO,
        )
        people.append(employment.person)
    return people


def _cast(people: list[Person], size: str) -> Cast:
    """Who plays whom; a head of a kindergarten is alone in all duties."""
    if size == "kindergarten":
        return Cast(head=people[0], curator=people[0], clerk=people[0], council=(), teachers=tuple(people[1:]))
    deputies = people[-2:]
    return Cast(
        head=people[0],
        curator=deputies[0],
        clerk=deputies[1],
        council=tuple(people[5:8]),
        teachers=tuple(people[1:-2]),
    )


def _posts(organization: Organization, cast: Cast, today: date) -> None:
    since = made_up.school_day(today, 9, 1)
    posts = [(cast.head, Role.HEAD), (cast.head, Role.ADMINISTRATOR), (cast.curator, Role.CURATOR)]
    posts += [(cast.clerk, Role.CLERK), *((member, Role.COUNCIL_MEMBER) for member in cast.council)]
    for person, role in posts:
        term = Term(valid_from=since, basis="приказ от 01.09 № 15-од")
        grant_post(person=person, role=role, organization=organization, term=term, by=DEMO)


def _users(cast: Cast) -> None:
    """One entry a person: whoever holds several duties enters once."""
    names = {cast.head.pk: ("demo-head", cast.head)}
    for name, person in (("demo-curator", cast.curator), ("demo-clerk", cast.clerk)):
        names.setdefault(person.pk, (name, person))
    for number, member in enumerate(cast.council, start=1):
        names.setdefault(member.pk, (f"demo-council{number}", member))
    for number, teacher in enumerate(cast.teachers, start=1):
        names.setdefault(teacher.pk, (f"demo-teacher{number}", teacher))
    for username, person in names.values():
        User.objects.create(username=username, person=person, password="!")  # noqa: S106 - no password at all


def _keep_few_entries(cast: Cast) -> None:
    """One click is offered for those who have something to show; other teachers keep an entry of their own."""
    plain = User.objects.filter(username__startswith="demo-teacher", person__ties=None, person__own_requests=None)
    shown = [teacher.pk for teacher in cast.teachers[-3:]]
    for user in plain.exclude(person__in=shown).select_related("person").order_by("pk"):
        if user.person is not None:
            user.username = suggest_login(user.person)
            user.save(update_fields=["username"])


def _regulation(organization: Organization, cast: Cast, today: date) -> None:
    facts = ActFacts(
        kind=LocalActKind.REGULATION,
        title="Положение о наставничестве педагогических работников",
        title_instrumental="Положением о наставничестве педагогических работников",
        number="12-од",
        signed_on=made_up.school_day(today, 9, 1),
        applies_from=made_up.school_day(today, 9, 1),
        sole_decision_clause="3.4",
    )
    add_local_act(organization=organization, facts=facts, by=actor_of(cast.head))
