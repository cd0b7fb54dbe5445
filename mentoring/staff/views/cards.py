"""The card of a person's work."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.journal import looked
from mentoring.core.access import require
from mentoring.staff import access, selectors
from mentoring.staff.actions import keep_on_list, reason_to_keep, remove_break, remove_mistaken, undo_dismissal
from mentoring.staff.models import Employment
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

LOOKED_AT = "карточка педагога"


def found(request: ActorRequest, public_id: UUID) -> Employment:
    """The employment that the actor may see; 404 otherwise."""
    visible = Employment.objects.visible_to(request.actor).with_person()
    return get_object_or_404(visible, public_id=public_id)


def trail_of(request: ActorRequest, employment: Employment) -> list[Link]:
    """The way from the list to the card, for those who may open the list."""
    if selectors.organizations_listed(request.actor).filter(pk=employment.organization_id).exists():
        return [Link(title="Педагоги", url=selectors.list_url(request.actor, employment.organization))]
    return []


def back_to_card(employment: Employment) -> HttpResponse:
    """Go to the card."""
    return redirect("staff:employment_detail", employment.public_id)


@require_safe
def employment_detail(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Show the work, its periods, and what other domains add."""
    visible = Employment.objects.visible_to(request.actor).with_person().prefetch_related("breaks", "former_positions")
    employment = get_object_or_404(visible, public_id=public_id)
    today = employment.organization.today()
    card = selectors.employment_card(request.actor, employment, today=today)
    looked(request.actor, subject_person_id=employment.person_id, what=LOOKED_AT, day=today)
    context = {"card": card, "work": employment, "trail": trail_of(request, employment), "today": today}
    return render_page(request, "staff/employment_detail.html", context)


@require_POST
def employment_keep(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take the mark «нет в списке» away."""
    employment = keep_on_list(employment=found(request, public_id), by=request.actor)
    tell(request, "Отметка снята: человек остаётся в списке.")
    return back_to_card(employment)


@require_http_methods(["GET", "POST"])
def employment_remove(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Remove who was added by mistake, or say why she stays."""
    employment = found(request, public_id)
    require(access.can_keep_staff(request.actor, employment.organization))
    trail = trail_of(request, employment)
    if request.method == "POST":
        name = employment.person.full_name
        remove_mistaken(employment=employment, by=request.actor)
        tell(request, f"{name}: запись удалена из списка.")
        return redirect(selectors.list_url(request.actor, employment.organization))
    card = Link(title=employment.person.full_name, url=selectors.card_url(employment))
    context = {"work": employment, "reason": reason_to_keep(employment), "trail": [*trail, card]}
    return render_page(request, "staff/employment_remove.html", context)


@require_POST
def dismissal_undo(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """Take a dismissal back."""
    employment = undo_dismissal(employment=found(request, public_id), by=request.actor)
    tell(request, "Увольнение отменено: человек снова в списке.")
    return back_to_card(employment)


@require_POST
def break_remove(request: ActorRequest, public_id: UUID, since: date) -> HttpResponse:
    """Remove a break written by mistake."""
    employment = found(request, public_id)
    pause = get_object_or_404(employment.breaks.all(), since=since)
    remove_break(pause=pause, by=request.actor)
    tell(request, "Запись о перерыве убрана.")
    return back_to_card(employment)
