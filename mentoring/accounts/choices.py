"""Roles, ties and how an invitation is used."""

from django.db.models import TextChoices


class Role(TextChoices):
    """Roles by appointment: who, where, from–to, on which basis (Положение, п. 3.1, 4.1)."""

    HEAD = "head", "руководитель"
    CURATOR = "curator", "куратор"
    CLERK = "clerk", "кадровик"
    COUNCIL_MEMBER = "council_member", "член совета наставников"
    METHODOLOGIST = "methodologist", "муниципальный методист"
    COMMITTEE = "committee", "специалист комитета"
    DATA_OFFICER = "data_officer", "ответственный за персональные данные"
    ADMINISTRATOR = "administrator", "технический администратор"


STAFF_ROLES = (Role.HEAD, Role.CURATOR, Role.CLERK)
OTHERS_DATA_ROLES = (
    *STAFF_ROLES,
    Role.COUNCIL_MEMBER,
    Role.METHODOLOGIST,
    Role.COMMITTEE,
    Role.DATA_OFFICER,
    Role.ADMINISTRATOR,
)


class TieKind(TextChoices):
    """What the viewer is to the subject."""

    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"


class InvitationPurpose(TextChoices):
    """What the one-time code opens."""

    FIRST_ENTRY = "first_entry", "первый вход"
    RESET = "reset", "новый пароль"
