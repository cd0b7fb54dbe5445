"""From a decided plan to rows of the database, built in memory: nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from mentoring.core.wording import comparison_key
from mentoring.organizations.models import Organization
from mentoring.people.actions import Identity, build_person
from mentoring.people.models import Person, PersonName
from mentoring.staff.choices import EmploymentKind
from mentoring.staff.experience import months_between
from mentoring.staff.imports.changes import EXPERIENCE
from mentoring.staff.imports.decisions import AGAIN, CHANGED, NEW, UNCHANGED, Choices, Decided, all_decided
from mentoring.staff.imports.stored import JsonValue, StoredPlan
from mentoring.staff.models import Employment, PositionPeriod

DATES: Final = ("birth_date", "category_on", "hired_on", "experience_as_of")
OF_PERSON: Final = ("last_name", "first_name", "patronymic", "gender", "birth_date", "birth_year")
OF_WORK: Final = {
    "position": "position_title",
    "position_code": "position_code",
    "subject": "subject",
    "category": "category",
    "category_on": "category_on",
    "hired_on": "hired_on",
    "total_experience_months": "total_experience_months",
    "teaching_experience_months": "teaching_experience_months",
    "experience_as_of": "experience_as_of",
    "email": "email",
    "phone": "phone",
    "rate": "rate",
    "is_main": "kind",
}
NAMES: Final = ("last_name", "first_name", "patronymic")

Value = str | int | bool | date | Decimal | None


@dataclass(slots=True)
class Hire:
    """A new period of work, of a new person or of one who worked here before."""

    person: Person
    employment: Employment
    is_new_person: bool


@dataclass(slots=True)
class Update:
    """A known person after the list, with what stood there before."""

    employment: Employment
    was: dict[str, Value] = field(default_factory=dict)
    person_was: dict[str, Value] = field(default_factory=dict)
    period: PositionPeriod | None = None
    former_name: PersonName | None = None


@dataclass(slots=True)
class Batch:
    """Everything that one list does."""

    hires: list[Hire] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    gone: list[Employment] = field(default_factory=list)
    back: list[Employment] = field(default_factory=list)


def build_batch(
    plan: StoredPlan, choices: Choices, known: Mapping[str, Employment], *, organization: Organization, today: date
) -> Batch:
    """Build the rows; `known` holds everybody who works or worked here by the keys of the plan."""
    batch = Batch()
    for one in all_decided(plan, choices):
        if one.status == NEW:
            batch.hires.append(_hire(one, organization, None))
        elif one.status == AGAIN and one.key:
            batch.hires.append(_hire(one, organization, known[one.key].person))
        elif one.status == CHANGED and one.key:
            batch.updates.append(_update(one, known[one.key], today))
        elif one.status == UNCHANGED and one.key and known[one.key].gone_since:
            batch.back.append(known[one.key])
    return batch


def _hire(one: Decided, organization: Organization, person: Person | None) -> Hire:
    stated = one.row["person"]
    work = {OF_WORK[name]: value_of(name, value) for name, value in stated.items() if name in OF_WORK}
    whose = person or build_person(_identity(stated))
    employment = Employment(person=whose, organization=organization, **_filled(work))
    return Hire(whose, employment, is_new_person=person is None)


def _identity(stated: Mapping[str, JsonValue]) -> Identity:
    return Identity(**_filled({name: value_of(name, stated[name]) for name in OF_PERSON if name in stated}))  # type: ignore[arg-type]


def _filled(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def _update(one: Decided, employment: Employment, today: date) -> Update:
    update = Update(employment)
    changes = {change["field"]: value_of(change["field"], change["becomes"]) for change in one.changes}
    if any(name in changes for name in EXPERIENCE):
        changes |= _experience(one.row["person"], employment)
    if "position" in changes:
        _change_position(update, one.row["person"], today)
    for name, value in changes.items():
        if name in OF_PERSON:
            _put(employment.person, name, value, update.person_was)
        else:
            _put(employment, OF_WORK[name], value, update.was)
    if employment.gone_since:
        _put(employment, "gone_since", None, update.was)
    _mend_person(update, today)
    return update


def _experience(stated: Mapping[str, JsonValue], employment: Employment) -> dict[str, Value]:
    """Both lengths on the day of the list: what it does not state has grown to that day."""
    day = value_of("experience_as_of", stated.get("experience_as_of"))
    found: dict[str, Value] = {"experience_as_of": day}
    for name in EXPERIENCE:
        months = getattr(employment, name)
        if name in stated:
            found[name] = value_of(name, stated[name])
        elif months is not None and isinstance(day, date) and employment.experience_as_of:
            found[name] = max(0, months + months_between(employment.experience_as_of, day))
    return found


def _change_position(update: Update, stated: Mapping[str, JsonValue], today: date) -> None:
    """Another position of the nomenclature begins today; other words for the same one are a correction."""
    work, code = update.employment, str(stated.get("position_code") or "")
    if work.position_code and code and work.position_code != code:
        start = work.position_since or work.hired_on
        yesterday = today - timedelta(days=1)
        update.period = PositionPeriod(
            employment=work,
            position_code=work.position_code,
            position_title=work.position_title,
            since=start if start and start <= yesterday else None,
            until=yesterday,
        )
        _put(work, "position_since", today, update.was)
    _put(work, "position_code", code, update.was)


def _mend_person(update: Update, today: date) -> None:
    """Keep the search text, the year of birth and a former surname in step with what changed."""
    if not update.person_was:
        return
    person = update.employment.person
    before = {name: str(update.person_was.get(name, getattr(person, name)) or "") for name in NAMES}
    neat = build_person(Identity(person.last_name, person.first_name, person.patronymic))
    for name in (*NAMES, "search"):
        _put(person, name, getattr(neat, name), update.person_was)
    if person.birth_date:
        _put(person, "birth_year", person.birth_date.year, update.person_was)
    if comparison_key(before["last_name"]) != comparison_key(person.last_name):
        update.former_name = PersonName(person=person, valid_until=today, **before)


def _put(thing: Person | Employment, name: str, value: Value, was: dict[str, Value]) -> None:
    """Set a value and remember the one before, once."""
    before = getattr(thing, name)
    if before == value:
        return
    was.setdefault(name, before)
    setattr(thing, name, value)


def value_of(name: str, value: JsonValue) -> Value:
    """The value as the database takes it."""
    if value is None:
        return None
    if name in DATES:
        return date.fromisoformat(str(value))
    if name == "rate":
        return Decimal(str(value))
    if name == "is_main":
        return EmploymentKind.MAIN if value else EmploymentKind.SECONDARY
    return value if isinstance(value, int) else str(value)
