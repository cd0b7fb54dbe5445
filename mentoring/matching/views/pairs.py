"""«Пары»: the list, the card, a decision on proposed pairs, the announcement, cancelling, a group."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.journal import looked
from mentoring.core.errors import NothingTicked, Refusal
from mentoring.core.wording import counted
from mentoring.matching import access, actions, exports, notifications, selectors
from mentoring.matching.actions.exports import record_export
from mentoring.matching.choices import MentorshipState
from mentoring.matching.forms import DecisionForm
from mentoring.matching.models import Mentorship, Need
from mentoring.matching.selectors.pairs import PairRow
from mentoring.matching.views import lists, scope
from mentoring.matching.views.steps import next_step_url
from mentoring.organizations.models import Organization
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.repeats import repeatable
from mentoring.ui.shapes import Link

ALL = "all"
TITLES = {
    MentorshipState.PROPOSED: "Предложены",
    MentorshipState.RECOMMENDED: "Решение принято",
    MentorshipState.ACTIVE: "Действуют",
    MentorshipState.FINISHED: "Завершены",
    MentorshipState.STOPPED: "Прекращены",
    MentorshipState.CANCELLED: "Не состоялись",
}
SORTS = {
    "mentor": lambda row: row.mentor.search,
    "mentee": lambda row: row.mentees[0].search if row.mentees else "",
    "form": lambda row: row.form_title,
}


@require_safe
def mentorship_list(request: ActorRequest) -> HttpResponse:
    """Show pairs and groups by state; to who leads nothing, her own pairs."""
    if not request.actor.has_role(*access.SEES_PAIRS):
        rows = selectors.own_pair_rows(request.actor)
        return render_page(request, "matching/own_pairs.html", {"rows": rows})
    page = scope.of_pairs(request)
    everything = selectors.pair_rows(request.actor, page.organization)
    state = _state(request)
    context = {
        "page": page,
        "state": state,
        "proposed": sum(1 for row in everything if row.mentorship.state == MentorshipState.PROPOSED),
        "untold": sum(1 for row in everything if _may_tell(row)),
        "total": len(everything),
        "waiting": len(selectors.waiting_needs(request.actor, page.organization)) if page.may_lead else 0,
        "tabs": lists.state_tabs(request, _tabs(everything), current=state),
        "words": lists.words_of(request),
        "numbers": scope.paged(request, _rows(request, everything, state)),
    }
    return render_page(request, "matching/mentorship_list.html", context, fragment="found")


@require_safe
def mentorship_detail(request: ActorRequest, public_id: str) -> HttpResponse:
    """Show one pair to who leads it or stands in it."""
    mentorship = _mentorship(request, public_id)
    today = mentorship.organization.today()
    card = selectors.pair_card(request.actor, mentorship, day=today)
    for person in (card.row.mentor, *card.row.mentees):
        looked(request.actor, subject_person_id=person.pk, what="карточка пары", day=today)
    context = {
        "mentorship": mentorship,
        "card": card,
        "trail": [Link(title="Пары", url=reverse("matching:mentorship_list"))],
    }
    return render_page(request, "matching/mentorship_detail.html", context)


def _proposed(request: ActorRequest, page: scope.Scope) -> list[Mentorship]:
    own = Mentorship.objects.visible_to(request.actor).filter(organization=page.organization)
    return list(own.filter(state=MentorshipState.PROPOSED).with_people().order_by("created_at", "pk"))


@require_http_methods(["GET", "POST"])
def mentorship_decide(request: ActorRequest) -> HttpResponse:
    """Record one decision on the proposed pairs that are ticked."""
    page = scope.led(request)
    pairs = _proposed(request, page)
    offer = selectors.decision_offer(request.actor, page.organization, day=page.today)
    form = DecisionForm(request.POST or None, initial=offer.beginning)
    ticked = set(request.POST.getlist("pairs")) if request.method == "POST" else {str(one.public_id) for one in pairs}
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in pairs if str(one.public_id) in ticked]
        try:
            done = actions.recommend_pairs(
                mentorships=chosen, decision=form.decision(), today=page.today, by=request.actor
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, f"Решение записано: {counted(len(done), 'пара', 'пары', 'пар')}. Теперь сообщите участникам.")
            return redirect(reverse("matching:mentorship_announce") + page.query)
    context = {
        "page": page,
        "rows": [(row, str(row.mentorship.public_id) in ticked) for row in (selectors.row_of(one) for one in pairs)],
        "form": form,
        "offer": offer,
        "trail": _trail(page),
    }
    return render_page(request, "matching/mentorship_decide.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def mentorship_announce(request: ActorRequest) -> HttpResponse:
    """Show who gets what, then send it."""
    page = scope.led(request)
    untold = Mentorship.objects.visible_to(request.actor).filter(
        organization=page.organization, state=MentorshipState.RECOMMENDED, announced_at=None
    )
    pairs = list(untold.with_people().order_by("created_at", "pk"))
    if request.method == "POST":
        wanted = set(request.POST.getlist("pairs"))
        chosen = [one for one in pairs if str(one.public_id) in wanted]
        if not chosen:
            raise NothingTicked("Ни одна пара не отмечена. Вернитесь и отметьте пары.")
        actions.announce_pairs(mentorships=chosen, today=page.today, by=request.actor)
        tell(request, "Участникам сообщено: теперь они видят друг друга и свою программу.")
        return redirect(next_step_url(page.query))
    context = {
        "page": page,
        "pairs": [(selectors.row_of(one), notifications.announced_letters(one)) for one in pairs],
        "trail": _trail(page),
    }
    return render_page(request, "matching/mentorship_announce.html", context)


@require_POST
def mentorship_cancel(request: ActorRequest, public_id: str) -> HttpResponse:
    """Cancel a pair before the order."""
    mentorship = _mentorship(request, public_id)
    actions.cancel_pair(mentorship=mentorship, today=mentorship.organization.today(), by=request.actor)
    tell(request, "Пара отменена. Наставляемый снова ждёт наставника с прежнего дня.")
    return redirect(reverse("matching:mentorship_list") + f"?state={MentorshipState.CANCELLED}")


def _posted_need(request: ActorRequest, organization: Organization) -> Need:
    told = request.POST.get("need", "")
    needs = Need.objects.visible_to(request.actor).filter(organization=organization)
    return get_object_or_404(needs, public_id=told if scope.is_uuid(told) else None)


@require_http_methods(["GET", "POST"])
def mentee_add(request: ActorRequest, public_id: str) -> HttpResponse:
    """Make the pair a group: choose one more of those who wait."""
    mentorship = _mentorship(request, public_id)
    organization = mentorship.organization
    page = scope.for_leaders_of(request, organization)
    waiting = selectors.waiting_needs(request.actor, organization)
    error = ""
    if request.method == "POST":
        need = _posted_need(request, organization)
        try:
            actions.add_mentee(mentorship=mentorship, need=need, today=page.today, by=request.actor)
        except Refusal as refusal:
            error = refusal.message
        else:
            tell(request, f"{need.person}: в группе.")
            return redirect("matching:mentorship_detail", mentorship.public_id)
    context = {
        "mentorship": mentorship,
        "row": selectors.row_of(mentorship),
        "waiting": waiting,
        "error": error,
        "trail": [Link(title="Пара", url=reverse("matching:mentorship_detail", args=[mentorship.public_id]))],
    }
    return render_page(request, "matching/mentee_add.html", context, status=409 if error else 200)


@repeatable
@require_POST
def mentorship_export(request: ActorRequest) -> HttpResponse:
    """Give the list as the conditions left it."""
    page = scope.of_pairs(request)
    record_export(organization=page.organization, what="mentorships", by=request.actor)
    rows = _rows(request, selectors.pair_rows(request.actor, page.organization), _state(request))
    return scope.xlsx(exports.pairs_workbook(rows), name="pary")


def _mentorship(request: ActorRequest, public_id: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.actor).with_people(), public_id=public_id)


def _may_tell(row: PairRow) -> bool:
    return row.mentorship.state == MentorshipState.RECOMMENDED and not row.is_announced


def _state(request: ActorRequest) -> str:
    wanted = request.GET.get("state", "")
    return wanted if wanted in (*MentorshipState.values, ALL) else ALL


def _tabs(rows: list[PairRow]) -> list[tuple[str, str, int]]:
    states = [row.mentorship.state for row in rows]
    counts = [(state.value, title, states.count(state)) for state, title in TITLES.items()]
    return [(ALL, "Все", len(rows)), *(tab for tab in counts if tab[2] or tab[0] in CORE)]


CORE = (MentorshipState.PROPOSED, MentorshipState.RECOMMENDED, MentorshipState.ACTIVE)


def _rows(request: ActorRequest, everything: list[PairRow], state: str) -> list[PairRow]:
    rows = [row for row in everything if state in (ALL, row.mentorship.state)]
    rows = lists.found(rows, lists.words_of(request), text=lambda row: row.search)
    return lists.ordered(request, rows, SORTS)


def _trail(page: scope.Scope) -> list[Link]:
    return [Link(title="Пары", url=reverse("matching:mentorship_list") + page.query)]
