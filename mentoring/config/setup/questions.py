"""What must be known to create the system: from flags, the rest is asked of a person at the console."""

import argparse
import os
import re
import shlex
import sys
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass

from mentoring.accounts.choices import Role
from mentoring.accounts.logins import RULE_IN_WORDS, is_allowed_login, normalize_login
from mentoring.config.setup.desk import Desk, MissingAnswerError
from mentoring.config.setup.place import address_here
from mentoring.core.web_address import SAMPLE, BadAddressError, read_address
from mentoring.core.wording import FullName, gender_of, parse_full_name, position_fault
from mentoring.core.wording.names import UnreadableNameError
from mentoring.organizations.choices import HEAD_TITLES, RUSSIAN_ZONES, OrganizationType, Profile

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
TITLE_QUESTION = "Должность руководителя в приказах"
URL_QUESTION = f"Адрес, по которому систему откроют другие люди (стоит на листках с кодами), например {SAMPLE}"
GENDERS = [("female", "женский"), ("male", "мужской")]
# What tells already which settlement it is: «г. Рубцовск», «Рубцовский район».
SETTLEMENT = re.compile(
    r"^(г|город|п|пос|пгт|рп|с|ст|д)(\.|\s)|\b(район|округ|край|область|пос[её]лок|село|станица|деревня)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class OrganizationAnswers:
    """What is asked about the place; an empty address is that of this computer."""

    type: OrganizationType
    full_name: str
    short_name: str
    head_title: str
    place: str
    region: str
    municipality: str
    time_zone: str
    public_url: str


@dataclass(frozen=True, kw_only=True)
class AdministratorAnswers:
    """What is asked about the first administrator."""

    admin: FullName
    gender: str
    login: str


@dataclass(frozen=True, kw_only=True)
class Answers(OrganizationAnswers, AdministratorAnswers):
    """Everything that creating needs."""

    profile: Profile
    duties: tuple[Role, ...]
    second_factor_required: bool


def ask(
    options: argparse.Namespace,
    *,
    is_person_there: bool,
    read: Callable[[str], str] = input,
    say: Callable[[str], object] = sys.stdout.write,
) -> Answers:
    """Put the answers together; a person is asked again on the spot, so that nothing answered is lost.

    Raises MissingAnswerError where nobody sits at the console.
    """
    desk = Desk(is_person_there, read, say)
    profile = Profile(desk.choose("--profile", "Для кого система", Profile.choices, options.profile))
    _check_factor(profile, options)
    organization, administrator = _ask_organization(desk, profile, options), _ask_administrator(desk, options)
    return Answers(
        profile=profile,
        **vars(organization),
        **vars(administrator),
        duties=_ask_duties(desk, profile, options.duties),
        second_factor_required=not options.no_second_factor,
    )


def as_command(answers: Answers) -> str:
    """The same answers as flags, for the next attempt."""
    flags = {
        "--profile": answers.profile.value,
        "--type": answers.type.value,
        "--organization-name": answers.full_name,
        "--short-name": answers.short_name,
        "--head-title": answers.head_title,
        "--place": answers.place,
        "--region": answers.region,
        "--municipality": answers.municipality,
        "--time-zone": answers.time_zone,
        "--url": answers.public_url,
        "--admin": str(answers.admin),
        "--gender": answers.gender,
        "--login": answers.login,
        "--duties": ",".join(role.value for role in answers.duties),
    }
    words = [word for flag, value in flags.items() if value for word in (flag, value)]
    return shlex.join(
        ["mentoring", "setup", *words, *([] if answers.second_factor_required else ["--no-second-factor"])]
    )


def settlement(name: str) -> str:
    """The place of papers in a town: «Рубцовск» → «г. Рубцовск»; what is named already stays as it is."""
    return name if SETTLEMENT.search(name) else f"г. {name}"


def _ask_organization(desk: Desk, profile: Profile, options: argparse.Namespace) -> OrganizationAnswers:
    types = [(each.value, str(each.label)) for each in TYPES_BY_PROFILE[profile]]
    kind = OrganizationType(desk.choose("--type", "Тип организации", types, options.type))
    full_name = desk.text("--organization-name", "Полное наименование по уставу", options.organization_name)
    short_name = desk.text("--short-name", "Сокращённое наименование", options.short_name, default=full_name[:200])
    region = desk.text("--region", "Регион, например «Алтайский край»", options.region)
    town = "" if profile == Profile.REGION else desk.text("--municipality", "Город или район", options.municipality)
    zone = desk.read("--time-zone", _zone_question(), options.time_zone, check=_zone, default=_present_zone())
    usual_place, usual_title = settlement(town or region), HEAD_TITLES[kind]
    return OrganizationAnswers(
        type=kind,
        full_name=full_name,
        short_name=short_name,
        region=region,
        municipality=town,
        time_zone=zone,
        place=desk.text("--place", "Место составления документов", options.place, default=usual_place),
        head_title=desk.read("--head-title", TITLE_QUESTION, options.head_title, check=_title, default=usual_title),
        public_url=desk.read(
            "--url", URL_QUESTION, options.url or _given_url(), check=_address, default=address_here()
        ),
    )


def _ask_administrator(desk: Desk, options: argparse.Namespace) -> AdministratorAnswers:
    admin = desk.read("--admin", f"Первый администратор, например «{SAMPLE_NAME}»", options.admin, check=_name)
    gender = options.gender or gender_of(admin) or desk.choose("--gender", "Его пол", GENDERS, None)
    login = desk.read("--login", "Имя для входа", options.login, check=_login) if options.login else ""
    return AdministratorAnswers(admin=admin, gender=str(gender), login=login)


def _ask_duties(desk: Desk, profile: Profile, given: str | None) -> tuple[Role, ...]:
    allowed = DUTIES_BY_PROFILE[profile]
    titles = {str(role.label).lower(): role.value for role in allowed}

    def check(words: str) -> tuple[Role, ...]:
        typed = [word.strip().lower() for word in words.split(",") if word.strip()]
        chosen = [titles.get(word, word) for word in typed]
        unknown = [word for word in chosen if word not in [role.value for role in allowed]]
        if unknown:
            raise MissingAnswerError(f"Роли «{unknown[0]}» здесь нет: выберите из {', '.join(titles)}.")
        return tuple(role for role in allowed if role.value in chosen)

    alone = profile == Profile.ORGANIZATION  # a small organisation has one person in all duties
    usual = ", ".join(titles) if alone else next(iter(titles))
    question = f"Его роли через запятую (из {', '.join(titles)})"
    return desk.read("--duties", question, given, check=check, default=usual)


def _check_factor(profile: Profile, options: argparse.Namespace) -> None:
    if options.no_second_factor and profile != Profile.ORGANIZATION:
        raise MissingAnswerError("Отключить второй фактор можно только в системе одной организации: уберите флаг.")


def _name(text: str) -> FullName:
    try:
        return parse_full_name(text)
    except UnreadableNameError as error:
        raise MissingAnswerError(str(error)) from error


def _title(text: str) -> str:
    if fault := position_fault(text):
        raise MissingAnswerError(fault)
    return text


def _login(text: str) -> str:
    if not is_allowed_login(normalize_login(text)):
        raise MissingAnswerError(f"Имя для входа «{text}» не подходит. {RULE_IN_WORDS}")
    return normalize_login(text)


def _address(text: str) -> str:
    try:
        return read_address(text)
    except BadAddressError as error:
        raise MissingAnswerError(str(error)) from error


def _given_url() -> str:
    """The address that the server was given: nobody need be asked about it."""
    return os.environ.get("MENTORING_URL", "")


def _zone_question() -> str:
    listed = "; ".join(f"{number} — {title}" for number, (_, title) in enumerate(RUSSIAN_ZONES, start=1))
    return f"Часовой пояс ({listed})"


def _zone(text: str) -> str:
    """A zone by its number in the list, by its town or by its name."""
    towns = {title.partition(" (")[0].lower(): code for code, title in RUSSIAN_ZONES}
    numbers = {str(number): code for number, (code, _) in enumerate(RUSSIAN_ZONES, start=1)}
    zone = numbers.get(text) or towns.get(text.lower()) or text
    if zone not in zoneinfo.available_timezones():
        raise MissingAnswerError(f"Часового пояса «{text}» нет: введите город или номер из списка.")
    return zone


def _present_zone() -> str:
    """The town of the zone that the program is set to."""
    from django.conf import settings

    return next((title.partition(" (")[0] for code, title in RUSSIAN_ZONES if code == settings.TIME_ZONE), "Москва")
