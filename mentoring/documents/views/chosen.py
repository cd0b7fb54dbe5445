"""Papers named in a form or an address, in the order given, only those that the actor may see."""

import uuid
from collections.abc import Iterable

from mentoring.core.actor import Actor
from mentoring.core.errors import Refusal
from mentoring.documents.models import Document

CHOSEN_MAX = 100


def chosen_documents(actor: Actor, public_ids: Iterable[str]) -> list[Document]:
    """Papers with these public ids; unknown and foreign ones are left out alike. Raises Refusal for too many."""
    wanted = [found for text in public_ids if (found := _uuid(text)) is not None]
    if len(wanted) > CHOSEN_MAX:
        raise Refusal(f"За один раз можно выбрать не больше {CHOSEN_MAX} документов: разделите их на части.")
    rows = Document.objects.visible_to(actor).select_related("organization__territory").filter(public_id__in=wanted)
    by_id = {document.public_id: document for document in rows}
    return [by_id[found] for found in dict.fromkeys(wanted) if found in by_id]


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
