"""A school of the tests: its people, its things, the words by which it is known."""

from dataclasses import dataclass, field
from typing import Any

from mentoring.accounts.tests.factories import make_user
from mentoring.organizations.models import Organization, Territory
from mentoring.people.models import Person
from mentoring.people.tests.factories import make_person
from mentoring.staff.tests.factories import make_employment

FIRST_NAMES = ("Анна", "Вера", "Нина", "Раиса", "Зоя", "Инна", "Яна", "Юлия", "Эмма", "Ольга", "Лидия", "Кира")


@dataclass(frozen=True)
class Marks:
    """Words by which everything of a school is known."""

    teacher: str
    officer: str
    leader: str
    school: str
    words: str


@dataclass
class Side:
    """A school with its people and one thing of every kind."""

    marks: Marks
    organization: Organization
    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    @property
    def territory(self) -> Territory:
        """Where the school stands."""
        return self.organization.territory

    def words(self, about: str) -> str:
        """Words that stand nowhere else: of which school and about what."""
        return f"{self.marks.words}-{about}"

    def employ(self, *, name: str = "", last_name: str = "", **facts: Any) -> Person:
        """Somebody of the staff who may enter; every text about her carries the words of the school."""
        number = Person.objects.count()
        first_name = FIRST_NAMES[number % len(FIRST_NAMES)]
        person = make_person(full_name=f"{last_name or self.marks.teacher} {first_name} Ивановна")
        login = f"{name or person.pk}-{self.organization.pk}"
        make_user(person=person, username=login, email=f"{login}@school.test")
        given = {
            "email": f"work-{login}@school.test",
            "phone": f"+7 913 {person.pk:07d}",
            "position_title": f"учитель математики ({self.marks.words})",
            "results": self.words(f"итоги-{name}"),
        }
        make_employment(organization=self.organization, person=person, **(given | facts))
        return person
