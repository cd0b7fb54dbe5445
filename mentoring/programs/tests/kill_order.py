"""An order on four pairs is signed: programmes and pairs start; for kill -9."""

from mentoring.documents.actions import register_document, sign_documents
from mentoring.documents.models import Document
from mentoring.programs.tests import kill_state
from mentoring.programs.tests.factories import TODAY, make_order, signed
from mentoring.programs.tests.kill_state import state

__all__ = ["act", "prepare", "state"]


def prepare() -> None:
    """The order is drafted and numbered."""
    document = make_order([signed(case) for case in kill_state.cases()])
    document.refresh_from_db()
    by = kill_state.office().with_token("number")
    register_document(document=document, number="7", dated_on=TODAY, version=document.version, by=by)


def act() -> None:
    """Mark the order signed."""
    order = Document.objects.get(kind="pair_order")
    sign_documents(documents=[order], signed_on=TODAY, today=TODAY, by=kill_state.office())
