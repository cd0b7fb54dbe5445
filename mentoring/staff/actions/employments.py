"""People of the list by hand: add, edit under an optimistic lock, take the mark «нет в списке» away."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from mentoring.audit.journal import record
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale, WrongState
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity, create_person
from mentoring.people.models import Person
from mentoring.reference.books.positions import find_position
from mentoring.staff import access
from mentoring.staff.actions.basis import require_basis
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.models import Employment
from mentoring.staff.selectors import namesakes
from mentoring.staff.selectors.people import holder_outside_list

STALE = "Пока вы правили, карточку сохранил кто-то другой. Сравните оба варианта и сохраните ещё раз."


class SameName(Refusal):
    """Somebody of this name is in the list already; the person who adds decides who it is."""

    def __init__(self, found: Sequence[Employment]) -> None:
        super().__init__("В списке уже есть человек с таким именем. Укажите, это он или другой человек.")
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """What is known of a person's work; None and the empty string mean «not told»."""

    position_title: str
    position_since: date | None = None
    kind: str = EmploymentKind.MAIN
    rate: Decimal | None = None
    hired_on: date | None = None
    subject: str = ""
    building: str = ""
    category: str = ""
    category_on: date | None = None
    category_basis: str = ""
    attested_on: date | None = None
    attestation_result: str = ""
    results: str = ""
    total_experience_months: int | None = None
    teaching_experience_months: int | None = None
    experience_as_of: date | None = None
    email: str = ""
    phone: str = ""


@command
def add_to_staff(
    *, organization: Organization, identity: Identity, work: WorkFacts, other_than: Collection[str] = (), by: Actor
) -> Employment:
    """Add a new person to the list; raises SameName for a namesake whose public id is not among `other_than`."""
    _may_add(organization, by)
    found = [
        employment for employment in namesakes(organization, identity) if str(employment.public_id) not in other_than
    ]
    if found:
        raise SameName(found)
    holder = holder_outside_list(organization, identity)  # has a role here already, such as the first administrator
    return _employ(holder or create_person(identity=identity, by=by), organization, work, by)


@command
def hire_again(*, organization: Organization, person: Person, work: WorkFacts, by: Actor) -> Employment:
    """Put a person who worked here before back into the list as a new period of work."""
    _may_add(organization, by)
    if not Employment.objects.filter(person=person, organization=organization).exists():
        raise Refusal("Этот человек здесь не работал. Добавьте его как нового.")
    return _employ(person, organization, work, by)


@command
def edit_employment(*, employment: Employment, facts: WorkFacts, version: int, by: Actor) -> Employment:
    """Correct what is known of the work; raises Stale when somebody saved since the form was opened."""
    stored = locked(employment, by)
    if stored.version != version:
        raise Stale(STALE)
    changed = [name for name, value in asdict(facts).items() if getattr(stored, name) != value]
    if not changed:
        return stored
    for name in changed:
        setattr(stored, name, getattr(facts, name))
    if "position_title" in changed:
        stored.position_code = code_of(stored.position_title, organization=stored.organization)
        changed.append("position_code")
    check_dates(stored)
    save(stored, *changed)
    record("staff.employment.edited", subject=stored, by=by, fields=changed)
    return stored


@command
def keep_on_list(*, employment: Employment, by: Actor) -> Employment:
    """Take the mark «нет в списке» away: the person works here though the loaded list does not name her."""
    stored = locked(employment, by)
    if stored.gone_since is None:
        raise WrongState("Отметки «нет в списке» уже нет. Обновите страницу.")
    stored.gone_since = None
    save(stored, "gone_since")
    record("staff.employment.kept", subject=stored, by=by)
    return stored


def locked(employment: Employment, by: Actor) -> Employment:
    """The employment under a lock, for somebody who may change it."""
    stored = Employment.objects.select_for_update(of=("self",)).get(pk=employment.pk)
    require(access.can_keep_staff(by, stored.organization))
    return stored


def save(stored: Employment, *fields: str) -> None:
    """Save the named fields as the next version."""
    stored.version += 1
    stored.save(update_fields=[*fields, "version"])


def code_of(title: str, *, organization: Organization) -> str:
    """The position of the nomenclature meant by a staff title; empty when none is."""
    found = find_position(title, organization_type=organization.type)
    return found.code if found else ""


def check_dates(stored: Employment) -> None:
    """Raise Refusal for dates that contradict each other."""
    if stored.position_since and stored.hired_on and stored.position_since < stored.hired_on:
        raise Refusal("Дата «в должности с» раньше даты приёма. Исправьте одну из них.")


def _may_add(organization: Organization, by: Actor) -> None:
    """Hold the organisation, so that two people cannot add one person at once, and ask the rules."""
    Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    require(access.can_keep_staff(by, organization))
    require_basis(organization)


def _employ(person: Person, organization: Organization, work: WorkFacts, by: Actor) -> Employment:
    employment = Employment(
        person=person,
        organization=organization,
        position_code=code_of(work.position_title, organization=organization),
        **asdict(work),
    )
    check_dates(employment)
    employment.save()
    record("staff.employment.added", subject=employment, by=by)
    return employment
