"""Write people down, mend and change their names, correct grammatical forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from mentoring.audit.journal import record
from mentoring.core import wording
from mentoring.core.access import require
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal, Stale
from mentoring.people import access
from mentoring.people.choices import Case
from mentoring.people.models import Person, PersonCaseForm, PersonName
from mentoring.people.selectors import organization_ids_of, rule_forms

STALE = "Пока вы правили, карточку изменил кто-то другой. Сравните оба варианта и сохраните ещё раз."
IDENTITY_FIELDS = ("last_name", "first_name", "patronymic", "gender", "birth_date", "birth_year")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: the name in parts, gender, date or at least year of birth."""

    last_name: str
    first_name: str
    patronymic: str = ""
    gender: str = ""
    birth_date: date | None = None
    birth_year: int | None = None


def build_person(identity: Identity) -> Person:
    """Make an unsaved person with a neat name and its search text; for one and for bulk creation alike."""
    last, first, patronymic = (
        wording.normalize_name(part) for part in (identity.last_name, identity.first_name, identity.patronymic)
    )
    return Person(
        last_name=last,
        first_name=first,
        patronymic=patronymic,
        gender=identity.gender,
        birth_date=identity.birth_date,
        birth_year=identity.birth_date.year if identity.birth_date else identity.birth_year,
        search=wording.search_text(last, first, patronymic),
    )


@command
def create_person(*, identity: Identity, by: Actor) -> Person:
    """Write down a new person. Whether she works somewhere is told by staff."""
    require(access.can_create_person(by))
    person = build_person(identity)
    person.save()
    record("people.person.created", subject=person, by=by, person_id=person.pk)
    return person


@command
def correct_person(*, person: Person, identity: Identity, version: int, by: Actor) -> Person:
    """Mend a misspelt name, the gender or the birth; the wrong spelling leaves no history. Raises Stale."""
    stored = _locked(person, version, by)
    changed = _put(stored, build_person(identity))
    if not changed:
        return stored
    stored.save(update_fields=[*changed, "search", "version"])
    _drop_forms_of_old_name(stored, changed)
    record("people.person.corrected", subject=stored, by=by, person_id=stored.pk, fields=changed)
    return stored


@command
def rename_person(*, person: Person, name: wording.FullName, since: date, version: int, by: Actor) -> Person:
    """Change the name from a day on (marriage and the like); the former one stays with its last day. Raises Stale."""
    stored = _locked(person, version, by)
    identity = Identity(name.last, name.first, name.patronymic, stored.gender, stored.birth_date, stored.birth_year)
    former = PersonName(
        person=stored,
        last_name=stored.last_name,
        first_name=stored.first_name,
        patronymic=stored.patronymic,
        valid_until=since,
    )
    changed = _put(stored, build_person(identity))
    if not changed:
        raise Refusal("Новое имя совпадает с прежним. Исправьте его или вернитесь назад.")
    former.save()
    stored.save(update_fields=[*changed, "search", "version"])
    _drop_forms_of_old_name(stored, changed)
    record("people.person.renamed", subject=stored, by=by, person_id=stored.pk, fields=changed)
    return stored


@command
def correct_case_forms(*, person: Person, forms: Mapping[str, str], version: int, by: Actor) -> Person:
    """Store the forms that differ from the rules; a form equal to the rules is no correction. Raises Stale."""
    stored = _locked(person, version, by)
    by_rules = rule_forms(stored).as_dict()
    wanted = {Case(case).value: wording.clean_spaces(text) for case, text in forms.items()}
    if not all(wanted.values()):
        raise Refusal("Форма имени не может быть пустой. Заполните её или верните форму по правилам.")
    corrected = {case: text for case, text in wanted.items() if text != by_rules[case]}
    PersonCaseForm.objects.filter(person=stored, case__in=wanted).exclude(case__in=corrected).delete()
    for case, text in corrected.items():
        PersonCaseForm.objects.update_or_create(person=stored, case=case, defaults={"text": text})
    stored.save(update_fields=["version"])
    record("people.case_form.corrected", subject=stored, by=by, person_id=stored.pk, fields=sorted(wanted))
    return stored


@command
def reset_case_forms(*, person: Person, by: Actor) -> None:
    """Forget every correction: the forms follow the rules again."""
    stored = Person.objects.select_for_update().get(pk=person.pk)
    require(access.can_edit_person(by, stored, organization_ids_of(stored)))
    PersonCaseForm.objects.filter(person=stored).delete()
    Person.objects.filter(pk=stored.pk).update(version=F("version") + 1)
    record("people.case_form.reset", subject=stored, by=by, person_id=stored.pk)


def _locked(person: Person, version: int, by: Actor) -> Person:
    stored = Person.objects.select_for_update().get(pk=person.pk)
    require(access.can_edit_person(by, stored, organization_ids_of(stored)))
    if stored.version != version:
        raise Stale(STALE)
    stored.version += 1
    return stored


def _put(stored: Person, wanted: Person) -> list[str]:
    """Copy what differs; the names of changed fields."""
    changed = [name for name in IDENTITY_FIELDS if getattr(stored, name) != getattr(wanted, name)]
    for name in changed:
        setattr(stored, name, getattr(wanted, name))
    stored.search = wanted.search
    return changed


def _drop_forms_of_old_name(person: Person, changed: list[str]) -> None:
    if {"last_name", "first_name", "patronymic", "gender"} & set(changed):
        PersonCaseForm.objects.filter(person=person).delete()
