"""Work of the queue: papers are made ready before they are asked for."""

from mentoring.core.background import task
from mentoring.documents import papers
from mentoring.documents.choices import DocumentState
from mentoring.documents.models import Document
from mentoring.documents.rendering.renderer import Renderer


@task("documents.render")
def render(document_id: int) -> None:
    """Make the Word file of a paper, so that the first download does not wait; run twice it does the same."""
    document = Document.objects.filter(pk=document_id).exclude(state=DocumentState.CANCELLED).first()
    if document is None:
        return
    with Renderer() as renderer:
        papers.word_of(document, renderer=renderer)
