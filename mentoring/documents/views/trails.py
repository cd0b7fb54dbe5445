"""«Где я» of the pages of papers."""

from django.urls import reverse

from mentoring.core.actor import Actor
from mentoring.documents import access
from mentoring.ui.shapes import Link


def to_register(actor: Actor) -> list[Link]:
    """The register, for those who have it in their menu."""
    if not access.keeps_any_papers(actor):
        return []
    return [Link(title="Документы", url=reverse("documents:document_list"))]


def to_acts() -> list[Link]:
    """The list of local acts."""
    return [Link(title="Локальные акты", url=reverse("documents:act_list"))]
