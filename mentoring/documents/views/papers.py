"""The card of a paper and what is done on it."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.journal import looked
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents import access, actions, selectors
from mentoring.documents.forms.papers import (
    AcquaintForm,
    CancelForm,
    NumberAndSignForm,
    NumberForm,
    ScanForm,
    SignForm,
    sign_form,
)
from mentoring.documents.kinds import kind_of
from mentoring.documents.models import Document
from mentoring.documents.views import trails
from mentoring.documents.views.scans import scan_of
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page


@require_safe
def document_detail(request: ActorRequest, public_id: str) -> HttpResponse:
    """State, number, signature, people, files, history."""
    document = _document(request, public_id)
    if kind_of(document.kind).is_personal:
        today = document.organization.today()
        for party in document.parties.all():
            looked(request.actor, subject_person_id=party.person_id, what="документ", day=today)
    return _card(request, document)


@require_POST
def number(request: ActorRequest, public_id: str) -> HttpResponse:
    """Give the paper its number and date."""
    document = _kept(request, public_id)
    form = NumberForm(request.POST)
    if form.is_valid():
        try:
            given = form.registration()
            actions.register_document(
                document=document, number=given.number, dated_on=given.dated_on, version=given.version, by=request.actor
            )
        except Refusal as refusal:
            return _card(request, document, {"number_form": form}, refusal=refusal)
        return _back(request, document, "Номер и дата вписаны.")
    return _card(request, document, {"number_form": form})


@require_POST
def sign(request: ActorRequest, public_id: str) -> HttpResponse:
    """Mark the signature, with the number when the paper has none yet."""
    document = _kept(request, public_id)
    with_number = "number" in request.POST
    form = (NumberAndSignForm if with_number else SignForm)(request.POST, request.FILES)
    if form.is_valid():
        try:
            _sign(request, document, form)
        except Refusal as refusal:
            return _card(request, document, {"sign_form": form}, refusal=refusal)
        return _back(request, document, "Подпись отмечена: документ действует.")
    return _card(request, document, {"sign_form": form})


@require_POST
def scan(request: ActorRequest, public_id: str) -> HttpResponse:
    """Attach or replace the scan of a signed paper."""
    document = _kept(request, public_id)
    form = ScanForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            file = scan_of(form, organization=document.organization, by=request.actor)
            if file is not None:
                actions.attach_scan(documents=[document], scan=file, by=request.actor)
        except Refusal as refusal:
            return _card(request, document, {"scan_form": form}, refusal=refusal)
        return _back(request, document, "Скан приложен.")
    return _card(request, document, {"scan_form": form})


@require_POST
def printed(request: ActorRequest, public_id: str) -> HttpResponse:
    """Mark the paper printed."""
    document = _kept(request, public_id)
    actions.mark_printed(documents=[document], by=request.actor)
    return _back(request, document, "Отмечено: напечатан. Осталось подписать.")


@require_POST
def acquaint(request: ActorRequest, public_id: str) -> HttpResponse:
    """Mark who has read the paper against signature."""
    document = _kept(request, public_id)
    form = AcquaintForm(request.POST, waiting=selectors.waiting_to_read(document))
    if form.is_valid():
        try:
            actions.mark_acquainted(
                document=document,
                person_ids=form.person_ids(),
                signed_on=form.cleaned_data["told_on"],
                today=document.organization.today(),
                by=request.actor,
            )
        except Refusal as refusal:
            return _card(request, document, {"acquaint_form": form}, refusal=refusal)
        return _back(request, document, "Ознакомление отмечено.")
    return _card(request, document, {"acquaint_form": form})


@require_POST
def cancel(request: ActorRequest, public_id: str) -> HttpResponse:
    """Cancel a draft or revoke a signed paper."""
    document = _document(request, public_id)
    form = CancelForm(request.POST, document=document)
    if form.is_valid():
        try:
            actions.cancel_document(document=document, reason=form.cleaned_data["reason"], by=request.actor)
        except Refusal as refusal:
            return _card(request, document, {"cancel_form": form}, refusal=refusal)
        return _back(request, document, "Документ отменён.", tone="quiet")
    return _card(request, document, {"cancel_form": form})


def _document(request: ActorRequest, public_id: str) -> Document:
    papers = Document.objects.visible_to(request.actor).select_related("organization__territory", "scan")
    return get_object_or_404(papers, public_id=public_id)


def _kept(request: ActorRequest, public_id: str) -> Document:
    """The paper, for who keeps papers there: 404 when unseen, 403 when only seen."""
    document = _document(request, public_id)
    require(access.can_keep_papers(request.actor, document.organization))
    return document


def _sign(request: ActorRequest, document: Document, form: SignForm) -> None:
    file = scan_of(form, organization=document.organization, by=request.actor)
    today, signed_on = document.organization.today(), form.cleaned_data["signed_on"]
    if isinstance(form, NumberAndSignForm):
        actions.register_and_sign(
            document=document,
            registration=form.registration(),
            signed_on=signed_on,
            today=today,
            scan=file,
            by=request.actor,
        )
        return
    actions.sign_documents(documents=[document], signed_on=signed_on, today=today, scan=file, by=request.actor)


def _back(request: ActorRequest, document: Document, words: str, tone: str = "good") -> HttpResponse:
    tell(request, words, tone="quiet" if tone == "quiet" else "good")
    return redirect("documents:document_detail", public_id=document.public_id)


def _card(
    request: ActorRequest,
    document: Document,
    bound: Mapping[str, object] | None = None,
    *,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The card with its forms; a form that came back keeps what was typed and says what is wrong."""
    today = document.organization.today()
    card = selectors.paper_card(request.actor, document, today=today)
    known = {
        "number_form": NumberForm(
            initial={
                "number": document.number or card.suggested_number,
                "dated_on": document.dated_on or today,
                "version": document.version,
            }
        ),
        "sign_form": sign_form(
            document, is_numbered=card.kind.is_numbered, suggested=card.suggested_number, today=today
        ),
        "scan_form": ScanForm(),
        "cancel_form": CancelForm(document=document),
        "acquaint_form": AcquaintForm(waiting=card.waiting_to_read, initial={"told_on": today}),
    }
    return _answer(request, card, known | dict(bound or {}), refusal)


def _answer(
    request: ActorRequest, card: selectors.PaperCard, forms: Mapping[str, object], refusal: Refusal | None
) -> HttpResponse:
    returned = [form for form in forms.values() if getattr(form, "is_bound", False)]
    for form in returned:
        if refusal is not None:
            form.add_error(None, refusal.message)  # type: ignore[attr-defined]  # a bound form
    status = refusal.status if refusal is not None else 422 if returned else 200
    context = {"card": card, "trail": trails.to_register(request.actor), **forms}
    return render_page(request, "documents/document_detail.html", context, status=status)
