"""The organisation as an employer in papers: its names and its head with position, in right cases."""

from datetime import date

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post
from mentoring.documents.payloads import Employer, PaperPerson
from mentoring.documents.selectors import letterhead_of, paper_person
from mentoring.organizations.models import Organization
from mentoring.people.models import Person
from mentoring.people.selectors import gender_of
from mentoring.reference.books import acting_title, decline_position, find_position
from mentoring.staff.models import Employment

HEAD_CODES = ("director", "head")


def head_of(organization: Organization, *, today: date) -> Person | None:
    """Who holds the post of head today; the one appointed last when there are several."""
    post = _head_post(organization, today)
    return post.person if post else None


def employer_of(organization: Organization, *, today: date) -> Employer | None:
    """The employer whom statements address and who signs; None while nobody is appointed head.

    The title is that of the head, as the organisation writes it, whatever else the person is by the staff list.
    """
    post = _head_post(organization, today)
    if post is None:
        return None
    title = organization.head_title or _listed_title(post) or organization.title_of_head
    position = decline_position(acting_title(title) if post.acting_for_id else title)
    return Employer(letterhead=letterhead_of(organization), head=paper_person(post.person, position=position))


def employee_in_papers(employment: Employment) -> PaperPerson:
    """A person of the staff as papers speak of her. Prefetch `person__case_forms` for a list."""
    position = decline_position(employment.position_title, gender=gender_of(employment.person))
    return paper_person(employment.person, position=position)


def _head_post(organization: Organization, today: date) -> Post | None:
    posts = Post.objects.held_on(today).filter(organization=organization, role=Role.HEAD)
    return posts.select_related("person").order_by("-valid_from", "-pk").first()


def _listed_title(post: Post) -> str:
    """The position by the staff list where it is that of a head: «исполняющий обязанности директора»."""
    works = Employment.objects.filter(person_id=post.person_id, organization_id=post.organization_id, dismissed_on=None)
    title = works.values_list("position_title", flat=True).first() or ""
    found = find_position(title)
    return title if found is not None and found.code in HEAD_CODES else ""
