"""The organisation as an employer in papers: its names and its head with position, in right cases."""

from datetime import date

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.documents.payloads import Employer, PaperPerson
from mentoring.documents.selectors import letterhead_of, paper_person
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import gender_of
from mentoring.reference.books import decline_position
from mentoring.staff.models import Employment


def head_of(organization: Organization, *, today: date) -> Person | None:
    """Who holds the post of head today; the one appointed last when there are several."""
    posts = Post.objects.held_on(today).filter(organization=organization, role=Role.HEAD)
    post = posts.select_related("person").order_by("-valid_from", "-pk").first()
    return post.person if post else None


def employer_of(organization: Organization, *, today: date) -> Employer | None:
    """The employer whom statements address and who signs; None while nobody is appointed head."""
    head = head_of(organization, today=today)
    if head is None:
        return None
    title = position_title_of(head, organization) or head_title(organization)
    person = paper_person(head, position=decline_position(title, gender=gender_of(head)))
    return Employer(letterhead=letterhead_of(organization), head=person)


def employee_in_papers(employment: Employment) -> PaperPerson:
    """A person of the staff as papers speak of her. Prefetch `person__case_forms` for a list."""
    position = decline_position(employment.position_title, gender=gender_of(employment.person))
    return paper_person(employment.person, position=position)


def position_title_of(person: Person, organization: Organization) -> str:
    """The position by the staff list, empty for somebody who is not in it."""
    works = Employment.objects.filter(person=person, organization=organization, dismissed_on=None)
    return works.values_list("position_title", flat=True).first() or ""


def head_title(organization: Organization) -> str:
    """How the head of such an organisation is called."""
    return "заведующий" if organization.is_kindergarten else "директор"
