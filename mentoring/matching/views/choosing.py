"""«Выберите наставников»: for everybody who waits at once, or for one; one button decides."""

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

TWO = 2  # proposed beside each other where many wait at once
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
    form = _decision_form(request, offer)
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
    talked = _talked(request, choices)
    if _is_proposal(request):
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
    _require_one_answer(request, row)
    chosen = _chosen_value(request, row)
    if chosen in ("", NONE):
        return None
    candidate = next((one for one in row.candidates if one.value == chosen), None)
    if candidate is None:
        raise Refusal(f"{row.person}: выбранный наставник больше не предлагается. Выберите ещё раз.")
    return Choice(need=row.need, mentor=candidate.person, form=candidate.form.form, kinds=candidate.form.kinds)


def _ticked(request: ActorRequest, row: Waiting) -> str:
    return request.POST.get(f"mentor_{row.need.public_id}", "")


def _named(request: ActorRequest, row: Waiting) -> str:
    """The name taken from the list of others."""
    return request.POST.get(f"other_{row.need.public_id}", "")


def _chosen_value(request: ActorRequest, row: Waiting) -> str:
    """What is ticked; where that is «другой» or nothing, the name from the list."""
    ticked = _ticked(request, row)
    return _named(request, row) if ticked in ("", OTHER) else ticked


def _require_one_answer(request: ActorRequest, row: Waiting) -> None:
    """Without scripts a name may be taken from the list beside another choice: which of them is meant is asked."""
    ticked, named = _ticked(request, row), _named(request, row)
    if ticked == OTHER and not named:
        raise Refusal(f"{row.person}: имя другого наставника не выбрано. Выберите его из списка или отметьте другое.")
    if named and ticked not in ("", OTHER, named):
        raise Refusal(
            f"{row.person}: отмечено одно, а в списке выбрано другое. Отметьте «Другой наставник» или уберите имя."
        )


def _with_choice(request: ActorRequest, row: Waiting, shown: int) -> dict[str, object]:
    """A row with what is ticked: what was sent, else what is proposed."""
    sent, named = _ticked(request, row), _named(request, row)
    chosen = sent or (OTHER if named else row.proposed.value if row.proposed else NONE)
    others = row.others(shown)
    return {
        "row": row,
        "name": f"mentor_{row.need.public_id}",
        "other_name": f"other_{row.need.public_id}",
        "options": [_option(one, chosen) | {"candidate": one} for one in row.best(shown)],
        "others": [_other(one, named) for one in others],
        "free_count": sum(1 for one in others if one.free),
        "is_other": chosen == OTHER,
        "is_none": chosen == NONE,
    }


def _option(candidate: Candidate, chosen: str) -> dict[str, object]:
    return {"value": candidate.value, "title": _title(candidate), "is_chosen": candidate.value == chosen}


def _other(candidate: Candidate, named: str) -> dict[str, object]:
    """A name of the list of others: it has no card that would say whether she is ready."""
    option = _option(candidate, named)
    if candidate.free and not candidate.readiness.is_ready:
        option["title"] = f"{option['title']} — готовность не подтверждена"
    return option | {"is_full": not candidate.free, "is_silent": not candidate.readiness.is_ready}


def _title(candidate: Candidate) -> str:
    words = f"{candidate.person}, {candidate.position}" + (" (вы)" if candidate.is_self else "")
    return f"{words} — {candidate.caveat}" if candidate.caveat else words


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


def _talked(request: ActorRequest, choices: list[Choice]) -> list[Asked]:
    """Who said in a talk that she is ready, out of the pairs that are decided on: «со всеми» speaks of nobody else."""
    told = set(request.POST.getlist("talked"))
    sides = [(one.need.person, Side.MENTEE) for one in choices] + [(one.mentor, Side.MENTOR) for one in choices]
    people = {f"{side}:{person.public_id}": Asked(person, side) for person, side in sides}
    return [asked for key, asked in people.items() if key in told]


def _decision_form(request: ActorRequest, offer: DecisionOffer) -> DecisionForm:
    """What was sent to be judged; who proposes to the council is asked for no decision, what she typed stays."""
    if request.method == "POST" and not _is_proposal(request):
        return DecisionForm(request.POST)
    typed = {name: request.POST[name] for name in DecisionForm.base_fields if name in request.POST}
    return DecisionForm(initial=offer.beginning | typed)


def _is_proposal(request: ActorRequest) -> bool:
    return request.POST.get("do") == "propose"


def _pairs(done: list[Mentorship]) -> str:
    return counted(len(done), "пара", "пары", "пар")
