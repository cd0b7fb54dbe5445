"""Words of pages: thin wrappers over `core.wording` that forgive what a template may bring."""

import re
from datetime import date, datetime

from django.utils import timezone

from mentoring.core import wording

NBSP = "\u00a0"
RUSSIAN_PHONE = re.compile(r"[78]?(\d{3})(\d{3})(\d{2})(\d{2})")


def day(value: date | datetime | None) -> str:
    """«18 июля 2026 г.»."""
    return wording.long_date(_as_day(value)) if value else ""


def day_short(value: date | datetime | None) -> str:
    """«18 июля»."""
    return wording.day_month(_as_day(value)) if value else ""


def moment(value: datetime | None) -> str:
    """«18 июля 2026 г., 14:05»."""
    if not value:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)}, {local:%H:%M}"


def period(start: date | None, end: date | None) -> str:
    """«с 1 октября 2026 г. по 31 марта 2027 г.»; either side may be open."""
    if start and end:
        return wording.period(_as_day(start), _as_day(end))
    return f"с{NBSP}{day(start)}" if start else f"по{NBSP}{day(end)}" if end else ""


def plural_word(number: int, forms: str) -> str:
    """The form that agrees with the number out of «дело,дела,дел»."""
    return wording.plural(int(number), *_three(forms))


def counted(number: int, forms: str) -> str:
    """«4 дела»."""
    return wording.counted(int(number), *_three(forms))


def initials(person: object) -> str:
    """«Белоусова В. И.»."""
    return wording.surname_and_initials(*_name_parts(person))


def full_name(person: object) -> str:
    """«Белоусова Вера Ивановна»."""
    return " ".join(part for part in _name_parts(person) if part)


def _as_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def _three(forms: str) -> tuple[str, str, str]:
    one, few, many = (form.strip() for form in forms.split(","))
    return one, few, many


def _name_parts(person: object) -> tuple[str, str, str]:
    """Parts of a name out of a person, a `FullName` or a line of text."""
    if isinstance(person, str):
        last, first, patronymic = (*person.split(maxsplit=2), "", "", "")[:3]
        return last, first, patronymic
    last, first, patronymic = (
        getattr(person, part, "") or getattr(person, f"{part}_name", "") or ""
        for part in ("last", "first", "patronymic")
    )
    return last, first, patronymic


def phone(number: str) -> str:
    """«+7 385 236-71-15»; what is no Russian number stays as it is."""
    found = RUSSIAN_PHONE.fullmatch(re.sub(r"\D", "", number or ""))
    if not found:
        return number or ""
    code, three, two, last = found.groups()
    return f"+7{NBSP}{code}{NBSP}{three}-{two}-{last}"


def phone_url(number: str) -> str:
    """Address of a call."""
    digits = re.sub(r"\D", "", number or "")
    return f"tel:+7{digits[-10:]}" if RUSSIAN_PHONE.fullmatch(digits) else f"tel:{digits}"


def file_size(size: int | None) -> str:
    """«240 кБ»."""
    if size is None:
        return ""
    if size < 1024:
        return f"{size}{NBSP}Б"
    if size < 1024 * 1024:
        return f"{round(size / 1024)}{NBSP}кБ"
    return f"{size / 1024 / 1024:.1f}".replace(".", ",") + f"{NBSP}МБ"
