"""Who is signed in and whether this is a demo, for the shell of every page."""

from django.http import HttpRequest
from django.urls import reverse

from mentoring.accounts.choices import Role
from mentoring.accounts.models import Post, User
from mentoring.accounts.selectors import organization_words
from mentoring.core import clock
from mentoring.core.wording import surname_and_initials
from mentoring.organizations.selectors import the_installation
from mentoring.people.models import Person
from mentoring.ui.shapes import Who

TEACHER = "педагог"


def identify(request: HttpRequest) -> Who | None:
    """Name, first post and the other posts of the signed-in person."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return None
    profile_url = reverse("accounts:profile")
    if user.person is None:
        return Who(name=user.username, profile_url=profile_url)
    person = user.person
    name = surname_and_initials(person.last_name, person.first_name, person.patronymic)
    posts = [_words(post) for post in _held(person)]
    if not posts:
        places = organization_words(person)
        return Who(name=name, role=TEACHER, organization=places[0] if places else "", profile_url=profile_url)
    (role, organization), *rest = posts
    more = [f"{other} · {place}" for other, place in rest]
    return Who(name=name, role=role, organization=organization, more_posts=more, profile_url=profile_url)


def is_demo(request: HttpRequest) -> bool:
    """Tell whether this installation was created as a demo."""
    installation = the_installation()
    return installation is not None and installation.is_demo


def _held(person: Person) -> list[Post]:
    rows = Post.objects.filter(person=person).held_on(clock.today()).select_related("organization")
    order = list(Role.values)
    return sorted(rows, key=lambda post: (order.index(post.role), post.pk))


def _words(post: Post) -> tuple[str, str]:
    acting = " (замещает)" if post.acting_for_id else ""
    return f"{post.get_role_display()}{acting}", post.organization.short_name
