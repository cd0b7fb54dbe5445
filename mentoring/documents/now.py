"""«Сейчас нужно» of papers: who has not signed the sheet of acquaintance with an order in force."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from mentoring.accounts.choices import STAFF_ROLES
from mentoring.core.actor import Actor
from mentoring.core.wording import counted
from mentoring.documents.choices import DocumentState, PartyRole
from mentoring.documents.models import Document
from mentoring.notifications.now import NowItem

ACQUAINTANCE = 48


def acquaintance_to_mark(actor: Actor, today: date) -> Iterator[NowItem]:
    """Signed papers with which somebody is to be acquainted under signature and is not yet marked."""
    untold = Q(parties__role=PartyRole.ACQUAINTED, parties__signed_on=None)
    kept = Document.objects.filter(organization_id__in=actor.organizations_as(*STAFF_ROLES), state=DocumentState.SIGNED)
    papers = kept.filter(Q(ended_on=None) | Q(ended_on__gte=today)).annotate(untold=Count("parties", filter=untold))
    rows = papers.filter(untold__gt=0).order_by("signed_on", "pk")
    for public_id, title, number, count in rows.values_list("public_id", "title", "number", "untold"):
        people = counted(count, "человек", "человека", "человек")
        yield NowItem(
            verb="Отметить ознакомление",
            who=f"{people}, приказ №\u00a0{number}" if number else f"{people}, {title}",
            reason="документ подписан, лист ознакомления ещё не отмечен",
            button="Отметить",
            url=reverse("documents:document_detail", args=[public_id]) + "#readers",
            weight=ACQUAINTANCE,
        )
