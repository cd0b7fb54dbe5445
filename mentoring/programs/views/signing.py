"""The signing table: people by papers, one date, one scan; «не дано» asks no reason."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents.actions import store_file
from mentoring.programs import access, actions
from mentoring.programs.access import LEADERS
from mentoring.programs.forms.papers import SigningForm
from mentoring.programs.models import Consent
from mentoring.programs.selectors.signing import SigningTable, chosen_consents, refusing, signing_table
from mentoring.programs.views import scope, ticks
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.words import counted


@require_http_methods(["GET", "POST"])
def signing(request: ActorRequest) -> HttpResponse:
    """Show who has still to sign what; mark the ticked papers, or leave for a refusal and find the ticks again."""
    place = scope.marking(request)
    if "decline" in request.POST:
        return _to_refusal(request, place)
    stands = ticks.standing(request, place.organization)
    ticked = stands.ids if stands else None
    table = signing_table(request.actor, place.organization, year=place.today.year, ticked=ticked)
    form = _form(request, place, table, stands.values if stands else {})
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid():
                return _mark(request, place, form, ticked or [])
        except Refusal as refusal:
            form.add_error(None, refusal.message)
            status = refusal.status
    context = {"place": place, "table": table, "form": form, "is_kept": stands is not None, "trail": _trail(request)}
    return render_page(request, "programs/signing.html", context, status=status)


@require_http_methods(["GET", "POST"])
def consent_decline(request: ActorRequest, public_id: str) -> HttpResponse:
    """Ask once, then mark «не дано»: the pair is cancelled without a word about why."""
    consent = _consent(request, public_id)
    require(access.can_mark_consents(request.actor, consent.organization))
    back = f"{reverse('programs:signing')}?{scope.PARAM}={consent.organization.public_id}"
    if request.method == "POST":
        actions.decline_consent(consent=consent, today=consent.organization.today(), by=request.actor)
        tell(request, "Отмечено. Пара снята, педагог снова ждёт наставника. Причина нигде не записана.", tone="quiet")
        return redirect(back)
    context = {"consent": consent, "asked": refusing(consent), "back": back, "trail": _trail(request)}
    return render_page(request, "programs/consent_decline.html", context)


def _to_refusal(request: ActorRequest, place: scope.Scope) -> HttpResponse:
    """The question of a refusal; the table waits as it is."""
    consent = _consent(request, request.POST["decline"])
    ticks.keep(request, place.organization)
    if request.FILES:
        tell(request, "Файл скана выберите ещё раз, когда вернётесь к подписям.", tone="now")
    return redirect("programs:consent_decline", consent.public_id)


def _consent(request: ActorRequest, public_id: str) -> Consent:
    found = Consent.objects.visible_to(request.actor).for_refusal()
    return get_object_or_404(found, public_id__in=scope.uuids([str(public_id)]))


def _form(request: ActorRequest, place: scope.Scope, table: SigningTable, typed: Mapping[str, str]) -> SigningForm:
    initial = {"signed_on": place.today, "first_number": table.suggested_number, **typed}
    form = SigningForm(request.POST or None, request.FILES or None, initial=initial)
    if not table.needs_number:
        del form.fields["first_number"]
    elif not table.asks_number:
        form.fields["first_number"].required = False  # no agreement is ticked
    return form


def _mark(request: ActorRequest, place: scope.Scope, form: SigningForm, ticked: Sequence[str]) -> HttpResponse:
    consents = chosen_consents(request.actor, place.organization, ticked)
    if not consents:
        raise Refusal("Ничего не отмечено: поставьте отметки у подписанных документов и повторите.")
    upload = form.upload()
    scan = store_file(organization=place.organization, upload=upload, by=request.actor) if upload else None
    marked = actions.mark_signed(
        organization=place.organization,
        consents=consents,
        signed_on=form.cleaned_data["signed_on"],
        first_number=form.cleaned_data.get("first_number", ""),
        scan=scan,
        today=place.today,
        by=request.actor,
    )
    ticks.forget(request, place.organization)
    tell(request, f"Отмечено: {counted(len(marked), 'подпись,подписи,подписей')}.")
    leads = request.actor.has_role(*LEADERS)
    return redirect(reverse("programs:path" if leads else "programs:signing") + place.query)


def _trail(request: ActorRequest) -> list[object]:
    return [*scope.to_path()] if request.actor.has_role(*LEADERS) else []
