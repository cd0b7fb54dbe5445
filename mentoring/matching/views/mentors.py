"""«Наставники»: candidates, the bank, one mentor; a teacher's own wish."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.audit.journal import looked
from mentoring.core.access import require
from mentoring.core.errors import Refusal, Stale
from mentoring.core.wording import counted
from mentoring.matching import access, actions, books, exports, selectors
from mentoring.matching.actions.exports import record_export
from mentoring.matching.choices import MentorState
from mentoring.matching.forms import CandidateForm, ProfileForm
from mentoring.matching.models import Mentor
from mentoring.matching.selectors.mentors import MentorRow, colleagues_without_profile, mentor_card
from mentoring.matching.views import lists, offers, scope
from mentoring.matching.views.own import own_work
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.repeats import repeatable
from mentoring.ui.shapes import Difference, Link

ALL = "all"
TITLES = {
    MentorState.CANDIDATE: "Кандидаты",
    MentorState.IN_BANK: "В банке",
    MentorState.PAUSED: "Пауза",
    MentorState.LEFT: "Не участвуют",
}
CORE = (MentorState.CANDIDATE, MentorState.IN_BANK)
SORTS = {
    "name": lambda row: row.person.search,
    "position": lambda row: row.position.lower(),
    "free": lambda row: row.capacity - row.taken,
}
TITLES_OF_VERBS = {
    "admit": "Включить в банк",
    "pause": "Поставить на паузу",
    "resume": "Вернуть в банк",
    "leave": "Вывести из банка",
    "return": "Вернуть в кандидаты",
}
QUESTIONS = {
    "pause": "Новых пар предлагать не будем, нынешние идут своим ходом.",
    "leave": "Новых пар не будет. Вернуться можно в любой день, причину указывать не нужно.",
}
SAID = {
    "admit": "включён(а) в банк наставников",
    "pause": "пауза: новых пар не предлагаем",
    "resume": "снова в банке наставников",
    "leave": "не участвует",
    "return": "снова среди кандидатов",
}


@require_safe
def mentor_list(request: ActorRequest) -> HttpResponse:
    """Show who can mentor and who is in the bank."""
    page = scope.of_needs(request)
    everybody = selectors.mentor_rows(request.actor, page.organization, day=page.today)
    state = _state(request, everybody)
    rows = _rows(request, everybody, state)
    context = {
        "page": page,
        "state": state,
        "total": len(everybody),
        "in_bank": _count(everybody, MentorState.IN_BANK),
        "free": sum(row.capacity - row.taken for row in everybody if row.in_bank),
        "is_candidates": state == MentorState.CANDIDATE,
        "tabs": lists.state_tabs(request, _tabs(everybody), current=state),
        "words": lists.words_of(request),
        "numbers": scope.paged(request, rows),
    }
    return render_page(request, "matching/mentor_list.html", context, fragment="found")


@require_POST
def mentor_admit(request: ActorRequest) -> HttpResponse:
    """Take everybody who is ticked into the bank."""
    page = scope.led(request)
    done = actions.admit_mentors(
        organization=page.organization,
        people=scope.colleagues(page, request.POST.getlist("people")),
        today=page.today,
        by=request.actor,
    )
    new = counted(len(done), "наставник", "наставника", "наставников")
    tell(request, f"Включено в банк: {new}. Теперь спросите о готовности.")
    return redirect(_back(page, state=MentorState.IN_BANK))


@require_http_methods(["GET", "POST"])
def mentor_add(request: ActorRequest) -> HttpResponse:
    """Add a candidate by hand."""
    page = scope.led(request)
    people = colleagues_without_profile(page.organization, day=page.today)
    form = CandidateForm(request.POST or None, people=[(str(one.public_id), one.full_name) for one in people])
    if request.method == "POST" and form.is_valid():
        try:
            mentor = actions.add_mentor(
                organization=page.organization,
                person=scope.colleague(page, form.cleaned_data["person"]),
                reason=form.cleaned_data["reason"],
                today=page.today,
                by=request.actor,
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Кандидат записан. Проверьте сведения и включите в банк наставников.")
            return redirect("matching:mentor_detail", mentor.public_id)
    context = {"page": page, "form": form, "back": _back(page), "trail": _trail(page)}
    return render_page(request, "matching/mentor_add.html", context, status=422 if form.errors else 200)


@require_safe
def mentor_detail(request: ActorRequest, public_id: str) -> HttpResponse:
    """Show one mentor: facts, places, areas, results, pairs, history."""
    mentor = _mentor(request, public_id)
    today = mentor.organization.today()
    card = mentor_card(request.actor, mentor, day=today)
    looked(request.actor, subject_person_id=mentor.person_id, what="карточка наставника", day=today)
    context = {
        "mentor": mentor,
        "card": card,
        "verbs": [_verb(mentor, verb) for verb in card.verbs],
        "trail": [Link(title="Наставники", url=reverse("matching:mentor_list"))] if card.may_lead else [],
    }
    return render_page(request, "matching/mentor_detail.html", context)


@require_http_methods(["GET", "POST"])
def mentor_edit(request: ActorRequest, public_id: str) -> HttpResponse:
    """Change places, hours, areas, results."""
    mentor = _mentor(request, public_id)
    require(access.can_edit_mentor(request.actor, mentor))
    today = mentor.organization.today()
    sent = offers.chosen(request.POST, mentor) if request.method == "POST" else None
    form = ProfileForm(sent, day=today, initial=offers.initial_of(mentor))
    conflict: Sequence[Difference] = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_mentor(
                mentor=mentor,
                profile=form.profile(),
                version=form.cleaned_data["version"] or mentor.version,
                by=request.actor,
            )
        except Stale as stale:
            form, conflict = offers.conflict(request.POST, form, mentor, day=today)
            form.add_error(None, stale.message)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Сведения о наставнике сохранены.")
            return redirect("matching:mentor_detail", mentor.public_id)
    status = 409 if conflict else 422 if form.errors else 200
    return render_page(request, "matching/mentor_edit.html", _edit_context(mentor, form, conflict), status=status)


def _edit_context(mentor: Mentor, form: ProfileForm, conflict: Sequence[Difference]) -> dict[str, object]:
    return {
        "mentor": mentor,
        "form": form,
        "conflict": conflict,
        "usual": books.usual_capacity(mentor.organization.today()),
        "trail": [Link(title=str(mentor.person), url=reverse("matching:mentor_detail", args=[mentor.public_id]))],
    }


@require_POST
def mentor_move(request: ActorRequest, public_id: str, verb: str) -> HttpResponse:
    """Admit, pause, resume, leave or return."""
    mentor = _mentor(request, public_id)
    actions.move_mentor(mentor=mentor, verb=verb, today=mentor.organization.today(), by=request.actor)
    tell(request, f"{mentor.person}: {SAID[verb]}.")
    return redirect("matching:mentor_detail", mentor.public_id)


@require_http_methods(["GET", "POST"])
def mentor_wish(request: ActorRequest) -> HttpResponse:
    """«Хочу быть наставником»: one's own wish with what one offers."""
    own = own_work(request)
    stored = Mentor.objects.visible_to(request.actor).filter(person=own.person, organization=own.organization).first()
    if stored is not None and stored.state != MentorState.LEFT and request.method == "GET":
        return redirect("matching:mentor_detail", stored.public_id)
    initial = {"capacity": 1, "results": own.results}
    form = ProfileForm(request.POST or None, day=own.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            mentor = actions.wish_to_mentor(
                organization=own.organization,
                person=own.person,
                profile=form.profile(),
                today=own.today,
                by=request.actor,
            )
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            tell(request, "Спасибо. Куратор увидит, что вы готовы; передумать можно в любой день до приказа.")
            return redirect("matching:mentor_detail", mentor.public_id)
    context = {"own": own, "form": form}
    return render_page(request, "matching/mentor_wish.html", context, status=422 if form.errors else 200)


@repeatable
@require_POST
def mentor_export(request: ActorRequest) -> HttpResponse:
    """Give the list as the conditions left it."""
    page = scope.of_needs(request)
    record_export(organization=page.organization, what="mentors", by=request.actor)
    everybody = selectors.mentor_rows(request.actor, page.organization, day=page.today)
    rows = _rows(request, everybody, _state(request, everybody))
    return scope.xlsx(exports.mentors_workbook(rows), name="nastavniki")


def _verb(mentor: Mentor, verb: str) -> dict[str, str]:
    return {
        "url": reverse(f"matching:mentor_{verb}_verb", args=[mentor.public_id]),
        "title": TITLES_OF_VERBS[verb],
        "kind": "main" if verb == "admit" else "second",
        "question": QUESTIONS.get(verb, ""),
    }


def _mentor(request: ActorRequest, public_id: str) -> Mentor:
    rows = Mentor.objects.visible_to(request.actor).select_related("person", "organization__territory")
    return get_object_or_404(rows, public_id=public_id)


def _state(request: ActorRequest, rows: list[MentorRow]) -> str:
    wanted = request.GET.get("state", "")
    if wanted in (*MentorState.values, ALL):
        return wanted
    return MentorState.IN_BANK.value if _count(rows, MentorState.IN_BANK) else MentorState.CANDIDATE.value


def _count(rows: list[MentorRow], state: str) -> int:
    return sum(1 for row in rows if row.state == state)


def _tabs(rows: list[MentorRow]) -> list[tuple[str, str, int]]:
    tabs = [(state.value, title, _count(rows, state)) for state, title in TITLES.items()]
    return [*(tab for tab in tabs if tab[2] or tab[0] in CORE), (ALL, "Все", len(rows))]


def _rows(request: ActorRequest, everybody: list[MentorRow], state: str) -> list[MentorRow]:
    rows = [row for row in everybody if state in (ALL, row.state)]
    rows = lists.found(rows, lists.words_of(request), text=lambda row: row.person.search)
    return lists.ordered(request, rows, SORTS)


def _back(page: scope.Scope, *, state: str = "") -> str:
    query = page.query
    if state:
        query = f"{query}&state={state}" if query else f"?state={state}"
    return reverse("matching:mentor_list") + query


def _trail(page: scope.Scope) -> list[Link]:
    return [Link(title="Наставники", url=_back(page))]
