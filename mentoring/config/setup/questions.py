"""What must be known to create the system: from flags, the rest is asked of a person at the console."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from mentoring.accounts.choices import Role
from mentoring.core.wording import FullName, gender_of, parse_full_name
from mentoring.core.wording.names import UnreadableNameError
from mentoring.organizations.choices import OrganizationType, Profile

SAMPLE_NAME = "Иванова Мария Сергеевна"
DUTIES_BY_PROFILE = {
    Profile.ORGANIZATION: (Role.HEAD, Role.CURATOR, Role.CLERK),
    Profile.MUNICIPALITY: (Role.COMMITTEE, Role.METHODOLOGIST),
    Profile.REGION: (Role.COMMITTEE, Role.METHODOLOGIST),
}
TYPES_BY_PROFILE = {
    Profile.ORGANIZATION: (OrganizationType.SCHOOL, OrganizationType.KINDERGARTEN, OrganizationType.ADDITIONAL),
    Profile.MUNICIPALITY: (OrganizationType.COMMITTEE, OrganizationType.CENTER),
    Profile.REGION: (OrganizationType.COMMITTEE, OrganizationType.CENTER),
}


class MissingAnswerError(Exception):
    """Something needed was not told or cannot be understood; the text is one sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that creating needs."""

    profile: Profile
    type: OrganizationType
    full_name: str
    short_name: str
    place: str
    region: str
    municipality: str
    time_zone: str
    admin: FullName
    gender: str
    login: str
    duties: tuple[Role, ...]
    second_factor_required: bool


def ask(options: argparse.Namespace, *, is_person_there: bool, read: Callable[[str], str] = input) -> Answers:
    """Put the answers together. Raises MissingAnswerError."""
    desk = _Desk(is_person_there, read)
    profile = Profile(desk.choose("--profile", "Для кого система", Profile.choices, options.profile))
    types = [(each.value, str(each.label)) for each in TYPES_BY_PROFILE[profile]]
    kind = OrganizationType(desk.choose("--type", "Тип организации", types, options.type))
    full_name = desk.text("--organization-name", "Полное наименование по уставу", options.organization_name)
    short_name = desk.text("--short-name", "Сокращённое наименование", options.short_name, default=full_name[:200])
    region = desk.text("--region", "Регион, например «Алтайский край»", options.region)
    municipality = (
        "" if profile == Profile.REGION else desk.text("--municipality", "Город или район", options.municipality)
    )
    place = desk.text("--place", "Место составления документов", options.place, default=f"г. {municipality or region}")
    zone = desk.text("--time-zone", "Часовой пояс", options.time_zone, default=_present_zone())
    admin = _name(desk.text("--admin", f"Первый администратор, например «{SAMPLE_NAME}»", options.admin))
    gender = options.gender or gender_of(admin)
    if not gender:
        gender = desk.choose("--gender", "Его пол", [("female", "женский"), ("male", "мужской")], None)
    return Answers(
        profile=profile,
        type=kind,
        full_name=full_name,
        short_name=short_name,
        place=place,
        region=region,
        municipality=municipality,
        time_zone=zone,
        admin=admin,
        gender=str(gender),
        login=options.login or "",
        duties=_duties(desk, profile, options.duties),
        second_factor_required=_second_factor(profile, options),
    )


class _Desk:
    """Asks at the console, or says which flag is missing where nobody sits."""

    def __init__(self, is_person_there: bool, read: Callable[[str], str]) -> None:
        self._is_person_there = is_person_there
        self._read = read

    def text(self, flag: str, question: str, given: str | None, *, default: str = "") -> str:
        if given and given.strip():
            return given.strip()
        if not self._is_person_there:
            if default:
                return default
            raise MissingAnswerError(f"Не хватает ответа «{question}»: добавьте его флагом {flag}.")
        hint = f" [{default}]" if default else ""
        while True:
            answer = self._read(f"{question}{hint}: ").strip() or default
            if answer:
                return answer

    def choose(self, flag: str, question: str, choices: list[tuple[str, str]], given: str | None) -> str:
        known = [value for value, _ in choices]
        if given in known:
            return str(given)
        if given or (not self._is_person_there and len(known) > 1):
            raise MissingAnswerError(f"Выберите «{question}» флагом {flag}: {', '.join(known)}.")
        if len(known) == 1:
            return known[0]
        listed = "; ".join(f"{number} — {title}" for number, (_, title) in enumerate(choices, start=1))
        while True:
            answer = self._read(f"{question} ({listed}): ").strip()
            if answer in known:
                return answer
            if answer.isdigit() and 1 <= int(answer) <= len(known):
                return known[int(answer) - 1]


def _duties(desk: _Desk, profile: Profile, given: str | None) -> tuple[Role, ...]:
    allowed = DUTIES_BY_PROFILE[profile]
    first = allowed[0]
    titles = {str(role.label).lower(): role.value for role in allowed}
    question = f"Его роли через запятую, можно все ({', '.join(titles)})"
    words = desk.text("--duties", question, given, default=str(first.label).lower())
    typed = [word.strip().lower() for word in words.split(",") if word.strip()]
    chosen = [titles.get(word, word) for word in typed]
    unknown = [word for word in chosen if word not in [role.value for role in allowed]]
    if unknown:
        raise MissingAnswerError(f"Роли «{unknown[0]}» здесь нет: выберите в --duties из {', '.join(allowed)}.")
    return tuple(role for role in allowed if role.value in chosen)


def _second_factor(profile: Profile, options: argparse.Namespace) -> bool:
    if options.no_second_factor and profile != Profile.ORGANIZATION:
        raise MissingAnswerError("Отключить второй фактор можно только в системе одной организации: уберите флаг.")
    return not options.no_second_factor


def _name(text: str) -> FullName:
    try:
        return parse_full_name(text)
    except UnreadableNameError as error:
        raise MissingAnswerError(str(error)) from error


def _present_zone() -> str:
    from django.conf import settings

    return str(settings.TIME_ZONE)
