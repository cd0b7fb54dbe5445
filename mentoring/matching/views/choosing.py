"""«Выберите из двух»: for everybody who waits at once, or for one; one button decides."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import Refusal
from mentoring.core.wording import counted
from mentoring.matching import actions, selectors
from mentoring.matching.actions import Asked, Choice
from mentoring.matching.choices import Side
from mentoring.matching.forms import DecisionForm
from mentoring.matching.models import Mentorship, Need
from mentoring.matching.notifications import ANNOUNCED_TITLE, WHAT_NEXT
from mentoring.matching.selectors.choosing import Candidate, Waiting
from mentoring.matching.selectors.pairs import DecisionOffer
from mentoring.matching.views import scope
from mentoring.matching.views.steps import next_step_url
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.shapes import Link

TWO = 2  # «выберите из двух» where many wait at once
THREE = 3
NONE = "none"
OTHER = "other"


@require_http_methods(["GET", "POST"])
def choose_all(request: ActorRequest) -> HttpResponse:
    """Show everybody who waits with a proposed mentor each; take the choice and the decision in one form."""
    page = scope.led(request)
    rows = selectors.choices_for_all(request.actor, page.organization, day=page.today)
    return _choose(request, page, rows, shown=TWO)


@require_http_methods(["GET", "POST"])
def choose_one(request: ActorRequest, public_id: str) -> HttpResponse:
    """The same for one person."""
    need = get_object_or_404(Need.objects.visible_to(request.actor).waiting().with_person(), public_id=public_id)
    page = scope.for_leaders_of(request, need.organization)
    if need.pk not in {one.pk for one in selectors.waiting_needs(request.actor, need.organization)}:
        raise Http404
    return _choose(request, page, [selectors.choice_for(request.actor, need, day=page.today)], shown=THREE)


def _choose(request: ActorRequest, page: scope.Scope, rows: list[Waiting], *, shown: int) -> HttpResponse:
    offer = selectors.decision_offer(request.actor, page.organization, day=page.today)
    form = DecisionForm(request.POST or None, initial=_initial(offer))
    error = ""
    if request.method == "POST":
        try:
            answer = _take(request, page, rows, form)
            if answer is not None:
                return answer
        except Refusal as refusal:
            error = refusal.message
    context = _choose_context(request, page, rows, shown) | {
        "form": form,
        "offer": offer,
        "error": error,
        "decide_label": _label(offer),
    }
    return render_page(request, "matching/choose.html", context, status=409 if error else 422 if form.errors else 200)


def _choose_context(request: ActorRequest, page: scope.Scope, rows: list[Waiting], shown: int) -> dict[str, object]:
    return {
        "page": page,
        "rows": [_with_choice(request, row, shown) for row in rows],
        "is_single": shown == THREE,
        "unready": _unready(request, rows, shown),
        "mentor_title": ANNOUNCED_TITLE[Side.MENTOR],
        "mentee_title": ANNOUNCED_TITLE[Side.MENTEE],
        "what_next": WHAT_NEXT,
        "quietly": request.method == "POST" and not request.POST.get("announce"),
        "has_self": any(one.is_self for row in rows for one in row.candidates),
        "trail": [Link(title="Пары", url=reverse("matching:mentorship_list") + page.query)],
    }


def _take(request: ActorRequest, page: scope.Scope, rows: list[Waiting], form: DecisionForm) -> HttpResponse | None:
    choices = [choice for row in rows if (choice := _choice(request, row))]
    talked = _talked(request, rows)
    if request.POST.get("do") == "propose":
        done = actions.propose_after_talk(
            organization=page.organization, choices=choices, talked_to=talked, today=page.today, by=request.actor
        )
        tell(request, f"Предложено совету: {_pairs(done)}. Никто из участников ещё ничего не знает.")
        return redirect(reverse("matching:mentorship_list") + (page.query or "?") + "&state=proposed")
    if not form.is_valid():
        return None
    decide = actions.decide_and_announce if request.POST.get("announce") else actions.decide_pairs
    done = decide(
        organization=page.organization,
        choices=choices,
        decision=form.decision(),
        talked_to=talked,
        today=page.today,
        by=request.actor,
    )
    tell(request, f"Решено: {_pairs(done)}.")
    return redirect(next_step_url(page.query))


def _choice(request: ActorRequest, row: Waiting) -> Choice | None:
    """The mentor chosen for this person; None where she was left for later."""
    chosen = _chosen_value(request, row)
    if chosen in ("", NONE):
        return None
    candidate = next((one for one in row.candidates if one.value == chosen), None)
    if candidate is None:
        raise Refusal(f"{row.person}: выбранный наставник больше не предлагается. Выберите ещё раз.")
    return Choice(need=row.need, mentor=candidate.person, form=candidate.form.form, kinds=candidate.form.kinds)


def _chosen_value(request: ActorRequest, row: Waiting) -> str:
    chosen = request.POST.get(f"mentor_{row.need.public_id}", "")
    return request.POST.get(f"other_{row.need.public_id}", "") if chosen == OTHER else chosen


def _with_choice(request: ActorRequest, row: Waiting, shown: int) -> dict[str, object]:
    """A row with what is ticked: what was sent, else what is proposed."""
    sent = request.POST.get(f"mentor_{row.need.public_id}")
    chosen = sent if sent is not None else row.proposed.value if row.proposed else NONE
    other = request.POST.get(f"other_{row.need.public_id}", "")
    return {
        "row": row,
        "name": f"mentor_{row.need.public_id}",
        "other_name": f"other_{row.need.public_id}",
        "options": [_option(one, chosen) | {"candidate": one} for one in row.best(shown)],
        "others": [_option(one, other) for one in row.others(shown)],
        "is_other": chosen == OTHER,
        "is_none": chosen == NONE,
    }


def _option(candidate: Candidate, chosen: str) -> dict[str, object]:
    return {"value": candidate.value, "title": _title(candidate), "is_chosen": candidate.value == chosen}


def _title(candidate: Candidate) -> str:
    return f"{candidate.person}, {candidate.position}" + (" (вы)" if candidate.is_self else "")


def _unready(request: ActorRequest, rows: list[Waiting], shown: int) -> list[dict[str, object]]:
    """Whose readiness is not confirmed yet, each once: those who wait, then the mentors shown or chosen."""
    talked = set(request.POST.getlist("talked"))
    people = [(row.person, Side.MENTEE, row.readiness) for row in rows]
    for row in rows:
        chosen = _chosen_value(request, row)
        mentors = [one for one in row.candidates if one in row.best(shown) or one.value == chosen]
        people += [(one.person, Side.MENTOR, one.readiness) for one in mentors]
    found = {f"{side}:{person.public_id}": (person, side, mark) for person, side, mark in people if not mark.is_ready}
    return [
        {"value": key, "person": person, "side": side.label, "mark": mark, "is_ticked": key in talked}
        for key, (person, side, mark) in found.items()
    ]


def _label(offer: DecisionOffer) -> str:
    """The words of the one button: they name the clause where it is known."""
    if offer.is_sole and offer.clause:
        return f"Решить по п.\u00a0{offer.clause} и составить программы"
    return "Решить и составить программы"


def _talked(request: ActorRequest, rows: list[Waiting]) -> list[Asked]:
    """Who said in a talk that she is ready, out of the people on this page."""
    told = set(request.POST.getlist("talked"))
    people = {f"{Side.MENTEE}:{row.person.public_id}": Asked(row.person, Side.MENTEE) for row in rows}
    for row in rows:
        for one in row.candidates:
            people[f"{Side.MENTOR}:{one.person.public_id}"] = Asked(one.person, Side.MENTOR)
    return [asked for key, asked in people.items() if key in told]


def _initial(offer: DecisionOffer) -> dict[str, object]:
    return {"kind": offer.kind, "clause": offer.clause, "body_name": offer.body_name}


def _pairs(done: list[Mentorship]) -> str:
    return counted(len(done), "пара", "пары", "пар")
