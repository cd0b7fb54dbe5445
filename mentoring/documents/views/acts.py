"""Local acts of the МОО."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.access import require
from mentoring.core.errors import Refusal
from mentoring.documents import access, selectors
from mentoring.documents.actions import add_local_act, change_local_act, end_local_act
from mentoring.documents.forms.acts import ActForm, EndActForm, act_initial
from mentoring.documents.models import LocalAct
from mentoring.documents.views import trails
from mentoring.documents.views.scans import scan_of
from mentoring.organizations.models import Organization
from mentoring.ui.messages import tell
from mentoring.ui.pages import address_here, render_page


@require_safe
def act_list(request: ActorRequest) -> HttpResponse:
    """Acts in force and those that have lost it, with what papers write of them."""
    return render_page(request, "documents/act_list.html", {"groups": selectors.acts_by_organization(request.actor)})


@require_http_methods(["GET", "POST"])
def act_add(request: ActorRequest) -> HttpResponse:
    """Write an act down."""
    organization = _organization(request)
    back = address_here(request, request.GET.get("next", "")) or reverse("documents:act_list")
    form = ActForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            scan = scan_of(form, organization=organization, by=request.actor)
            add_local_act(organization=organization, facts=form.facts(scan), by=request.actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Акт записан: новые приказы будут на него ссылаться.")
            return redirect(back)
    context = {"form": form, "organization": organization, "back": back, "trail": trails.to_acts()}
    return render_page(request, "documents/act_form.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
def act_change(request: ActorRequest, public_id: str) -> HttpResponse:
    """Mend what is written about an act."""
    act = _kept(request, public_id)
    form = ActForm(request.POST or None, request.FILES or None, initial=act_initial(act))
    if request.method == "POST" and form.is_valid():
        try:
            scan = scan_of(form, organization=act.organization, by=request.actor)
            version = form.cleaned_data["version"] or 0
            change_local_act(act=act, facts=form.facts(scan), version=version, by=request.actor)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Реквизиты акта исправлены. Уже составленные документы не изменились.")
            return redirect("documents:act_list")
    context = {"form": form, "organization": act.organization, "act": act, "end_form": EndActForm()}
    context |= {"back": reverse("documents:act_list"), "trail": trails.to_acts()}
    return render_page(request, "documents/act_form.html", context, status=_status(form))


@require_POST
def act_end(request: ActorRequest, public_id: str) -> HttpResponse:
    """Write down that an act has lost its force."""
    act = _kept(request, public_id)
    form = EndActForm(request.POST)
    if form.is_valid():
        end_local_act(act=act, ended_on=form.cleaned_data["ended_on"], by=request.actor)
        tell(request, "Отмечено: акт утратил силу.", tone="quiet")
        return redirect("documents:act_list")
    context = {
        "form": ActForm(initial=act_initial(act)),
        "organization": act.organization,
        "act": act,
        "back": reverse("documents:act_list"),
        "trail": trails.to_acts(),
    }
    return render_page(request, "documents/act_form.html", context | {"end_form": form}, status=422)


def _kept(request: ActorRequest, public_id: str) -> LocalAct:
    """The act, for who keeps papers there: 404 when unseen, 403 when only seen."""
    acts = LocalAct.objects.visible_to(request.actor).select_related("organization", "file")
    act = get_object_or_404(acts, public_id=public_id)
    require(access.can_keep_papers(request.actor, act.organization))
    return act


def _organization(request: ActorRequest) -> Organization:
    """The organisation named in the address, or the only one whose papers the actor keeps."""
    kept = list(selectors.organizations_to_keep(request.actor))
    wanted = request.GET.get("organization", "")
    found = next((one for one in kept if not wanted or str(one.public_id) == wanted), None)
    if found is None:
        raise Http404
    return found


def _status(form: ActForm) -> int:
    return 422 if form.errors else 200
