"""One-time codes as those who hold them see them."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Q

from mentoring.accounts import codes
from mentoring.accounts.choices import InvitationPurpose
from mentoring.accounts.models import Invitation
from mentoring.core import clock
from mentoring.core.actor import Actor
from mentoring.organizations.models import Organization
from mentoring.people.models import Person

WORDS_CLOSED_FOR: Final = timedelta(days=7)


class CodeState(StrEnum):
    """What may be done with a code now."""

    GOOD = "good"
    USED = "used"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


def invitation_by_code(code: str) -> Invitation | None:
    """The invitation of this code, used and expired ones too: who holds the code may know what became of it."""
    return Invitation.objects.select_related("user__person").filter(code_hash=codes.hash_of(code)).first()


def entering_by(pk: object) -> Invitation | None:
    """The invitation whose code was shown in this very session."""
    if not isinstance(pk, int):
        return None
    return Invitation.objects.select_related("user__person").filter(pk=pk).first()


def state_of_code(invitation: Invitation) -> CodeState:
    """Good, used, cancelled or expired."""
    if invitation.used_at is not None:
        return CodeState.USED
    if invitation.cancelled_at is not None or not invitation.user.is_active:
        return CodeState.CANCELLED
    return CodeState.GOOD if invitation.is_good(clock.now()) else CodeState.EXPIRED


def own_words_hidden_before(actor: Actor) -> datetime | None:
    """The moment before which the person's own words stay closed to whoever sits in her account; None: all are open.

    For a week after a password was set by a code that somebody else had issued: who issued it may be the one who
    entered. It is asked of the account, not of the session: whoever set the password may sign in with it anew.
    """
    if actor.user_id is None:
        return None
    used = Invitation.objects.filter(user_id=actor.user_id, purpose=InvitationPurpose.RESET, issued_by__isnull=False)
    used = used.exclude(issued_by_id=actor.user_id).filter(used_at__gt=clock.now() - WORDS_CLOSED_FOR)
    return used.order_by("-used_at").values_list("used_at", flat=True).first()


def organization_words(person: Person | None) -> list[str]:
    """Short names of the organisations in which the person works or serves."""
    if person is None:
        return []
    works = Q(employments__person=person, employments__dismissed_on=None)
    serves = Q(posts__person=person, posts__revoked_at=None)
    found = Organization.objects.filter(works | serves).distinct().order_by("search", "pk")
    return list(found.values_list("short_name", flat=True))
