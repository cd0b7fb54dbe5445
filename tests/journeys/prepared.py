"""A prepared school for the journey through the council, made by the same actions that people use.

Eight wait for a mentor, five mentors have eight places; everybody is let in by one click, as in a demo.
"""

from collections.abc import Sequence
from datetime import date

from mentoring.accounts.actions import Term, grant_post
from mentoring.accounts.choices import Role
from mentoring.accounts.models import User
from mentoring.accounts.selectors import actor_for
from mentoring.core.actor import Actor, system_actor
from mentoring.core.dates import add_months
from mentoring.core.wording import parse_full_name
from mentoring.core.wording.names import gender_from_patronymic
from mentoring.matching.actions.mentors import Profile, admit_mentors, edit_mentor
from mentoring.matching.actions.needs import complete_update, confirm_needs
from mentoring.matching.models import Mentor
from mentoring.organizations import choices
from mentoring.organizations.actions.installation import create_installation
from mentoring.organizations.actions.organizations import Names, NewOrganization, register_organization
from mentoring.organizations.actions.territories import add_territory
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity
from mentoring.people.models import Person
from mentoring.staff.actions.basis import BasisFacts, record_basis
from mentoring.staff.actions.employments import WorkFacts, add_to_staff

MAKER = system_actor("demo")
FULL_NAME = "Муниципальное бюджетное общеобразовательное учреждение «Школа № 312»"
SHORT_NAME = "МБОУ «Школа № 312»"
PLACES = ("Российская Федерация", "Алтайский край", "г. Барнаул")
OFFICERS = {
    "Орлова Наталья Петровна": ("директор", (Role.HEAD,)),
    "Калинина Тамара Сергеевна": ("заместитель директора по учебно-воспитательной работе", (Role.CURATOR,)),
    "Сомова Елена Львовна": ("педагог-организатор", (Role.CLERK,)),
    "Рябова Галина Ивановна": ("учитель химии", (Role.COUNCIL_MEMBER,)),
}
MENTORS = {
    "Абрамова Анна Андреевна": 2,
    "Балуева Вера Борисовна": 2,
    "Вершинин Глеб Викторович": 2,
    "Голубева Дарья Григорьевна": 1,
    "Давыдова Елена Егоровна": 1,
}
BEGINNERS = (
    "Евсеева Зоя Ильинична",
    "Жуков Илья Львович",
    "Захарова Клара Олеговна",
    "Иванова Лидия Андреевна",
    "Калугина Мария Борисовна",
    "Ларина Нина Викторовна",
    "Маслов Олег Григорьевич",
    "Нефёдова Полина Егоровна",
)
SUBJECTS = ("математики", "физики", "биологии", "истории", "географии")


def fill() -> None:
    """Fill the empty database."""
    organization = _organization()
    today = organization.today()
    for name, (position, _) in OFFICERS.items():
        _employ(organization, name, position, years=15)
    mentors = [_teacher(organization, name, place, years=16) for place, name in enumerate(MENTORS)]
    beginners = [_teacher(organization, name, place, years=1) for place, name in enumerate(BEGINNERS)]
    for person in Person.objects.order_by("pk"):
        User.objects.create(username=f"demo-{person.pk}", person=person, password="!")
    _posts(organization, today)
    curator = _curator(organization)
    confirm_needs(organization=organization, people=beginners, today=today, by=curator)
    complete_update(organization=organization, today=today, by=curator)
    _bank(organization, mentors, curator, today=today)


def _organization() -> Organization:
    place = None
    for level, name in zip(choices.Level.values, PLACES, strict=False):
        place = add_territory(name=name, level=level, parent=place, time_zone="Asia/Barnaul", by=MAKER)
    assert place is not None
    given = NewOrganization(
        names=Names(full_name=FULL_NAME, short_name=SHORT_NAME),
        type=choices.OrganizationType.SCHOOL,
        territory=place,
        code="school312",
        place="г. Барнаул",
    )
    today = place.today()
    organization = register_organization(given=given, today=today, by=MAKER)
    profile = choices.Profile.ORGANIZATION
    create_installation(profile=profile, top=organization, is_demo=True, second_factor_required=False, by=MAKER)
    facts = BasisFacts(responsible_name="Сомова Елена Львовна", responsible_position="педагог-организатор")
    record_basis(organization=organization, facts=facts, today=today, by=MAKER)
    return organization


def _teacher(organization: Organization, name: str, place: int, *, years: int) -> Person:
    return _employ(organization, name, f"учитель {SUBJECTS[place % len(SUBJECTS)]}", years=years)


def _employ(organization: Organization, name: str, position: str, *, years: int) -> Person:
    read = parse_full_name(name)
    gender = gender_from_patronymic(read.patronymic)
    assert gender is not None
    hired = add_months(organization.today().replace(day=1), -12 * years)
    work = WorkFacts(
        position_title=position,
        position_since=hired,
        hired_on=hired,
        category="highest" if years > 3 else "",
        teaching_experience_months=12 * years,
        total_experience_months=12 * years,
        experience_as_of=organization.today(),
    )
    identity = Identity(read.last, read.first, read.patronymic, gender)
    return add_to_staff(organization=organization, identity=identity, work=work, by=MAKER).person


def _posts(organization: Organization, today: date) -> None:
    for name, (_, roles) in OFFICERS.items():
        person = Person.objects.get(last_name=name.split()[0])
        for role in roles:
            term = Term(valid_from=today, basis="приказ № 1")
            grant_post(person=person, role=role, organization=organization, term=term, by=MAKER)


def _curator(organization: Organization) -> Actor:
    post = organization.posts.get(role=Role.CURATOR)
    return actor_for(post.person.user, second_factor=True)


def _bank(organization: Organization, people: Sequence[Person], curator: Actor, *, today: date) -> None:
    admit_mentors(organization=organization, people=people, today=today, by=curator)
    for mentor in Mentor.objects.filter(organization=organization).select_related("person"):
        profile = Profile(capacity=MENTORS[mentor.person.full_name], hours_per_month=6)
        edit_mentor(mentor=mentor, profile=profile, version=mentor.version, by=curator)
