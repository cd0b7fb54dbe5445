"""Loaded lists: what their pages show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet

from mentoring.core.actor import Actor
from mentoring.core.wording import experience
from mentoring.organizations.models import Organization
from mentoring.people.choices import Gender
from mentoring.staff.choices import ImportState
from mentoring.staff.models import StaffImport
from mentoring.staff.selectors.card import category_title

HEAVY: Final = ("plan", "effects", "choices", "mapping")
FIELD_TITLES: Final = {
    "last_name": "Фамилия",
    "first_name": "Имя",
    "patronymic": "Отчество",
    "gender": "Пол",
    "birth_date": "Дата рождения",
    "birth_year": "Год рождения",
    "position": "Должность",
    "subject": "Предмет",
    "category": "Категория",
    "category_on": "Категория присвоена",
    "hired_on": "Дата приёма",
    "total_experience_months": "Общий стаж",
    "teaching_experience_months": "Педагогический стаж",
    "email": "Почта",
    "phone": "Телефон",
    "rate": "Ставка",
    "is_main": "Условия",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field «было — стало»."""

    title: str
    was: str
    becomes: str


def imports_of(actor: Actor, organization: Organization) -> QuerySet[StaffImport]:
    """Lists loaded into the organisation, newest first, without their contents."""
    visible = StaffImport.objects.visible_to(actor).filter(organization=organization)
    return visible.exclude(state=ImportState.DROPPED).defer(*HEAVY).order_by("-created_at", "-pk")


def last_applied(organization_ids: frozenset[int]) -> list[StaffImport]:
    """The last applied list of each organisation, without its contents."""
    applied = StaffImport.objects.filter(organization_id__in=organization_ids, state=ImportState.APPLIED)
    latest: dict[int, StaffImport] = {}
    for loaded in applied.select_related("organization").defer(*HEAVY).order_by("applied_at", "pk"):
        latest[loaded.organization_id] = loaded
    return list(latest.values())


def field_change(change: Mapping[str, object]) -> FieldChange:
    """A change in words."""
    name = str(change["field"])
    return FieldChange(FIELD_TITLES.get(name, name), in_words(name, change["was"]), in_words(name, change["becomes"]))


def in_words(name: str, value: object) -> str:
    """A value of the plan as people read it."""
    if value is None or value == "":
        return ""
    return WORDS.get(name, str)(value)


def _day(value: object) -> str:
    return f"{date.fromisoformat(str(value)):%d.%m.%Y}"


def _months(value: object) -> str:
    return experience(int(str(value)))


def _gender(value: object) -> str:
    return str(Gender(str(value)).label)


WORDS: Final[dict[str, Callable[[object], str]]] = {
    "gender": _gender,
    "birth_date": _day,
    "category_on": _day,
    "hired_on": _day,
    "experience_as_of": _day,
    "total_experience_months": _months,
    "teaching_experience_months": _months,
    "category": lambda value: category_title(str(value)),
    "rate": lambda value: str(value).replace(".", ","),
    "is_main": lambda value: "основное место" if value else "совместитель",
}
