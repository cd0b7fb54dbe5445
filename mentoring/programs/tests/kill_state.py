"""What the kill scenarios of this domain share: four pairs of a school, and a hash of everything that is written."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from mentoring.accounts.models import User, UserTie
from mentoring.accounts.selectors import actor_for
from mentoring.audit.models import Event
from mentoring.core.actor import Actor
from mentoring.core.models import Job, Receipt
from mentoring.documents.models import Document, DocumentParty
from mentoring.matching.models import Mentee, Mentorship, Need
from mentoring.notifications.models import Message
from mentoring.programs.models import Consent, MenteeAgreement, OrderLine, Program, ProgramItem
from mentoring.programs.tests.factories import Case, make_case, make_office

PAIRS = 4
FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Program: ("state", "mentor_agreed_at", "mentee_agreed_at", "started_on", "version", "paper_id"),
    ProgramItem: ("mentor_agreed_at", "mentee_agreed_at"),
    MenteeAgreement: ("program_id", "person_id"),
    Consent: ("state", "signed_on", "document_id"),
    OrderLine: ("program_id", "document_id", "is_live"),
    Document: ("kind", "state", "number", "signed_on", "version"),
    DocumentParty: ("document_id", "person_id", "signed_on"),
    Mentorship: ("state", "started_on", "version"),
    Mentee: ("is_live", "place_id"),
    Need: ("state", "since"),
    UserTie: ("viewer_id", "subject_id", "valid_until"),
    Message: ("person_id", "kind"),
}
MOMENTS = {"mentor_agreed_at", "mentee_agreed_at"}  # that it is there counts, not when


def cases() -> list[Case]:
    """Four pairs of one school with their drafts."""
    office = make_office()
    return [make_case(office) for _ in range(PAIRS)]


def office() -> Actor:
    """The head, submitting one form."""
    return actor_for(User.objects.order_by("pk")[0]).with_token("one form")


def state() -> str:
    """Everything that signing and ordering write."""
    rows = [
        [[bool(row[name]) if name in MOMENTS else row[name] for name in names] for row in _rows(model, names)]
        for model, names in FIELDS.items()
    ]
    counts = [Event.objects.count(), Receipt.objects.count(), Job.objects.count()]
    return hashlib.sha256(json.dumps([rows, counts], cls=DjangoJSONEncoder).encode()).hexdigest()


def _rows(model: type[models.Model], names: tuple[str, ...]) -> list[dict[str, object]]:
    return list(model._default_manager.order_by("pk").values(*names))
