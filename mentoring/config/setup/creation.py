"""Create territories, the top organisation, the first administrator and the installation: all of it or nothing."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse

from mentoring.accounts.actions import Issued, Term, grant_post, invite
from mentoring.accounts.choices import Role
from mentoring.accounts.logins import RULE_IN_WORDS, is_allowed_login, normalize_login
from mentoring.accounts.models import User
from mentoring.audit.journal import record
from mentoring.config.setup.questions import Answers
from mentoring.core.actor import Actor
from mentoring.core.command import command
from mentoring.core.errors import Refusal
from mentoring.core.web_address import is_local
from mentoring.organizations.actions import (
    Names,
    NewOrganization,
    add_territory,
    create_installation,
    keep_installation,
    register_organization,
)
from mentoring.organizations.choices import Level
from mentoring.organizations.models import Organization, Territory
from mentoring.organizations.selectors import public_address
from mentoring.people.actions import Identity, create_person
from mentoring.ui.words import day

COUNTRY = "Российская Федерация"
BASIS = "создание системы"


@dataclass(frozen=True, slots=True)
class Created:
    """What there is now."""

    organization: Organization
    issued: Issued
    roles: tuple[str, ...]


@command
def create_system(*, answers: Answers, by: Actor) -> Created:
    """Create everything that the first sign-in needs; there is no default password."""
    territory = _territories(answers, by)
    today = territory.today()
    given = NewOrganization(
        names=Names(full_name=answers.full_name, short_name=answers.short_name),
        type=answers.type,
        territory=territory,
        code="top",
        place=answers.place,
        head_title=answers.head_title,
    )
    organization = register_organization(given=given, today=today, by=by)
    create_installation(
        profile=answers.profile,
        top=organization,
        is_demo=False,
        second_factor_required=answers.second_factor_required,
        by=by,
    )
    keep_installation(address=answers.public_url, by=by)
    name = answers.admin
    person = create_person(identity=Identity(name.last, name.first, name.patronymic, answers.gender), by=by)
    roles = (Role.ADMINISTRATOR, *answers.duties)
    for role in roles:
        grant_post(person=person, role=role, organization=organization, term=Term(valid_from=today, basis=BASIS), by=by)
    issued = invite(person=person, organization=organization, by=by)
    _choose_login(issued.user, answers.login)
    return Created(organization, issued, tuple(str(role.label) for role in roles))


@command
def issue_from_console(*, login: str, forget_factor: bool, by: Actor) -> Issued:
    """Let in who lost everything, by the word of who sits at the server."""
    user = User.objects.select_related("person").filter(username=normalize_login(login)).first()
    if user is None or user.person is None:
        raise Refusal("Такого имени для входа нет: проверьте его в списке «Доступ сотрудников».")
    post = user.person.posts.filter(revoked_at=None).select_related("organization__territory").first()
    if post is None:
        raise Refusal("У этого человека нет ролей: код ему выдаст куратор на странице «Доступ сотрудников».")
    if forget_factor:
        Authenticator.objects.filter(user=user).delete()
        record("accounts.factor.forgotten", subject=user, by=by, organization_id=post.organization_id)
    return invite(person=user.person, organization=post.organization, by=by)


def said(created: Created) -> str:
    """What the console shows after creating."""
    lines = [
        f"Система создана: {created.organization.short_name}.",
        f"Первый администратор: {created.issued.user.person}. Роли: {', '.join(created.roles)}.",
        *entry_lines(created.issued),
        "Запустите сайт командой «mentoring serve» и откройте ссылку: имя для входа и пароль человек выберет сам.",
        _about_others(public_address()),
    ]
    return "\n".join(lines)


def entry_lines(issued: Issued) -> list[str]:
    """The one-time link and the code, for the console."""
    base = public_address()
    grouped = "-".join(issued.code[index : index + 4] for index in range(0, len(issued.code), 4))
    return [
        f"Имя для входа: {issued.user.username}",
        f"Ссылка для входа: {base}{reverse('accounts:code_link', args=[issued.code])}",
        f"Или код {grouped} на странице {base}{reverse('accounts:code_entry')}",
        f"Ссылка и код сработают один раз, до {day(issued.invitation.expires_at)}",
    ]


def _about_others(address: str) -> str:
    """What is left to do so that other people can follow the links."""
    if is_local(address):
        return (
            "Ссылки открываются только на этом компьютере. Чтобы листки с кодами работали у других, "
            "впишите адрес сайта в «Настройках системы»."
        )
    here = f"{settings.PUBLIC_BASE_URL}{reverse('accounts:code_entry')}"
    return f"Чтобы другие открыли {address}, запускайте так: HOST=0.0.0.0 mentoring serve. На этом компьютере — {here}"


def _territories(answers: Answers, by: Actor) -> Territory:
    """The country, the region and, unless the system is the region's, the municipality."""
    zone = answers.time_zone
    country = add_territory(name=COUNTRY, level=Level.FEDERATION, parent=None, time_zone=zone, by=by)
    region = add_territory(name=answers.region, level=Level.REGION, parent=country, time_zone=zone, by=by)
    if not answers.municipality:
        return region
    return add_territory(name=answers.municipality, level=Level.MUNICIPALITY, parent=region, time_zone=zone, by=by)


def _choose_login(user: User, login: str) -> None:
    wanted = normalize_login(login)
    if not wanted:
        return
    if not is_allowed_login(wanted):
        raise Refusal(f"Имя для входа «{login}» не подходит. {RULE_IN_WORDS}")
    user.username = wanted
    user.save(update_fields=["username"])
