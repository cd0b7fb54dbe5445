"""Who works in an organisation on a day, and who has the same name."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from django.db.models import Count, F, QuerySet
from django.urls import reverse

from mentoring.accounts.models import Post
from mentoring.core.actor import Actor
from mentoring.core.wording import FullName, long_date, search_text
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity, build_person
from mentoring.people.models import Person
from mentoring.reference.books import positions
from mentoring.staff.access import KEEPERS, LIST_ROLES
from mentoring.staff.models import Employment
from mentoring.ui.shapes import Link


def working_people(organization: Organization, *, today: date) -> QuerySet[Employment]:
    """Employments of those who work on the day, with person, breaks and former positions, in the order of names."""
    working = Employment.objects.working_on(today).filter(organization=organization)
    return working.with_person().prefetch_related("breaks", "former_positions").order_by("person__search", "pk")


def staff_count(actor: Actor, *, today: date) -> int:
    """How many work in the organisations whose list the actor keeps."""
    organization_ids = actor.organizations_as(*KEEPERS)
    return Employment.objects.working_on(today).filter(organization_id__in=organization_ids).count()


def staff_count_of(organization: Organization, *, today: date) -> int:
    """How many work in the organisation."""
    return Employment.objects.working_on(today).filter(organization=organization).count()


def namesakes(organization: Organization, identity: Identity) -> list[Employment]:
    """Employments here, former ones too, of people whose name may be this one; the latest work of each person."""
    name = FullName(identity.last_name, identity.first_name, identity.patronymic)
    found = Employment.objects.filter(person__in=Person.objects.may_be(name), organization=organization)
    return list(_latest_of_each(found.select_related("person")).values())


def introduce(person_ids: Collection[int], organization_id: int) -> dict[int, str]:
    """«воспитатель, работает сейчас» of everybody who works or worked in the organisation, by person."""
    found = Employment.objects.filter(person__in=person_ids, organization=organization_id)
    return {pk: work_in_words(employment) for pk, employment in _latest_of_each(found).items()}


def work_in_words(employment: Employment) -> str:
    """«воспитатель, работает сейчас», «воспитатель, работал(а) по 3 мая 2025 г.»."""
    left = employment.dismissed_on
    return f"{employment.position_title}, {f'работал(а) по {long_date(left)}' if left else 'работает сейчас'}"


def _latest_of_each(found: QuerySet[Employment]) -> dict[int, Employment]:
    latest: dict[int, Employment] = {}
    for employment in found.order_by("-dismissed_on", "pk"):
        known = latest.get(employment.person_id)
        if known is None or employment.dismissed_on is None:
            latest[employment.person_id] = employment
    return latest


def holders_outside_list(organization: Organization) -> dict[str, Person]:
    """Who holds a role here and was never in the list, by the search text of the name; namesakes are left out."""
    roles = Post.objects.not_revoked().filter(organization=organization)
    listed = Employment.objects.filter(organization=organization)
    people = list(Person.objects.filter(pk__in=roles.values("person_id")).exclude(pk__in=listed.values("person_id")))
    counted = Counter(person.search for person in people)
    return {person.search: person for person in people if counted[person.search] == 1}


def holder_outside_list(organization: Organization, identity: Identity) -> Person | None:
    """The holder of a role here who is this very person by name and birth, where there is one."""
    wanted = build_person(identity)
    found = holders_outside_list(organization).get(wanted.search)
    return found if found is not None and may_be_born_on(found, wanted.birth_date) else None


def may_be_born_on(person: Person, birth_date: date | None) -> bool:
    """True unless two known days of birth differ."""
    return person.birth_date is None or birth_date is None or person.birth_date == birth_date


def latest_added(actor: Actor, organization: Organization, *, limit: int) -> list[Employment]:
    """Who was put into the list last."""
    visible = Employment.objects.visible_to(actor).filter(organization=organization)
    return list(visible.select_related("person").order_by("-created_at", "-pk")[:limit])


def position_suggestions(organization: Organization, *, today: date) -> list[str]:
    """Titles used here, the most frequent first, then those of the nomenclature for such an organisation."""
    used = Employment.objects.filter(organization=organization).exclude(position_title="")
    counted = used.values_list("position_title").annotate(number=Count("pk")).order_by("-number", "position_title")
    book = [entry.title for entry in positions(today, organization_type=organization.type)]
    once: dict[str, str] = {}
    for title in (*(title for title, _ in counted), *book):
        once.setdefault(search_text(title), title)
    return list(once.values())


def list_url(actor: Actor, organization: Organization) -> str:
    """The list of this organisation."""
    several = len(actor.organizations_as(*LIST_ROLES)) > 1
    return reverse("staff:employment_list") + (f"?organization={organization.public_id}" if several else "")


def imports_url(actor: Actor, organization: Organization) -> str:
    """Earlier loads of this organisation."""
    several = len(actor.organizations_as(*KEEPERS)) > 1
    return reverse("staff:import_list") + (f"?organization={organization.public_id}" if several else "")


def card_url(employment: Employment) -> str:
    """The card."""
    return reverse("staff:employment_detail", args=[employment.public_id])


def card_link(actor: Actor, person: Person) -> Link | None:
    """The link to the newest card of a person that the actor may see."""
    works = Employment.objects.visible_to(actor).filter(person=person)
    newest = works.order_by(F("dismissed_on").desc(nulls_first=True), "-pk").first()
    return Link(title=person.full_name, url=card_url(newest)) if newest else None
