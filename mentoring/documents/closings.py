"""What closing an organisation leaves of its papers: nobody will be there to sign them."""

from datetime import date

from django.urls import reverse

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.core.actor import Actor
from mentoring.documents.models import Document
from mentoring.organizations.models import Organization
from mentoring.organizations.registries import Closing, Effect


def unsigned_left(organization: Organization, day: date, actor: Actor) -> Effect:
    """Count papers that wait for a signature."""
    may_open = organization.pk in actor.organizations_as(*STAFF_ROLES)
    return Effect(
        what="Документы без подписи",
        count=Document.objects.waiting_for_signature().filter(organization=organization).count(),
        outcome="останутся неподписанными: подпишите или отмените",
        url=f"{reverse('documents:document_list')}?state=waiting" if may_open else "",
        is_left=True,
    )


PAPERS = Closing(preview=unsigned_left)
