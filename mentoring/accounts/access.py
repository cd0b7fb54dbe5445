"""Who sees and grants posts, who invites (matrix rows 4, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from mentoring.accounts.choices import STAFF_ROLES, Role
from mentoring.core.access import ALLOWED, Verdict, allow_if, denied
from mentoring.core.actor import Actor

if TYPE_CHECKING:
    from mentoring.accounts.models import Post
    from mentoring.organizations.models import Organization

GRANTED_BY_HEAD = (Role.CURATOR, Role.CLERK, Role.COUNCIL_MEMBER, Role.DATA_OFFICER)
GRANTED_BY_COMMITTEE = (Role.HEAD, Role.METHODOLOGIST)
GRANTED_BY_ADMINISTRATOR = (Role.HEAD, Role.METHODOLOGIST, Role.COMMITTEE, Role.ADMINISTRATOR)
CONFIRMED_BY_SECOND = (Role.COMMITTEE, Role.ADMINISTRATOR)
KEY_ROLES = (Role.HEAD, Role.ADMINISTRATOR, Role.COMMITTEE)
TERRITORY_ROLES = (Role.METHODOLOGIST, Role.COMMITTEE, Role.ADMINISTRATOR)
# Whose names the committee sees: who answers for organisations, not the rest of their staff (matrix row 8).
OFFICIALS = (Role.HEAD, Role.CURATOR, *TERRITORY_ROLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person is in every organisation: posts that were not taken away, places of work and office."""

    posts: tuple[Post, ...] = ()
    places: tuple[Organization, ...] = ()
    has_entered: bool = False


def visible_posts(actor: Actor) -> Q:
    """Own posts, those of the organisations whose staff or accounts the actor keeps; for the committee, officials."""
    rule = Q(person_id__in=actor.own_ids)
    rule |= Q(organization_id__in=actor.organizations_as(*STAFF_ROLES, Role.ADMINISTRATOR))
    for path in actor.territories_as(Role.ADMINISTRATOR):
        rule |= Q(organization__territory__path__startswith=path)
    for path in actor.territories_as(Role.COMMITTEE):
        rule |= Q(organization__territory__path__startswith=path, role__in=OFFICIALS)
    return rule


def visible_sessions(actor: Actor) -> Q:
    """The actor's own browsers."""
    return Q(user_id=actor.user_id) & Q(user_id__isnull=False)


def kept_organizations(actor: Actor) -> Q:
    """Organisations (rows of organizations.Organization) whose people the actor may let in."""
    rule = Q(pk__in=actor.organizations_as(*STAFF_ROLES, Role.ADMINISTRATOR, Role.COMMITTEE))
    for path in actor.territories_as(Role.COMMITTEE, Role.ADMINISTRATOR):
        rule |= Q(territory__path__startswith=path)
    return rule


def kept_people(actor: Actor) -> Q:
    """People whose access the actor keeps: the staff of own organisations; above them, holders of posts only."""
    staff = actor.organizations_as(*STAFF_ROLES)
    rule = Q(employments__organization_id__in=staff, employments__dismissed_on=None)
    rule |= Q(posts__organization_id__in=staff, posts__revoked_at=None)
    for role, granted in ((Role.COMMITTEE, GRANTED_BY_COMMITTEE), (Role.ADMINISTRATOR, GRANTED_BY_ADMINISTRATOR)):
        for path in actor.territories_as(role):
            rule |= Q(
                posts__organization__territory__path__startswith=path, posts__role__in=granted, posts__revoked_at=None
            )
    return rule


def can_invite(actor: Actor, organization: Organization) -> Verdict:
    """Let people of the organisation into the system: its head, curator or clerk, or who leads the territory."""
    if actor.system:
        return ALLOWED
    return allow_if(
        organization.pk in actor.organizations_as(*STAFF_ROLES, Role.ADMINISTRATOR, Role.COMMITTEE)
        or leads_territory(actor, organization),
        "Приглашает руководитель, куратор или кадровик этой организации.",
    )


def can_issue_code(actor: Actor, standing: Standing) -> Verdict:
    """Give a person a code that opens her account: nobody opens the account of somebody with greater rights.

    A code of first entry may come from any of her organisations; a new password opens what she has in the others too.
    """
    is_own = not standing.places or any(can_invite(actor, place) for place in standing.places)
    return _stands_above(actor, standing) if is_own and not standing.has_entered else can_keep_account(actor, standing)


def can_keep_account(actor: Actor, standing: Standing) -> Verdict:
    """Close, open or mend a person's entry: whoever lets people in at all her organisations and appoints to her posts.

    Whose last post is over and who works nowhere is still kept by the organisation that she has left.
    """
    if not all(can_invite(actor, place) for place in standing.places):
        if len(standing.places) == 1:
            return denied("Человек работает теперь в другой организации: его вход ведёт она.")
        return denied("Человек работает в нескольких организациях: его вход открывает и закрывает комитет.")
    return _stands_above(actor, standing)


