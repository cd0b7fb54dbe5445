"""What closing an organisation leaves of needs and pairs: the system ends none of them by itself."""

from datetime import date

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.matching.access import SEES_NEEDS, SEES_PAIRS
from mentoring.matching.choices import NeedState
from mentoring.matching.facts import live_pairs, waiting
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Closing, Effect


def pairs_left(organization: Organization, day: date, actor: Actor) -> Effect:
    """Count pairs that are proposed, decided or in force."""
    may_open = organization.pk in actor.organizations_as(*SEES_PAIRS)
    return Effect(
        what="Пары и группы",
        count=live_pairs([organization.pk]).get(organization.pk, 0),
        outcome="останутся открытыми: до приказа отмените, действующие завершите или прекратите",
        url=f"{reverse('matching:mentorship_list')}?organization={organization.public_id}" if may_open else "",
        is_left=True,
    )


def waiting_left(organization: Organization, day: date, actor: Actor) -> Effect:
    """Count people who wait for a mentor."""
    may_open = organization.pk in actor.organizations_as(*SEES_NEEDS)
    query = f"?state={NeedState.CONFIRMED}&organization={organization.public_id}"
    return Effect(
        what="Ждут наставника",
        count=waiting([organization.pk]).get(organization.pk, 0),
        outcome="останутся без него: новая организация решит заново",
        url=reverse("matching:need_list") + query if may_open else "",
        is_left=True,
    )


PAIRS = Closing(preview=pairs_left)
WAITING = Closing(preview=waiting_left)
