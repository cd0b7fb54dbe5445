"""Work of the queue: papers are made ready before they are asked for."""

from datetime import timedelta

from mentoring.core import clock
from mentoring.core.actor import system_actor
from mentoring.core.background import task
from mentoring.documents import papers, storage
from mentoring.documents.actions import forget_unattached
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.documents.rendering.renderer import Renderer

KEEP_UNATTACHED = timedelta(days=1)
WORKER = system_actor("documents")


@task("documents.render")
def render(document_id: int) -> None:
    """Make the Word file of a paper, so that the first download does not wait; run twice it does the same."""
    document = Document.objects.filter(pk=document_id).exclude(state=DocumentState.CANCELLED).first()
    if document is None:
        return
    with Renderer() as renderer:
        papers.word_of(document, renderer=renderer)


@task("documents.sweep")
def sweep() -> None:
    """Delete uploads that no paper took: their form was refused and nobody sent it again."""
    before = clock.now() - KEEP_UNATTACHED
    for digest in forget_unattached(before=before, by=WORKER):
        storage.remove(digest, unused_since=before)
