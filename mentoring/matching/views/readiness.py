"""Ask for readiness, mark what was said, print slips; answer for oneself; the curator's restricted journal."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.accounts.middleware import ActorRequest
from mentoring.core.errors import NothingTicked, Refusal
from mentoring.core.wording import counted
from mentoring.matching import actions, selectors
from mentoring.matching.actions import Asked
from mentoring.matching.actions.journal import open_journal
from mentoring.matching.actions.readiness import AskedLately, takes_part
from mentoring.matching.choices import MentorshipState, ReadinessState, Side
from mentoring.matching.models import Readiness
from mentoring.matching.notifications import ASKED_BODY, ASKED_TITLE
from mentoring.matching.selectors.readiness import without_entry
from mentoring.matching.views import scope
from mentoring.people.models import Person
from mentoring.ui.messages import tell
from mentoring.ui.pages import render_page
from mentoring.ui.qr import qr_svg
from mentoring.ui.shapes import Link
from mentoring.ui.words import initials

BACK = {Side.MENTOR: "matching:mentor_list", Side.MENTEE: "matching:need_list"}
BACK_TITLE = {Side.MENTOR: "Наставники", Side.MENTEE: "Кому нужен наставник"}
OWN_WORDS = {
    ReadinessState.ASKED: "ответа ещё нет",
    ReadinessState.READY: "вы ответили: готов(а)",
    ReadinessState.DECLINED: "вы ответили: сейчас нет",
}
PEOPLE = ("человек", "человека", "человек")
NAMED = 5  # as many names stay readable in one message
ANSWERS = {"ready": ReadinessState.READY, "not_now": ReadinessState.DECLINED}


@require_POST
def readiness_review(request: ActorRequest) -> HttpResponse:
    """Show who gets which question before anything is sent, with the ways to ask."""
    page, side, asked = _chosen(request)
    people = [one.person for one in asked]
    context = {
        "page": page,
        "side": side,
        "people": people,
        "unreached": without_entry(people),
        "title": ASKED_TITLE[side],
        "body": ASKED_BODY,
        "back": reverse(BACK[side]) + page.query,
        "trail": [Link(title=BACK_TITLE[side], url=reverse(BACK[side]) + page.query)],
    }
    return render_page(request, "matching/readiness_review.html", context)


@require_POST
def readiness_ask(request: ActorRequest) -> HttpResponse:
    """Send the question to everybody on the list."""
    page, side, asked = _chosen(request)
    try:
        done = actions.ask(organization=page.organization, people=asked, today=page.today, by=request.actor)
    except AskedLately as refusal:
        tell(request, f"Вопрос не отправлен. {refusal.message}", tone="late")
    else:
        unreached = without_entry([one.person for one in asked])
        tell(request, _sent_words(len(done), unreached), tone="now" if unreached else "good")
    return redirect(reverse(BACK[side]) + page.query)


@require_POST
def readiness_talk(request: ActorRequest) -> HttpResponse:
    """Record what was said in a talk."""
    page, side, asked = _chosen(request)
    state = _said(request)
    actions.mark_after_talk(
        organization=page.organization, people=asked, state=state, today=page.today, by=request.actor
    )
    tell(request, "Ответы записаны. Каждый увидит свой ответ и сможет его изменить.")
    return redirect(reverse(BACK[side]) + page.query)


@require_POST
def readiness_slips(request: ActorRequest) -> HttpResponse:
    """Print questions with one-time codes; the codes are shown on this page only."""
    page, side, asked = _chosen(request)
    slips = actions.print_slips(organization=page.organization, people=asked, today=page.today, by=request.actor)
    context = {
        "page": page,
        "slips": [_slip(slip) for slip in slips],
        "question": ASKED_TITLE[side],
        "trail": [Link(title=BACK_TITLE[side], url=reverse(BACK[side]) + page.query)],
    }
    answer = render_page(request, "matching/readiness_slips.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def readiness_list(request: ActorRequest) -> HttpResponse:
    """Show the actor what she was asked and what she answered."""
    questions = [_question(one) for one in selectors.own_questions(request.actor)]
    answer = render_page(request, "matching/readiness_list.html", {"questions": questions})
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "POST"])
def readiness_answer(request: ActorRequest, public_id: str) -> HttpResponse:
    """Answer for oneself, or change the answer; only its author opens this page."""
    own = Readiness.objects.visible_to(request.actor).filter(person_id__in=request.actor.own_ids)
    readiness = get_object_or_404(own.select_related("organization__territory"), public_id=public_id)
    error = ""
    if request.method == "POST":
        try:
            actions.answer(readiness=readiness, state=_said(request), by=request.actor)
        except Refusal as refusal:
            error = refusal.message
        else:
            tell(request, "Ответ записан. Передумаете — измените его здесь.")
            return redirect("matching:readiness_answer", readiness.public_id)
    context = _answer_context(readiness) | {"error": error}
    answer = render_page(request, "matching/readiness_answer.html", context, status=409 if error else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def _answer_context(readiness: Readiness) -> dict[str, object]:
    return {
        "readiness": readiness,
        "title": ASKED_TITLE[Side(readiness.side)],
        "is_mentor_side": readiness.side == Side.MENTOR,
        "is_ready": readiness.state == ReadinessState.READY,
        "is_declined": readiness.state == ReadinessState.DECLINED,
        "is_bound": takes_part(readiness, MentorshipState.ACTIVE),
    }


@require_safe
def restricted_journal(request: ActorRequest) -> HttpResponse:
    """Show the curator who is not ready now; each opening is written down."""
    page = scope.journal(request)
    rows = selectors.restricted_journal(request.actor, page.organization)
    people = [row.person for row in rows]
    open_journal(organization=page.organization, people=people, today=page.today, by=request.actor)
    answer = render_page(request, "matching/restricted_journal.html", {"page": page, "rows": rows})
    answer["Cache-Control"] = "no-store"
    return answer


def _said(request: ActorRequest) -> ReadinessState:
    state = ANSWERS.get(request.POST.get("answer", ""))
    if state is None:
        raise Refusal("Выберите ответ: «Готов(а)» или «Сейчас нет».")
    return state


def _sent_words(count: int, unreached: list[Person]) -> str:
    """How many were asked and how many of them see it: a question on a site that one cannot enter is not asked yet."""
    if not unreached:
        return f"Вопрос отправлен: {counted(count, *PEOPLE)}. Ответ появится в строке."
    names = ", ".join(initials(person) for person in unreached[:NAMED])
    more = f" и ещё {counted(len(unreached) - NAMED, *PEOPLE)}" if len(unreached) > NAMED else ""
    return (
        f"Вопрос увидят на сайте: {count - len(unreached)} из {count}. Без входа на сайт: {names}{more}. "
        "Раздайте им листки: отметьте их в списке, «Узнать о готовности», «Напечатать листки»."
    )


def _chosen(request: ActorRequest) -> tuple[scope.Scope, Side, list[Asked]]:
    page = scope.led(request)
    side = Side.MENTEE if request.POST.get("side") == Side.MENTEE else Side.MENTOR
    people = scope.colleagues(page, request.POST.getlist("people"))
    if not people:
        raise NothingTicked("Никто не отмечен. Вернитесь к списку и отметьте людей.")
    return page, side, [Asked(person, side) for person in people]


def _question(readiness: Readiness) -> dict[str, str]:
    said = OWN_WORDS[ReadinessState(readiness.state)]
    return {
        "title": ASKED_TITLE[Side(readiness.side)],
        "organization": readiness.organization.short_name,
        "note": said,
        "url": reverse("matching:readiness_answer", args=[readiness.public_id]),
    }


def _slip(slip: actions.Slip) -> dict[str, object]:
    url = settings.PUBLIC_BASE_URL + reverse("matching:slip", args=[slip.code])
    return {
        "name": slip.readiness.person.full_name,
        "code": slip.code,
        "url": settings.PUBLIC_BASE_URL + reverse("matching:slip_enter"),
        "qr": qr_svg(url, scale=3),
    }