def can_keep_access(actor: Actor) -> Verdict:
    """Open the list of accounts."""
    return allow_if(
        actor.has_role(*STAFF_ROLES, Role.ADMINISTRATOR, Role.COMMITTEE),
        "Доступ сотрудников ведут руководитель, куратор и кадровик.",
    )


def can_see_posts(actor: Actor) -> Verdict:
    """Open the list of roles: who keeps the staff or leads a territory; one's own roles stand in «Мой доступ»."""
    return allow_if(
        actor.has_role(*STAFF_ROLES, Role.ADMINISTRATOR, Role.COMMITTEE),
        "Список ролей ведут руководитель, куратор и кадровик. Свои роли смотрите на странице «Мой доступ».",
    )


def can_appoint(actor: Actor) -> Verdict:
    """Appoint to some role somewhere: heads, the committee, the administrator."""
    return allow_if(
        actor.has_role(Role.HEAD, Role.COMMITTEE, Role.ADMINISTRATOR), "Роли назначает руководитель организации."
    )


def can_grant(actor: Actor, role: str, organization: Organization) -> Verdict:
    """Appoint to a role: the head within the organisation, the committee and the administrator above it."""
    if actor.system:
        return ALLOWED
    if role in GRANTED_BY_HEAD and organization.pk in actor.organizations_as(Role.HEAD):
        return ALLOWED
    if role in GRANTED_BY_COMMITTEE and _leads_as(actor, organization, Role.COMMITTEE):
        return ALLOWED
    if role in GRANTED_BY_ADMINISTRATOR and _leads_as(actor, organization, Role.ADMINISTRATOR):
        return ALLOWED
    if role in GRANTED_BY_HEAD:
        return denied("Эту роль назначает руководитель организации.")
    return denied("Эту роль назначает комитет по образованию или технический администратор.")


def can_grant_to(actor: Actor, role: str, organization: Organization, person_id: int) -> Verdict:
    """Appoint this very person: to herself nobody gives a role that is not already within her own."""
    verdict = can_grant(actor, role, organization)
    if not verdict or not actor.is_person(person_id):
        return verdict
    return allow_if(
        role in GRANTED_BY_HEAD and organization.pk in actor.organizations_as(Role.HEAD),
        "Самому себе эту роль назначить нельзя. Попросите другого, кто назначает.",
    )


def can_confirm(actor: Actor, post: Post) -> Verdict:
    """Confirm a great right as the second person: neither the one who gave it nor the one who gets it."""
    if actor.is_person(post.person_id) or (actor.user_id is not None and actor.user_id == post.granted_by_id):
        return denied("Подтверждает другой человек: не тот, кто назначил, и не тот, кого назначили.")
    return can_grant(actor, post.role, post.organization)


def can_revoke(actor: Actor, post: Post) -> Verdict:
    """Take a role away: whoever may grant it; nobody takes away her own last key to the organisation."""
    if post.acting_for is not None and actor.is_person(post.acting_for.person_id):
        return ALLOWED
    if actor.is_person(post.person_id) and post.role in KEY_ROLES and post.acting_for is None:
        return denied(
            "Снять с себя эту роль нельзя: в организацию не сможет войти никто. Это сделает тот, кто назначает."
        )
    return can_grant(actor, post.role, post.organization)


def can_deputize(actor: Actor, post: Post, day: date) -> Verdict:
    """Appoint a deputy: the holder of a post while it holds, or whoever may grant it; a deputy names no deputies."""
    if post.acting_for_id is not None or not post.is_held_on(day):
        return denied("Заместителя назначают к действующей основной роли. Выберите её в списке.")
    if actor.is_person(post.person_id):
        return ALLOWED
    return can_grant(actor, post.role, post.organization)


def _stands_above(actor: Actor, standing: Standing) -> Verdict:
    """Whoever appoints to every post of the person, or appoints the head who does."""
    for post in standing.posts:
        above = post.role in GRANTED_BY_HEAD and can_grant(actor, Role.HEAD, post.organization)
        if not above and not can_grant(actor, post.role, post.organization):
            role_title = post.get_role_display()
            return denied(f"У этого человека есть роль «{role_title}»: доступом ведает тот, кто на неё назначает.")
    return ALLOWED


def leads_territory(actor: Actor, organization: Organization) -> bool:
    """True when the actor leads the territory in which the organisation works."""
    return _leads_as(actor, organization, Role.COMMITTEE, Role.ADMINISTRATOR)


def _leads_as(actor: Actor, organization: Organization, *roles: str) -> bool:
    return any(organization.territory.path.startswith(path) for path in actor.territories_as(*roles))
