"""People of programmes and their employer as papers speak of them, read in a few queries for many pairs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.core.errors import Refusal
from mentoring.core.wording import long_date
from mentoring.documents.payloads import Employer, PaperPerson
from mentoring.documents.selectors import paper_person
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import gender_of
from mentoring.programs.models import Program
from mentoring.programs.selectors.checks import mentees_of
from mentoring.reference.books import decline_position, form
from mentoring.staff.models import Employment
from mentoring.staff.selectors.employer import employer_of, head_of

CURATOR_TITLE = "куратор наставничества"  # of somebody who is not in the staff list
NO_HEAD = (
    "На {day} в системе нет руководителя с действующей ролью, подписать документ некому. "
    "Проверьте дату или назначьте руководителя с этого дня в разделе «Роли»."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPeople:
    """Everyone whom the papers of some programmes name, as they are on the day on which the papers are made."""

    day: date
    employer: Employer
    head_id: int
    curator: PaperPerson | None
    curator_id: int | None
    by_person: Mapping[int, PaperPerson]

    def mentor(self, program: Program) -> PaperPerson:
        """The mentor of a programme."""
        return self.by_person[program.mentorship.mentor.person_id]

    def has_head(self, program: Program) -> bool:
        """True when the head herself is of the pair: in its papers she is a worker, not the employer."""
        return any(person.pk == self.head_id for person in _of(program))

    def told_of(self, programs: Sequence[Program]) -> list[int]:
        """Who reads an order on these programmes against signature: everyone in it and the curator, but the head."""
        people = [person.pk for program in programs for person in _of(program)]
        if self.curator_id is not None:
            people.append(self.curator_id)
        return [person_id for person_id in dict.fromkeys(people) if person_id != self.head_id]

    def mentees(self, program: Program) -> tuple[PaperPerson, ...]:
        """The mentees of a programme, by name."""
        return tuple(self.by_person[person.pk] for person in mentees_of(program))


def paper_people(organization: Organization, programs: Sequence[Program], *, day: date) -> PaperPeople:
    """Read everyone at once; raises Refusal when nobody is head on the day."""
    employer, head = employer_of(organization, today=day), head_of(organization, today=day)
    if employer is None or head is None:
        raise Refusal(NO_HEAD.format(day=long_date(day)))
    people = {person.pk: (person, _usual_position(program, person)) for program in programs for person in _of(program)}
    curator = _curator_of(organization, day)
    if curator is not None:
        people.setdefault(curator.pk, (curator, CURATOR_TITLE))
    prefetch_related_objects([person for person, _ in people.values()], "case_forms")
    titles = position_titles(organization, people, day=day)
    found = {key: _named(person, titles.get(key, usual)) for key, (person, usual) in people.items()}
    if head.pk in found:
        found[head.pk] = employer.head  # one person has one title in one paper
    return PaperPeople(
        day=day,
        employer=employer,
        head_id=head.pk,
        curator=found[curator.pk] if curator is not None else None,
        curator_id=curator.pk if curator is not None else None,
        by_person=found,
    )


def position_titles(organization: Organization, person_ids: Iterable[int], *, day: date) -> dict[int, str]:
    """Positions by the staff list on a day; who works elsewhere is absent."""
    works = Employment.objects.filter(organization=organization, person_id__in=list(person_ids)).working_on(day)
    return dict(works.order_by("-pk").values_list("person_id", "position_title"))


def _of(program: Program) -> list[Person]:
    return [program.mentorship.mentor.person, *mentees_of(program)]


def _usual_position(program: Program, person: Person) -> str:
    """How the form calls this side: for somebody who is not in the staff list."""
    known = form(program.mentorship.form)
    return known.mentor.title if program.mentorship.mentor.person_id == person.pk else known.mentee.title


def _named(person: Person, title: str) -> PaperPerson:
    return paper_person(person, position=decline_position(title, gender=gender_of(person)))


def _curator_of(organization: Organization, day: date) -> Person | None:
    posts = Post.objects.held_on(day).filter(organization=organization, role=Role.CURATOR)
    post = posts.select_related("person").order_by("-valid_from", "-pk").first()
    return post.person if post else None
